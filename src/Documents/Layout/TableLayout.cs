using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>
/// Lays out a table: columns as wide as their words ask, rows that stay whole unless they are taller than a good part of a page, the
/// header repeated on every page.
/// </summary>
/// <param name="notes">Where it tells what it could not show.</param>
/// <param name="largest">Type size of a table of few columns.</param>
internal sealed class TableLayout(LayoutNotes notes, double largest)
{
    private const double Inset = 4;
    private const double LineGap = 2.5;
    private const double WholeRow = Paginator.Tallest * 0.4;
    private const double LowestRepeatedHeader = Paginator.Tallest * 0.3;

    public List<Strip> Lay(TableBlock table, PdfTag parent, double left, double width)
    {
        var size = table.Columns.Count switch { > 8 => largest - 2, > 5 => largest - 1, _ => largest };
        var columns = ColumnWidths.Share(table, size, width - 2 * Inset * table.Columns.Count).Select(w => w + 2 * Inset).ToArray();
        var tag = parent.Add("Table");
        var header = new List<Strip>();
        var again = new List<Strip>();
        if (table.Header is { } cells)
        {
            var head = tag.Add("THead");
            header = Row(table, cells, head, "TH", size, columns, left, first: true);
            if (header.Sum(s => s.Height) <= LowestRepeatedHeader)
            {
                again = Row(table, cells, null, "TH", size, columns, left, first: true);
                header = [.. header.Select(s => s with { KeepWithNext = true })];
            }
        }
        var strips = new List<Strip>(header);
        var body = table.Rows.Count > 0 ? tag.Add("TBody") : tag;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = Row(table, table.Rows[i], body, "TD", size, columns, left, first: i == 0 && header.Count == 0);
            strips.AddRange(row.Select(s => s with { Repeated = again }));
        }
        if (strips.Count > 0) strips[0] = strips[0] with { Gap = OfficialStyle.ParagraphGap };
        return strips;
    }

    /// <summary>A row, line by line, so that only a very tall one is ever parted.</summary>
    private List<Strip> Row(
        TableBlock table, IReadOnlyList<IReadOnlyList<Span>> cells, PdfTag? parent, string type, double size, double[] columns, double left, bool first)
    {
        var isHeader = type == "TH";
        var row = parent?.Add("TR");
        var texts = cells.Select((cell, i) => Paragraph.Set(
            [.. cell.Select(s => (s.Text, TextStyle.Of(s, size, bold: isHeader)))],
            columns[i] - 2 * Inset, isHeader ? Alignment.Center : table.Columns[i], notes.Missing, spacing: OfficialStyle.Single)).ToArray();
        var tags = cells.Select(_ => row?.Add(new PdfTag(type) { Attributes = isHeader ? Scope() : null })).ToArray();
        var height = size * OfficialStyle.Single;
        var count = texts.Max(t => t.Lines.Count);
        var whole = count * height <= WholeRow;
        var right = left + columns.Sum();

        return [.. Enumerable.Range(0, count).Select(k =>
        {
            var (over, under) = (k == 0 ? LineGap : 0, k == count - 1 ? LineGap : 0);
            var strip = over + height + under;
            return new Strip(strip, (canvas, y) =>
            {
                var x = left;
                for (var i = 0; i < texts.Length; i++)
                {
                    // A cell without letters still has its place in the structure; a header shorter than its neighbours stands in the middle.
                    var own = k - (isHeader ? (count - texts[i].Lines.Count) / 2 : 0);
                    if (own >= 0 && own < texts[i].Lines.Count) texts[i].DrawLine(own, canvas, tags[i], x + Inset, y + over);
                    x += columns[i];
                }
                if (!table.Ruled) return;
                if (k == 0 && first) canvas.Line(left, y, right, y);
                if (k == count - 1) canvas.Line(left, y + strip, right, y + strip);
                x = left;
                foreach (var column in columns.Prepend(0)) canvas.Line(x += column, y, x, y + strip);
            })
            {
                KeepWithNext = whole && k < count - 1,
                Close = Edge,
                Reopen = Edge,
            };
        })];

        void Edge(PdfCanvas canvas, double y)
        {
            if (table.Ruled) canvas.Line(left, y, right, y);
        }
    }

    private static PdfDict Scope() => new() { ["O"] = new PdfName("Table"), ["Scope"] = new PdfName("Column") };
}
