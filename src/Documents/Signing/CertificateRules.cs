using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Documents.Signing;

/// <summary>What a certificate must be to sign documents, whoever issued it.</summary>
internal static class CertificateRules
{
    private const int LeastRsaBits = 2048;
    private const int LeastEcdsaBits = 256;

    /// <summary>
    /// Purposes that allow documents to be signed: RFC 9336 document signing, Adobe's and Microsoft's, and those that authorities commonly
    /// put on certificates of persons (RFC 5280 §4.2.1.12: any, client authentication, e-mail protection).
    /// </summary>
    private static readonly string[] Purposes =
    [
        "1.3.6.1.5.5.7.3.36", "1.2.840.113583.1.1.5", "1.3.6.1.4.1.311.10.3.12", "2.5.29.37.0", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4",
    ];

    /// <summary>Everything that keeps the certificate from signing at a time; its issuer is not looked at.</summary>
    public static IReadOnlyList<SigningDiagnostic> Problems(X509Certificate2 certificate, DateTimeOffset at)
    {
        try
        {
            var problems = new List<SigningDiagnostic>();
            if (!IsForSigning(certificate)) problems.Add(SigningProblems.NotForSigning);
            else if (!IsStrong(certificate)) problems.Add(SigningProblems.KeyTooWeak);
            if (OutsideValidity(certificate, at) is { } problem) problems.Add(problem);
            return problems;
        }
        catch (CryptographicException)
        {
            return [SigningProblems.CertificateMalformed];
        }
    }

    /// <summary>Why the certificate is not valid at a time by its own dates (RFC 5280 §4.1.2.5, both ends inclusive), or null.</summary>
    public static SigningDiagnostic? OutsideValidity(X509Certificate2 certificate, DateTimeOffset at)
    {
        var (from, until) = (From(certificate), Until(certificate));
        return at < from ? SigningProblems.NotYetValid(from, at) : at > until ? SigningProblems.Expired(until, at) : null;
    }

    /// <summary>Key usage (RFC 5280 §4.2.1.3) digitalSignature or nonRepudiation, a fitting purpose, and no certificate of an authority.</summary>
    private static bool IsForSigning(X509Certificate2 certificate) => certificate.Extensions.All(Permits);

    private static bool Permits(X509Extension extension) => extension switch
    {
        X509KeyUsageExtension usage => (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0,
        X509BasicConstraintsExtension constraints => !constraints.CertificateAuthority,
        X509EnhancedKeyUsageExtension purposes => purposes.EnhancedKeyUsages.Cast<Oid>().Any(o => Purposes.Contains(o.Value)),
        _ => true,
    };

    private static bool IsStrong(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null) return rsa.KeySize >= LeastRsaBits;
        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is not null && ecdsa.KeySize >= LeastEcdsaBits;
    }

    private static DateTimeOffset From(X509Certificate2 certificate) => new(certificate.NotBefore.ToUniversalTime());

    private static DateTimeOffset Until(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());
}
