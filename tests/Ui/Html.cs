using System.Text.RegularExpressions;

namespace HaiDang.Ui.Tests;

internal static partial class Html
{
    public static string TokenIn(string page) => TokenPattern().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
