using System.Buffers.Binary;
using System.Text;

namespace HaiDang.Platform.Files;

/// <summary>One entry of a ZIP file, as its central directory has it. What it declares need not be true.</summary>
internal sealed record ArchiveEntry(string Name, bool Locked, int Method, long Packed, long Declared, long HeaderAt);

/// <summary>Reads the central directory of a ZIP file (PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16).</summary>
internal static class ArchiveDirectory
{
    /// <summary>More entries are no paper that a person sends.</summary>
    public const int MostEntries = 2_000;

    private const int EndLength = 22, LongestComment = ushort.MaxValue, EntryLength = 46, Wide = 0x0001;
    private const uint EndMark = 0x06054B50, EntryMark = 0x02014B50, LocalMark = 0x04034B50;

    /// <summary>The entries; null when the directory cannot be read. One more than <see cref="MostEntries"/> when there are too many.</summary>
    public static IReadOnlyList<ArchiveEntry>? Read(Stream content)
    {
        var tail = Bytes(content, Math.Max(0, content.Length - EndLength - LongestComment), EndLength + LongestComment);
        var end = FindEnd(tail);
        if (end < 0) return null;
        var (length, at) = (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)));
        if (at + (long)length > content.Length) return null;
        var directory = Bytes(content, at, (int)Math.Min(length, int.MaxValue)).AsSpan();
        var entries = new List<ArchiveEntry>();
        while (directory.Length >= EntryLength && entries.Count <= MostEntries)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(directory) != EntryMark) return null;
            var (name, extra, comment) = (Short(directory, 28), Short(directory, 30), Short(directory, 32));
            if (directory.Length < EntryLength + name + extra + comment) return null;
            entries.Add(Entry(directory, name, extra));
            directory = directory[(EntryLength + name + extra + comment)..];
        }
        return entries.Count == 0 && length > 0 ? null : entries;
    }

    /// <summary>Where an entry's packed content begins; null when its own header is not there.</summary>
    public static long? ContentAt(Stream content, ArchiveEntry entry)
    {
        if (entry.HeaderAt + 30 > content.Length) return null;
        var header = Bytes(content, entry.HeaderAt, 30).AsSpan();
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalMark) return null;
        var at = entry.HeaderAt + 30 + Short(header, 26) + Short(header, 28);
        return at + entry.Packed <= content.Length ? at : null;
    }

    private static ArchiveEntry Entry(ReadOnlySpan<byte> at, int name, int extra)
    {
        var (packed, declared) = ((long)BinaryPrimitives.ReadUInt32LittleEndian(at[20..]), (long)BinaryPrimitives.ReadUInt32LittleEndian(at[24..]));
        if (declared == uint.MaxValue || packed == uint.MaxValue) (declared, packed) = WideSizes(at.Slice(EntryLength + name, extra), declared, packed);
        return new ArchiveEntry(Encoding.UTF8.GetString(at.Slice(EntryLength, name)), (Short(at, 8) & 1) != 0, Short(at, 10), packed, declared,
            BinaryPrimitives.ReadUInt32LittleEndian(at[42..]));
    }

    /// <summary>Sizes that do not fit four bytes stand in an extra field, each only where its own place says so.</summary>
    private static (long Declared, long Packed) WideSizes(ReadOnlySpan<byte> extra, long declared, long packed)
    {
        while (extra.Length >= 4)
        {
            var (kind, length) = (Short(extra, 0), Short(extra, 2));
            if (length > extra.Length - 4) break;
            var body = extra.Slice(4, length);
            if (kind == Wide)
            {
                if (declared == uint.MaxValue && body.Length >= 8)
                {
                    declared = BinaryPrimitives.ReadInt64LittleEndian(body);
                    body = body[8..];
                }
                if (packed == uint.MaxValue && body.Length >= 8) packed = BinaryPrimitives.ReadInt64LittleEndian(body);
            }
            extra = extra[(4 + length)..];
        }
        return (declared, packed);
    }

    private static int FindEnd(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail[at..]) == EndMark && at + EndLength + Short(tail, at + 20) <= tail.Length) return at;
        return -1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static byte[] Bytes(Stream content, long at, int most)
    {
        content.Position = at;
        var bytes = new byte[(int)Math.Min(most, content.Length - at)];
        content.ReadExactly(bytes);
        return bytes;
    }
}
