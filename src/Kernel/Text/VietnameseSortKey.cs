using System.Globalization;
using System.Text;

namespace HaiDang.Kernel;

/// <summary>
/// Three levels, as in the Unicode collation algorithm with CLDR's Vietnamese tailoring: letters, tones, case. Each level
/// is one character per letter; levels are parted by U+0001, which sorts before all of them.
/// </summary>
internal static class VietnameseSortKey
{
    private const string Signs = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";
    private const string Letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const char LevelEnds = '\u0001', FirstSign = '!', FirstDigit = 'A', FirstLetter = 'K';

    // The marks that make letters of their own, and the tones in the order of the dictionary.
    private const char Breve = '\u0306', Circumflex = '\u0302', Horn = '\u031B';
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    public static string Of(string text)
    {
        StringBuilder letters = new(text.Length * 2), tones = new(), cases = new();
        var decomposed = Vietnamese.Whole(text).Normalize(NormalizationForm.FormD);
        for (var i = 0; i < decomposed.Length; i++)
        {
            var c = decomposed[i];
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control && !char.IsWhiteSpace(c)) continue;
            var small = char.ToLowerInvariant(c);
            var tone = '0';
            for (; i + 1 < decomposed.Length && CharUnicodeInfo.GetUnicodeCategory(decomposed[i + 1]) is UnicodeCategory.NonSpacingMark; i++)
            {
                var mark = decomposed[i + 1];
                if (Composed(small, mark) is { } letter) small = letter;
                else tone = Tones.IndexOf(mark) is >= 0 and var t ? (char)('1' + t) : '6';
            }
            letters.Append(Weight(small));
            tones.Append(tone);
            cases.Append(char.IsUpper(c) ? '1' : '0');
        }
        return $"{letters}{LevelEnds}{tones.ToString().TrimEnd('0')}{LevelEnds}{cases.ToString().TrimEnd('0')}";
    }

    private static char? Composed(char letter, char mark) => (letter, mark) switch
    {
        ('a', Breve) => 'ă',
        ('a', Circumflex) => 'â',
        ('e', Circumflex) => 'ê',
        ('o', Circumflex) => 'ô',
        ('o', Horn) => 'ơ',
        ('u', Horn) => 'ư',
        _ => null,
    };

    private static char Weight(char c)
    {
        if (char.IsWhiteSpace(c)) return ' ';
        if (char.IsAsciiDigit(c)) return (char)(FirstDigit + (c - '0'));
        if (Letters.IndexOf(c) is >= 0 and var letter) return (char)(FirstLetter + letter);
        return Signs.IndexOf(c) is >= 0 and var sign ? (char)(FirstSign + sign) : c;
    }
}
