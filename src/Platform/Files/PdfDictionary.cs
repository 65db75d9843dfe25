using System.Globalization;
using System.Text;

namespace HaiDang.Platform.Files;

/// <summary>
/// The entries of one PDF dictionary (ISO 32000-2, 7.3) as they are written, nested ones unread. Text is one byte a character (Latin-1).
/// </summary>
internal sealed class PdfDictionary
{
    private const int MostEntries = 200, Deepest = 20;

    private readonly Dictionary<string, string> entries = [];

    private PdfDictionary()
    {
    }

    /// <summary>The first dictionary in a text; null when there is none, or it does not end.</summary>
    public static PdfDictionary? In(string text)
    {
        var at = text.IndexOf("<<", StringComparison.Ordinal);
        if (at < 0) return null;
        var found = new PdfDictionary();
        for (at += 2; found.entries.Count < MostEntries;)
        {
            at = Space(text, at);
            if (Starts(text, at, ">>")) return found;
            if (at >= text.Length || text[at] != '/') return null;
            var name = End(text, at, 0);
            var value = Space(text, name);
            var end = End(text, value, 0);
            if (end <= value) return null;
            // A reference is three words: number, generation, R.
            if (char.IsAsciiDigit(text[value]) && Reference(text, value) is var after and > 0) end = after;
            found.entries[text[(at + 1)..name]] = text[value..end];
            at = end;
        }
        return null;
    }

    public bool Has(string key) => entries.ContainsKey(key);

    public string? Raw(string key) => entries.GetValueOrDefault(key);

    public string? Name(string key) => Raw(key) is ['/', .. var name] ? name : null;

    public long? Number(string key) => long.TryParse(Raw(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool? Is(string key) => Raw(key) switch { "true" => true, "false" => false, _ => null };

    public byte[]? Text(string key) => Raw(key) is { } written ? TextOf(written) : null;

    /// <summary>The first text of an array.</summary>
    public byte[]? FirstText(string key) => Raw(key) is ['[', .. var inside] && Space(inside, 0) is var at && End(inside, at, 0) is var end && end > at ? TextOf(inside[at..end]) : null;

    private static byte[]? TextOf(string written) => written switch
    {
        ['<', .. var hex, '>'] => HexOf(hex),
        ['(', .. var literal, ')'] => LiteralOf(literal),
        _ => null,
    };

    private static byte[]? HexOf(string written)
    {
        var hex = string.Concat(written.Where(c => !char.IsWhiteSpace(c) && c != '\0'));
        return hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex.Length % 2 == 0 ? hex : hex + "0") : null;
    }

    private static byte[] LiteralOf(string written)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '\r')
            {
                bytes.Add((byte)'\n');
                if (i + 1 < written.Length && written[i + 1] == '\n') i++;
                continue;
            }
            if (written[i] != '\\' || ++i >= written.Length)
            {
                if (i < written.Length) bytes.Add((byte)written[i]);
                continue;
            }
            switch (written[i])
            {
                case 'n': bytes.Add(10); break;
                case 'r': bytes.Add(13); break;
                case 't': bytes.Add(9); break;
                case 'b': bytes.Add(8); break;
                case 'f': bytes.Add(12); break;
                case '\r': if (i + 1 < written.Length && written[i + 1] == '\n') i++; break;
                case '\n': break;
                case >= '0' and <= '7':
                    var octal = 0;
                    for (var digits = 0; digits < 3 && i < written.Length && written[i] is >= '0' and <= '7'; digits++) octal = octal * 8 + (written[i++] - '0');
                    i--;
                    bytes.Add((byte)octal);
                    break;
                default: bytes.Add((byte)written[i]); break;
            }
        }
        return [.. bytes];
    }

    private static int Space(string text, int at)
    {
        for (; at < text.Length; at++)
            if (text[at] == '%') while (at < text.Length && text[at] is not ('\r' or '\n')) at++;
            else if (text[at] is not ('\0' or '\t' or '\n' or '\f' or '\r' or ' ')) return at;
        return at;
    }

    /// <summary>Where the token that begins at a place ends; the place itself when there is none, or it is nested too deep.</summary>
    private static int End(string text, int at, int depth)
    {
        if (at >= text.Length || depth > Deepest) return at;
        if (text[at] == '(') return EndOfLiteral(text, at);
        if (Starts(text, at, "<<")) return EndOfMany(text, at + 2, ">>", depth);
        if (text[at] == '[') return EndOfMany(text, at + 1, "]", depth);
        if (text[at] == '<') return text.IndexOf('>', at) is var close and > 0 ? close + 1 : at;
        var end = at + 1;
        while (end < text.Length && !"\0\t\n\f\r ()<>[]{}/%".Contains(text[end], StringComparison.Ordinal)) end++;
        return end;
    }

    private static int EndOfMany(string text, int at, string close, int depth)
    {
        while (true)
        {
            at = Space(text, at);
            if (Starts(text, at, close)) return at + close.Length;
            var end = End(text, at, depth + 1);
            if (end <= at) return 0;
            at = end;
        }
    }

    private static int EndOfLiteral(string text, int at)
    {
        for (var open = 0; at < text.Length; at++)
            if (text[at] == '\\') at++;
            else if (text[at] == '(') open++;
            else if (text[at] == ')' && --open == 0) return at + 1;
        return 0;
    }

    private static int Reference(string text, int at)
    {
        for (var words = 0; words < 2; words++)
        {
            var end = End(text, at, 0);
            if (!text[at..end].All(char.IsAsciiDigit)) return 0;
            at = Space(text, end);
        }
        return at < text.Length && text[at] == 'R' ? at + 1 : 0;
    }

    private static bool Starts(string text, int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;
}
