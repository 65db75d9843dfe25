using System.Globalization;
using HaiDang.Feel;

namespace HaiDang.Documents.Template;

/// <summary>Writes values as Vietnamese or English documents do.</summary>
/// <param name="english">Whether to write English.</param>
/// <param name="zone">The zone in which moments are told.</param>
internal sealed class ValueText(bool english, TimeZoneInfo zone)
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };

    private NumberFormatInfo Numbers => english ? English : Vietnamese;

    /// <summary>The value in a format, or null when it is not of a kind that the format can write.</summary>
    public string? Write(FeelValue value, ValueFormat format)
    {
        switch (format)
        {
            case ValueFormat.Plain: return Plain(value);
            case ValueFormat.Upper: return Plain(value).ToUpper(CultureInfo.InvariantCulture);
            case ValueFormat.Time: return Moment(value) is { } time ? Clock(time) : value.Kind == FeelKind.Time ? ClockOf(value.ToText()) : null;
        }
        if (format is ValueFormat.Date or ValueFormat.LongDate)
        {
            if (Day(value) is not { } day) return null;
            return format == ValueFormat.Date ? Date(day) : english ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : OfficialText.LongDate(day);
        }
        if (Number(value) is not { } number) return null;
        if (format == ValueFormat.Number) return Grouped(number);
        return english ? "VND" + Fonts.Blank.NoBreak + Grouped(number) : Grouped(number) + Fonts.Blank.NoBreak + "đ";
    }

    private string Plain(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => "",
        FeelKind.Boolean => (value.AsBoolean, english) switch { (true, false) => "có", (true, true) => "yes", (_, false) => "không", _ => "no" },
        FeelKind.Number => value.AsDecimal is { } number ? number.ToString("0.############################", Numbers) : value.ToText(),
        FeelKind.Date => value.AsDate is { } day ? Date(day) : value.ToText(),
        FeelKind.DateTime => Moment(value) is { } moment ? $"{Clock(moment)} {Date(DateOnly.FromDateTime(moment.DateTime))}" : value.ToText(),
        FeelKind.Time => ClockOf(value.ToText()),
        FeelKind.List => string.Join(", ", value.AsList!.Select(Plain)),
        _ => value.ToText(),
    };

    private string Grouped(decimal number) => number.ToString("#,##0.############################", Numbers);

    private static string Date(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset moment) => moment.ToString("HH':'mm", CultureInfo.InvariantCulture);

    private static string ClockOf(string time) => time.Length >= 5 && time[2] == ':' ? time[..5] : time;

    private static decimal? Number(FeelValue value) => value.Kind == FeelKind.String
        ? decimal.TryParse(value.AsString, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null
        : value.AsDecimal;

    /// <summary>The day of a date, of a moment in the zone, or of a string that writes either as ISO 8601.</summary>
    private DateOnly? Day(FeelValue value)
    {
        if (value.AsDate is { } day) return day;
        if (value.AsString is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return day;
        return Moment(value) is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null;
    }

    private DateTimeOffset? Moment(FeelValue value)
    {
        if (value.Kind == FeelKind.DateTime) return value.AsDateTimeOffset(zone) is { } own ? TimeZoneInfo.ConvertTime(own, zone) : null;
        if (value.AsString is not { Length: >= 16 } text || text[10] != 'T') return null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        var hasOffset = text.EndsWith('Z') || text.IndexOfAny(['+', '-'], 16) >= 0;
        return hasOffset ? TimeZoneInfo.ConvertTime(moment, zone) : moment;
    }
}
