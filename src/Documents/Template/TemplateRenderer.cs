using System.Text;
using HaiDang.Documents.Model;
using HaiDang.Feel;

namespace HaiDang.Documents.Template;

/// <summary>Fills the tree of a template: text stays Markdown, values go to their places.</summary>
internal sealed class TemplateRenderer(string source, RenderOptions options, List<DocumentDiagnostic> notes)
{
    private readonly ValueText writer = new(options.Language == "en", options.Zone);
    private int items;
    private bool emptyIsFine;

    /// <summary>Markdown with places instead of values.</summary>
    public string Fill(IReadOnlyList<TemplateNode> nodes, FeelScope scope, ValuePlaces places)
    {
        var text = new StringBuilder();
        Fill(nodes, scope, text, places.Keep);
        return text.ToString();
    }

    /// <summary>Plain text with the values in it, for the head, where a part without value is a part that is not drawn.</summary>
    public string Plain(IReadOnlyList<TemplateNode> nodes, FeelScope scope)
    {
        var text = new StringBuilder();
        emptyIsFine = true;
        Fill(nodes, scope, text, value => value);
        emptyIsFine = false;
        return CleanText.Of(text.ToString());
    }

    private void Fill(IReadOnlyList<TemplateNode> nodes, FeelScope scope, StringBuilder text, Func<string, string> place)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode literal: text.Append(literal.Text); break;
                case ValueNode value: text.Append(place(Write(value, scope))); break;
                case IfNode choice:
                    var branch = choice.Branches.FirstOrDefault(b => b.Condition is null || Evaluate(b.Condition, scope).AsBoolean == true);
                    if (branch is not null) Fill(branch.Nodes, scope, text, place);
                    break;
                case EachNode each: Repeat(each, scope, text, place); break;
            }
        }
    }

    private void Repeat(EachNode each, FeelScope scope, StringBuilder text, Func<string, string> place)
    {
        var list = Evaluate(each.List, scope);
        if (list.Kind == FeelKind.Null) return;

        // As in FEEL, a single value counts as a list of one (DMN 1.5 §10.3.2.2).
        var position = 0;
        foreach (var item in list.AsList ?? [list])
        {
            if (++items > options.MostItems)
            {
                if (items == options.MostItems + 1)
                {
                    Note(each.List, "document.too-many-items", $"Danh sách dài quá {options.MostItems} mục; phần còn lại bị bỏ.", $"There are more than {options.MostItems} items; the rest is left out.");
                }
                return;
            }
            position++;
            var inner = scope.With(each.Item, item);
            if (each.Position is not null) inner = inner.With(each.Position, FeelValue.Of((decimal)position));
            Fill(each.Nodes, inner, text, place);
        }
    }

    private string Write(ValueNode node, FeelScope scope)
    {
        var value = Evaluate(node.Expression, scope);
        if (value.Kind == FeelKind.Null)
        {
            if (emptyIsFine) return "";
            Note(node.Expression, "document.empty-value",
                $"“{node.Expression.Feel.Text}” không có giá trị nên để trống.", $"“{node.Expression.Feel.Text}” has no value and is left empty.");
            return "";
        }
        if (writer.Write(value, node.Format) is not { } written)
        {
            written = value.ToText();
            Note(node.Expression, "document.format-does-not-fit",
                $"Không viết được “{node.Expression.Feel.Text}” theo dạng đã chọn; giữ nguyên giá trị.", $"“{node.Expression.Feel.Text}” is not of a kind that the format can write; it stays as it is.");
        }
        var clean = CleanText.Of(written, out var changed);
        if (changed)
        {
            Note(node.Expression, "document.control-characters",
                $"“{node.Expression.Feel.Text}” chứa ký tự điều khiển; chúng được thay bằng dấu � hoặc bỏ đi.", $"“{node.Expression.Feel.Text}” holds control characters; they are replaced by � or left out.");
        }
        return clean;
    }

    private FeelValue Evaluate(TemplateExpression expression, FeelScope scope)
    {
        var found = new List<FeelDiagnostic>();
        var value = expression.Feel.Evaluate(scope, found);
        foreach (var one in found) Add(TemplateExpression.Placed(one, source, expression.Line, expression.Column));
        return value;
    }

    private void Note(TemplateExpression at, string code, string vi, string en) => Add(new DocumentDiagnostic(source, at.Line, at.Column, code, vi, en));

    private void Add(DocumentDiagnostic note)
    {
        if (!notes.Contains(note)) notes.Add(note);
    }
}
