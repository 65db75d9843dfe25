using System.Globalization;
using System.Text;

namespace HaiDang.Documents.Model;

/// <summary>
/// Makes any string fit to be drawn: NFC, no broken surrogates, no control characters, no invisible marks that turn the direction of
/// the text. Line feeds stay, other line ends become line feeds.
/// </summary>
internal static class CleanText
{
    private const char Unknown = '\uFFFD';

    /// <summary>The text made fit.</summary>
    public static string Of(string text) => Of(text, out _);

    /// <summary>The text made fit; <paramref name="changed"/> tells whether a sign had to be replaced or left out.</summary>
    public static string Of(string text, out bool changed)
    {
        changed = HasBrokenPair(text);
        var clean = new StringBuilder(text.Length);
        var afterReturn = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var skip = afterReturn && rune.Value == '\n';
            afterReturn = rune.Value == '\r';
            if (skip) continue;
            switch (rune.Value)
            {
                case '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029: clean.Append('\n'); break;
                case '\t': clean.Append(' '); break;
                case 0xAD or 0xFEFF: break;
                case >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0x061C: changed = true; break;
                default:
                    if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF)
                    {
                        clean.Append(Unknown);
                        changed = true;
                    }
                    else
                    {
                        clean.Append(rune.ToString());
                    }
                    break;
            }
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether the text holds half of a surrogate pair, which enumeration shows as U+FFFD.</summary>
    private static bool HasBrokenPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return true;
        }
        return false;
    }
}
