namespace HaiDang.Feel.Functions;

/// <summary>
/// Range functions (DMN 1.5 table 78). A point stands for the range that holds it alone; an end without bound lies beyond all.
/// </summary>
internal static class Ranges
{
    private delegate bool? Relation(RangeValue a, RangeValue b);

    /// <summary>Ends are compared at most four times a call, and the call has burnt fuel for its strings.</summary>
    private static readonly Fuel free = new(long.MaxValue);

    internal static void AddTo(Library library)
    {
        Add(library, "before", "point1", "range1", "point2", "range2", Before, points: true);
        Add(library, "after", "point1", "range1", "point2", "range2", (a, b) => Before(b, a), points: true);
        Pair(library, "meets", Meets);
        Pair(library, "met by", (a, b) => Meets(b, a));
        Pair(library, "overlaps", Overlaps);
        Pair(library, "overlaps before", OverlapsBefore);
        Pair(library, "overlaps after", (a, b) => OverlapsBefore(b, a));
        Add(library, "finishes", "point", "range1", "range", "range2", Finishes);
        Reverse(library, "finished by", Finishes);
        Reverse(library, "includes", During);
        Add(library, "during", "point", "range1", "range", "range2", During);
        Add(library, "starts", "point", "range1", "range", "range2", Starts);
        Reverse(library, "started by", Starts);
        library.Add("coincides(point1: Any, point2: Any)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            a[0].Kind == FeelKind.Range && a[1].Kind == FeelKind.Range
                ? Answer(c, a, Coincides(a[0].As<RangeValue>(), a[1].As<RangeValue>()))
                : a[0].Kind == FeelKind.Range || a[1].Kind == FeelKind.Range ? c.Refuse(a[0]) : Answer(c, a, Ordering.Compare(c.Frame.Fuel, a[0], a[1]) is { } order ? order == 0 : null));
        library.Add("coincides(range1: range, range2: range)", (in Call c, ReadOnlySpan<FeelValue> a) => Answer(c, a, Coincides(a[0].As<RangeValue>(), a[1].As<RangeValue>())));
        library.Add("range(from: string)", FromText);
    }

    private static void Pair(Library library, string name, Relation relation) =>
        library.Add($"{name}(range1: range, range2: range)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            Answer(c, a, relation(a[0].As<RangeValue>(), a[1].As<RangeValue>())));

    /// <summary>A relation of a point or range to a range (to a point as well when <paramref name="points"/>).</summary>
    private static void Add(Library library, string name, string point1, string range1, string second, string range2, Relation relation, bool points = false)
    {
        FeelValue Body(in Call c, ReadOnlySpan<FeelValue> a) => Answer(c, a, relation(AsRange(a[0]), AsRange(a[1])));
        library.Add($"{name}({range1}: range, {range2}: range)", Body);
        if (points)
        {
            library.Add($"{name}(point: Any, range: range)", Body);
            library.Add($"{name}(range: range, point: Any)", Body);
            library.Add($"{name}({point1}: Any, {second}: Any)", Body);
        }
        else
        {
            library.Add($"{name}({point1}: Any, {second}: range)", Body);
        }
    }

    /// <summary>The relation the other way round, of a range to a point or range.</summary>
    private static void Reverse(Library library, string name, Relation relation)
    {
        FeelValue Body(in Call c, ReadOnlySpan<FeelValue> a) => Answer(c, a, relation(AsRange(a[1]), AsRange(a[0])));
        library.Add($"{name}(range1: range, range2: range)", Body);
        library.Add($"{name}(range: range, point: Any)", Body);
    }

    private static RangeValue AsRange(FeelValue value) => value.Is<RangeValue>(out var range) ? range : new(value, true, value, true);

    private static FeelValue Answer(in Call call, ReadOnlySpan<FeelValue> a, bool? answer) =>
        answer is { } known ? FeelValue.Of(known) : call.Frame.Fail(call.At, Says.NotComparable, a[0], a[1]);

    /// <summary>How the end of one range lies to the start of another: null when that cannot be told.</summary>
    private static int? EndToStart(RangeValue a, RangeValue b) => !a.HasEnd || !b.HasStart ? 1 : Ordering.Compare(free, a.End, b.Start);

    private static int? Ends(RangeValue a, RangeValue b) => Compare(a.HasEnd, a.End, b.HasEnd, b.End, 1);

    private static int? Beginnings(RangeValue a, RangeValue b) => Compare(a.HasStart, a.Start, b.HasStart, b.Start, -1);

    private static int? Compare(bool hasA, FeelValue a, bool hasB, FeelValue b, int without) =>
        hasA && hasB ? Ordering.Compare(free, a, b) : hasA ? -without : hasB ? without : 0;

    private static bool? Before(RangeValue a, RangeValue b) =>
        EndToStart(a, b) is { } order ? order < 0 || (order == 0 && !(a.EndIncluded && b.StartIncluded)) : null;

    private static bool? Meets(RangeValue a, RangeValue b) =>
        EndToStart(a, b) is { } order ? order == 0 && a.EndIncluded && b.StartIncluded : null;

    private static bool? Overlaps(RangeValue a, RangeValue b) =>
        Before(a, b) is { } before && Before(b, a) is { } after ? !before && !after : null;

    private static bool? OverlapsBefore(RangeValue a, RangeValue b)
    {
        if (Beginnings(a, b) is not { } starts || EndToStart(a, b) is not { } meet || Ends(a, b) is not { } ends)
        {
            return null;
        }
        return (starts < 0 || (starts == 0 && a.StartIncluded && !b.StartIncluded))
            && (meet > 0 || (meet == 0 && a.EndIncluded && b.StartIncluded))
            && (ends < 0 || (ends == 0 && (!a.EndIncluded || b.EndIncluded)));
    }

    private static bool? Finishes(RangeValue a, RangeValue b)
    {
        if (Beginnings(a, b) is not { } starts || Ends(a, b) is not { } ends)
        {
            return null;
        }
        return ends == 0 && a.EndIncluded == b.EndIncluded && (starts > 0 || (starts == 0 && (!a.StartIncluded || b.StartIncluded)));
    }

    private static bool? Starts(RangeValue a, RangeValue b)
    {
        if (Beginnings(a, b) is not { } starts || Ends(a, b) is not { } ends)
        {
            return null;
        }
        return starts == 0 && a.StartIncluded == b.StartIncluded && (ends < 0 || (ends == 0 && (!a.EndIncluded || b.EndIncluded)));
    }

    private static bool? During(RangeValue a, RangeValue b)
    {
        if (Beginnings(a, b) is not { } starts || Ends(a, b) is not { } ends)
        {
            return null;
        }
        return (starts > 0 || (starts == 0 && (!a.StartIncluded || b.StartIncluded)))
            && (ends < 0 || (ends == 0 && (!a.EndIncluded || b.EndIncluded)));
    }

    private static bool? Coincides(RangeValue a, RangeValue b)
    {
        if (Beginnings(a, b) is not { } starts || Ends(a, b) is not { } ends)
        {
            return null;
        }
        return starts == 0 && ends == 0 && a.StartIncluded == b.StartIncluded && a.EndIncluded == b.EndIncluded;
    }

    /// <summary>range("[1..5)"): a range of literals (DMN 1.5 §10.3.4.1).</summary>
    private static FeelValue FromText(in Call call, ReadOnlySpan<FeelValue> a) =>
        call.Spend(1) && Reader.RangeOfLiterals(a[0].As<string>()) is { } range ? range : call.Refuse(a[0]);
}
