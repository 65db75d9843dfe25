using System.Security.Cryptography;
using HaiDang.Platform.Blobs;

namespace HaiDang.Platform.Tests.Blobs;

public sealed class BlobFolderTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("haidang-blobs-").FullName;

    private BlobFolder Store => new(folder);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(1_000_003)]
    public async Task What_was_put_comes_back_under_its_hash(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        var blob = await Store.Put(content);
        Assert.Equal(new Blob(Convert.ToHexStringLower(SHA256.HashData(content)), size), blob);
        Assert.Equal(content, await Store.Read(blob.Hash));
    }

    [Fact]
    public async Task The_same_content_is_kept_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.Put([1, 2, 3])));
        await Store.Put([4]);
        Assert.Equal(2, Store.All().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCDEF")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000/..")]
    public void Whatever_is_no_hash_of_something_kept_opens_nothing(string name)
    {
        Assert.Null(Store.Open(name));
        Assert.False(Store.Has(name));
    }

    [Fact]
    public async Task A_broken_upload_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.Put(new Breaking()));
        Assert.Empty(System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    /// <summary>Gives some bytes and then breaks off, as a telephone in a lift does.</summary>
    private sealed class Breaking : MemoryStream
    {
        private int left = 3;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left-- == 0) throw new IOException("The connection was lost.");
            buffer.Span.Fill(1);
            return new(buffer.Length);
        }
    }
}
