using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiDang.Forms;

/// <summary>Dates and times as they are kept, and as people type them.</summary>
internal static partial class Moments
{
    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static DateOnly? Date(string? kept) =>
        DateOnly.TryParseExact(kept, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The time of day in a kept time, in the offset that it was kept with.</summary>
    public static TimeOnly? Time(string? kept) =>
        kept is not null && KeptTime().Match(kept) is { Success: true } match
        && TimeOnly.TryParseExact(match.Groups[1].Value, ["HH:mm", "HH:mm:ss"], Invariant, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The moment in the offset in which people see it: a kept UTC moment is turned to <paramref name="offset"/>.</summary>
    public static (DateOnly Date, TimeOnly Time)? DateTime(string? kept, TimeSpan offset)
    {
        var parts = kept?.Split('T');
        if (parts is not [var day, var clock] || Date(day) is not { } date || Time(clock) is not { } time) return null;
        if (!clock.EndsWith('Z')) return (date, time);
        var local = date.ToDateTime(time).AddTicks(Within(date, offset) ? offset.Ticks : 0);
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>A time in the offset in which people see it.</summary>
    public static TimeOnly? LocalTime(string? kept, TimeSpan offset) =>
        Time(kept) is { } time ? kept!.EndsWith('Z') ? time.Add(offset) : time : null;

    public static string Keep(DateOnly date) => date.ToString("yyyy-MM-dd", Invariant);

    public static string Keep(TimeOnly time, string format, TimeSpan offset) => format switch
    {
        "utc_offset" => time.ToString("HH:mm", Invariant) + Offset(offset),
        "utc_normalized" => time.Add(-offset).ToString("HH:mm", Invariant) + "Z",
        _ => time.ToString("HH:mm", Invariant),
    };

    public static string Keep(DateOnly date, TimeOnly time, string format, TimeSpan offset)
    {
        if (format != "utc_normalized" || !Within(date, -offset)) return $"{Keep(date)}T{Keep(time, format, offset)}";
        var utc = date.ToDateTime(time) - offset;
        return $"{Keep(DateOnly.FromDateTime(utc))}T{TimeOnly.FromDateTime(utc).ToString("HH:mm", Invariant)}Z";
    }

    /// <summary>A date of three typed parts; null when there is no such day. The year must have four digits.</summary>
    public static DateOnly? Date(string day, string month, string year) =>
        Part(day, 2) is { } d && Part(month, 2) is { } m && year.Length == 4 && Part(year, 4) is { } y and >= 1 && m is >= 1 and <= 12
        && d >= 1 && d <= System.DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;

    /// <summary>A date typed in one piece: <c>22/11/2026</c>, <c>22-11-2026</c>, <c>22.11.2026</c> or <c>2026-11-22</c>.</summary>
    public static DateOnly? TypedDate(string text) =>
        Date(text) ?? (text.Split('/', '-', '.') is [var day, var month, var year] ? Date(day.Trim(), month.Trim(), year.Trim()) : null);

    /// <summary>A time as typed: <c>14:32</c>, <c>14h32</c>, <c>14 giờ 32</c>, <c>14h</c>.</summary>
    public static TimeOnly? TypedTime(string text) =>
        TypedTimePattern().Match(text.Trim()) is { Success: true } match
        && int.Parse(match.Groups[1].Value, Invariant) is var hour and <= 23
        && (match.Groups[2].Success ? int.Parse(match.Groups[2].Value, Invariant) : 0) is var minute and <= 59 ? new(hour, minute) : null;

    static int? Part(string text, int digits) => text.Length is var length and > 0 && length <= digits && text.All(char.IsAsciiDigit) ? int.Parse(text, Invariant) : null;

    static bool Within(DateOnly date, TimeSpan offset) => offset < TimeSpan.Zero ? date > DateOnly.MinValue : date < DateOnly.MaxValue;

    static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.Duration().ToString(@"hh\:mm", Invariant);

    [GeneratedRegex(@"\A([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?\z")]
    private static partial Regex KeptTime();

    [GeneratedRegex(@"\A([0-9]{1,2})\s*(?:[:h]|giờ)\s*([0-9]{2})?(?:\s*phút|:[0-9]{2})?\z", RegexOptions.IgnoreCase)]
    private static partial Regex TypedTimePattern();
}

/// <summary>A moment as the inputs of a date-time field show it. Each part is what was typed, also when it is wrong.</summary>
/// <param name="Day">The day.</param>
/// <param name="Month">The month.</param>
/// <param name="Year">The year.</param>
/// <param name="Time">The time of day.</param>
public sealed record TypedMoment(string Day, string Month, string Year, string Time)
{
    /// <summary>Nothing typed.</summary>
    public static TypedMoment None { get; } = new("", "", "", "");

    internal static TypedMoment Of(FormMoment? moment, System.Text.Json.Nodes.JsonNode? value, TimeSpan offset)
    {
        if (moment is null || ValueShape.Text(value) is not { Length: > 0 } text) return None;
        if (moment.Part == FormMomentPart.Time)
            return None with { Time = Moments.LocalTime(text, offset)?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? text };
        if (moment.Part == FormMomentPart.DateTime && Moments.DateTime(text, offset) is { } both)
            return Parts(both.Date) with { Time = both.Time.ToString("HH:mm", CultureInfo.InvariantCulture) };
        if (Moments.Date(text) is { } date) return Parts(date);
        var pieces = text.Split(' ', 2);
        var numbers = pieces[0].Split('/', 3);
        return numbers.Length == 3
            ? new(numbers[0], numbers[1], numbers[2], pieces.Length > 1 ? pieces[1] : "")
            : None with { Day = text };
    }

    static TypedMoment Parts(DateOnly date) =>
        new(date.Day.ToString(CultureInfo.InvariantCulture), date.Month.ToString(CultureInfo.InvariantCulture), date.ToString("yyyy", CultureInfo.InvariantCulture), "");
}
