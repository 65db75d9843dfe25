using System.Text;
using System.Text.RegularExpressions;

namespace HaiDang.Bpmn;

/// <summary>The text of an XML file as it lies on a disk (XML 1.0, appendix F): its encoding is told by a byte order mark, else by its declaration, else it is UTF-8.</summary>
internal static partial class XmlText
{
    private const int LongestDeclaration = 200;

    public static string Decode(ReadOnlySpan<byte> file)
    {
        var (encoding, mark) = file switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
            [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
            _ => (Declared(Encoding.Latin1.GetString(file[..Math.Min(file.Length, LongestDeclaration)])) ?? Encoding.UTF8, 0),
        };
        return encoding.GetString(file[mark..]);
    }

    private static Encoding? Declared(string head)
    {
        if (Declaration().Match(head) is not { Success: true } match) return null;
        var name = match.Groups[1].Value;
        try
        {
            // One that is wider than a byte cannot be meant: its declaration was read byte by byte.
            return (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)) is { IsSingleByte: true } single ? single : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
