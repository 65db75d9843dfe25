namespace HaiDang.Feel.Functions;

/// <summary>List functions (DMN 1.5 table 75) and sorting (table 80).</summary>
internal static class Lists
{
    internal static void AddTo(Library library)
    {
        library.Add("list contains(list: list, element: Any)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(IndexOf(c, a[0].As<ListValue>(), a[1], 0) >= 0));
        library.Add("count(list: list)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of((decimal)a[0].As<ListValue>().Count));
        Aggregate(library, "min", "c", (in Call c, ListValue l) => Extreme(c, l, -1));
        Aggregate(library, "max", "c", (in Call c, ListValue l) => Extreme(c, l, 1));
        Aggregate(library, "sum", "n", Statistics.Sum);
        Aggregate(library, "mean", "n", Statistics.Mean);
        Aggregate(library, "product", "n", Statistics.Product);
        Aggregate(library, "median", "n", Statistics.Median);
        Aggregate(library, "stddev", "n", Statistics.StandardDeviation);
        Aggregate(library, "mode", "n", Statistics.Mode);
        Aggregate(library, "all", "b", (in Call c, ListValue l) => Truth(l, any: false));
        Aggregate(library, "any", "b", (in Call c, ListValue l) => Truth(l, any: true));
        library.Add("sublist(list: list, start position: number, length?: number)", Sublist);
        library.Add("append(list: list, item...: Any)", (in Call c, ReadOnlySpan<FeelValue> a) => Joined(c, [a[0].As<ListValue>(), new ListValue(a[1..].ToArray())]));
        library.Add("concatenate(list...: list)", (in Call c, ReadOnlySpan<FeelValue> a) => Joined(c, ListsOf(a)));
        library.Add("union(list...: list)", (in Call c, ReadOnlySpan<FeelValue> a) => Joined(c, ListsOf(a)) is { IsNull: false } all ? Distinct(c, all.As<ListValue>()) : default);
        library.Add("distinct values(list: list)", (in Call c, ReadOnlySpan<FeelValue> a) => Distinct(c, a[0].As<ListValue>()));
        library.Add("insert before(list: list, position: number, newItem: Any)", InsertBefore);
        library.Add("remove(list: list, position: number)", Remove);
        library.Add("list replace(list: list, position: number, newItem: Any)", ReplaceAt);
        library.Add("list replace(list: list, match: function, newItem: Any)", ReplaceWhere);
        library.Add("reverse(list: list)", (in Call c, ReadOnlySpan<FeelValue> a) =>
        {
            var items = a[0].As<ListValue>().Span.ToArray();
            Array.Reverse(items);
            return Made(c, items);
        });
        library.Add("index of(list: list, match: Any)", IndexesOf);
        library.Add("flatten(list: list)", Flatten);
        library.Add("sort(list: list, precedes: function)", Sorting.Sort);
    }

    internal delegate FeelValue ListBody(in Call call, ListValue list);

    /// <summary>A function of one list, or of its items one by one.</summary>
    private static void Aggregate(Library library, string name, string item, ListBody body)
    {
        library.Add($"{name}(list: list)", (in Call c, ReadOnlySpan<FeelValue> a) => Spent(c, a[0].As<ListValue>(), body));
        library.Add($"{name}({item}...: Any)", (in Call c, ReadOnlySpan<FeelValue> a) => Spent(c, new ListValue(a.ToArray()), body));
    }

    private static FeelValue Spent(in Call call, ListValue list, ListBody body) => call.Spend(list.Count) ? body(call, list) : default;

    private static FeelValue Made(in Call call, FeelValue[] items) => call.Spend(items.Length) ? FeelValue.Of(new ListValue(items)) : default;

    private static ListValue[] ListsOf(ReadOnlySpan<FeelValue> values)
    {
        var lists = new ListValue[values.Length];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = values[i].As<ListValue>();
        }
        return lists;
    }

    private static FeelValue Joined(in Call call, ListValue[] lists)
    {
        if (!call.Spend(lists.Sum(l => (long)l.Count)))
        {
            return default;
        }
        var items = new ListBuilder(lists.Sum(l => l.Count));
        foreach (var list in lists)
        {
            items.AddRange(list.Span);
        }
        return FeelValue.Of(items.View());
    }

    internal static int IndexOf(in Call call, ListValue list, FeelValue wanted, int from)
    {
        for (var i = from; i < list.Count && call.Spend(1); i++)
        {
            if (Equality.Equal(call.Frame.Fuel, list[i], wanted) == true && list[i].Kind == wanted.Kind)
            {
                return i;
            }
        }
        return -1;
    }

    private static FeelValue IndexesOf(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var list = a[0].As<ListValue>();
        var found = new ListBuilder();
        for (var i = IndexOf(call, list, a[1], 0); i >= 0; i = IndexOf(call, list, a[1], i + 1))
        {
            found.Add(FeelValue.Of((decimal)(i + 1)));
        }
        return FeelValue.Of(found.View());
    }

    private static FeelValue Distinct(in Call call, ListValue list)
    {
        var seen = new HashSet<FeelValue>(new FuelledEquality(call.Frame.Fuel));
        var kept = new ListBuilder();
        foreach (var item in list.Span)
        {
            if (!call.Spend(1))
            {
                return default;
            }
            if (seen.Add(item))
            {
                kept.Add(item);
            }
        }
        return FeelValue.Of(kept.View());
    }

    private static FeelValue Extreme(in Call call, ListValue list, int sign)
    {
        if (list.Count == 0)
        {
            return default;
        }
        var best = list[0];
        foreach (var item in list.Span)
        {
            if (Ordering.Compare(call.Frame.Fuel, item, best) is not { } order)
            {
                return call.Refuse(item);
            }
            if (order * sign > 0)
            {
                best = item;
            }
        }
        return best;
    }

    private static FeelValue Truth(ListValue list, bool any)
    {
        var unknown = false;
        foreach (var item in list.Span)
        {
            if (item.Kind != FeelKind.Boolean)
            {
                unknown = true;
            }
            else if (item.IsTrue == any)
            {
                return item;
            }
        }
        return unknown ? default : FeelValue.Of(!any);
    }

    /// <summary>The index that a position means, from the end when negative; −1 when there is none.</summary>
    private static int Index(ListValue list, FeelValue position) =>
        Strings.Whole(position) is { } n && n != 0 && Math.Abs((long)n) <= list.Count ? n > 0 ? n - 1 : list.Count + n : -1;

    private static FeelValue Sublist(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var list = a[0].As<ListValue>();
        var start = Index(list, a[1]);
        if (start < 0)
        {
            return call.Refuse(a[1]);
        }
        var length = list.Count - start;
        if (a.Length > 2 && !a[2].IsNull)
        {
            if (Strings.Whole(a[2]) is not { } wanted || wanted < 1 || wanted > length)
            {
                return call.Refuse(a[2]);
            }
            length = wanted;
        }
        return call.Spend(length) ? FeelValue.Of(list.Slice(start, length)) : default;
    }

    private static FeelValue InsertBefore(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var list = a[0].As<ListValue>();
        var index = Index(list, a[1]);
        if (index < 0)
        {
            return call.Refuse(a[1]);
        }
        return Made(call, [.. list.Span[..index], a[2], .. list.Span[index..]]);
    }

    private static FeelValue Remove(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var list = a[0].As<ListValue>();
        var index = Index(list, a[1]);
        return index < 0 ? call.Refuse(a[1]) : Made(call, [.. list.Span[..index], .. list.Span[(index + 1)..]]);
    }

    private static FeelValue ReplaceAt(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var list = a[0].As<ListValue>();
        var index = Index(list, a[1]);
        if (index < 0)
        {
            return call.Refuse(a[1]);
        }
        var items = list.Span.ToArray();
        items[index] = a[2];
        return Made(call, items);
    }

    private static FeelValue ReplaceWhere(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var match = a[1].As<FunctionValue>();
        var items = a[0].As<ListValue>().Span.ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var result = match.Call(call.Frame, call.At, [items[i], a[2]]);
            if (call.Frame.Over || result.Kind != FeelKind.Boolean)
            {
                return call.Refuse(result);
            }
            if (result.IsTrue)
            {
                items[i] = a[2];
            }
        }
        return Made(call, items);
    }

    private static FeelValue Flatten(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var flat = new ListBuilder();
        var open = new Stack<(ListValue List, int At)>();
        open.Push((a[0].As<ListValue>(), 0));
        while (open.TryPop(out var place))
        {
            if (!call.Spend(1))
            {
                return default;
            }
            if (place.At == place.List.Count)
            {
                continue;
            }
            open.Push((place.List, place.At + 1));
            var item = place.List[place.At];
            if (item.AsItems is { } inner)
            {
                open.Push((inner, 0));
            }
            else
            {
                flat.Add(item);
            }
        }
        return FeelValue.Of(flat.View());
    }
}
