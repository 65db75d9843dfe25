namespace HaiDang.Forms;

/// <summary>One line of "check your answers": a visible field and its value as people read it.</summary>
/// <param name="PageId">The page on which it was asked.</param>
/// <param name="PageLabel">That page's label; may be empty.</param>
/// <param name="Field">The field.</param>
/// <param name="Path">Path of the value with indexes: <c>children[0].name</c>.</param>
/// <param name="Label">The field's label; for an item of a list preceded by the list's label and the item's number (<c>Con 1: Họ tên</c>).</param>
/// <param name="Value">The value; empty when unanswered.</param>
public sealed record SummaryRow(string PageId, string PageLabel, FormField Field, string Path, string Label, string Value);

/// <summary>Sums up a view.</summary>
internal static class Summing
{
    public static IReadOnlyList<SummaryRow> Up(FormView view, string language) =>
        [.. view.Pages.SelectMany(page => Rows(page, page.Nodes, "", language))];

    static IEnumerable<SummaryRow> Rows(FormPageView page, IEnumerable<FormNode> nodes, string before, string language)
    {
        foreach (var node in nodes)
        {
            if (node.Field is { } field)
                yield return new(page.Id, page.Label(language), field, node.Path, before + node.Label(language), node.ValueWords(language));
            foreach (var row in Rows(page, node.Children, before, language)) yield return row;
            foreach (var item in node.Items)
                foreach (var row in Rows(page, item.Nodes, $"{before}{node.Label(language)} {item.Index + 1}: ", language)) yield return row;
        }
    }
}
