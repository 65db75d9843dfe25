using System.Globalization;
using System.Numerics;
using System.Text;

namespace HaiDang.Feel.Values;

/// <summary>A duration of days and time to the nanosecond (DMN 1.5 §10.3.2.3.7).</summary>
internal sealed record DayTime(Int128 Nanos)
{
    private static readonly Int128 limit = (Int128)FeelTime.Day * 1_000_000_000_000;

    internal static DayTime Zero { get; } = new(0);

    internal long Days => (long)(Nanos / FeelTime.Day);

    internal int Hours => (int)(Nanos % FeelTime.Day / (3600 * FeelTime.Second));

    internal int Minutes => (int)(Nanos / (60 * FeelTime.Second) % 60);

    internal Num Seconds => Num.Divide((long)(Nanos % (60 * FeelTime.Second)), FeelTime.Second)!.Value;

    /// <summary>The whole duration in seconds.</summary>
    internal Num TotalSeconds => Num.Divide(Num.From((BigInteger)Nanos)!.Value, FeelTime.Second)!.Value;

    internal static DayTime? Of(Int128 nanos) => nanos > limit || nanos < -limit ? null : new(nanos);

    internal static DayTime? FromSeconds(Num? seconds)
    {
        if (seconds is not { } s || Num.Multiply(s, FeelTime.Second) is not { } nanos || nanos.ToWide() is not { Exponent: < 40 })
        {
            return null;
        }
        var whole = nanos.ToBigInteger();
        return whole > (BigInteger)limit || whole < -(BigInteger)limit ? null : new((Int128)whole);
    }

    public override string ToString()
    {
        if (Nanos == 0)
        {
            return "PT0S";
        }
        var text = new StringBuilder(Nanos < 0 ? "-P" : "P");
        var n = Int128.Abs(Nanos);
        var days = n / FeelTime.Day;
        if (days != 0)
        {
            text.Append(days).Append('D');
        }
        n %= FeelTime.Day;
        if (n == 0)
        {
            return text.ToString();
        }
        text.Append('T');
        Part(n / (3600 * FeelTime.Second), 'H');
        Part(n / (60 * FeelTime.Second) % 60, 'M');
        var seconds = (long)(n % (60 * FeelTime.Second));
        if (seconds != 0)
        {
            text.Append(Num.Divide(seconds, FeelTime.Second)).Append('S');
        }
        return text.ToString();

        void Part(Int128 count, char unit)
        {
            if (count != 0)
            {
                text.Append(count).Append(unit);
            }
        }
    }
}

/// <summary>A duration of years and months (DMN 1.5 §10.3.2.3.8).</summary>
internal sealed record YearMonth(long Months)
{
    /// <summary>Twice the span of all dates.</summary>
    internal const long Limit = 4L * FeelDate.MaxYear * 12;

    internal static YearMonth? Of(Int128 months) => months > Limit || months < -Limit ? null : new((long)months);

    internal static YearMonth? FromMonths(Num? months)
    {
        if (months is not { } m || m.Round(0, Rounding.Down) is not { } whole || whole.ToDecimal() is not { } d || Math.Abs(d) > Limit)
        {
            return null;
        }
        return new((long)d);
    }

    public override string ToString()
    {
        if (Months == 0)
        {
            return "P0M";
        }
        var m = Math.Abs(Months);
        return string.Create(CultureInfo.InvariantCulture,
            $"{(Months < 0 ? "-" : "")}P{(m >= 12 ? $"{m / 12}Y" : "")}{(m % 12 != 0 ? $"{m % 12}M" : "")}");
    }
}

/// <summary>Reads durations as XPath writes them: <c>-P1Y2M</c>, <c>P3DT4H5M6.7S</c>; never both kinds at once.</summary>
internal static class DurationText
{
    internal static FeelValue Parse(ReadOnlySpan<char> text)
    {
        var negative = text.Length > 0 && text[0] == '-';
        var rest = negative ? text[1..] : text;
        if (rest.Length < 3 || rest[0] != 'P')
        {
            return default;
        }
        rest = rest[1..];
        BigInteger months = 0, nanos = 0;
        bool time = false, calendar = false, clock = false;
        var order = 0;
        while (rest.Length > 0)
        {
            if (rest[0] == 'T')
            {
                if (time || rest.Length == 1)
                {
                    return default;
                }
                time = true;
                rest = rest[1..];
                continue;
            }
            var end = 0;
            while (end < rest.Length && char.IsAsciiDigit(rest[end]))
            {
                end++;
            }
            if (end is 0 or > 18 || end == rest.Length)
            {
                return default;
            }
            var count = new BigInteger(long.Parse(rest[..end], CultureInfo.InvariantCulture));
            var fraction = 0L;
            if (rest[end] == '.')
            {
                var unit = FeelTime.Second / 10;
                for (end++; end < rest.Length && char.IsAsciiDigit(rest[end]); end++)
                {
                    fraction += (rest[end] - '0') * unit;
                    unit /= 10;
                }
                if (end == rest.Length || rest[end] != 'S')
                {
                    return default;
                }
            }
            var place = (time, rest[end]) switch
            {
                (false, 'Y') => 1,
                (false, 'M') => 2,
                (false, 'D') => 3,
                (true, 'H') => 4,
                (true, 'M') => 5,
                (true, 'S') => 6,
                _ => 0,
            };
            if (place <= order)
            {
                return default;
            }
            order = place;
            (calendar, clock) = (calendar || place <= 2, clock || place > 2);
            months += place switch { 1 => count * 12, 2 => count, _ => 0 };
            nanos += place switch
            {
                3 => count * FeelTime.Day,
                4 => count * 3600 * FeelTime.Second,
                5 => count * 60 * FeelTime.Second,
                6 => count * FeelTime.Second + fraction,
                _ => 0,
            };
            rest = rest[(end + 1)..];
        }
        if (calendar == clock)
        {
            return default;
        }
        if (calendar)
        {
            return months <= YearMonth.Limit ? FeelValue.Of(new YearMonth((long)(negative ? -months : months))) : default;
        }
        return nanos < (BigInteger)Int128.MaxValue && DayTime.Of((Int128)(negative ? -nanos : nanos)) is { } days ? FeelValue.Of(days) : default;
    }
}
