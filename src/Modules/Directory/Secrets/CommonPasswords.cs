using HaiDang.Kernel;

namespace HaiDang.Directory.Secrets;

/// <summary>
/// Passwords that everybody guesses first. The list holds stems; a password is common when, folded and without signs and
/// digits at its ends, nothing is left but a stem or a stem again and again, or when it is one run or one repeated piece.
/// </summary>
internal static class CommonPasswords
{
    private const string Rows = "0123456789 qwertyuiop asdfghjkl zxcvbnm abcdefghijklmnopqrstuvwxyz 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik 1q2w3e4r5t6y7u8i9o0p";
    private const int FewestKinds = 4;

    private static readonly HashSet<string> Stems = Read();

    public static bool Holds(string password)
    {
        var folded = string.Concat(Vietnamese.Fold(password).Where(char.IsLetterOrDigit));
        if (folded.Distinct().Count() < FewestKinds) return true;
        var once = Once(folded);
        var core = Once(once.Trim("0123456789".ToCharArray()));
        return Stems.Contains(folded) || Stems.Contains(once) || Stems.Contains(core) || IsRun(once) || (core.Length <= 2 && IsRun(Digits(once)));
    }

    /// <summary>The shortest piece of which the text is a repetition: <c>abcabcab</c> → <c>abc</c>.</summary>
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
            if (Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length])) return text[..length];
        return text;
    }

    private static bool IsRun(string text) => text.Length > 0
        && Rows.Split(' ').SelectMany(r => (string[])[r + r, new string([.. (r + r).Reverse()])]).Any(r => r.Contains(text, StringComparison.Ordinal));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static HashSet<string> Read()
    {
        var assembly = typeof(CommonPasswords).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(n => n.EndsWith("common-passwords.txt", StringComparison.Ordinal)))!);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
