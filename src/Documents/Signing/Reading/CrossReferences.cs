namespace HaiDang.Documents.Signing.Reading;

/// <summary>Where an object stands: at a place of the file, or inside an object stream (ISO 32000-1 §7.5.4, §7.5.8).</summary>
/// <param name="Offset">Place in the file; -1 when it is free or inside an object stream.</param>
/// <param name="Generation">Generation number.</param>
/// <param name="Container">Number of the object stream that holds it; -1 when none does.</param>
/// <param name="Index">Which of the objects in that stream it is.</param>
internal readonly record struct ObjectPlace(int Offset, int Generation, int Container = -1, int Index = -1);

/// <summary>All cross-reference sections of a file, newest first, joined to one table.</summary>
internal sealed class CrossReferences
{
    private const int MostObjects = 8_388_607;
    private readonly byte[] file;
    private readonly Dictionary<int, ObjectPlace> places = [];
    private readonly HashSet<int> seen = [];

    private CrossReferences(byte[] file) => this.file = file;

    public IReadOnlyDictionary<int, ObjectPlace> Places => places;

    /// <summary>The newest trailer (§7.5.5), for a cross-reference stream its dictionary.</summary>
    public DictNode Trailer { get; private set; } = DictNode.Empty;

    /// <summary>Where the newest section begins.</summary>
    public int Start { get; private init; }

    /// <summary>Whether the newest section is a cross-reference stream; an update then has to be one too.</summary>
    public bool IsStream { get; private set; }

    /// <summary>Reads the sections, or gives null when one of them is missing or malformed.</summary>
    public static CrossReferences? Read(byte[] file)
    {
        var keyword = file.AsSpan().LastIndexOf("startxref"u8);
        if (keyword < 0 || new PdfLexer(file, keyword + "startxref".Length).Integer() is not { } start) return null;
        var references = new CrossReferences(file) { Start = start };
        int? section = start;
        for (var newest = true; section is { } at; newest = false)
        {
            if (at >= file.Length || !references.seen.Add(at)) return null;
            if (references.Section(at, out var isStream) is not { } trailer) return null;
            if (newest) (references.Trailer, references.IsStream) = (trailer, isStream);
            if (trailer["XRefStm"] is NumberNode { Integer: >= 0 and var hybrid } && !isStream && references.seen.Add(hybrid) && references.Stream(hybrid) is null) return null;
            section = (trailer["Prev"] as NumberNode)?.Integer;
            if (section is null && trailer["Prev"] is not NullNode) return null;
        }
        return references;
    }

    private DictNode? Section(int at, out bool isStream)
    {
        var lexer = new PdfLexer(file, at);
        isStream = !lexer.Word("xref");
        return isStream ? Stream(at) : Table(lexer);
    }

    private DictNode? Table(PdfLexer lexer)
    {
        while (!lexer.Word("trailer"))
        {
            if (lexer.Integer() is not { } first || lexer.Integer() is not { } count || first > MostObjects || count > MostObjects) return null;
            for (var number = first; number < first + count; number++)
            {
                if (lexer.Integer() is not { } offset || lexer.Integer() is not { } generation) return null;
                if (lexer.Word("n")) places.TryAdd(number, new ObjectPlace(offset, generation));
                else if (lexer.Word("f")) places.TryAdd(number, new ObjectPlace(-1, generation));
                else return null;
            }
        }
        return lexer.Value() as DictNode;
    }

    private DictNode? Stream(int at)
    {
        if (IndirectObject.Read(file, at, length => (length as NumberNode)?.Integer) is not { Value: StreamNode stream }) return null;
        if (stream.Entries["Type"] is not NameNode { Name: "XRef" } || PdfStreamData.Decode(stream) is not { } data) return null;
        if (Integers(stream.Entries["W"]) is not [var w0, var w1, var w2] || w0 > 4 || w1 > 4 || w2 > 4 || w1 == 0) return null;
        if ((stream.Entries["Size"] as NumberNode)?.Integer is not { } size) return null;
        var index = stream.Entries["Index"] is NullNode ? [0, size] : Integers(stream.Entries["Index"]);
        if (index is null || index.Length % 2 == 1) return null;

        var row = 0;
        var width = w0 + w1 + w2;
        for (var part = 0; part < index.Length; part += 2)
        {
            if (index[part] > MostObjects) return null;
            for (var i = 0; i < index[part + 1]; i++, row++)
            {
                if ((row + 1) * width > data.Length) return null;
                var fields = data.AsSpan(row * width, width);
                var kind = w0 == 0 ? 1 : Number(fields[..w0]);
                var (second, third) = (Number(fields.Slice(w0, w1)), Number(fields[(w0 + w1)..]));
                places.TryAdd(index[part] + i, kind switch
                {
                    1 => new ObjectPlace(second, third),
                    2 => new ObjectPlace(-1, 0, second, third),
                    _ => new ObjectPlace(-1, third),
                });
            }
        }
        return stream.Entries;
    }

    private static int[]? Integers(PdfNode node)
    {
        if (node is not ArrayNode array) return null;
        var values = array.Items.Select(item => (item as NumberNode)?.Integer).ToList();
        return values.TrueForAll(v => v >= 0) ? [.. values.Select(v => v!.Value)] : null;
    }

    private static int Number(ReadOnlySpan<byte> bigEndian)
    {
        var value = 0;
        foreach (var b in bigEndian) value = unchecked(value << 8 | b);
        return value;
    }
}
