namespace HaiDang.Documents.Pdf;

/// <summary>Writes the structure tree, the tree of parents, and the annotations that take part in it (ISO 32000-1 §14.7).</summary>
internal sealed class PdfStructure(PdfFile file, IReadOnlyList<PdfCanvas> pages, IReadOnlyList<PdfRef> pageRefs)
{
    private readonly Dictionary<PdfTag, PdfRef> elements = [];
    private readonly Dictionary<PdfLink, PdfRef> annotations = [];

    /// <summary>The annotation of a link; known once the tree is written.</summary>
    public PdfValue Annotation(PdfLink link) => annotations[link];

    /// <summary>Writes the tree and returns its root.</summary>
    public PdfRef Write(PdfTag document)
    {
        var root = file.Reserve();
        foreach (var link in pages.SelectMany(p => p.Links)) annotations[link] = file.Reserve();
        var top = Element(document, root);

        var parents = new List<PdfValue>();
        for (var i = 0; i < pages.Count; i++)
        {
            parents.Add(i);
            parents.Add(file.Add(new PdfArray([.. pages[i].Marks.Select(tag => elements[tag])])));
        }
        var key = pages.Count;
        foreach (var link in pages.SelectMany(p => p.Links))
        {
            file.Set(annotations[link], Annotation(link, key));
            parents.Add(key++);
            parents.Add(elements[link.Tag]);
        }
        file.Set(root, new PdfDict
        {
            ["Type"] = new PdfName("StructTreeRoot"),
            ["K"] = top,
            ["ParentTree"] = file.Add(new PdfDict { ["Nums"] = new PdfArray(parents) }),
            ["ParentTreeNextKey"] = key,
        });
        return root;
    }

    private PdfRef Element(PdfTag tag, PdfRef parent)
    {
        var element = elements[tag] = file.Reserve();
        var kids = tag.Kids.Select(kid => kid switch
        {
            PdfTag child => Element(child, element),
            PdfMark mark => new PdfDict { ["Type"] = new PdfName("MCR"), ["Pg"] = pageRefs[mark.Page], ["MCID"] = mark.Number },
            PdfLink link => (PdfValue)new PdfDict { ["Type"] = new PdfName("OBJR"), ["Pg"] = pageRefs[link.Page], ["Obj"] = annotations[link] },
            _ => throw new InvalidOperationException($"A structure element cannot hold {kid.GetType().Name}."),
        }).ToList();
        file.Set(element, new PdfDict
        {
            ["Type"] = new PdfName("StructElem"),
            ["S"] = new PdfName(tag.Type),
            ["P"] = parent,
            ["Alt"] = tag.Alt is null ? null : new PdfText(tag.Alt),
            ["A"] = tag.Attributes,
            ["K"] = new PdfArray(kids),
        });
        return element;
    }

    private PdfDict Annotation(PdfLink link, int key) => new()
    {
        ["Type"] = new PdfName("Annot"),
        ["Subtype"] = new PdfName("Link"),
        ["Rect"] = new PdfArray(link.Left, link.Bottom, link.Right, link.Top),
        ["Border"] = new PdfArray(0, 0, 0),
        ["F"] = 4,
        ["P"] = pageRefs[link.Page],
        ["Contents"] = new PdfText(link.Address),
        ["StructParent"] = key,
        ["A"] = new PdfDict { ["Type"] = new PdfName("Action"), ["S"] = new PdfName("URI"), ["URI"] = new PdfAscii(link.Address) },
    };
}
