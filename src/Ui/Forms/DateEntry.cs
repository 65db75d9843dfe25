using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Ui;

/// <summary>A date as a person typed it into three boxes: kept as typed, so that a wrong one comes back as it was.</summary>
public sealed record DateEntry(string Day = "", string Month = "", string Year = "")
{
    public static readonly DateEntry Empty = new();

    /// <summary>What a <see cref="DateField"/> of this name posted.</summary>
    public static DateEntry Read(IFormCollection form, string name) => new(
        form[$"{name}.day"].ToString().Trim(), form[$"{name}.month"].ToString().Trim(), form[$"{name}.year"].ToString().Trim());

    public static DateEntry Of(LocalDate? date) => date is { } d ? new($"{d.Day}", $"{d.Month}", $"{d.Year}") : Empty;

    /// <summary>A date written <c>yyyy-MM-dd</c>, as forms keep it; anything else gives an empty entry.</summary>
    public static DateEntry OfIso(string? iso) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(iso ?? "") is { Success: true } parsed ? Of(parsed.Value) : Empty;

    public bool IsEmpty => Day == "" && Month == "" && Year == "";

    /// <summary>The date, or null when what was typed is none (or nothing was typed). Years have four digits.</summary>
    public LocalDate? Date =>
        Number(Day, 2) is { } d && Number(Month, 2) is { } m && Year.Length == 4 && Number(Year, 4) is { } y
        && y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
            ? new LocalDate(y, m, d)
            : null;

    /// <summary><c>yyyy-MM-dd</c> when it is a date, null when empty, else what was typed, joined by dashes (which no rule will take for a date).</summary>
    public string? ToIso() => IsEmpty ? null : Date is { } date ? NodaTime.Text.LocalDatePattern.Iso.Format(date) : $"{Year}-{Month}-{Day}";

    private static int? Number(string digits, int most) =>
        digits.Length >= 1 && digits.Length <= most && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
}
