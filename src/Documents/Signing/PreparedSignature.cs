using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HaiDang.Documents.Signing.Writing;

namespace HaiDang.Documents.Signing;

/// <summary>
/// A document made ready for a key that is elsewhere: on a token, in a security module, or on the signer's phone at a remote signing
/// service. What is to be signed is known; the document is complete once the key has answered.
/// </summary>
public sealed class PreparedSignature
{
    private readonly UnsignedFile file;
    private readonly X509Certificate2 certificate;
    private readonly IReadOnlyList<X509Certificate2> chain;
    private readonly byte[] toSign;

    private PreparedSignature(UnsignedFile file, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain)
    {
        this.file = file;
        this.certificate = certificate;
        this.chain = chain;
        toSign = CmsSignature.SignedAttributes(file.Digest(), certificate);
    }

    /// <summary>
    /// What the key signs: the signed attributes in DER (RFC 5652 §5.4). The key hashes them with SHA-256 and signs with
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2) or ECDSA, according to the certificate.
    /// </summary>
    public ReadOnlyMemory<byte> ToSign => toSign;

    /// <summary>SHA-256 of <see cref="ToSign"/>, for keys that take the hash only.</summary>
    public ReadOnlyMemory<byte> HashToSign => SHA256.HashData(toSign);

    /// <summary>
    /// The signed document. <paramref name="signature"/> is the key's answer: RSA as it is, ECDSA either in DER (RFC 3279 §2.2.3) or as r
    /// and s one after the other (IEEE P1363, what PKCS#11 gives). An answer that does not verify with the certificate is refused.
    /// </summary>
    public SigningResult Complete(ReadOnlySpan<byte> signature) => Fitting(signature) is { } fitting
        ? new(file.With(CmsSignature.SignedData(toSign, fitting, certificate, chain)), [])
        : new(null, [SigningProblems.SignatureDoesNotFit]);

    internal static (PreparedSignature? Prepared, IReadOnlyList<SigningDiagnostic> Problems) Make(
        byte[] pdf, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, PdfSignatureRequest request)
    {
        var problems = CertificateRules.Problems(certificate, request.SigningTime);
        if (problems.Count > 0) return (null, problems);
        var (file, planning) = SignaturePlan.Make(pdf, request, LargestSignature(certificate, chain));
        return file is null ? (null, planning) : (new PreparedSignature(file, certificate, chain), []);
    }

    /// <summary>Room for the CMS: its certificates, the issuer's name twice more, and a kilobyte or two for all else.</summary>
    private static int LargestSignature(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain) =>
        certificate.RawData.Length + chain.Sum(c => c.RawData.Length) + 2 * certificate.IssuerName.RawData.Length + 2048;

    /// <summary>The signature as CMS wants it, or null when the certificate's key did not make it.</summary>
    private byte[]? Fitting(ReadOnlySpan<byte> signature)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null) return rsa.VerifyData(toSign, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) ? signature.ToArray() : null;
        using var ecdsa = certificate.GetECDsaPublicKey();
        if (ecdsa is null) return null;
        if (ecdsa.VerifyData(toSign, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) return signature.ToArray();
        return ecdsa.VerifyData(toSign, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ? EcdsaSignature.Der(signature) : null;
    }
}
