using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace HaiDang.Platform.Blobs;

/// <summary>A file that is kept: named by the SHA-256 of its content, so the same content is kept once.</summary>
public sealed record Blob(string Hash, long Size)
{
    /// <summary>Tells this putting of the content from every other one.</summary>
    public long Mark { get; init; }

    /// <summary>The mark of the last putting before this one; null when the content was not there.</summary>
    public long? Before { get; init; }

    /// <summary>Whether hash and size are the same.</summary>
    public bool Equals(Blob? other) => other is not null && Hash == other.Hash && Size == other.Size;

    public override int GetHashCode() => HashCode.Combine(Hash, Size);
}

/// <summary>Keeps files by their content. What was put is on the disk when <see cref="Put(Stream,CancellationToken)"/> returns.</summary>
public interface IBlobStore
{
    Task<Blob> Put(Stream content, CancellationToken stop = default);

    /// <summary>The content, or null when there is none of that hash.</summary>
    Stream? Open(string hash);

    IEnumerable<string> All();

    /// <summary>Removes a content if its last putting was the one of this mark; false when somebody else has put it since.</summary>
    bool Remove(string hash, long mark);
}

/// <summary>Keeps files in a folder: <c>ab/abcdef…</c>.</summary>
public sealed partial class BlobFolder(string folder) : IBlobStore
{
    public async Task<Blob> Put(Stream content, CancellationToken stop = default)
    {
        Directory.CreateDirectory(Path.Combine(folder, "incoming"));
        var incoming = Path.Combine(folder, "incoming", Path.GetRandomFileName());
        try
        {
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                var buffer = new byte[1 << 16];
                for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; size += read)
                {
                    sha.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), stop);
                }
                file.Flush(flushToDisk: true);
            }
            var hash = Convert.ToHexStringLower(sha.GetHashAndReset());
            var final = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            var before = MarkOf(final);
            var mark = File.GetLastWriteTimeUtc(incoming).Ticks;
            File.Move(incoming, final, overwrite: true);
            return new Blob(hash, size) { Mark = mark, Before = before };
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Stream? Open(string hash)
    {
        if (!Sha256Hex().IsMatch(hash)) return null;
        var path = PathOf(hash);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true) : null;
    }

    public IEnumerable<string> All() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(n => Sha256Hex().IsMatch(n))
        : [];

    public bool Remove(string hash, long mark)
    {
        if (!Sha256Hex().IsMatch(hash) || MarkOf(PathOf(hash)) != mark) return false;
        // Taken aside first and looked at again: whoever puts the content at this moment gets it back.
        var aside = Path.Combine(folder, "incoming", Path.GetRandomFileName());
        Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
        File.Move(PathOf(hash), aside);
        if (MarkOf(aside) != mark)
        {
            if (!File.Exists(PathOf(hash))) File.Move(aside, PathOf(hash));
            return false;
        }
        File.Delete(aside);
        return true;
    }

    private static long? MarkOf(string path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path).Ticks : null;

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256Hex();
}

public static class BlobStoreExtensions
{
    public static async Task<Blob> Put(this IBlobStore store, byte[] content, CancellationToken stop = default)
    {
        using var stream = new MemoryStream(content, writable: false);
        return await store.Put(stream, stop);
    }

    public static bool Has(this IBlobStore store, string hash)
    {
        using var stream = store.Open(hash);
        return stream is not null;
    }

    public static async Task<byte[]?> Read(this IBlobStore store, string hash, CancellationToken stop = default)
    {
        await using var stream = store.Open(hash);
        if (stream is null) return null;
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, stop);
        return memory.ToArray();
    }
}
