using System.Globalization;
using HaiDang.Documents.Fonts;

namespace HaiDang.Documents.Pdf;

/// <summary>A tagged document in the making: its pages, its structure, and the file that comes of them.</summary>
internal sealed class PdfDocument
{
    private readonly List<PdfCanvas> pages = [];
    private readonly FontSubset[] fonts = [.. Enum.GetValues<FontFace>().Select(face => new FontSubset(Typeface.Of(face)))];

    /// <summary>The root of the structure.</summary>
    public PdfTag Root { get; } = new("Document");

    public IReadOnlyList<PdfCanvas> Pages => pages;

    public PdfCanvas AddPage(double width, double height)
    {
        var page = new PdfCanvas(pages.Count, width, height, fonts);
        pages.Add(page);
        return page;
    }

    /// <summary>The file. <paramref name="id"/>: 16 bytes that identify the document for good.</summary>
    public byte[] Write(PdfMetadata metadata, byte[] id)
    {
        var file = new PdfFile();
        var catalog = file.Reserve();
        var tree = file.Reserve();
        var pageRefs = pages.Select(_ => file.Reserve()).ToList();
        var contents = pages.Select(page => file.Add(new PdfStream(new PdfDict(), page.Close()))).ToList();
        var used = pages.SelectMany(p => p.Faces).Distinct().Order().ToDictionary(face => face, face => PdfFonts.Embed(file, fonts[(int)face]));
        var pictures = pages.SelectMany(p => p.Pictures.Values).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Embed(file));
        var structure = new PdfStructure(file, pages, pageRefs);
        var structureRoot = structure.Write(Root);

        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var entries = new PdfDict
            {
                ["Type"] = new PdfName("Page"),
                ["Parent"] = tree,
                ["MediaBox"] = new PdfArray(0, 0, page.Width, page.Height),
                ["Resources"] = Resources(page, used, pictures),
                ["Contents"] = contents[i],
                ["StructParents"] = i,
                ["Tabs"] = new PdfName("S"),
            };
            if (page.Links.Count > 0) entries["Annots"] = new PdfArray([.. page.Links.Select(structure.Annotation)]);
            file.Set(pageRefs[i], entries);
        }
        file.Set(tree, new PdfDict { ["Type"] = new PdfName("Pages"), ["Kids"] = new PdfArray([.. pageRefs]), ["Count"] = pages.Count });
        var xmp = file.Add(new PdfStream(new PdfDict { ["Type"] = new PdfName("Metadata"), ["Subtype"] = new PdfName("XML") }, metadata.Xmp(), Compress: false));
        file.Set(catalog, new PdfDict
        {
            ["Type"] = new PdfName("Catalog"),
            ["Pages"] = tree,
            ["Metadata"] = xmp,
            ["Lang"] = new PdfAscii(metadata.Language),
            ["MarkInfo"] = new PdfDict { ["Marked"] = true },
            ["StructTreeRoot"] = structureRoot,
            ["ViewerPreferences"] = new PdfDict { ["DisplayDocTitle"] = true },
            ["OutputIntents"] = new PdfArray(PdfColour.OutputIntent(file)),
        });
        return file.Write(catalog, file.Add(metadata.Info()), id);
    }

    private static PdfDict Resources(PdfCanvas page, Dictionary<FontFace, PdfRef> fonts, Dictionary<string, PdfRef> pictures)
    {
        var resources = new PdfDict();
        if (page.Faces.Count > 0)
        {
            var named = new PdfDict();
            foreach (var face in page.Faces.Order()) named[string.Create(CultureInfo.InvariantCulture, $"F{(int)face}")] = fonts[face];
            resources["Font"] = named;
        }
        if (page.Pictures.Count > 0)
        {
            var named = new PdfDict();
            foreach (var name in page.Pictures.Keys) named[name] = pictures[name];
            resources["XObject"] = named;
        }
        return resources;
    }
}
