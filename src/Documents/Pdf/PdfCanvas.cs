using System.Globalization;
using System.Text;
using HaiDang.Documents.Fonts;

namespace HaiDang.Documents.Pdf;

/// <summary>
/// One page in the making. Places are in points from the upper left corner of the page, y downwards; text stands on its baseline.
/// Everything drawn belongs to an element of the structure, or to none and is then marked as an artifact (§14.8.2.2).
/// </summary>
internal sealed class PdfCanvas(int index, double width, double height, IReadOnlyList<FontSubset> fonts)
{
    private readonly StringBuilder content = new();
    private readonly List<PdfTag> marks = [];
    private readonly List<PdfLink> links = [];
    private readonly HashSet<FontFace> faces = [];
    private readonly SortedDictionary<string, PdfPicture> pictures = new(StringComparer.Ordinal);
    private bool open;
    private PdfTag? current;

    public int Index { get; } = index;
    public double Width { get; } = width;
    public double Height { get; } = height;

    /// <summary>The element of each piece of marked content, by its number.</summary>
    public IReadOnlyList<PdfTag> Marks => marks;

    public IReadOnlyList<PdfLink> Links => links;
    public IReadOnlyCollection<FontFace> Faces => faces;
    public IReadOnlyDictionary<string, PdfPicture> Pictures => pictures;

    /// <summary>Draws text that the face can draw entirely. <paramref name="stretch"/> is added to each blank, in points.</summary>
    public void Text(PdfTag? tag, FontFace face, double size, double x, double baseline, string text, double stretch = 0)
    {
        if (text.Length == 0) return;
        Mark(tag);
        Show(face, size, x, baseline, text, stretch);
    }

    /// <summary>Draws <paramref name="shown"/> in place of text that the face has no letters for; readers and searches get the text.</summary>
    public void Replacement(PdfTag? tag, FontFace face, double size, double x, double baseline, string shown, string text)
    {
        Mark(tag);
        var buffer = new PdfBytes();
        new PdfText(text).WriteTo(buffer);
        content.Append("/Span <</ActualText ").Append(Encoding.ASCII.GetString(buffer.ToArray())).Append(">> BDC\n");
        Show(face, size, x, baseline, shown, 0);
        content.Append("EMC\n");
    }

    /// <summary>Draws a straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, double thickness = 0.5, PdfTag? tag = null)
    {
        Mark(tag);
        content.Append(CultureInfo.InvariantCulture, $"{N(thickness)} w {N(x1)} {N(Height - y1)} m {N(x2)} {N(Height - y2)} l S\n");
    }

    /// <summary>Fills rectangles, given as left, top, width, height, in black.</summary>
    public void Fill(PdfTag? tag, IEnumerable<(double X, double Y, double Width, double Height)> rectangles)
    {
        Mark(tag);
        foreach (var (x, y, w, h) in rectangles) content.Append(CultureInfo.InvariantCulture, $"{N(x)} {N(Height - y - h)} {N(w)} {N(h)} re\n");
        content.Append("f\n");
    }

    /// <summary>Draws a picture into a rectangle.</summary>
    public void Picture(PdfTag tag, PdfPicture picture, double x, double y, double w, double h)
    {
        Mark(tag);
        pictures[picture.Name] = picture;
        content.Append(CultureInfo.InvariantCulture, $"q {N(w)} 0 0 {N(h)} {N(x)} {N(Height - y - h)} cm /{picture.Name} Do Q\n");
    }

    /// <summary>Makes a rectangle lead to an address.</summary>
    public void Link(PdfTag tag, string address, double x, double y, double w, double h)
    {
        var link = new PdfLink(Index, address, x, Height - y - h, x + w, Height - y, tag);
        links.Add(link);
        tag.Add(link);
    }

    /// <summary>The content stream; nothing can be drawn afterwards.</summary>
    public byte[] Close()
    {
        if (open) content.Append("EMC\n");
        open = false;
        return Encoding.ASCII.GetBytes(content.ToString());
    }

    private static string N(double value) => PdfNumber.Text(value);

    private void Mark(PdfTag? tag)
    {
        if (open && ReferenceEquals(tag, current)) return;
        if (open) content.Append("EMC\n");
        open = true;
        current = tag;
        if (tag is null)
        {
            content.Append("/Artifact BMC\n");
            return;
        }
        content.Append(CultureInfo.InvariantCulture, $"/{tag.Type} <</MCID {marks.Count}>> BDC\n");
        tag.Add(new PdfMark(Index, marks.Count));
        marks.Add(tag);
    }

    private void Show(FontFace face, double size, double x, double baseline, string text, double stretch)
    {
        faces.Add(face);
        var font = fonts[(int)face];
        content.Append(CultureInfo.InvariantCulture, $"BT /F{(int)face} {N(size)} Tf 1 0 0 1 {N(x)} {N(Height - baseline)} Tm [<");
        foreach (var rune in text.EnumerateRunes())
        {
            content.Append(font.Number(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
            if (stretch != 0 && Blank.Stretches(rune.Value)) content.Append(CultureInfo.InvariantCulture, $"> {N(-stretch * 1000 / size)} <");
        }
        content.Append(">] TJ ET\n");
    }
}
