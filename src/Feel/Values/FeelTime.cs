using System.Globalization;

namespace HaiDang.Feel.Values;

/// <summary>A time of day to the nanosecond, with or without offset or zone (DMN 1.5 §10.3.2.3.4).</summary>
internal sealed record FeelTime(long Nanos, FeelZone? Zone)
{
    internal const long Second = 1_000_000_000;
    internal const long Day = 86_400 * Second;

    internal int Hour => (int)(Nanos / (3600 * Second));

    internal int Minute => (int)(Nanos / (60 * Second) % 60);

    /// <summary>Seconds within the minute with their fraction.</summary>
    internal Num SecondOfMinute => Num.Divide(Nanos % (60 * Second), Second)!.Value;

    /// <summary>Nanoseconds after midnight UTC; a local time counts as UTC.</summary>
    internal long UtcNanos => Nanos - (Zone?.OffsetSeconds ?? 0) * Second;

    internal FeelTime Add(Int128 nanos)
    {
        var total = (Nanos + nanos) % Day;
        return this with { Nanos = (long)(total < 0 ? total + Day : total) };
    }

    /// <summary>Reads <c>hh:mm:ss[.fraction]</c> with an optional offset or zone.</summary>
    internal static FeelTime? Parse(ReadOnlySpan<char> text) => Parse(text, out _);

    /// <summary>As above; 24:00:00 is the midnight that ends the day (ISO 8601, XML Schema).</summary>
    internal static FeelTime? Parse(ReadOnlySpan<char> text, out bool nextDay)
    {
        nextDay = false;
        if (text.Length < 8 || text[2] != ':' || text[5] != ':'
            || !FeelDate.Digits(text[..2], out var hour) || !FeelDate.Digits(text.Slice(3, 2), out var minute) || !FeelDate.Digits(text.Slice(6, 2), out var second)
            || hour > 24 || minute > 59 || second > 59)
        {
            return null;
        }
        var nanos = ((hour * 60L + minute) * 60 + second) * Second;
        var at = 8;
        if (at < text.Length && text[at] == '.')
        {
            var unit = Second / 10;
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
                nanos += (text[at] - '0') * unit;
                unit /= 10;
            }
            if (text[at - 1] == '.')
            {
                return null;
            }
        }
        nextDay = nanos == Day;
        return nanos <= Day && FeelZone.TryParse(text[at..], out var zone) ? new(nanos % Day, zone) : null;
    }

    internal string Clock
    {
        get
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Nanos / Second % 60:00}");
            var fraction = Nanos % Second;
            return fraction == 0 ? text : text + "." + fraction.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        }
    }

    public override string ToString() => Clock + Zone;
}
