using System.Globalization;

namespace HaiDang.Documents.Signing.Reading;

/// <summary>A value read from a PDF file (ISO 32000-1 §7.3).</summary>
internal abstract record PdfNode;

/// <summary>The null object, and whatever a reference to nothing stands for (§7.3.9, §7.3.10).</summary>
internal sealed record NullNode : PdfNode
{
    public static readonly NullNode It = new();
}

/// <summary><c>true</c> or <c>false</c> (§7.3.2).</summary>
internal sealed record BoolNode(bool Value) : PdfNode;

/// <summary>A number, kept as it was written so that rewriting changes nothing (§7.3.3).</summary>
internal sealed record NumberNode(string Text) : PdfNode
{
    public NumberNode(int value) : this(value.ToString(CultureInfo.InvariantCulture)) { }

    public int? Integer => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public double? Real => double.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>A name without its solidus, escapes undone, one character per byte (§7.3.5).</summary>
internal sealed record NameNode(string Name) : PdfNode;

/// <summary>A string of bytes (§7.3.4).</summary>
/// <param name="Bytes">The bytes that it stands for.</param>
/// <param name="Start">Where its opening delimiter stands in the file; -1 when it was not read from the file itself.</param>
/// <param name="End">Where the file goes on after its closing delimiter; -1 likewise.</param>
internal sealed record StringNode(byte[] Bytes, int Start = -1, int End = -1) : PdfNode;

/// <summary>An array (§7.3.6).</summary>
internal sealed record ArrayNode(IReadOnlyList<PdfNode> Items) : PdfNode
{
    public static readonly ArrayNode Empty = new([]);

    public ArrayNode With(PdfNode item) => new([.. Items, item]);
}

/// <summary>A reference to an indirect object (§7.3.10).</summary>
internal sealed record RefNode(int Number, int Generation) : PdfNode;

/// <summary>A dictionary; entries keep their order (§7.3.7).</summary>
internal sealed record DictNode(IReadOnlyList<KeyValuePair<string, PdfNode>> Entries) : PdfNode
{
    public static readonly DictNode Empty = new([]);

    /// <summary>The value of a key, or the null object. Of a key given twice, the last counts.</summary>
    public PdfNode this[string key]
    {
        get
        {
            for (var i = Entries.Count - 1; i >= 0; i--)
                if (Entries[i].Key == key) return Entries[i].Value;
            return NullNode.It;
        }
    }

    public DictNode With(string key, PdfNode value) => new([.. Without(key).Entries, new(key, value)]);

    public DictNode Without(params ReadOnlySpan<string> keys)
    {
        var kept = new List<KeyValuePair<string, PdfNode>>(Entries.Count);
        foreach (var entry in Entries)
            if (!keys.Contains(entry.Key)) kept.Add(entry);
        return new(kept);
    }
}

/// <summary>A stream, its data still encoded as its filters say (§7.3.8).</summary>
internal sealed record StreamNode(DictNode Entries, ReadOnlyMemory<byte> Data) : PdfNode;
