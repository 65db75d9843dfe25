using System.Globalization;
using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Ui;

/// <summary>Dates, times and sizes as pages write them.</summary>
public static class Show
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("dd/MM/uuuu");
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>22/11/2026</c>, in both languages.</summary>
    public static string Date(LocalDate date) => DatePattern.Format(date);

    /// <summary><c>14:32</c>.</summary>
    public static string Time(LocalTime time) => TimePattern.Format(time);

    /// <summary><c>14:32 22/11/2026</c>: the hour first, as Vietnamese letters write it.</summary>
    public static string DateTime(LocalDateTime at) => $"{Time(at.TimeOfDay)} {Date(at.Date)}";

    /// <summary>A size for people: <c>840 KB</c>, <c>2,4 MB</c> (by the culture of the request).</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => $"{Math.Round(bytes / 1_000.0):0} KB",
        _ => (bytes / 1_000_000.0).ToString("0.#", LocalText.CultureOf(LocalText.Current)) + " MB",
    };

    /// <summary>A count in a place that is narrow: <c>1.000+</c> beyond a thousand, as lists count no further.</summary>
    public static string Count(int count) => count > 1_000
        ? 1_000.ToString("N0", LocalText.CultureOf(LocalText.Current)) + "+"
        : count.ToString("N0", LocalText.CultureOf(LocalText.Current));

    internal static string Iso(LocalDateTime at) => LocalDateTimePattern.GeneralIso.Format(at);

    internal static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
