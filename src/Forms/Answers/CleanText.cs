using System.Text;

namespace HaiDang.Forms;

/// <summary>Text as it is kept: NFC, without invisible strays; what cannot be read becomes U+FFFD and is refused later with words.</summary>
internal static class CleanText
{
    const char Unreadable = '\uFFFD';

    /// <summary>NFC, with broken surrogates marked and byte order marks and zero-width blanks dropped.</summary>
    public static string Normal(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var whole = WithoutStrays(text);
        try
        {
            return whole.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Only noncharacters are left as a cause; they are refused below anyway.
            return new([.. whole.Select(c => IsNoncharacter(c) ? Unreadable : c)]);
        }
    }

    /// <summary>What a person typed, as it is kept.</summary>
    public static string Typed(string text, bool lines)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in Normal(text).ReplaceLineEndings("\n"))
            kept.Append(c is '\n' ? (lines ? '\n' : ' ') : c is '\t' ? (lines ? '\t' : ' ') : char.IsControl(c) ? Unreadable : c);
        return kept.ToString().Trim();
    }

    /// <summary>Whether a text holds what no document may hold: control characters, broken encoding, marks that turn the direction of reading.</summary>
    public static bool HasUnreadable(string text)
    {
        foreach (var c in text)
            if (c == Unreadable || (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || IsNoncharacter(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }
        return false;
    }

    static bool IsNoncharacter(char c) => c is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF');

    static string WithoutStrays(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\uFEFF' or '\u200B') continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept.Append(c).Append(text[++i]);
            else kept.Append(char.IsSurrogate(c) ? Unreadable : c);
        }
        return kept.ToString();
    }
}
