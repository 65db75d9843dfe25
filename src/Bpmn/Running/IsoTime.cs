using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiDang.Bpmn;

/// <summary>ISO 8601 durations, points in time and repetitions, as timers have them.</summary>
internal static partial class IsoTime
{
    /// <summary>A duration of at most 9,999 years; months are counted by the calendar, the rest exactly.</summary>
    public sealed record Duration(int Months, TimeSpan Rest)
    {
        public DateTimeOffset? After(DateTimeOffset from)
        {
            try { return from.AddMonths(Months) + Rest; }
            catch (ArgumentOutOfRangeException) { return null; }
        }
    }

    /// <summary>A repetition: how often (null without end), from when (null from now), and how far apart.</summary>
    public sealed record Cycle(int? Times, DateTimeOffset? From, Duration Every, string EveryText);

    [GeneratedRegex(@"^P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,7})D)?(?:T(?=.)(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10}(?:\.\d{1,7})?)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationShape();

    [GeneratedRegex(@"^R(\d{0,9})/(?:([^/]+)/)?(P[^/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex CycleShape();

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    public static Duration? ReadDuration(string text)
    {
        var m = DurationShape().Match(text.Trim());
        if (!m.Success) return null;
        decimal Part(int group) => m.Groups[group].Success ? decimal.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var months = (Part(1) * 12) + Part(2);
        var seconds = (((Part(3) * 7) + Part(4)) * 86_400) + (Part(5) * 3_600) + (Part(6) * 60) + Part(7);
        return months > 12 * 9_999 || seconds > 9_999m * 366 * 86_400 ? null : new Duration((int)months, TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)));
    }

    /// <summary>A point in time; one without offset is taken in the given one.</summary>
    public static DateTimeOffset? ReadInstant(string text, TimeSpan offset)
    {
        var plain = text.Trim();
        if (!Offset().IsMatch(plain))
            return DateTime.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && plain.Length >= 10 && plain[4] == '-'
                ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset) : null;
        return plain.Length > 10 && plain[4] == '-' && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
    }

    public static Cycle? ReadCycle(string text, TimeSpan offset)
    {
        var m = CycleShape().Match(text.Trim());
        if (!m.Success || ReadDuration(m.Groups[3].Value) is not { } every || (every.Months == 0 && every.Rest <= TimeSpan.Zero)) return null;
        DateTimeOffset? from = null;
        if (m.Groups[2].Success && (from = ReadInstant(m.Groups[2].Value, offset)) is null) return null;
        return new Cycle(m.Groups[1].Length == 0 ? null : int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), from, every, m.Groups[3].Value);
    }
}
