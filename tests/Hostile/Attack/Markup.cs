using System.Text.RegularExpressions;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>Tells whether a page holds as markup what somebody sent as text.</summary>
internal static partial class Markup
{
    /// <summary>What was let through, in words; null when nothing was.</summary>
    public static string? LetThrough(string html, string sent)
    {
        if (html.Length == 0) return null;
        if (sent.Length >= 4 && IsMarkup().IsMatch(sent) && html.Contains(sent, StringComparison.Ordinal)) return "markup let through";
        if (InlineScript().Match(html) is { Success: true } script) return $"a script in the page: {script.Value}";
        if (JavaScriptLink().IsMatch(html)) return "a link that runs";
        return Runs().IsMatch(sent) && Tag().Matches(html).Select(t => Quoted().Replace(t.Value, "")).FirstOrDefault(t => Runs().IsMatch(t)) is { } tag ? $"an attribute that runs: {tag}" : null;
    }

    [GeneratedRegex("<[A-Za-z/!?]|[\"'][^\"']*=")]
    private static partial Regex IsMarkup();

    /// <summary>No page of the city has scripts within it, but for data.</summary>
    [GeneratedRegex("<script(?![^>]*\\b(src=|type=\"(application/json|application/ld\\+json|importmap)\"))[^>]*>.{0,40}", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("\\s(href|src|action)=\"\\s*(javascript|data:text/html|vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex JavaScriptLink();

    /// <summary>Nor attributes that run.</summary>
    [GeneratedRegex("[\\s/]on[a-z]{3,}\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Runs();

    [GeneratedRegex("<[a-zA-Z](?>[^\"'<>]+|\"[^\"]*\"|'[^']*')*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();
}
