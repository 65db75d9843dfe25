namespace HaiDang.Documents.Signing.Reading;

/// <summary>
/// One state of a PDF file: its objects by number, read when asked for. Reads cross-reference tables and streams, object streams and
/// any number of incremental updates; not encrypted files. A missing or malformed object is the null object.
/// </summary>
internal sealed class PdfReader
{
    private readonly CrossReferences references;
    private readonly Dictionary<int, PdfNode> read = [];
    private readonly HashSet<int> reading = [];

    private PdfReader(byte[] file, CrossReferences references)
    {
        File = file;
        this.references = references;
    }

    public byte[] File { get; }

    public DictNode Trailer => references.Trailer;

    /// <summary>Where the newest cross-reference section begins.</summary>
    public int CrossReferenceStart => references.Start;

    /// <summary>Whether the newest cross-reference section is a stream.</summary>
    public bool HasCrossReferenceStream => references.IsStream;

    /// <summary>The first object number that is not in use.</summary>
    public int NextNumber => Math.Max((Trailer["Size"] as NumberNode)?.Integer ?? 0, references.Places.Count == 0 ? 1 : references.Places.Keys.Max() + 1);

    public DictNode Catalog => Resolve(Trailer["Root"]) as DictNode ?? DictNode.Empty;

    /// <summary>Reads a file, or says why that cannot be done.</summary>
    public static (PdfReader? Reader, SigningDiagnostic? Problem) Open(byte[] file)
    {
        if (!file.AsSpan().StartsWith("%PDF-"u8)) return (null, SigningProblems.NotPdf);
        if (CrossReferences.Read(file) is not { } references) return (null, SigningProblems.BrokenCrossReferences);
        if (references.Trailer["Encrypt"] is not NullNode) return (null, SigningProblems.Encrypted);
        var reader = new PdfReader(file, references);
        return reader.Catalog["Pages"] is NullNode ? (null, SigningProblems.NoCatalog) : (reader, null);
    }

    /// <summary>What a reference leads to; any other value is itself.</summary>
    public PdfNode Resolve(PdfNode node)
    {
        for (var steps = 0; node is RefNode reference; steps++)
        {
            if (steps > 16) return NullNode.It;
            node = Object(reference);
        }
        return node;
    }

    /// <summary>The dictionary that a value is or leads to; an empty one when it is something else.</summary>
    public DictNode Dictionary(PdfNode node) => Resolve(node) as DictNode ?? DictNode.Empty;

    /// <summary>The items of the array that a value is or leads to; none when it is something else.</summary>
    public IReadOnlyList<PdfNode> Items(PdfNode node) => Resolve(node) is ArrayNode array ? array.Items : [];

    /// <summary>The pages, in order (§7.7.3), each with its reference.</summary>
    public IReadOnlyList<(RefNode Reference, DictNode Page)> Pages()
    {
        var pages = new List<(RefNode, DictNode)>();
        var seen = new HashSet<int>();
        var open = new Stack<PdfNode>([Catalog["Pages"]]);
        while (open.TryPop(out var node))
        {
            if (node is not RefNode reference || !seen.Add(reference.Number) || Resolve(node) is not DictNode entries) continue;
            if (entries["Kids"] is NullNode) pages.Add((reference, entries));
            else foreach (var kid in Items(entries["Kids"]).Reverse()) open.Push(kid);
        }
        return pages;
    }

    private PdfNode Object(RefNode reference)
    {
        if (read.TryGetValue(reference.Number, out var known)) return known;
        if (!references.Places.TryGetValue(reference.Number, out var place)) return NullNode.It;
        if (!reading.Add(reference.Number)) return NullNode.It;
        var value = place.Container >= 0 ? FromStream(reference.Number, place) : FromFile(reference, place);
        reading.Remove(reference.Number);
        return read[reference.Number] = value;
    }

    private PdfNode FromFile(RefNode reference, ObjectPlace place)
    {
        if (place.Offset < 0 || place.Generation != reference.Generation) return NullNode.It;
        var found = IndirectObject.Read(File, place.Offset, length => (Resolve(length) as NumberNode)?.Integer);
        return found is not null && found.Number == reference.Number && found.Generation == reference.Generation ? found.Value : NullNode.It;
    }

    private PdfNode FromStream(int number, ObjectPlace place)
    {
        if (Resolve(new RefNode(place.Container, 0)) is not StreamNode stream || PdfStreamData.Decode(stream) is not { } data) return NullNode.It;
        if ((Resolve(stream.Entries["N"]) as NumberNode)?.Integer is not { } count || (Resolve(stream.Entries["First"]) as NumberNode)?.Integer is not { } first || first < 0) return NullNode.It;
        var lexer = new PdfLexer(data, 0);
        for (var i = 0; i < count; i++)
        {
            if (lexer.Integer() is not { } held || lexer.Integer() is not { } offset) return NullNode.It;
            if (held != number || i != place.Index) continue;
            return offset > data.Length - first ? NullNode.It : Placeless(new PdfLexer(data, first + offset).Value());
        }
        return NullNode.It;
    }

    /// <summary>Takes from strings the places that mean nothing in the file itself.</summary>
    private static PdfNode Placeless(PdfNode? node) => node switch
    {
        StringNode text => new StringNode(text.Bytes),
        ArrayNode array => new ArrayNode([.. array.Items.Select(Placeless)]),
        DictNode entries => new DictNode([.. entries.Entries.Select(e => KeyValuePair.Create(e.Key, Placeless(e.Value)))]),
        null => NullNode.It,
        _ => node,
    };
}
