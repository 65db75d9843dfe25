using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>Lays out the content of a document (box 6): blocks become strips.</summary>
/// <param name="notes">Where it tells what it could not show.</param>
/// <param name="headingShift">How many levels the frame's own headings take.</param>
/// <param name="setting">Size and distance of lines.</param>
internal sealed class BlockLayout(LayoutNotes notes, int headingShift, BodySetting setting)
{
    private const double TextWidth = OfficialStyle.PageWidth - OfficialStyle.Left - OfficialStyle.Right;
    private const double QuoteInset = OfficialStyle.FirstLine;
    private const int DeepestInset = 4;

    private int pictures;

    public List<Strip> Lay(IReadOnlyList<Block> blocks, PdfTag parent)
    {
        var strips = new List<Strip>();
        Lay(blocks, parent, OfficialStyle.Left, TextWidth, null, strips);
        return strips;
    }

    private void Lay(IReadOnlyList<Block> blocks, PdfTag parent, double left, double width, PdfTag? label, List<Strip> strips, string labelText = "")
    {
        var beginsPage = false;
        foreach (var block in blocks)
        {
            var before = strips.Count;
            switch (block)
            {
                case HeadingBlock heading: Heading(heading, parent, left, width, strips); break;
                case ParagraphBlock paragraph when label is not null:
                    Labelled(paragraph, parent, label, labelText, left, width, strips);
                    label = null;
                    break;
                case ParagraphBlock paragraph:
                    var indent = paragraph is { Indent: true, Alignment: Alignment.Justify } ? OfficialStyle.FirstLine : 0;
                    strips.AddRange(Set(paragraph.Spans, width, paragraph.Alignment, indent).Strips(parent.Add("P"), left, OfficialStyle.ParagraphGap));
                    break;
                case ListBlock list: List(list, parent, left, width, strips); break;
                case QuoteBlock quote:
                    var inset = width > TextWidth - DeepestInset * 2 * QuoteInset ? QuoteInset : 0;
                    Lay(quote.Blocks, parent.Add("BlockQuote"), left + inset, width - 2 * inset, null, strips);
                    break;
                case TableBlock table: strips.AddRange(new TableLayout(notes, setting.Size - 1).Lay(table, parent, left, width)); break;
                case PictureBlock picture: Picture(picture, parent, left, width, strips); break;
                case RuleBlock: strips.Add(Rule(left, width)); break;
                case PageBreakBlock: beginsPage = true; break;
            }
            if (!beginsPage || strips.Count == before) continue;
            strips[before] = strips[before] with { BeginsPage = true };
            beginsPage = false;
        }
    }

    private Paragraph Set(IReadOnlyList<Span> spans, double width, Alignment alignment, double indent, bool bold = false, bool italic = false) =>
        Paragraph.Set([.. spans.Select(s => (s.Text, TextStyle.Of(s, setting.Size, bold, italic)))], width, alignment, notes.Missing, indent, setting.Spacing);

    /// <summary>Section II item 6 point đ: parts, chapters and sections in the middle; articles and clauses with the first line set in.</summary>
    private void Heading(HeadingBlock heading, PdfTag parent, double left, double width, List<Strip> strips)
    {
        var central = heading.Level <= 2;
        var tag = parent.Add("H" + Math.Min(6, heading.Level + headingShift));
        var paragraph = Set(heading.Spans, width, central ? Alignment.Center : Alignment.Justify, central ? 0 : OfficialStyle.FirstLine, bold: true, italic: heading.Level > 4);
        strips.AddRange(paragraph.Strips(tag, left, central ? 2 * OfficialStyle.ParagraphGap : OfficialStyle.ParagraphGap, keepWithNext: true));
    }

    private void List(ListBlock list, PdfTag parent, double left, double width, List<Strip> strips)
    {
        var tag = parent.Add(new PdfTag("L") { Attributes = new PdfDict { ["O"] = new PdfName("List"), ["ListNumbering"] = new PdfName(list.Ordered ? "Decimal" : "None") } });
        foreach (var item in list.Items)
        {
            var element = tag.Add("LI");
            var label = element.Add("Lbl");
            var blocks = item.Blocks.Count > 0 && item.Blocks[0] is ParagraphBlock ? item.Blocks : [new ParagraphBlock([]), .. item.Blocks];
            Lay(blocks, element.Add("LBody"), left, width, label, strips, item.Label);
        }
    }

    /// <summary>The first paragraph of an item: its mark stands where the first line is set in, as officials write clauses and dashes.</summary>
    private void Labelled(ParagraphBlock paragraph, PdfTag parent, PdfTag label, string text, double left, double width, List<Strip> strips)
    {
        var mark = Paragraph.Set([(text, TextStyle.Of(setting.Size))], width, Alignment.Left, notes.Missing, spacing: setting.Spacing);
        var start = OfficialStyle.FirstLine + mark.LongestLine + TextStyle.Of(setting.Size).BlankWidth;
        var body = Set(paragraph.Spans, width, paragraph.Alignment == Alignment.Justify ? Alignment.Justify : Alignment.Left, start).Strips(parent, left, OfficialStyle.ParagraphGap).ToList();
        var first = body[0];
        body[0] = first with
        {
            Draw = (canvas, y) =>
            {
                mark.DrawLine(0, canvas, label, left + OfficialStyle.FirstLine, y);
                first.Draw(canvas, y);
            },
        };
        strips.AddRange(body);
    }

    private void Picture(PictureBlock block, PdfTag parent, double left, double width, List<Strip> strips)
    {
        if (PictureReader.Read(block.Picture.Data, $"P{pictures}") is not { } picture)
        {
            notes.Add("document.unreadable-picture",
                $"Không đọc được hình “{block.Alt}”; hãy dùng tệp JPEG hoặc PNG (không xen dòng).",
                $"The picture “{block.Alt}” cannot be read; give a JPEG or a PNG that is not interlaced.");
            strips.AddRange(Set([new Span($"[{block.Alt}]", Italic: true)], width, Alignment.Center, 0).Strips(parent.Add("P"), left, OfficialStyle.ParagraphGap));
            return;
        }
        pictures++;
        const double PointsPerPixel = 72.0 / 150;
        var scale = Math.Min(PointsPerPixel, Math.Min(width / picture.Width, Paginator.Tallest * 0.6 / picture.Height));
        var (w, h) = (picture.Width * scale, picture.Height * scale);
        var tag = parent.Add(new PdfTag("Figure") { Alt = block.Alt });
        strips.Add(new Strip(h, (canvas, y) => canvas.Picture(tag, picture, left + (width - w) / 2, y, w, h)) { Gap = OfficialStyle.ParagraphGap });
    }

    private static Strip Rule(double left, double width) =>
        new(OfficialStyle.ParagraphGap, (canvas, y) => canvas.Line(left + width / 3, y + OfficialStyle.ParagraphGap / 2, left + width * 2 / 3, y + OfficialStyle.ParagraphGap / 2))
        {
            Gap = OfficialStyle.ParagraphGap,
        };
}
