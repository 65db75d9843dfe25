using System.Text;

namespace HaiDang.Documents.Pdf;

/// <summary>Bytes of a file in the making.</summary>
internal sealed class PdfBytes
{
    private readonly MemoryStream bytes = new();

    public long Length => bytes.Length;

    public void Ascii(string text) => bytes.Write(Encoding.ASCII.GetBytes(text));

    public void Byte(byte value) => bytes.WriteByte(value);

    public void Bytes(ReadOnlySpan<byte> value) => bytes.Write(value);

    public byte[] ToArray() => bytes.ToArray();
}
