using HaiDang.Kernel;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Files.Scanning;

namespace HaiDang.Platform.Files;

/// <summary>A file that was taken: looked at, scanned where there is a scanner, and kept.</summary>
/// <param name="Name">Safe to show, with an ending that fits the content.</param>
/// <param name="Scanned">Whether a scanner found it clean.</param>
public sealed record TakenFile(string Name, Blob Blob, FileKind Kind, bool Scanned)
{
    public string Hash => Blob.Hash;

    public long Size => Blob.Size;
}

/// <summary>The one way in for files that people and programs send.</summary>
public sealed class IncomingFiles(IBlobStore store, VirusScan scan)
{
    public const long LargestFile = 20_000_000;

    /// <param name="field">The question that the file answers.</param>
    /// <param name="kinds">What the question takes, see <see cref="FileKind.Taken"/>.</param>
    /// <param name="name">As its sender calls it; any text.</param>
    /// <param name="content">Readable and seekable.</param>
    public async Task<Outcome<TakenFile>> Take(string field, IReadOnlyList<FileKind> kinds, string name, Stream content, CancellationToken stop)
    {
        name = FileName.Safe(name);
        if (content.Length == 0) return FileProblems.Empty.At(field, name);
        if (content.Length > LargestFile) return FileProblems.TooLarge.At(field, name, LargestFile / 1_000_000);
        var look = FileContent.Look(content);
        if (look.Kind is not { } kind) return FileProblems.UnknownKind.At(field, name, Words(kinds));
        if (look.Fault is { } fault && (fault.Type == FileProblems.Locked || kinds.Contains(kind))) return fault.At(field, name);
        if (!kinds.Contains(kind)) return FileProblems.WrongKind.At(field, name, Words(kinds), kind.Word);

        var scanned = await scan.Scan(content, stop);
        if (scanned.State == ScanState.Infected) return FileProblems.Infected.At(field, name, scanned.Found);
        if (scanned.State == ScanState.NoAnswer) return FileProblems.CannotScan.At(field, name);
        content.Position = 0;
        var blob = await store.Put(content, stop);
        return new TakenFile(kind.NameOf(name), blob, kind, scanned.State == ScanState.Clean);
    }

    private static string Words(IReadOnlyList<FileKind> kinds) => string.Join(", ", kinds.Select(k => k.Word));
}
