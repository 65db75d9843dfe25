namespace HaiDang.Documents.Template;

/// <summary>A stretch of a template: text as it stands, or the inside of <c>{{ … }}</c>.</summary>
/// <param name="IsTag">Whether it is a tag.</param>
/// <param name="Text">The text, or what stands between the braces.</param>
/// <param name="Offset">Where <paramref name="Text"/> begins in the template.</param>
internal sealed record TemplateToken(bool IsTag, string Text, int Offset)
{
    /// <summary>Whether this tag opens, divides or closes a block and writes nothing itself.</summary>
    public bool IsBlockTag => IsTag && Text.Trim() is var inner && (inner.StartsWith('#') || inner.StartsWith('/') || inner == "else");
}

/// <summary>
/// Cuts a template at its tags. A tag ends at the first <c>}}</c> outside strings and inner braces, so FEEL contexts may stand in it;
/// <c>\{{</c> is text. A line with nothing but block tags leaves no empty line behind.
/// </summary>
internal static class TemplateScanner
{
    public static List<TemplateToken> Scan(SourceText source, int from, ICollection<DocumentDiagnostic> problems)
    {
        var text = source.Text;
        var tokens = new List<TemplateToken>();
        var start = from;
        var at = from;
        while ((at = text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            if (at > from && text[at - 1] == '\\')
            {
                tokens.Add(new TemplateToken(false, text[start..(at - 1)] + "\\{\\{", start));
                start = at += 2;
                continue;
            }
            var end = End(text, at + 2);
            if (end < 0)
            {
                problems.Add(source.At(at, "document.unclosed-tag", "Thiếu dấu “}}” đóng biểu thức.", "The closing “}}” of this expression is missing."));
                at = text.Length;
                start = at;
                break;
            }
            if (at > start) tokens.Add(new TemplateToken(false, text[start..at], start));
            tokens.Add(new TemplateToken(true, text[(at + 2)..end], at + 2));
            start = at = end + 2;
        }
        if (start < text.Length) tokens.Add(new TemplateToken(false, text[start..], start));
        return WithoutTagLines(tokens);
    }

    private static int End(string text, int at)
    {
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    for (i++; i < text.Length && text[i] != '"'; i++)
                    {
                        if (text[i] == '\\') i++;
                    }
                    break;
                case '{': depth++; break;
                case '}' when depth > 0: depth--; break;
                case '}' when i + 1 < text.Length && text[i + 1] == '}': return i;
            }
        }
        return -1;
    }

    /// <summary>Takes away lines that hold only blanks and block tags.</summary>
    private static List<TemplateToken> WithoutTagLines(List<TemplateToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsBlockTag) continue;
            var last = i;
            while (last + 2 < tokens.Count && IsBlank(tokens[last + 1]) && tokens[last + 2].IsBlockTag || last + 1 < tokens.Count && tokens[last + 1].IsBlockTag)
            {
                last += tokens[last + 1].IsBlockTag ? 1 : 2;
            }
            var before = i > 0 ? tokens[i - 1] : null;
            var after = last + 1 < tokens.Count ? tokens[last + 1] : null;
            if (BeginsLine(before, i - 1 == 0 || i == 0) && EndsLine(after, last + 2 >= tokens.Count))
            {
                if (before is not null) tokens[i - 1] = before with { Text = before.Text[..(before.Text.LastIndexOf('\n') + 1)] };
                if (after is not null)
                {
                    var cut = after.Text.IndexOf('\n') is var feed && feed < 0 ? after.Text.Length : feed + 1;
                    tokens[last + 1] = after with { Text = after.Text[cut..], Offset = after.Offset + cut };
                }
            }
            i = last;
        }
        return tokens;
    }

    private static bool IsBlank(TemplateToken token) => !token.IsTag && token.Text.All(c => c is ' ' or '\t');

    private static bool BeginsLine(TemplateToken? before, bool first)
    {
        if (before is null) return true;
        if (before.IsTag) return false;
        var feed = before.Text.LastIndexOf('\n');
        return (feed >= 0 || first) && before.Text.AsSpan(feed + 1).Trim(" \t").IsEmpty;
    }

    private static bool EndsLine(TemplateToken? after, bool last)
    {
        if (after is null) return true;
        if (after.IsTag) return false;
        var feed = after.Text.IndexOf('\n');
        return (feed >= 0 || last) && after.Text.AsSpan(0, feed < 0 ? after.Text.Length : feed).Trim(" \t\r").IsEmpty;
    }
}
