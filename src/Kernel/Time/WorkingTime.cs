using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using NodaTime;

namespace HaiDang.Kernel;

/// <summary>
/// An amount of working time as law and service definitions state it: working days, working hours, or both. How long a
/// day is only a <see cref="WorkingCalendar"/> knows, so amounts with days are turned into hours there, not here.
/// </summary>
/// <remarks>
/// Written as a subset of ISO 8601 durations: <c>P3D</c>, <c>PT4H</c>, <c>P1DT4H30M</c>, <c>PT90S</c>. Weeks, months and
/// years are refused: a working month has no fixed length.
/// </remarks>
public readonly record struct WorkingTime : IComparable<WorkingTime>
{
    /// <summary>The most days that an amount may hold: ten years of calendar days.</summary>
    public const int MostDays = 3660;

    private WorkingTime(int days, Duration hours) => (Days, Hours) = (days, hours);

    /// <summary>Whole working days, from 0 to <see cref="MostDays"/>.</summary>
    public int Days { get; }

    /// <summary>Working hours beside the days. Negative only in what <see cref="WorkingCalendar.Between"/> gives backwards.</summary>
    public Duration Hours { get; }

    /// <summary>No time at all.</summary>
    public static WorkingTime Zero => default;

    /// <summary>Whether this is no time at all.</summary>
    public bool IsZero => Days == 0 && Hours == Duration.Zero;

    /// <summary>Whole working days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="MostDays"/>.</exception>
    public static WorkingTime OfDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        return new(days, Duration.Zero);
    }

    /// <summary>Working hours, minutes and seconds; negative for time that is overdue.</summary>
    public static WorkingTime Of(Duration hours) => new(0, hours);

    /// <summary>Whole working hours.</summary>
    public static WorkingTime OfHours(int hours) => new(0, Duration.FromHours(hours));

    /// <summary>Both amounts together; days stay days.</summary>
    public static WorkingTime operator +(WorkingTime a, WorkingTime b) => new(a.Days + b.Days, a.Hours + b.Hours);

    /// <summary>Reads the ISO 8601 form; refuses weeks, months, years, fractions and amounts above <see cref="MostDays"/>.</summary>
    public static Outcome<WorkingTime> Parse(string text) =>
        TryParse(text, out var amount) ? amount : TimeProblems.NotWorkingTime.Now(text ?? "");

    /// <summary>As <see cref="Parse"/>, for callers with a message of their own.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WorkingTime amount)
    {
        amount = default;
        if (text is not { Length: >= 3 and <= 32 } || text[0] != 'P') return false;
        long days = 0, seconds = 0, number = -1;
        var inTime = false;
        var last = ' ';
        foreach (var c in text.AsSpan(1))
        {
            if (char.IsAsciiDigit(c))
            {
                number = Math.Max(number, 0) * 10 + (c - '0');
                if (number > 100_000_000) return false;
                continue;
            }
            if (c == 'T')
            {
                if (inTime || number >= 0) return false;
                inTime = true;
                last = 'T';
                continue;
            }
            if (number < 0) return false;
            switch (c)
            {
                case 'D' when !inTime && last == ' ': days = number; break;
                case 'H' when last == 'T': seconds += number * 3600; break;
                case 'M' when inTime && last is 'T' or 'H': seconds += number * 60; break;
                case 'S' when inTime && last is 'T' or 'H' or 'M': seconds += number; break;
                default: return false;
            }
            (last, number) = (c, -1);
        }
        if (number >= 0 || last is 'T' or ' ' || days > MostDays || seconds > MostDays * 86_400L) return false;
        amount = new((int)days, Duration.FromSeconds(seconds));
        return true;
    }

    /// <summary>Orders by days, then hours: only a rough order, since a day's length is the calendar's.</summary>
    public int CompareTo(WorkingTime other) => (Days, Hours).CompareTo((other.Days, other.Hours));

    /// <summary>The ISO 8601 form, to the second; <c>PT0S</c> for none, with a leading <c>-</c> when negative.</summary>
    public override string ToString()
    {
        if (IsZero) return "PT0S";
        var text = new StringBuilder();
        if (Hours < Duration.Zero) text.Append('-');
        text.Append('P');
        if (Days != 0) text.Append(CultureInfo.InvariantCulture, $"{Days}D");
        var seconds = Math.Abs((long)Hours.TotalSeconds);
        if (seconds != 0)
        {
            text.Append('T');
            if (seconds / 3600 is var h and > 0) text.Append(CultureInfo.InvariantCulture, $"{h}H");
            if (seconds / 60 % 60 is var m and > 0) text.Append(CultureInfo.InvariantCulture, $"{m}M");
            if (seconds % 60 is var s and > 0) text.Append(CultureInfo.InvariantCulture, $"{s}S");
        }
        else if (Days == 0) return "PT0S";
        return text.ToString();
    }
}
