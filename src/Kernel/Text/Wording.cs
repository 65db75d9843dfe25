using System.Globalization;
using NodaTime;

namespace HaiDang.Kernel;

/// <summary>Dates, times, money and working time as people read them, in both languages.</summary>
public static class Wording
{
    private static readonly string[] Weekdays = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

    /// <summary>A date in figures, the same in both languages: <c>22/11/2026</c>.</summary>
    public static string Date(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{date.Month:00}/{date.Year:0000}");

    /// <summary>A time of day to the minute: <c>14:32</c>.</summary>
    public static string Time(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");

    /// <summary>Time and date: <c>14:32 ngày 22/11/2026</c>, <c>14:32 on 22/11/2026</c>.</summary>
    public static LocalText DateTime(LocalDateTime at) => new(
        $"{Time(at.TimeOfDay)} ngày {Date(at.Date)}", $"{Time(at.TimeOfDay)} on {Date(at.Date)}");

    /// <summary>Time and date of a moment in a zone.</summary>
    public static LocalText DateTime(Instant at, DateTimeZone zone) => DateTime(at.InZone(zone).LocalDateTime);

    /// <summary>
    /// A date as official documents write it: <c>ngày 22 tháng 11 năm 2026</c>, days below 10 and months 1 and 2 with a
    /// leading zero (Decree 30/2020/NĐ-CP, appendix I; unverified); <c>22 November 2026</c>.
    /// </summary>
    public static LocalText LongDate(LocalDate date) => new(
        string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {(date.Month < 3 ? "0" : "")}{date.Month} năm {date.Year}"),
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)} {date.Year}"));

    /// <summary>A weekday: <c>thứ Hai</c> … <c>Chủ nhật</c>, <c>Monday</c> … <c>Sunday</c>.</summary>
    public static LocalText DayOfWeek(IsoDayOfWeek day) => new(Weekdays[(int)day - 1], day.ToString());

    /// <summary>A whole number with its thousands parted: <c>1.234.567</c> in Vietnamese, <c>1,234,567</c> in English.</summary>
    public static string Number(long number, Language language) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', language == Language.English ? ',' : '.');

    /// <summary>An amount in figures: <c>1.234.567 đ</c>, <c>1,234,567 VND</c>. The space does not break.</summary>
    public static string Money(Money money, Language language) =>
        Number(money.Dong, language) + (language == Language.English ? "\u00A0VND" : "\u00A0đ");

    /// <summary>An amount in figures, in both languages.</summary>
    public static LocalText Money(Money money) => new(Money(money, Language.Vietnamese), Money(money, Language.English));

    /// <summary>An amount in words, as receipts have it: <c>một trăm hai mươi nghìn đồng</c>, <c>one hundred and twenty thousand dong</c>.</summary>
    public static LocalText MoneyInWords(Money money) => new(
        NumberWords.Vietnamese(money.Dong) + " đồng", NumberWords.English(money.Dong) + " dong");

    /// <summary>
    /// An amount of working time in its largest unit that fills at least one, rounded down: <c>2 ngày làm việc</c>,
    /// <c>3 giờ làm việc</c>, <c>20 phút làm việc</c>. Its sign is left aside; less than a minute counts as one.
    /// </summary>
    public static LocalText Amount(WorkingCalendar calendar, WorkingTime amount)
    {
        var hours = calendar.InHours(amount);
        if (hours < Duration.Zero) hours = -hours;
        if (hours >= calendar.StandardDay) return Unit((int)(hours / calendar.StandardDay), "ngày", "day");
        if (hours >= Duration.FromHours(1)) return Unit((int)hours.TotalHours, "giờ", "hour");
        return Unit(Math.Max(1, (int)hours.TotalMinutes), "phút", "minute");
    }

    /// <summary>
    /// What is left of a limit, for <see cref="WorkingClock.Left"/>: <c>còn 3 giờ làm việc</c>, <c>3 working hours left</c>;
    /// negative <c>quá hạn 1 ngày làm việc</c>, <c>1 working day overdue</c>; exactly none <c>đến hạn</c>, <c>due now</c>.
    /// </summary>
    public static LocalText Left(WorkingCalendar calendar, WorkingTime left)
    {
        var hours = calendar.InHours(left);
        var amount = Amount(calendar, left);
        if (hours == Duration.Zero) return new("đến hạn", "due now");
        return hours > Duration.Zero
            ? new($"còn {amount.Vi}", $"{amount.En} left")
            : new($"quá hạn {amount.Vi}", $"{amount.En} overdue");
    }

    /// <summary>What has run of a limit: <c>đã qua 2 ngày làm việc</c>, <c>2 working days gone</c>.</summary>
    public static LocalText Elapsed(WorkingCalendar calendar, WorkingTime spent)
    {
        var amount = Amount(calendar, spent);
        return calendar.InHours(spent) <= Duration.Zero ? new("chưa tính giờ", "not yet counted") : new($"đã qua {amount.Vi}", $"{amount.En} gone");
    }

    /// <summary>A limit as law states it: <c>3 ngày làm việc</c>, <c>1 ngày 4 giờ làm việc</c>, <c>4 working hours</c>.</summary>
    public static LocalText Limit(WorkingTime limit)
    {
        var (hours, minutes) = ((int)limit.Hours.TotalHours, limit.Hours.Minutes);
        var parts = new List<(int N, string Vi, string En)>();
        if (limit.Days > 0) parts.Add((limit.Days, "ngày", "day"));
        if (hours > 0) parts.Add((hours, "giờ", "hour"));
        if (minutes > 0 || parts.Count == 0) parts.Add((minutes, "phút", "minute"));
        var en = string.Join(" and ", parts.Select((p, i) => $"{p.N} {(i == 0 ? "working " : "")}{p.En}{(p.N == 1 ? "" : "s")}"));
        return new(string.Join(' ', parts.Select(p => $"{p.N} {p.Vi}")) + " làm việc", en);
    }

    private static LocalText Unit(int n, string vi, string en) => new($"{n} {vi} làm việc", $"{n} working {en}{(n == 1 ? "" : "s")}");
}
