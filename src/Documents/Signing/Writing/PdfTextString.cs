using System.Globalization;
using System.Text;
using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Writing;

/// <summary>Text and dates as strings of a PDF file (ISO 32000-1 §7.9.2.2, §7.9.4).</summary>
internal static class PdfTextString
{
    /// <summary>Text as PDFDocEncoding where plain ASCII says it, else as UTF-16BE with its mark.</summary>
    public static StringNode Of(string text) => new(Ascii.IsValid(text) && !text.Any(char.IsControl)
        ? Encoding.ASCII.GetBytes(text)
        : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    /// <summary>A moment to the second with its offset.</summary>
    public static StringNode Of(DateTimeOffset moment)
    {
        var sign = moment.Offset < TimeSpan.Zero ? '-' : '+';
        return new(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"D:{moment:yyyyMMddHHmmss}{sign}{moment.Offset:hh}'{moment.Offset:mm}'")));
    }

    /// <summary>The text of a string: UTF-16BE or UTF-8 where marked, else read as Latin-1, which PDFDocEncoding mostly is.</summary>
    public static string? Text(PdfNode node) => node is not StringNode { Bytes: var bytes } ? null
        : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
        : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3)
        : Encoding.Latin1.GetString(bytes);

    /// <summary>The moment that a string states (what it leaves out counts from the beginning; no offset is UTC), or null.</summary>
    public static DateTimeOffset? Moment(PdfNode node)
    {
        if (Text(node) is not { } text) return null;
        var digits = new string([.. (text.StartsWith("D:", StringComparison.Ordinal) ? text[2..] : text).TakeWhile(char.IsAsciiDigit)]);
        var rest = text[(text.StartsWith("D:", StringComparison.Ordinal) ? 2 : 0)..][digits.Length..];
        var whole = digits.Length is >= 4 and <= 14 && digits.Length % 2 == 0 ? digits + "00000101000000"[digits.Length..] : "";
        if (!DateTime.TryParseExact(whole, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return null;
        return Offset(rest) is { } offset && InRange(local, offset) ? new DateTimeOffset(local, offset) : null;
    }

    private static TimeSpan? Offset(string text)
    {
        if (text is "" or "Z" or "Z00'00'" or "Z00'00") return TimeSpan.Zero;
        var parts = text[1..].Split('\'');
        if (text[0] is not ('+' or '-') || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 14) return null;
        var minutes = 0;
        if (parts.Length > 1 && parts[1] != "" && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minutes) || minutes > 59)) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return offset > TimeSpan.FromHours(14) ? null : text[0] == '-' ? -offset : offset;
    }

    private static bool InRange(DateTime local, TimeSpan offset) => local.Year is > 1 and < 9999 || local.Ticks - offset.Ticks is >= 0 and <= 3155378975999999999;
}
