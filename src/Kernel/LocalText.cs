using System.Globalization;

namespace HaiDang.Kernel;

/// <summary>The languages that a person can read the platform in.</summary>
public enum Language
{
    /// <summary>Vietnamese, the first language and the one that binds.</summary>
    Vietnamese,

    /// <summary>English, complete beside it.</summary>
    English,
}

/// <summary>
/// One sentence in both languages, side by side, so that neither can be forgotten. Both may hold composite-format
/// places (<c>{0}</c>), filled by <see cref="With"/>.
/// </summary>
/// <param name="Vi">Vietnamese with diacritics, NFC.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Vi, string En)
{
    /// <summary>The text in the given language.</summary>
    public string In(Language language) => language == Language.English ? En : Vi;

    /// <summary>
    /// The same sentence with its places filled. An argument that is itself a <see cref="LocalText"/> is put into each
    /// language in that language; other arguments are formatted by the culture of that language.
    /// </summary>
    public LocalText With(params object?[] args) => args.Length == 0
        ? this
        : new(Fill(Vi, args, Language.Vietnamese), Fill(En, args, Language.English));

    /// <summary>The text in the language of the current request (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    public override string ToString() => In(Current);

    /// <summary>The language of the current request: English when the UI culture is English, else Vietnamese.</summary>
    public static Language Current =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Vietnamese;

    /// <summary>The culture by which numbers and dates are written in a language: vi-VN or en-GB.</summary>
    public static CultureInfo CultureOf(Language language) =>
        CultureInfo.GetCultureInfo(language == Language.English ? "en-GB" : "vi-VN");

    private static string Fill(string text, object?[] args, Language language)
    {
        var local = Array.ConvertAll(args, a => a is LocalText t ? t.In(language) : a);
        return string.Format(CultureOf(language), text, local);
    }
}
