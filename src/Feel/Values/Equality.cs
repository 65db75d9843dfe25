using System.Runtime.CompilerServices;

namespace HaiDang.Feel.Values;

/// <summary>Equality of FEEL (DMN 1.5 table 53): null where the kinds differ, save that null equals only null.</summary>
internal static class Equality
{
    internal static bool? Equal(FeelValue a, FeelValue b)
    {
        if (a.IsNull || b.IsNull)
        {
            return a.IsNull && b.IsNull;
        }
        if (a.Kind != b.Kind)
        {
            // a list of one item stands for the item where a list is not expected (§10.3.2.9.4)
            if (a.AsItems is { Count: 1 } left)
            {
                return Equal(left[0], b);
            }
            return b.AsItems is { Count: 1 } right ? Equal(a, right[0]) : null;
        }
        return Same(a, b);
    }

    /// <summary>Equality of two values of one kind.</summary>
    internal static bool Same(FeelValue a, FeelValue b)
    {
        switch (a.Kind)
        {
            case FeelKind.Null:
                return true;
            case FeelKind.Boolean:
                return a.IsTrue == b.IsTrue;
            case FeelKind.Number:
                return a.AsNum.Equals(b.AsNum);
            case FeelKind.String:
                return string.Equals(a.As<string>(), b.As<string>());
            case FeelKind.Date:
                return a.As<FeelDate>().Equals(b.As<FeelDate>());
            case FeelKind.Time:
                var (t, u) = (a.As<FeelTime>(), b.As<FeelTime>());
                return t.Zone is null == u.Zone is null && t.UtcNanos == u.UtcNanos;
            case FeelKind.DateTime:
                var (d, e) = (a.As<FeelDateTime>(), b.As<FeelDateTime>());
                return d.Zone is null == e.Zone is null && d.UtcNanos() == e.UtcNanos();
            case FeelKind.DaysAndTimeDuration:
                return a.As<DayTime>().Nanos == b.As<DayTime>().Nanos;
            case FeelKind.YearsAndMonthsDuration:
                return a.As<YearMonth>().Months == b.As<YearMonth>().Months;
            case FeelKind.List:
                return SameItems(a.As<ListValue>(), b.As<ListValue>());
            case FeelKind.Context:
                return SameEntries(a.As<ContextValue>(), b.As<ContextValue>());
            case FeelKind.Range:
                var (r, s) = (a.As<RangeValue>(), b.As<RangeValue>());
                return r.HasStart == s.HasStart && r.HasEnd == s.HasEnd
                    && r.Form == RangeForm.NotEqual == (s.Form == RangeForm.NotEqual)
                    && r.StartIncluded == s.StartIncluded && r.EndIncluded == s.EndIncluded
                    && Equal(r.Start, s.Start) == true && Equal(r.End, s.End) == true;
            default:
                return a.As<FunctionValue>().SameAs(b.As<FunctionValue>());
        }
    }

    private static bool SameItems(ListValue a, ListValue b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }
        if (a.Count != b.Count || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }
        for (var i = 0; i < a.Count; i++)
        {
            if (Equal(a[i], b[i]) != true)
            {
                return false;
            }
        }
        return true;
    }

    private static bool SameEntries(ContextValue a, ContextValue b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }
        if (a.Count != b.Count || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }
        for (var i = 0; i < a.Count; i++)
        {
            if (!b.TryGetValue(a.Names[i], out var other) || Equal(a.Items[i], other) != true)
            {
                return false;
            }
        }
        return true;
    }

    internal static int Hash(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => 0,
        FeelKind.Boolean => value.IsTrue ? 1 : 2,
        FeelKind.Number => value.AsNum.GetHashCode(),
        FeelKind.String => value.As<string>().GetHashCode(),
        FeelKind.Date => value.As<FeelDate>().GetHashCode(),
        FeelKind.Time => value.As<FeelTime>().UtcNanos.GetHashCode(),
        FeelKind.DateTime => value.As<FeelDateTime>().UtcNanos().GetHashCode(),
        FeelKind.DaysAndTimeDuration => value.As<DayTime>().Nanos.GetHashCode(),
        FeelKind.YearsAndMonthsDuration => value.As<YearMonth>().Months.GetHashCode(),
        FeelKind.List => HashCode.Combine(FeelKind.List, value.As<ListValue>().Count),
        FeelKind.Context => HashCode.Combine(FeelKind.Context, value.As<ContextValue>().Count),
        var kind => (int)kind,
    };
}

/// <summary>The order of numbers, strings, dates, times and durations (DMN 1.5 table 54); null for all others.</summary>
internal static class Ordering
{
    internal static int? Compare(FeelValue a, FeelValue b)
    {
        if (a.Kind != b.Kind)
        {
            return null;
        }
        switch (a.Kind)
        {
            case FeelKind.Number:
                return a.AsNum.CompareTo(b.AsNum);
            case FeelKind.String:
                return Strings(a.As<string>(), b.As<string>());
            case FeelKind.Date:
                return a.As<FeelDate>().CompareTo(b.As<FeelDate>());
            case FeelKind.Time:
                var (t, u) = (a.As<FeelTime>(), b.As<FeelTime>());
                return t.Zone is null || u.Zone is null ? t.Nanos.CompareTo(u.Nanos) : t.UtcNanos.CompareTo(u.UtcNanos);
            case FeelKind.DateTime:
                var (d, e) = (a.As<FeelDateTime>(), b.As<FeelDateTime>());
                return d.UtcNanos(e.Offset ?? 0).CompareTo(e.UtcNanos(d.Offset ?? 0));
            case FeelKind.DaysAndTimeDuration:
                return a.As<DayTime>().Nanos.CompareTo(b.As<DayTime>().Nanos);
            case FeelKind.YearsAndMonthsDuration:
                return a.As<YearMonth>().Months.CompareTo(b.As<YearMonth>().Months);
            default:
                return null;
        }
    }

    /// <summary>Order by code points, which UTF-16 units do not have above U+FFFF.</summary>
    internal static int Strings(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        var i = a.AsSpan(0, length).CommonPrefixLength(b.AsSpan(0, length));
        if (i == length)
        {
            return a.Length.CompareTo(b.Length);
        }
        return Rank(a[i]).CompareTo(Rank(b[i]));

        static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
    }
}
