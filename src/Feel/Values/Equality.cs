using System.Runtime.CompilerServices;

namespace HaiDang.Feel.Values;

/// <summary>Equality of FEEL (DMN 1.5 table 53): null where the kinds differ, save that null equals only null.</summary>
internal static class Equality
{
    internal static bool? Equal(Fuel fuel, FeelValue a, FeelValue b)
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
                return Equal(fuel, left[0], b);
            }
            return b.AsItems is { Count: 1 } right ? Equal(fuel, a, right[0]) : null;
        }
        return Same(fuel, a, b);
    }

    /// <summary>Equality of two values of one kind.</summary>
    internal static bool Same(Fuel fuel, FeelValue a, FeelValue b)
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
                return Texts(fuel, a.As<string>(), b.As<string>());
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
                return SameItems(fuel, a.As<ListValue>(), b.As<ListValue>());
            case FeelKind.Context:
                return SameEntries(fuel, a.As<ContextValue>(), b.As<ContextValue>());
            case FeelKind.Range:
                var (r, s) = (a.As<RangeValue>(), b.As<RangeValue>());
                return r.HasStart == s.HasStart && r.HasEnd == s.HasEnd
                    && r.Form == RangeForm.NotEqual == (s.Form == RangeForm.NotEqual)
                    && r.StartIncluded == s.StartIncluded && r.EndIncluded == s.EndIncluded
                    && Equal(fuel, r.Start, s.Start) == true && Equal(fuel, r.End, s.End) == true;
            default:
                return a.As<FunctionValue>().SameAs(b.As<FunctionValue>());
        }
    }

    private static bool Texts(Fuel fuel, string a, string b) =>
        ReferenceEquals(a, b) || (a.Length == b.Length && (a.Length < 64 || fuel.Burn(a.Length / 64)) && string.Equals(a, b));

    private static bool SameItems(Fuel fuel, ListValue a, ListValue b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }
        if (a.Count != b.Count || !fuel.Burn(1 + a.Count) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }
        for (var i = 0; i < a.Count; i++)
        {
            if (Equal(fuel, a[i], b[i]) != true)
            {
                return false;
            }
        }
        return true;
    }

    private static bool SameEntries(Fuel fuel, ContextValue a, ContextValue b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }
        if (a.Count != b.Count || !fuel.Burn(1 + a.Count) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }
        for (var i = 0; i < a.Count; i++)
        {
            if (!b.TryGetValue(a.Names[i], out var other) || Equal(fuel, a.Items[i], other) != true)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A hash in accord with equality, of the outer layers of lists and contexts alone.</summary>
    internal static int Hash(FeelValue value, int depth = 0)
    {
        switch (value.Kind)
        {
            case FeelKind.Null:
                return 0;
            case FeelKind.Boolean:
                return value.IsTrue ? 1 : 2;
            case FeelKind.Number:
                return value.AsNum.GetHashCode();
            case FeelKind.String:
                return value.As<string>().GetHashCode();
            case FeelKind.Date:
                return value.As<FeelDate>().GetHashCode();
            case FeelKind.Time:
                return value.As<FeelTime>().UtcNanos.GetHashCode();
            case FeelKind.DateTime:
                return value.As<FeelDateTime>().UtcNanos().GetHashCode();
            case FeelKind.DaysAndTimeDuration:
                return value.As<DayTime>().Nanos.GetHashCode();
            case FeelKind.YearsAndMonthsDuration:
                return value.As<YearMonth>().Months.GetHashCode();
            case FeelKind.List when depth < Layers:
                return HashItems(value.As<ListValue>(), depth + 1);
            case FeelKind.Context when depth < Layers:
                return HashEntries(value.As<ContextValue>(), depth + 1);
            default:
                // beyond the layers a list may equal its only item, so nothing may be told of either
                return depth < Layers ? (int)value.Kind : 0;
        }
    }

    private const int Layers = 3;
    private const int Sampled = 8;

    private static int HashItems(ListValue list, int depth)
    {
        // a list of one equals its item, so it hashes as its item does
        if (list.Count == 1)
        {
            return Hash(list[0], depth - 1);
        }
        var hash = new HashCode();
        hash.Add(list.Count);
        for (var i = 0; i < Math.Min(list.Count, Sampled); i++)
        {
            hash.Add(Hash(list[i], depth));
        }
        return hash.ToHashCode();
    }

    private static int HashEntries(ContextValue entries, int depth)
    {
        var hash = entries.Count;
        if (entries.Count <= Sampled)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                hash += HashCode.Combine(entries.Names[i], Hash(entries.Items[i], depth));
            }
        }
        return hash;
    }
}

/// <summary>Equality that burns the fuel of an evaluation, for sets of values.</summary>
internal sealed class FuelledEquality(Fuel fuel) : IEqualityComparer<FeelValue>
{
    public bool Equals(FeelValue a, FeelValue b) => fuel.Burn() && a.Kind == b.Kind && Equality.Same(fuel, a, b);

    public int GetHashCode(FeelValue value) => Equality.Hash(value);
}

/// <summary>The order of numbers, strings, dates, times and durations (DMN 1.5 table 54); null for all others.</summary>
internal static class Ordering
{
    internal static int? Compare(Fuel fuel, FeelValue a, FeelValue b)
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
                return Strings(fuel, a.As<string>(), b.As<string>());
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
    private static int Strings(Fuel fuel, string a, string b)
    {
        if (ReferenceEquals(a, b))
        {
            return 0;
        }
        var length = Math.Min(a.Length, b.Length);
        if (length >= 64)
        {
            fuel.Burn(length / 64);
        }
        var i = a.AsSpan(0, length).CommonPrefixLength(b.AsSpan(0, length));
        if (i == length)
        {
            return a.Length.CompareTo(b.Length);
        }
        return Rank(a[i]).CompareTo(Rank(b[i]));

        static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
    }
}
