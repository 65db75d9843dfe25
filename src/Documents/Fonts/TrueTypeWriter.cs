using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace HaiDang.Documents.Fonts;

/// <summary>Puts tables together as a TrueType file, with checksums (OpenType 1.9, "Font file structure").</summary>
internal static class TrueTypeWriter
{
    private const uint ChecksumOfAll = 0xB1B0AFBA;

    /// <summary>The file. Tables come sorted by tag; <c>head</c> must be among them.</summary>
    public static byte[] Write(IReadOnlyList<(string Tag, byte[] Data)> tables)
    {
        var start = 12 + 16 * tables.Count;
        var file = new byte[start + tables.Sum(t => Padded(t.Data.Length))];
        var power = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * tables.Count - (16 << power)));
        var place = start;
        var head = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, data) = tables[i];
            data.CopyTo(file.AsSpan(place));
            if (tag == "head")
            {
                head = place;
                file.AsSpan(place + 8, 4).Clear();
            }
            var record = file.AsSpan(12 + 16 * i);
            Encoding.ASCII.GetBytes(tag).CopyTo(record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(place, Padded(data.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)place);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)data.Length);
            place += Padded(data.Length);
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(ChecksumOfAll - Checksum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (var i = 0; i < data.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data[i..]));
        return sum;
    }
}
