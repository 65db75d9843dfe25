using System.Globalization;

namespace HaiDang.Documents;

/// <summary>Sentences of the frame, the same on paper and on the screen.</summary>
internal static class OfficialText
{
    /// <summary>Appendix I, part I, section II, item 4 point b: days below 10 and the months 1 and 2 have a zero before them.</summary>
    public static string? PlaceAndDate(OfficialFrame frame)
    {
        var date = frame.Date is { } day ? LongDate(day) : frame.Place is null ? null : "ngày …… tháng …… năm ……";
        return frame.Place is { Length: > 0 } place ? $"{place}, {date}" : date;
    }

    /// <summary>A date in words: <c>ngày 05 tháng 01 năm 2020</c>, <c>ngày 29 tháng 6 năm 2019</c>.</summary>
    public static string LongDate(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");

    /// <summary>Section II item 9 point d: a dash before each recipient, a semicolon after it, a full stop after the last.</summary>
    public static IEnumerable<string> Recipients(OfficialFrame frame) =>
        frame.Recipients.Select((r, i) => $"- {r}{(i < frame.Recipients.Count - 1 ? ";" : ".")}");

    /// <summary>What stands in place of the QR code for who cannot see it.</summary>
    public static string QrAlt(OfficialVerification verification) => $"Mã QR: {verification.Caption}. {verification.Url}";
}
