using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Life;

/// <summary>The pauses between the tries of an automatic step; the last one is used for all tries beyond.</summary>
internal static class Pauses
{
    public static readonly IReadOnlyList<Duration> Usual = [Duration.FromSeconds(10), Duration.FromMinutes(1), Duration.FromMinutes(10), Duration.FromHours(1)];

    /// <summary>Null when any of them is not an ISO 8601 duration of hours, minutes and seconds.</summary>
    public static IReadOnlyList<Duration>? Parse(string text)
    {
        var pauses = new List<Duration>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (PeriodPattern.NormalizingIso.Parse(part) is not { Success: true, Value: { Years: 0, Months: 0 } period }) return null;
            pauses.Add(period.ToDuration());
        }
        return pauses.Count == 0 ? null : pauses;
    }

    /// <summary>The pause after so many tries.</summary>
    public static Duration After(int tries, string? text)
    {
        var pauses = (text is null ? null : Parse(text)) ?? Usual;
        return pauses[Math.Min(tries, pauses.Count) - 1];
    }
}
