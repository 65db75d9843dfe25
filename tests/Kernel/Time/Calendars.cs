using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Kernel.Tests.Time;

/// <summary>Calendars that tests share: an office like Hải Phòng's around Tết 2026.</summary>
internal static class Calendars
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public static readonly IReadOnlyList<WorkingInterval> FullDay = Hours("07:30-11:30", "13:00-17:00");

    /// <summary>
    /// Mon–Fri 8 h; Tết 16–20/2/2026 and its bridge Monday 23/2, paid for on Saturday 28/2; half-day on 13/2; typhoon
    /// from noon of 9/9 to noon of 10/9; New Year's Days of 2026 and 2027.
    /// </summary>
    public static CalendarRules Rules => new()
    {
        Zone = "Asia/Ho_Chi_Minh",
        Week = Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => FullDay),
        Holidays =
        [
            new(Day("2026-01-01"), Day("2026-01-01"), new("Tết Dương lịch", "New Year's Day")),
            new(Day("2026-02-16"), Day("2026-02-20"), new("Tết Nguyên đán", "Lunar New Year")),
            new(Day("2026-02-23"), Day("2026-02-23"), new("Nghỉ hoán đổi", "Bridge day")),
            new(Day("2027-01-01"), Day("2027-01-01"), new("Tết Dương lịch", "New Year's Day")),
        ],
        SwappedDays = [new(Day("2026-02-28"), IsoDayOfWeek.Monday, new("Làm bù ngày 23/02", "Works for 23 February"))],
        ShortDays = [new(Day("2026-02-13"), Hours("07:30-11:30"), new("Nghỉ sớm trước Tết", "Early close before Tet"))],
        Closures = [new(Day("2026-09-09").At(new(12, 0)), Day("2026-09-10").At(new(12, 0)), new("Bão số 5", "Typhoon 5"))],
        Years = [2026, 2027],
    };

    public static readonly WorkingCalendar Office = WorkingCalendar.Create(Rules).Value;

    public static IReadOnlyList<WorkingInterval> Hours(params string[] hours) =>
        [.. hours.Select(h => h.Split('-')).Select(h => new WorkingInterval(Clock(h[0]), Clock(h[1])))];

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(Zone).ToInstant();

    public static string Local(Instant at) => at.InZone(Zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static WorkingTime Amount(string iso) => WorkingTime.Parse(iso).Value;

    private static LocalTime Clock(string time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;
}
