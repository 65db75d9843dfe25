using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Documents.Signing;

/// <summary>What was done to a file after a signature.</summary>
public enum LaterChanges
{
    /// <summary>Nothing: the signature covers the file to its end.</summary>
    None,

    /// <summary>
    /// Only what leaves the signed document as it was: further signatures that are intact, and validation data (<c>DSS</c>,
    /// ETSI EN 319 142-1 §5.4.2).
    /// </summary>
    Permitted,

    /// <summary>Something else: what people see may not be what was signed.</summary>
    Other,
}

/// <summary>What the signer's certificate is worth.</summary>
public enum CertificateStatus
{
    /// <summary>Leads to a trusted root, was valid, and is meant for signing. Revocation is not looked at here.</summary>
    Trusted,

    /// <summary>Leads to no trusted root.</summary>
    UnknownIssuer,

    /// <summary>It, or one above it, was not valid at the time asked for or at the claimed time of signing.</summary>
    OutsideValidity,

    /// <summary>Was not issued for signing documents, or its key is too weak.</summary>
    NotForSigning,

    /// <summary>One of the chain is altered or was issued without the right to.</summary>
    Broken,

    /// <summary>The signature carries no certificate.</summary>
    Missing,
}

/// <summary>One signature of a file and what it is worth.</summary>
public sealed record PdfSignatureReport
{
    /// <summary>Fully qualified name of the signature field.</summary>
    public required string Field { get; init; }

    /// <summary>Common name of the signer's certificate; null without a certificate.</summary>
    public string? Signer { get; init; }

    /// <summary>Distinguished name of the signer's certificate (RFC 4514 order as .NET gives it); null without a certificate.</summary>
    public string? Subject { get; init; }

    /// <summary>Distinguished name of the issuer; null without a certificate.</summary>
    public string? Issuer { get; init; }

    /// <summary>The time of signing that the signer claims (entry <c>M</c>); null when none is stated. Nobody else vouches for it at level B-B.</summary>
    public DateTimeOffset? ClaimedTime { get; init; }

    /// <summary>The reason stated; null when none is.</summary>
    public string? Reason { get; init; }

    /// <summary>The place stated; null when none is.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the signed range reaches to the end of the file.</summary>
    public required bool CoversWholeDocument { get; init; }

    /// <summary>
    /// Whether the bytes that were signed are unaltered, are all of the file's state at that time but the signature itself, and were signed
    /// with the key of the certificate.
    /// </summary>
    public required bool Intact { get; init; }

    /// <summary>What was done to the file afterwards.</summary>
    public required LaterChanges LaterChanges { get; init; }

    /// <summary>What the certificate is worth.</summary>
    public required CertificateStatus CertificateStatus { get; init; }

    /// <summary>The signer's certificate; null when the signature carries none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Everything that speaks against the signature or is remarkable about it.</summary>
    public required IReadOnlyList<SigningDiagnostic> Problems { get; init; }

    /// <summary>Intact, nothing but permitted changes afterwards, and a trusted certificate.</summary>
    public bool IsValid => Intact && LaterChanges != LaterChanges.Other && CertificateStatus == CertificateStatus.Trusted;
}

/// <summary>The signatures of a file.</summary>
/// <param name="Signatures">All signed fields, in the order of the form; none when the file is not signed.</param>
/// <param name="Diagnostics">Why the file could not be read; empty when it could.</param>
public sealed record PdfSignaturesResult(IReadOnlyList<PdfSignatureReport> Signatures, IReadOnlyList<SigningDiagnostic> Diagnostics)
{
    /// <summary>Whether the file is signed and every signature is valid.</summary>
    public bool AllValid => Diagnostics.Count == 0 && Signatures.Count > 0 && Signatures.All(s => s.IsValid);
}
