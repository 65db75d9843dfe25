using HaiDang.Documents.Fonts;
using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>Lines of text in a column: measured once, drawn anywhere.</summary>
internal sealed class Paragraph
{
    private readonly Alignment alignment;
    private readonly double width;
    private readonly double firstIndent;
    private readonly double spacing;

    private Paragraph(IReadOnlyList<TextLine> lines, Alignment alignment, double width, double firstIndent, double spacing)
    {
        Lines = lines;
        this.alignment = alignment;
        this.width = width;
        this.firstIndent = firstIndent;
        this.spacing = spacing;
    }

    public IReadOnlyList<TextLine> Lines { get; }

    public double Height => Lines.Sum(LineHeight);

    /// <summary>The width of its longest line.</summary>
    public double LongestLine => Lines.Max(l => l.Width);

    /// <summary>Breaks runs into lines.</summary>
    /// <param name="runs">Text and how it looks.</param>
    /// <param name="width">Width of the column, in points.</param>
    /// <param name="alignment">Where the lines stand.</param>
    /// <param name="missing">Told each text element that the typeface lacks.</param>
    /// <param name="firstIndent">How far the first line is set in.</param>
    /// <param name="spacing">Distance of lines, in type sizes.</param>
    public static Paragraph Set(
        IReadOnlyList<(string Text, TextStyle Style)> runs, double width, Alignment alignment, Action<string> missing, double firstIndent = 0, double spacing = OfficialStyle.LineSpacing)
    {
        var size = runs.Count == 0 ? OfficialStyle.Body : runs.Max(r => r.Style.Size);
        var words = Word.Read(runs, width - firstIndent, missing);
        return new Paragraph(LineBreaker.Break(words, width, firstIndent, size, alignment), alignment, width, firstIndent, spacing);
    }

    public double LineHeight(TextLine line) => line.Size * spacing;

    /// <summary>Draws one line with its upper edge at <paramref name="top"/>.</summary>
    public void DrawLine(int index, PdfCanvas canvas, PdfTag? tag, double left, double top)
    {
        var line = Lines[index];
        var indent = index == 0 ? firstIndent : 0;
        var x = alignment switch
        {
            Alignment.Center => left + (width - line.Width) / 2,
            Alignment.Right => left + width - line.Width,
            _ => left + indent,
        };
        line.Draw(canvas, tag, x, top + Baseline(line), alignment == Alignment.Justify ? width - indent : null);
    }

    /// <summary>Draws all lines from <paramref name="top"/> downwards and returns the lower edge.</summary>
    public double Draw(PdfCanvas canvas, PdfTag? tag, double left, double top)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            DrawLine(i, canvas, tag, left, top);
            top += LineHeight(Lines[i]);
        }
        return top;
    }

    /// <summary>The lines as strips that keep two lines together at either end of a page.</summary>
    public IEnumerable<Strip> Strips(PdfTag? tag, double left, double gap, bool keepWithNext = false)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var index = i;
            yield return new Strip(LineHeight(Lines[i]), (canvas, y) => DrawLine(index, canvas, tag, left, y))
            {
                Gap = i == 0 ? gap : 0,
                KeepWithNext = (Lines.Count > 1 && (i == 0 || i == Lines.Count - 2)) || (keepWithNext && i == Lines.Count - 1),
            };
        }
    }

    private double Baseline(TextLine line)
    {
        var font = Typeface.Of(FontFace.Regular);
        return (LineHeight(line) + (font.Ascent + font.Descent) * line.Size / 1000) / 2;
    }
}
