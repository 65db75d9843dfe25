using System.Formats.Asn1;

namespace HaiDang.Documents.Signing;

/// <summary>The two ways to write an ECDSA signature.</summary>
internal static class EcdsaSignature
{
    /// <summary>ECDSA-Sig-Value (RFC 3279 §2.2.3) of r and s that stand one after the other, equally long.</summary>
    public static byte[] Der(ReadOnlySpan<byte> concatenated)
    {
        var half = concatenated.Length / 2;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(Shortest(concatenated[..half]));
            writer.WriteIntegerUnsigned(Shortest(concatenated[half..]));
        }
        return writer.Encode();
    }

    private static ReadOnlySpan<byte> Shortest(ReadOnlySpan<byte> number)
    {
        var first = number.IndexOfAnyExcept((byte)0);
        return first < 0 ? number[^1..] : number[first..];
    }
}
