using System.Globalization;
using System.Text;

namespace HaiDang.Kernel;

/// <summary>Vietnamese text: one spelling at the doors, keys for searching and sorting, capital letters of names.</summary>
public static class Vietnamese
{
    /// <summary>
    /// The text in Unicode's NFC, as every door of the platform makes it. A lone surrogate, which no normalisation takes,
    /// becomes U+FFFD; so do U+FFFE and U+FFFF.
    /// </summary>
    public static string Nfc(string text)
    {
        if (Ascii.IsValid(text)) return text;
        return Whole(text).Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// A key for searching: no accents, đ as d, lower case, every run of white space one space, none at the ends. The same
    /// for NFC and NFD and for both ways of placing tones (<c>hoà</c>, <c>hòa</c>). Folding twice changes nothing.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = folded.Length > 0;
                continue;
            }
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (space) folded.Append(' ');
            space = false;
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether the text holds the sought words, accents and case aside; an empty search finds everything.</summary>
    public static bool Holds(string text, string sought) => Fold(text).Contains(Fold(sought), StringComparison.Ordinal);

    /// <summary>
    /// A text that sorts by ordinal comparison (SQLite's BINARY, PostgreSQL's "C") as Vietnamese dictionaries do: a ă â b c
    /// d đ e ê …, then tones (none, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals. Spaces sort before
    /// signs, signs before digits, digits before letters. For comparing only, never for showing.
    /// </summary>
    public static string SortKey(string text) => VietnameseSortKey.Of(Whole(text));

    /// <summary>
    /// A name with capitals where Vietnamese names have them: first letter of each word and after an apostrophe or hyphen,
    /// all others small (<c>NGUYỄN THỊ MINH KHAI</c>, <c>h'hen niê</c> → <c>H'Hen Niê</c>). White space is collapsed; the result is NFC.
    /// </summary>
    public static string TitleCase(string name)
    {
        var cased = new StringBuilder(name.Length);
        var begins = true;
        foreach (var c in string.Join(' ', Nfc(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            cased.Append(begins ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            begins = c is ' ' or '\'' or '’' or '-';
        }
        return cased.ToString();
    }

    /// <summary>The text with U+FFFD in place of what no normalisation takes: halves of surrogate pairs, and U+FFFE and U+FFFF.</summary>
    internal static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < '\uD800') continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else if (char.IsSurrogate(text[i]) || text[i] >= '\uFFFE')
                return string.Concat(text.EnumerateRunes().Select(r => r.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : r.ToString()));
        }
        return text;
    }
}
