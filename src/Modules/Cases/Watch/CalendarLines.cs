using System.Globalization;
using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Watch;

/// <summary>A calendar as lines of text, one for each rule: equal calendars give equal lines, and what differs can be told.</summary>
internal static class CalendarLines
{
    private const string Name = " · ";

    public static IReadOnlyList<string> Of(CalendarRules rules)
    {
        var lines = new List<string> { $"zone {rules.Zone}", $"cut-off {rules.CutOff}", $"day {rules.StandardDay}" };
        lines.AddRange(rules.Week.Select(d => $"week {(int)d.Key} {Hours(d.Value)}"));
        lines.AddRange(rules.Holidays.Select(h => $"off {Day(h.From)}–{Day(h.To)}{Name}{h.Name.Vi}"));
        lines.AddRange(rules.SwappedDays.Select(s => $"swap {Day(s.Date)} {(int)s.WorksAs}{Name}{s.Name.Vi}"));
        lines.AddRange(rules.ShortDays.Select(s => $"short {Day(s.Date)} {Hours(s.Hours)}{Name}{s.Name.Vi}"));
        lines.AddRange(rules.Closures.Select(c => $"shut {Moment(c.From)}–{Moment(c.To)}{Name}{c.Name.Vi}"));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of what is new or gone, for the people whose due times move.</summary>
    public static string Reason(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var names = after.Except(before).Concat(before.Except(after))
            .Where(l => l.Contains(Name, StringComparison.Ordinal)).Select(l => l[(l.IndexOf(Name, StringComparison.Ordinal) + Name.Length)..])
            .Distinct().ToList();
        const int most = 5;
        return names.Count == 0 ? "Giờ làm việc thay đổi."
            : $"Lịch làm việc thay đổi: {string.Join(", ", names.Take(most))}{(names.Count > most ? "…" : "")}.";
    }

    private static string Hours(IEnumerable<WorkingInterval> hours) => string.Join(' ', hours.Select(h => $"{Time(h.From)}-{Time(h.To)}"));

    private static string Time(LocalTime time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Moment(LocalDateTime moment) => LocalDateTimePattern.GeneralIso.Format(moment);
}
