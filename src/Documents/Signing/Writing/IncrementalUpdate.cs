using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Writing;

/// <summary>
/// Objects to be added to the end of a file, whose own bytes stay as they are (ISO 32000-1 §7.5.6). The new cross-reference section
/// is of the kind that the file ends with, table or stream.
/// </summary>
internal sealed class IncrementalUpdate(PdfReader file)
{
    private readonly SortedDictionary<int, (int Generation, byte[] Body)> objects = [];
    private int next = file.NextNumber;

    /// <summary>Takes a new object number.</summary>
    public RefNode Reserve() => new(next++, 0);

    /// <summary>Adds or replaces an object.</summary>
    public void Set(RefNode reference, PdfNode value) => Set(reference, new UpdateBytes().Node(value).ToArray());

    /// <summary>Adds or replaces an object whose text is already written.</summary>
    public void Set(RefNode reference, byte[] body) => objects[reference.Number] = (reference.Generation, body);

    /// <summary>Adds a new object.</summary>
    public RefNode Add(PdfNode value)
    {
        var reference = Reserve();
        Set(reference, value);
        return reference;
    }

    /// <summary>The whole file with the update at its end, and where each new object's text begins.</summary>
    public (byte[] File, IReadOnlyDictionary<int, int> Bodies) Write()
    {
        var bytes = new UpdateBytes().Bytes(file.File);
        if (file.File[^1] is not ((byte)'\n' or (byte)'\r')) bytes.Ascii("\n");
        var starts = new SortedDictionary<int, (int Offset, int Generation)>();
        var bodies = new Dictionary<int, int>();
        foreach (var (number, (generation, body)) in objects)
        {
            starts[number] = (bytes.Length, generation);
            bytes.Ascii(string.Create(CultureInfo.InvariantCulture, $"{number} {generation} obj\n"));
            bodies[number] = bytes.Length;
            bytes.Bytes(body).Ascii("\nendobj\n");
        }
        var section = bytes.Length;
        if (file.HasCrossReferenceStream) WriteStream(bytes, starts, section);
        else WriteTable(bytes, starts);
        bytes.Ascii(string.Create(CultureInfo.InvariantCulture, $"startxref\n{section}\n%%EOF\n"));
        return (bytes.ToArray(), bodies);
    }

    private void WriteTable(UpdateBytes bytes, SortedDictionary<int, (int Offset, int Generation)> starts)
    {
        bytes.Ascii("xref\n");
        foreach (var run in Runs(starts.Keys))
        {
            bytes.Ascii(string.Create(CultureInfo.InvariantCulture, $"{run.First} {run.Count}\n"));
            for (var number = run.First; number < run.First + run.Count; number++)
                bytes.Ascii(string.Create(CultureInfo.InvariantCulture, $"{starts[number].Offset:D10} {starts[number].Generation:D5} n \n"));
        }
        bytes.Ascii("trailer\n").Node(Trailer(next)).Ascii("\n");
    }

    private void WriteStream(UpdateBytes bytes, SortedDictionary<int, (int Offset, int Generation)> starts, int section)
    {
        starts[next] = (section, 0);
        var rows = new byte[starts.Count * 7];
        var row = 0;
        foreach (var (offset, generation) in starts.Values)
        {
            rows[row] = 1;
            BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan(row + 1), offset);
            BinaryPrimitives.WriteUInt16BigEndian(rows.AsSpan(row + 5), (ushort)generation);
            row += 7;
        }
        var index = Runs(starts.Keys).SelectMany(run => new PdfNode[] { new NumberNode(run.First), new NumberNode(run.Count) }).ToList();
        var entries = Trailer(next + 1).Without("Type", "Filter", "DecodeParms", "Length", "W", "Index")
            .With("Type", new NameNode("XRef"))
            .With("W", new ArrayNode([new NumberNode(1), new NumberNode(4), new NumberNode(2)]))
            .With("Index", new ArrayNode(index));
        bytes.Ascii(string.Create(CultureInfo.InvariantCulture, $"{next} 0 obj\n")).Node(new StreamNode(entries, rows)).Ascii("\nendobj\n");
    }

    /// <summary>The trailer as it was, leading back to the section before; the second half of the file's identity changes (§14.4).</summary>
    private DictNode Trailer(int size)
    {
        var hash = SHA256.HashData(file.File);
        foreach (var (_, body) in objects.Values) hash = SHA256.HashData([.. hash, .. SHA256.HashData(body)]);
        var changed = new StringNode(hash[..16]);
        var first = file.Items(file.Trailer["ID"]) is [var original, _] && file.Resolve(original) is StringNode id ? new StringNode(id.Bytes) : changed;
        return file.Trailer.Without("XRefStm")
            .With("Size", new NumberNode(size))
            .With("ID", new ArrayNode([first, changed]))
            .With("Prev", new NumberNode(file.CrossReferenceStart));
    }

    private static List<(int First, int Count)> Runs(IEnumerable<int> numbers)
    {
        var runs = new List<(int First, int Count)>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1].First + runs[^1].Count == number) runs[^1] = (runs[^1].First, runs[^1].Count + 1);
            else runs.Add((number, 1));
        }
        return runs;
    }
}
