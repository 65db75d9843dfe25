using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HaiDang.Platform.Files;

/// <summary>
/// Whether an encrypted PDF opens for everybody: many are locked only against changing or printing, by a password of their owner, and
/// open with an empty one (standard security handler, ISO 32000-2, 7.6.4: algorithms 2, 2.B, 4 and 5, revisions 2 to 6).
/// </summary>
internal static class PdfLock
{
    private static ReadOnlySpan<byte> Padding =>
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <param name="encryption">The encryption dictionary.</param>
    /// <param name="trailer">The trailer, for the first id of the file.</param>
    public static bool OpensForEverybody(PdfDictionary encryption, PdfDictionary trailer)
    {
        if (encryption.Name("Filter") != "Standard" || encryption.Number("R") is not { } revision || encryption.Text("U") is not { Length: >= 32 } kept) return false;
        return revision switch
        {
            5 => kept.Length >= 40 && SHA256.HashData(kept.AsSpan(32, 8)).AsSpan().SequenceEqual(kept.AsSpan(0, 32)),
            6 => kept.Length >= 40 && HardenedHash(kept.AsSpan(32, 8)).AsSpan(0, 32).SequenceEqual(kept.AsSpan(0, 32)),
            >= 2 and <= 4 => OpensByOldKey(encryption, trailer, (int)revision, kept),
            _ => false,
        };
    }

    private static bool OpensByOldKey(PdfDictionary encryption, PdfDictionary trailer, int revision, byte[] kept)
    {
        if (encryption.Text("O") is not { Length: >= 32 } owner || encryption.Number("P") is not { } permissions) return false;
        var id = trailer.FirstText("ID") ?? [];
        var length = revision == 2 ? 5 : (int)Math.Clamp((encryption.Number("V") >= 4 ? 128 : encryption.Number("Length") ?? 40) / 8, 5, 16);
        var key = OldKey(owner.AsSpan(0, 32), unchecked((int)permissions), id, revision, length, encryption.Is("EncryptMetadata") ?? true);
        if (revision == 2) return Rc4(key, Padding).AsSpan().SequenceEqual(kept.AsSpan(0, 32));
        var made = Rc4(key, MD5.HashData([.. Padding, .. id]));
        for (byte round = 1; round <= 19; round++) made = Rc4([.. key.Select(b => (byte)(b ^ round))], made);
        return made.AsSpan(0, 16).SequenceEqual(kept.AsSpan(0, 16));
    }

    /// <summary>Algorithm 2 with an empty password.</summary>
    private static byte[] OldKey(ReadOnlySpan<byte> owner, int permissions, byte[] id, int revision, int length, bool metadata)
    {
        Span<byte> allowed = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(allowed, permissions);
        var hash = MD5.HashData([.. Padding, .. owner, .. allowed, .. id, .. revision >= 4 && !metadata ? new byte[] { 255, 255, 255, 255 } : []]);
        for (var round = 0; revision >= 3 && round < 50; round++) hash = MD5.HashData(hash.AsSpan(0, length));
        return hash[..length];
    }

    /// <summary>Algorithm 2.B with an empty password.</summary>
    private static byte[] HardenedHash(ReadOnlySpan<byte> salt)
    {
        var hash = SHA256.HashData(salt);
        byte last = 0;
        for (var round = 0; round < 64 || last > round - 32; round++)
        {
            using var aes = Aes.Create();
            aes.Key = hash[..16];
            var repeated = new byte[hash.Length * 64];
            for (var i = 0; i < 64; i++) hash.CopyTo(repeated, i * hash.Length);
            var sealedText = aes.EncryptCbc(repeated, hash.AsSpan(16, 16), PaddingMode.None);
            last = sealedText[^1];
            // The remainder of a number by three is that of the sum of its bytes.
            hash = (sealedText.Take(16).Sum(b => b) % 3) switch { 0 => SHA256.HashData(sealedText), 1 => SHA384.HashData(sealedText), _ => SHA512.HashData(sealedText) };
        }
        return hash;
    }

    private static byte[] Rc4(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text)
    {
        var state = new byte[256];
        for (var i = 0; i < 256; i++) state[i] = (byte)i;
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }
        var answer = new byte[text.Length];
        for (int n = 0, i = 0, j = 0; n < text.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            answer[n] = (byte)(text[n] ^ state[(state[i] + state[j]) & 255]);
        }
        return answer;
    }
}
