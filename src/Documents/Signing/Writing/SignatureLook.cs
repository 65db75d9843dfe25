using System.Text;
using HaiDang.Documents.Fonts;
using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;
using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Writing;

/// <summary>
/// Draws the appearance of a signature as a form XObject (ISO 32000-1 §12.5.5, §8.10). It is drawn as a page of a document of its own, with
/// embedded fonts, and taken over from there.
/// </summary>
internal static class SignatureLook
{
    private const double LargestType = 10;
    private const double LineHeight = 1.2;
    private const double Padding = 3;
    private const FontFace Face = FontFace.Regular;

    public static RefNode Draw(IncrementalUpdate update, IReadOnlyList<string> lines, double width, double height, DateTimeOffset created)
    {
        var document = new PdfDocument();
        var page = document.AddPage(width, height);
        Frame(page);
        Write(page, [.. lines.Select(Drawable)]);
        var (source, _) = PdfReader.Open(document.Write(new PdfMetadata("", null, null, "vi-VN", created), new byte[16]));
        var entries = source!.Pages()[0].Page;
        var content = (StreamNode)source.Resolve(entries["Contents"]);
        var copied = new Dictionary<int, RefNode>();
        return update.Add(content with
        {
            Entries = content.Entries
                .With("Type", new NameNode("XObject"))
                .With("Subtype", new NameNode("Form"))
                .With("BBox", entries["MediaBox"])
                .With("Resources", Copy(source, entries["Resources"], update, copied)),
        });
    }

    private static void Frame(PdfCanvas page)
    {
        const double inset = 0.25;
        var (right, bottom) = (page.Width - inset, page.Height - inset);
        page.Line(inset, inset, right, inset);
        page.Line(right, inset, right, bottom);
        page.Line(right, bottom, inset, bottom);
        page.Line(inset, bottom, inset, inset);
    }

    private static void Write(PdfCanvas page, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        var widest = lines.Max(Width);
        var size = Math.Min(LargestType, (page.Height - 2 * Padding) / (lines.Count * LineHeight));
        if (widest > 0) size = Math.Min(size, (page.Width - 2 * Padding) / widest);
        if (size <= 0) return;
        var top = (page.Height - lines.Count * LineHeight * size) / 2;
        for (var i = 0; i < lines.Count; i++)
            page.Text(null, Face, size, Padding, top + (i * LineHeight + 0.95) * size, lines[i]);
    }

    /// <summary>The line in composed letters; what the typeface lacks becomes a question mark.</summary>
    private static string Drawable(string line)
    {
        var font = Typeface.Of(Face);
        var text = new StringBuilder();
        foreach (var rune in CleanText.Of(line).Replace('\n', ' ').EnumerateRunes())
            text.Append(font.Glyph(rune.Value) != 0 ? rune.ToString() : "?");
        return text.ToString();
    }

    /// <summary>Width of a line at type size 1.</summary>
    private static double Width(string line)
    {
        var font = Typeface.Of(Face);
        return line.EnumerateRunes().Sum(rune => font.Advance(font.Glyph(rune.Value))) / 1000;
    }

    /// <summary>Takes a value over from another file, with all that it refers to.</summary>
    private static PdfNode Copy(PdfReader source, PdfNode node, IncrementalUpdate update, Dictionary<int, RefNode> copied)
    {
        switch (node)
        {
            case RefNode reference:
                if (copied.TryGetValue(reference.Number, out var known)) return known;
                var target = copied[reference.Number] = update.Reserve();
                update.Set(target, Copy(source, source.Resolve(reference), update, copied));
                return target;
            case ArrayNode array: return new ArrayNode([.. array.Items.Select(item => Copy(source, item, update, copied))]);
            case DictNode entries: return Entries(entries);
            case StreamNode stream: return stream with { Entries = Entries(stream.Entries) };
            default: return node;
        }

        DictNode Entries(DictNode entries) =>
            new([.. entries.Entries.Select(e => KeyValuePair.Create(e.Key, Copy(source, e.Value, update, copied)))]);
    }
}
