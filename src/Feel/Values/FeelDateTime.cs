namespace HaiDang.Feel.Values;

/// <summary>A date and a time of day, with or without offset or zone (DMN 1.5 §10.3.2.3.6).</summary>
internal sealed record FeelDateTime(FeelDate Date, FeelTime Time)
{
    internal FeelZone? Zone => Time.Zone;

    /// <summary>The offset from UTC in seconds, or null for a local date and time.</summary>
    internal int? Offset => Zone?.OffsetAt(Date, Time.Nanos);

    /// <summary>Nanoseconds since 1970-01-01T00:00:00 on its own clock.</summary>
    private Int128 LocalNanos => (Int128)Date.Days * FeelTime.Day + Time.Nanos;

    /// <summary>Nanoseconds since 1970-01-01T00:00:00Z; a local date and time is read with the offset given.</summary>
    internal Int128 UtcNanos(int defaultOffset = 0) => LocalNanos - (Offset ?? defaultOffset) * (Int128)FeelTime.Second;

    internal static FeelDateTime Midnight(FeelDate date) => new(date, new FeelTime(0, FeelZone.Utc));

    internal static FeelDateTime? FromLocal(Int128 nanos, FeelZone? zone)
    {
        var days = nanos / FeelTime.Day;
        var rest = nanos % FeelTime.Day;
        if (rest < 0)
        {
            (days, rest) = (days - 1, rest + FeelTime.Day);
        }
        return days > long.MaxValue || days < long.MinValue || FeelDate.FromDays((long)days) is not { } date ? null : new(date, new((long)rest, zone));
    }

    /// <summary>So much later in elapsed time: across a change of the clocks the local time jumps.</summary>
    internal FeelDateTime? Add(Int128 nanos)
    {
        if (Zone?.Id is null)
        {
            return FromLocal(LocalNanos + nanos, Zone);
        }
        return FromLocal(UtcNanos() + nanos, FeelZone.Utc) is { } utc
            ? FromLocal(utc.LocalNanos + Zone.OffsetAtUtc(utc.Date, utc.Time.Nanos) * (Int128)FeelTime.Second, Zone)
            : null;
    }

    internal FeelDateTime? AddMonths(long months) => Date.AddMonths(months) is { } date ? this with { Date = date } : null;

    /// <summary>Reads <c>date[Ttime]</c>; without a time it is midnight.</summary>
    internal static FeelDateTime? Parse(ReadOnlySpan<char> text)
    {
        var t = text.IndexOf('T');
        if (t < 0)
        {
            return FeelDate.Parse(text) is { } day ? new(day, new(0, null)) : null;
        }
        if (FeelDate.Parse(text[..t]) is not { } date || FeelTime.Parse(text[(t + 1)..], out var nextDay) is not { } time)
        {
            return null;
        }
        return !nextDay ? new(date, time) : FeelDate.FromDays(date.Days + 1) is { } following ? new(following, time) : null;
    }

    public override string ToString() => $"{Date}T{Time}";
}
