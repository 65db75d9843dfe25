using System.Text.RegularExpressions;
using HaiDang.Feel;

namespace HaiDang.Documents.Template;

/// <summary>Reads the tags of a template into a tree and collects everything that is wrong.</summary>
internal sealed partial class TemplateReader(SourceText source, IReadOnlyList<string> scopeNames, List<DocumentDiagnostic> problems)
{
    private readonly List<TemplateName> names = [];
    private readonly List<string> locals = [];
    private List<TemplateToken> tokens = [];
    private int at;

    /// <summary>The names that expressions take from the scope, in order of place.</summary>
    public IReadOnlyList<TemplateName> Names => names;

    public IReadOnlyList<TemplateNode> Read(List<TemplateToken> scanned)
    {
        tokens = scanned;
        at = 0;
        var nodes = new List<TemplateNode>();
        while (at < tokens.Count)
        {
            nodes.AddRange(Nodes());
            if (at >= tokens.Count) break;
            var stray = tokens[at++];
            problems.Add(source.At(stray.Offset, "document.stray-tag",
                $"Thẻ “{stray.Text.Trim()}” không thuộc khối nào đang mở.", $"The tag “{stray.Text.Trim()}” belongs to no open block."));
        }
        return nodes;
    }

    /// <summary>Reads an expression at a place and notes its names.</summary>
    public TemplateExpression? Expression(string text, int offset)
    {
        var lead = text.Length - text.TrimStart().Length;
        var (line, column) = source.Place(offset + lead);
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            problems.Add(source.At(offset, "document.empty-expression", "Giữa “{{” và “}}” chưa có biểu thức.", "There is no expression between “{{” and “}}”."));
            return null;
        }
        var parse = FeelExpression.Parse(trimmed, [.. scopeNames, .. locals]);
        foreach (var found in parse.Diagnostics) problems.Add(TemplateExpression.Placed(found, source.Name, line, column));
        if (parse.Value is not { } feel) return null;
        foreach (var name in feel.Names)
        {
            if (!locals.Any(local => name == local || name.StartsWith(local + ".", StringComparison.Ordinal))) names.Add(new TemplateName(name, line, column));
        }
        return new TemplateExpression(feel, line, column);
    }

    /// <summary>A value tag: an expression and perhaps a format.</summary>
    public ValueNode? Value(TemplateToken tag)
    {
        var bar = FormatBar(tag.Text);
        var format = ValueFormat.Plain;
        if (bar >= 0)
        {
            var name = tag.Text[(bar + 1)..].Trim();
            var place = tag.Text.Length - tag.Text[(bar + 1)..].TrimStart().Length;
            if (ValueFormats.Read(name) is { } known) format = known;
            else
            {
                problems.Add(source.At(tag.Offset + place, "document.unknown-format",
                    $"Không có cách viết “{name}”; hãy dùng một trong: {ValueFormats.Known}.", $"There is no format “{name}”; use one of: {ValueFormats.Known}."));
            }
        }
        return Expression(bar < 0 ? tag.Text : tag.Text[..bar], tag.Offset) is { } expression ? new ValueNode(expression, format) : null;
    }

    private List<TemplateNode> Nodes()
    {
        var nodes = new List<TemplateNode>();
        for (; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var inner = token.Text.Trim();
            if (!token.IsTag)
            {
                if (token.Text.Length > 0) nodes.Add(new TextNode(token.Text));
            }
            else if (inner == "else" || inner.StartsWith('/')) return nodes;
            else if (!inner.StartsWith('#'))
            {
                if (Value(token) is { } value) nodes.Add(value);
            }
            else if (Word(inner, "#if")) nodes.Add(If(token));
            else if (Word(inner, "#each")) nodes.Add(Each(token));
            else
            {
                problems.Add(source.At(token.Offset, "document.unknown-block",
                    $"Không có khối “{inner.Split(' ')[0]}”; chỉ có #if và #each.", $"There is no block “{inner.Split(' ')[0]}”; there are #if and #each."));
            }
        }
        return nodes;
    }

    private IfNode If(TemplateToken opening)
    {
        var skip = opening.Text.IndexOf("#if", StringComparison.Ordinal) + 3;
        var condition = Expression(opening.Text[skip..], opening.Offset + skip);
        at++;
        var branches = new List<IfBranch> { new(condition, Nodes()) };
        while (at < tokens.Count && tokens[at].Text.Trim() == "else")
        {
            if (branches.Count > 1)
            {
                problems.Add(source.At(tokens[at].Offset, "document.second-else", "Khối #if đã có {{else}}.", "This #if has an {{else}} already."));
            }
            at++;
            branches.Add(new IfBranch(null, Nodes()));
        }
        Close("/if", opening);
        return new IfNode(branches);
    }

    private EachNode Each(TemplateToken opening)
    {
        var skip = opening.Text.IndexOf("#each", StringComparison.Ordinal) + 5;
        var match = AsClause().Match(opening.Text, skip);
        if (!match.Success)
        {
            problems.Add(source.At(opening.Offset, "document.each-without-as",
                "Hãy viết {{#each danh sách as tên}} hoặc {{#each danh sách as tên, thứ tự}}.", "Write {{#each list as name}} or {{#each list as name, position}}."));
        }
        var end = match.Success ? match.Index : opening.Text.Length;
        var list = Expression(opening.Text[skip..end], opening.Offset + skip);
        var item = match.Success ? match.Groups["item"].Value : "item";
        var position = match.Groups["position"] is { Success: true } group ? group.Value : null;
        var kept = locals.Count;
        locals.Add(item);
        if (position is not null) locals.Add(position);
        at++;
        var nodes = Nodes();
        locals.RemoveRange(kept, locals.Count - kept);
        Close("/each", opening);
        return new EachNode(list!, item, position, nodes);
    }

    private void Close(string closing, TemplateToken opening)
    {
        if (at < tokens.Count && tokens[at].Text.Trim() == closing) return;
        problems.Add(source.At(opening.Offset, "document.unclosed-block",
            $"Khối này chưa được đóng bằng {{{{{closing}}}}}.", $"This block is not closed by {{{{{closing}}}}}."));
        at--;
    }

    private static bool Word(string text, string word) => text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || char.IsWhiteSpace(text[word.Length]));

    /// <summary>The bar before a format: the last one outside strings.</summary>
    private static int FormatBar(string text)
    {
        var bar = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                for (i++; i < text.Length && text[i] != '"'; i++)
                {
                    if (text[i] == '\\') i++;
                }
            }
            else if (text[i] == '|') bar = i;
        }
        return bar;
    }

    [GeneratedRegex(@"\s+as\s+(?<item>[\p{L}_][\p{L}\p{M}\p{N}_]*)(\s*,\s*(?<position>[\p{L}_][\p{L}\p{M}\p{N}_]*))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AsClause();
}
