using System.Globalization;
using System.Text;
using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Writing;

/// <summary>Bytes of an incremental update in the making.</summary>
internal sealed class UpdateBytes
{
    private readonly MemoryStream bytes = new();

    public int Length => (int)bytes.Length;

    public UpdateBytes Ascii(string text) => Bytes(Encoding.ASCII.GetBytes(text));

    public UpdateBytes Bytes(ReadOnlySpan<byte> value)
    {
        bytes.Write(value);
        return this;
    }

    /// <summary>Writes a value in the syntax of ISO 32000-1 §7.3.</summary>
    public UpdateBytes Node(PdfNode node)
    {
        switch (node)
        {
            case NullNode: return Ascii("null");
            case BoolNode b: return Ascii(b.Value ? "true" : "false");
            case NumberNode n: return Ascii(n.Text);
            case NameNode n: return Name(n.Name);
            case StringNode s: return Ascii("<" + Convert.ToHexString(s.Bytes) + ">");
            case RefNode r: return Ascii(string.Create(CultureInfo.InvariantCulture, $"{r.Number} {r.Generation} R"));
            case ArrayNode array:
                Ascii("[");
                for (var i = 0; i < array.Items.Count; i++) Ascii(i == 0 ? "" : " ").Node(array.Items[i]);
                return Ascii("]");
            case DictNode entries:
                Ascii("<<");
                foreach (var (key, value) in entries.Entries) Name(key).Ascii(" ").Node(value).Ascii("\n");
                return Ascii(">>");
            case StreamNode stream:
                return Node(stream.Entries.With("Length", new NumberNode(stream.Data.Length))).Ascii("\nstream\n").Bytes(stream.Data.Span).Ascii("\nendstream");
            default: throw new InvalidOperationException($"No syntax for {node.GetType().Name}.");
        }
    }

    public byte[] ToArray() => bytes.ToArray();

    private UpdateBytes Name(string name)
    {
        var text = new StringBuilder("/");
        foreach (var c in name)
        {
            if (c is > ' ' and < (char)0x7F && !"()<>[]{}/%#".Contains(c)) text.Append(c);
            else text.Append('#').Append(((int)c & 0xFF).ToString("X2", CultureInfo.InvariantCulture));
        }
        return Ascii(text.ToString());
    }
}
