using System.Globalization;

namespace HaiDang.Feel.Values;

/// <summary>A date of the proleptic Gregorian calendar, years −999,999,999 to 999,999,999 (DMN 1.5 §10.3.2.3.5). The year 0 exists.</summary>
internal sealed record FeelDate(int Year, int Month, int Day) : IComparable<FeelDate>
{
    internal const int MaxYear = 999_999_999;

    /// <summary>The date, or null when there is no such day.</summary>
    internal static FeelDate? Of(long year, int month, int day) =>
        year is >= -MaxYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn((int)year, month)
            ? new((int)year, month, day)
            : null;

    internal static bool IsLeap(int year) => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    internal static int DaysIn(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Days since 1970-01-01.</summary>
    internal long Days
    {
        get
        {
            // years that begin in March, in eras of 400: the leap day is the last of its year
            long y = Month <= 2 ? Year - 1 : Year;
            var era = Math.DivRem(y, 400, out var yearOfEra);
            if (yearOfEra < 0)
            {
                (era, yearOfEra) = (era - 1, yearOfEra + 400);
            }
            long dayOfYear = (153 * ((Month + 9) % 12) + 2) / 5 + Day - 1;
            return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
        }
    }

    /// <summary>The date that lies so many days after 1970-01-01, or null when its year is out of range.</summary>
    internal static FeelDate? FromDays(long days)
    {
        if (days is < -370_000_000_000 or > 370_000_000_000)
        {
            return null;
        }
        days += 719_468;
        var era = Math.DivRem(days, 146_097, out var dayOfEra);
        if (dayOfEra < 0)
        {
            (era, dayOfEra) = (era - 1, dayOfEra + 146_097);
        }
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var march = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * march + 2) / 5 + 1);
        var month = (int)(march < 10 ? march + 3 : march - 9);
        return Of(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
    }

    /// <summary>Monday is 1, Sunday 7.</summary>
    internal int Weekday => (int)(((Days + 3) % 7 + 7) % 7) + 1;

    internal int DayOfYear => (int)(Days - new FeelDate(Year, 1, 1).Days) + 1;

    /// <summary>The week of ISO 8601: weeks begin on Monday, week 1 holds the year's first Thursday.</summary>
    internal int WeekOfYear
    {
        get
        {
            var thursday = FromDays(Days - Weekday + 4);
            return thursday is null ? 1 : (thursday.DayOfYear - 1) / 7 + 1;
        }
    }

    /// <summary>The same day so many months later; a day that the month does not have becomes its last.</summary>
    internal FeelDate? AddMonths(long months)
    {
        var total = (long)Year * 12 + Month - 1 + months;
        var year = Math.DivRem(total, 12, out var month);
        if (month < 0)
        {
            (year, month) = (year - 1, month + 12);
        }
        return year is < -MaxYear or > MaxYear
            ? null
            : new((int)year, (int)month + 1, Math.Min(Day, DaysIn((int)year, (int)month + 1)));
    }

    public int CompareTo(FeelDate? other) => other is null ? 1 : Days.CompareTo(other.Days);

    /// <summary>Reads <c>[-]YYYY-MM-DD</c>; a year of more than four digits has no zero in front.</summary>
    internal static FeelDate? Parse(ReadOnlySpan<char> text)
    {
        var digits = text.Length > 0 && text[0] == '-' ? text[1..] : text;
        var end = digits.IndexOf('-');
        if (end is < 4 or > 9 || (end > 4 && digits[0] == '0') || digits.Length != end + 6 || digits[end + 3] != '-')
        {
            return null;
        }
        if (!Digits(digits[..end], out var year) || !Digits(digits.Slice(end + 1, 2), out var month) || !Digits(digits.Slice(end + 4, 2), out var day))
        {
            return null;
        }
        return Of(digits.Length == text.Length ? year : -year, month, day);
    }

    internal static bool Digits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    public override string ToString() => $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):0000}-{Month:00}-{Day:00}";
}
