using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HaiDang.Documents.Signing.Writing;

/// <summary>A file that is complete but for the signature: its byte range is written, its <c>Contents</c> still all zero.</summary>
internal sealed class UnsignedFile
{
    private readonly byte[] file;
    private readonly int contentsAt;
    private readonly int contentsEnd;

    public UnsignedFile(byte[] file, int dictionaryAt, SignatureDictionary dictionary)
    {
        this.file = file;
        contentsAt = dictionaryAt + dictionary.ContentsAt;
        contentsEnd = contentsAt + dictionary.ContentsLength;
        var range = string.Create(CultureInfo.InvariantCulture, $"0 {contentsAt} {contentsEnd} {file.Length - contentsEnd}");
        Encoding.ASCII.GetBytes(range.PadRight(SignatureDictionary.RangeLength)).CopyTo(file, dictionaryAt + dictionary.RangeAt);
    }

    /// <summary>SHA-256 of all but the <c>Contents</c> (ISO 32000-1 §12.8.1).</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file, 0, contentsAt);
        hash.AppendData(file, contentsEnd, file.Length - contentsEnd);
        return hash.GetHashAndReset();
    }

    /// <summary>The signed file. The signature must not be larger than the room that was left for it.</summary>
    public byte[] With(byte[] signature)
    {
        var digits = Encoding.ASCII.GetBytes(Convert.ToHexString(signature));
        if (digits.Length > contentsEnd - contentsAt - 2) throw new ArgumentException("The signature is larger than the room left for it.", nameof(signature));
        var signed = (byte[])file.Clone();
        digits.CopyTo(signed, contentsAt + 1);
        return signed;
    }
}
