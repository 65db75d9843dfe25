namespace HaiDang.Feel.Functions;

/// <summary>Sums and what follows from them (DMN 1.5 table 75). Of no numbers there is none; only the mode of none is an empty list.</summary>
internal static class Statistics
{
    internal static FeelValue Sum(in Call call, ListValue list) =>
        list.Count == 0 || !AreNumbers(call, list) ? default : call.Number(Fold(list, 0, Num.Add));

    internal static FeelValue Product(in Call call, ListValue list) =>
        list.Count == 0 || !AreNumbers(call, list) ? default : call.Number(Fold(list, 1, Num.Multiply));

    internal static FeelValue Mean(in Call call, ListValue list) =>
        list.Count == 0 || !AreNumbers(call, list) ? default : call.Number(Average(list));

    private static Num? Average(ListValue list) => Fold(list, 0, Num.Add) is { } sum ? Num.Divide(sum, list.Count) : null;

    /// <summary>Whether all items are numbers; a note tells of the first that is none.</summary>
    private static bool AreNumbers(in Call call, ListValue list)
    {
        foreach (var item in list.Span)
        {
            if (item.Kind != FeelKind.Number)
            {
                call.Refuse(item);
                return false;
            }
        }
        return true;
    }

    private static Num? Fold(ListValue list, Num start, Func<Num, Num, Num?> step)
    {
        foreach (var item in list.Span)
        {
            if (step(start, item.AsNum) is not { } next)
            {
                return null;
            }
            start = next;
        }
        return start;
    }

    private static Num[]? Numbers(in Call call, ListValue list)
    {
        if (!AreNumbers(call, list))
        {
            return null;
        }
        var numbers = new Num[list.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = list[i].AsNum;
        }
        return numbers;
    }

    internal static FeelValue Median(in Call call, ListValue list)
    {
        if (list.Count == 0 || Numbers(call, list) is not { } numbers)
        {
            return default;
        }
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        return numbers.Length % 2 == 1
            ? FeelValue.Of(numbers[middle])
            : call.Number(Num.Add(numbers[middle - 1], numbers[middle]) is { } sum ? Num.Divide(sum, 2) : null);
    }

    /// <summary>The standard deviation of a sample: divided by one less than the count.</summary>
    internal static FeelValue StandardDeviation(in Call call, ListValue list)
    {
        if (list.Count < 2 || Numbers(call, list) is not { } numbers || Average(list) is not { } mean)
        {
            return default;
        }
        Num? squares = 0;
        foreach (var n in numbers)
        {
            if (squares is not { } sum || Num.Subtract(n, mean) is not { } gap || Num.Multiply(gap, gap) is not { } square)
            {
                return call.Number(null);
            }
            squares = Num.Add(sum, square);
        }
        return squares is { } total && Num.Divide(total, list.Count - 1) is { } variance
            ? call.Number(Num.From(WideMath.SquareRoot(variance.ToWide())))
            : call.Number(null);
    }

    /// <summary>The most frequent numbers in ascending order.</summary>
    internal static FeelValue Mode(in Call call, ListValue list)
    {
        if (Numbers(call, list) is not { } numbers)
        {
            return default;
        }
        Array.Sort(numbers);
        var most = 0;
        var modes = new ListBuilder();
        for (int i = 0, end; i < numbers.Length; i = end)
        {
            for (end = i + 1; end < numbers.Length && numbers[end].Equals(numbers[i]); end++)
            {
            }
            if (end - i > most)
            {
                (most, modes) = (end - i, new ListBuilder());
            }
            if (end - i == most)
            {
                modes.Add(FeelValue.Of(numbers[i]));
            }
        }
        return FeelValue.Of(modes.View());
    }
}
