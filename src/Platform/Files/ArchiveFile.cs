using System.IO.Compression;

namespace HaiDang.Platform.Files;

/// <summary>
/// Tells what a ZIP file is (a document of Office is one) and unpacks it to nowhere, counting: what it declares is not believed.
/// </summary>
internal static class ArchiveFile
{
    /// <summary>The most that one file may unpack to, with all that is packed within it.</summary>
    public const long MostUnpacked = 200_000_000;

    /// <summary>An archive within an archive is looked into (a document holds pictures and tables of its own); one deeper is not.</summary>
    private const int Deepest = 2;

    private const int LongestInner = 20_000_000;
    private const int Stored = 0, Deflated = 8;

    private static readonly FileFault Unreadable = new(FileProblems.Unreadable), Bomb = new(FileProblems.Bomb), Locked = new(FileProblems.Locked);

    public static FileLook Look(Stream content)
    {
        if (ArchiveDirectory.Read(content) is not { } entries) return new(FileKind.Zip, Unreadable);
        var kind = KindOf(entries);
        if (kind != FileKind.Zip && entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return new(kind, new(FileProblems.Macros));
        var left = MostUnpacked;
        return new(kind, Fault(content, entries, depth: 1, ref left));
    }

    private static FileKind KindOf(IReadOnlyList<ArchiveEntry> entries) =>
        entries.All(e => e.Name != "[Content_Types].xml") ? FileKind.Zip
        : entries.Any(e => e.Name == "word/document.xml") ? FileKind.Docx
        : entries.Any(e => e.Name == "xl/workbook.xml") ? FileKind.Xlsx
        : FileKind.Zip;

    private static FileFault? Fault(Stream content, IReadOnlyList<ArchiveEntry> entries, int depth, ref long left)
    {
        if (entries.Count > ArchiveDirectory.MostEntries) return Bomb;
        if (entries.Any(e => e.Locked)) return Locked;
        // Entries that share their packed bytes unpack to many times the file: together they claim more than there is.
        if (entries.Any(e => e.Packed < 0 || e.Declared < 0) || entries.Sum(e => Math.Min(e.Packed, int.MaxValue)) > content.Length) return Bomb;
        if (entries.Sum(e => Math.Min(e.Declared, MostUnpacked + 1)) > left) return Bomb;
        foreach (var entry in entries)
            if (Fault(content, entry, depth, ref left) is { } fault) return fault;
        return null;
    }

    private static FileFault? Fault(Stream content, ArchiveEntry entry, int depth, ref long left)
    {
        if (ArchiveDirectory.ContentAt(content, entry) is not { } at) return Unreadable;
        if (entry.Method is not (Stored or Deflated)) return Unreadable;
        using var part = new StreamPart(content, at, entry.Packed);
        using var unpacked = entry.Method == Deflated ? new DeflateStream(part, CompressionMode.Decompress, leaveOpen: true) : (Stream)part;
        var buffer = new byte[1 << 16];
        MemoryStream? inner = null;
        long size = 0;
        try
        {
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                if (size == 0 && buffer.AsSpan(0, read).StartsWith("PK\x03\x04"u8)) inner = new MemoryStream();
                size += read;
                left -= read;
                if (size > entry.Declared || left < 0 || (inner is not null && size > LongestInner)) return Bomb;
                inner?.Write(buffer, 0, read);
            }
            if (size != entry.Declared) return Unreadable;
            return inner is null ? null : Inner(inner, depth + 1, ref left);
        }
        catch (InvalidDataException)
        {
            return Unreadable;
        }
        finally
        {
            inner?.Dispose();
        }
    }

    private static FileFault? Inner(Stream content, int depth, ref long left) =>
        depth > Deepest ? Bomb
        : ArchiveDirectory.Read(content) is { } entries ? Fault(content, entries, depth, ref left)
        : null;
}
