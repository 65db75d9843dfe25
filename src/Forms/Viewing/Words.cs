using System.Net;
using System.Text;

namespace HaiDang.Forms;

/// <summary>Words within Markdown and HTML.</summary>
internal static class Words
{
    /// <summary>An answer inside Markdown: it can neither make a link nor a heading nor a tag.</summary>
    public static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '+' or '-' or '.' or '!' or '|' or '<' or '>' or '&' or '~' or ':') escaped.Append('\\');
            escaped.Append(c is '\n' ? ' ' : c);
        }
        return escaped.ToString();
    }

    /// <summary>An answer inside HTML.</summary>
    public static string EscapeHtml(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The words of an HTML fragment: tags, comments, scripts and styles dropped, blocks on lines of their own, entities decoded.</summary>
    public static string OfHtml(string html)
    {
        var words = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<' || at + 1 == html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
            {
                words.Append(html[at] is '\r' or '\n' or '\t' ? ' ' : html[at]);
                at++;
                continue;
            }
            var end = html.AsSpan(at).StartsWith("<!--") ? After(html, "-->", at) : After(html, ">", at);
            var name = Name(html, at + 1);
            if (name is "script" or "style" && html[at + 1] != '/') end = After(html, ">", After(html, "</" + name, end) - 1);
            if (name is "p" or "br" or "div" or "li" or "ul" or "ol" or "tr" or "table" or "section" || name is ['h', >= '1' and <= '6']) words.Append('\n');
            at = end;
        }
        var lines = WebUtility.HtmlDecode(words.ToString()).Split('\n')
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0);
        return CleanText.Normal(string.Join('\n', lines));
    }

    static int After(string text, string mark, int from) =>
        text.IndexOf(mark, Math.Clamp(from, 0, text.Length), StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at + mark.Length : text.Length;

    static string Name(string html, int at)
    {
        if (at < html.Length && html[at] == '/') at++;
        var end = at;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
        return html[at..end].ToLowerInvariant();
    }
}
