using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Documents.Signing;

/// <summary>
/// Writes CMS SignedData (RFC 5652 §5) as PAdES baseline asks for it: detached, one signer, SHA-256, content type, message digest and
/// signing-certificate-v2 as signed attributes and no signing time among them (ETSI EN 319 142-1 §6.3; EN 319 122-1 §5.2.2.3; RFC 5035).
/// </summary>
internal static class CmsSignature
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedDataType = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>The attribute signing-certificate-v2 (RFC 5035 §3).</summary>
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    /// <summary>The signed attributes, DER of a SET OF: what the key signs (RFC 5652 §5.4).</summary>
    public static byte[] SignedAttributes(byte[] documentDigest, X509Certificate2 signer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, ContentType, w => w.WriteObjectIdentifier(Data));
            Attribute(writer, MessageDigest, w => w.WriteOctetString(documentDigest));
            Attribute(writer, SigningCertificateV2, w => SigningCertificate(w, signer));
        }
        return writer.Encode();
    }

    /// <summary>The whole ContentInfo, DER.</summary>
    /// <param name="signedAttributes">As <see cref="SignedAttributes"/> gave them.</param>
    /// <param name="signature">RSA: PKCS#1 v1.5; ECDSA: DER (RFC 5753 §7.2).</param>
    /// <param name="signer">The certificate whose key signed.</param>
    /// <param name="chain">Certificates of its authorities, in any order.</param>
    public static byte[] SignedData(byte[] signedAttributes, byte[] signature, X509Certificate2 signer, IEnumerable<X509Certificate2> chain)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedDataType);
            using (writer.PushSequence(Context(0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf()) Algorithm(writer, Sha256);
                using (writer.PushSequence()) writer.WriteObjectIdentifier(Data);
                using (writer.PushSetOf(Context(0)))
                    foreach (var certificate in Distinct(signer, chain)) writer.WriteEncodedValue(certificate);
                using (writer.PushSetOf()) SignerInfo(writer, signedAttributes, signature, signer);
            }
        }
        return writer.Encode();
    }

    private static void SignerInfo(AsnWriter writer, byte[] signedAttributes, byte[] signature, X509Certificate2 signer)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signer.IssuerName.RawData);
                writer.WriteInteger(signer.SerialNumberBytes.Span);
            }
            Algorithm(writer, Sha256);
            // [0] IMPLICIT: the same bytes as were signed, but for their tag.
            var implicitly = (byte[])signedAttributes.Clone();
            implicitly[0] = 0xA0;
            writer.WriteEncodedValue(implicitly);
            using (writer.PushSequence())
            {
                using var rsa = signer.GetRSAPublicKey();
                writer.WriteObjectIdentifier(rsa is null ? EcdsaWithSha256 : Rsa);
                if (rsa is not null) writer.WriteNull();
            }
            writer.WriteOctetString(signature);
        }
    }

    /// <summary>SigningCertificateV2 with the default digest SHA-256, and the issuer and serial number (RFC 5035 §3, §4).</summary>
    private static void SigningCertificate(AsnWriter writer, X509Certificate2 signer)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(signer.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(Context(4)))
                    writer.WriteEncodedValue(signer.IssuerName.RawData);
                writer.WriteInteger(signer.SerialNumberBytes.Span);
            }
        }
    }

    private static void Attribute(AsnWriter writer, string type, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf()) value(writer);
        }
    }

    private static void Algorithm(AsnWriter writer, string algorithm)
    {
        using (writer.PushSequence()) writer.WriteObjectIdentifier(algorithm);
    }

    private static IEnumerable<byte[]> Distinct(X509Certificate2 signer, IEnumerable<X509Certificate2> chain) =>
        chain.Prepend(signer).DistinctBy(c => c.Thumbprint).Select(c => c.RawData);

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
