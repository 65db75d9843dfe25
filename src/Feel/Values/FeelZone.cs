using System.Collections.Concurrent;
using System.Globalization;

namespace HaiDang.Feel.Values;

/// <summary>An offset from UTC, or a zone of the IANA database whose offset follows from the date.</summary>
internal sealed record FeelZone
{
    private static readonly ConcurrentDictionary<string, FeelZone?> known = new(StringComparer.Ordinal);

    internal static readonly FeelZone Utc = new() { OffsetSeconds = 0 };

    /// <summary>The IANA identifier, or null for a plain offset.</summary>
    internal string? Id { get; private init; }

    /// <summary>The offset east of UTC; of a zone, its standard offset.</summary>
    internal int OffsetSeconds { get; private init; }

    private TimeZoneInfo? Rules { get; init; }

    internal static FeelZone FromOffset(int seconds) => seconds == 0 ? Utc : new() { OffsetSeconds = seconds };

    internal static FeelZone? FromId(string id)
    {
        if (id.Length is 0 or > 64 || !char.IsAsciiLetter(id[0]))
        {
            return null;
        }
        if (known.TryGetValue(id, out var zone))
        {
            return zone;
        }
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var rules) && rules.HasIanaId)
        {
            return known[id] = new() { Id = id, OffsetSeconds = (int)rules.BaseUtcOffset.TotalSeconds, Rules = rules };
        }
        return null;
    }

    /// <summary>Reads <c>Z</c>, <c>+07:00</c>, <c>-03:30:15</c> or <c>@Asia/Ho_Chi_Minh</c>.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out FeelZone? zone)
    {
        zone = null;
        if (text.Length == 0)
        {
            return true;
        }
        if (text is "Z")
        {
            zone = Utc;
            return true;
        }
        if (text[0] == '@')
        {
            zone = FromId(text[1..].ToString());
            return zone is not null;
        }
        if (text[0] is not ('+' or '-') || text.Length is not (6 or 9) || text[3] != ':' || (text.Length == 9 && text[6] != ':'))
        {
            return false;
        }
        var seconds = 0;
        if (!FeelDate.Digits(text.Slice(1, 2), out var hours) || !FeelDate.Digits(text.Slice(4, 2), out var minutes)
            || (text.Length == 9 && !FeelDate.Digits(text.Slice(7, 2), out seconds))
            || hours > 18 || minutes > 59 || seconds > 59)
        {
            return false;
        }
        var total = hours * 3600 + minutes * 60 + seconds;
        if (total > 18 * 3600)
        {
            return false;
        }
        zone = FromOffset(text[0] == '-' ? -total : total);
        return true;
    }

    /// <summary>The offset in seconds at a local date and time.</summary>
    internal int OffsetAt(FeelDate date, long nanosOfDay)
    {
        if (Rules is null)
        {
            return OffsetSeconds;
        }
        // Rules beyond what the framework's calendar holds repeat those of its ends.
        var year = Math.Clamp(date.Year, 2, 9997);
        var local = new DateTime(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)), 0, 0, 0, DateTimeKind.Unspecified)
            .AddTicks(nanosOfDay / 100);
        if (Rules.IsInvalidTime(local))
        {
            return (int)Rules.GetUtcOffset(local.AddHours(-3)).TotalSeconds;
        }
        return Rules.IsAmbiguousTime(local)
            ? (int)Rules.GetAmbiguousTimeOffsets(local).Max().TotalSeconds
            : (int)Rules.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>The offset in seconds at a date and time of UTC.</summary>
    internal int OffsetAtUtc(FeelDate date, long nanosOfDay)
    {
        if (Rules is null)
        {
            return OffsetSeconds;
        }
        var year = Math.Clamp(date.Year, 2, 9997);
        var utc = new DateTime(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)), 0, 0, 0, DateTimeKind.Utc)
            .AddTicks(nanosOfDay / 100);
        return (int)Rules.GetUtcOffset(utc).TotalSeconds;
    }

    public bool Equals(FeelZone? other) => other is not null && Id == other.Id && OffsetSeconds == other.OffsetSeconds;

    public override int GetHashCode() => HashCode.Combine(Id, OffsetSeconds);

    public override string ToString()
    {
        if (Id is not null)
        {
            return "@" + Id;
        }
        if (OffsetSeconds == 0)
        {
            return "Z";
        }
        var s = Math.Abs(OffsetSeconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(OffsetSeconds < 0 ? '-' : '+')}{s / 3600:00}:{s / 60 % 60:00}");
        return s % 60 == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $":{s % 60:00}");
    }
}
