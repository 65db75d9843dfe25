using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Documents.Signing;

/// <summary>
/// Signs PDF files at level PAdES B-B (ETSI EN 319 142-1 §6): CMS, detached, SHA-256, RSA or ECDSA keys. The signature is added at the
/// end of the file by an incremental update (ISO 32000-1 §7.5.6), so signatures that are already there stay valid. Thread-safe; no
/// exception for what the file or the certificate holds.
/// </summary>
public static class PdfSigner
{
    /// <summary>Signs with a key that is at hand.</summary>
    /// <param name="pdf">The whole file; left as it is. Not encrypted, smaller than 2 GB.</param>
    /// <param name="certificate">The signer's certificate with its private key, valid at the signing time and meant for signing.</param>
    /// <param name="chain">Certificates of its authorities, to be enclosed, in any order; may be empty.</param>
    /// <param name="request">What the signature says.</param>
    public static SigningResult Sign(byte[] pdf, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, PdfSignatureRequest request)
    {
        if (!certificate.HasPrivateKey) return new(null, [SigningProblems.NoPrivateKey]);
        var (prepared, problems) = PreparedSignature.Make(pdf, certificate, chain, request);
        return prepared is null ? new(null, problems) : prepared.Complete(Signature(certificate, prepared.ToSign.Span));
    }

    /// <summary>Signs with a key that is reached through a function: a token, a security module (PKCS#11), a remote signing service.</summary>
    /// <param name="pdf">As in <see cref="Sign"/>.</param>
    /// <param name="certificate">The signer's certificate; needs no private key.</param>
    /// <param name="chain">As in <see cref="Sign"/>.</param>
    /// <param name="request">What the signature says.</param>
    /// <param name="sign">
    /// Gets what is to be signed (<see cref="PreparedSignature.ToSign"/>) and gives the key's answer
    /// (<see cref="PreparedSignature.Complete"/>). What it throws is passed on.
    /// </param>
    /// <param name="cancel">Passed to <paramref name="sign"/>.</param>
    public static async Task<SigningResult> SignAsync(
        byte[] pdf, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, PdfSignatureRequest request,
        Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>> sign, CancellationToken cancel = default)
    {
        var (prepared, problems) = PreparedSignature.Make(pdf, certificate, chain, request);
        if (prepared is null) return new(null, problems);
        var signature = await sign(prepared.ToSign, cancel).ConfigureAwait(false);
        return prepared.Complete(signature);
    }

    /// <summary>
    /// Makes a document ready to be signed when the key's answer comes later, for example after the signer has confirmed on a phone.
    /// Either the prepared document or at least one problem is given.
    /// </summary>
    public static (PreparedSignature? Prepared, IReadOnlyList<SigningDiagnostic> Diagnostics) Prepare(
        byte[] pdf, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, PdfSignatureRequest request) =>
        PreparedSignature.Make(pdf, certificate, chain, request);

    private static byte[] Signature(X509Certificate2 certificate, ReadOnlySpan<byte> toSign)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        if (rsa is not null) return rsa.SignData(toSign.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var ecdsa = certificate.GetECDsaPrivateKey();
        return ecdsa!.SignData(toSign, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
