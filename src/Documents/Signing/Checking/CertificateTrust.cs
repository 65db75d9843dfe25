using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Documents.Signing.Checking;

/// <summary>Builds the path from a certificate to a trusted root (RFC 5280 §6) without network and without the machine's own trust.</summary>
internal static class CertificateTrust
{
    public static (CertificateStatus Status, IReadOnlyList<SigningDiagnostic> Problems) Judge(
        X509Certificate2? signer, X509Certificate2Collection enclosed, IReadOnlyCollection<X509Certificate2> roots, DateTimeOffset? at, DateTimeOffset? claimed)
    {
        if (signer is null) return (CertificateStatus.Missing, []);
        if ((at ?? claimed) is not { } time) return (CertificateStatus.OutsideValidity, []);
        try
        {
            return Judge(signer, enclosed, roots, time, claimed);
        }
        catch (CryptographicException)
        {
            return (CertificateStatus.Broken, [SigningProblems.CertificateMalformed]);
        }
    }

    private static (CertificateStatus, IReadOnlyList<SigningDiagnostic>) Judge(
        X509Certificate2 signer, X509Certificate2Collection enclosed, IReadOnlyCollection<X509Certificate2> roots, DateTimeOffset time, DateTimeOffset? claimed)
    {
        var problems = new List<SigningDiagnostic>(CertificateRules.Problems(signer, time));
        if (claimed is { } signed && signed != time && CertificateRules.OutsideValidity(signer, signed) is { } then) problems.Add(then);
        var status = problems.Count == 0 ? CertificateStatus.Trusted
            : problems.Contains(SigningProblems.CertificateMalformed) ? CertificateStatus.Broken
            : problems.Contains(SigningProblems.NotForSigning) || problems.Contains(SigningProblems.KeyTooWeak) ? CertificateStatus.NotForSigning
            : CertificateStatus.OutsideValidity;

        switch (Path(signer, enclosed, roots, time))
        {
            case CertificateStatus.Trusted: break;
            case CertificateStatus.OutsideValidity:
                if (status == CertificateStatus.Trusted) problems.Add(SigningProblems.AuthorityOutsideValidity);
                status = status == CertificateStatus.Trusted ? CertificateStatus.OutsideValidity : status;
                break;
            case CertificateStatus.UnknownIssuer:
                problems.Add(SigningProblems.UnknownIssuer);
                status = CertificateStatus.UnknownIssuer;
                break;
            default:
                problems.Add(SigningProblems.ChainBroken);
                status = CertificateStatus.Broken;
                break;
        }
        return (status, problems);
    }

    private static CertificateStatus Path(X509Certificate2 signer, X509Certificate2Collection enclosed, IReadOnlyCollection<X509Certificate2> roots, DateTimeOffset time)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(enclosed);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.UtcDateTime;
        // Dates are compared here: the platform's own comparison leaves out the last second of validity.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        if (chain.Build(signer))
            return chain.ChainElements.All(e => CertificateRules.OutsideValidity(e.Certificate, time) is null) ? CertificateStatus.Trusted : CertificateStatus.OutsideValidity;

        const X509ChainStatusFlags untrusted = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
        var flags = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        return (flags & ~(untrusted | X509ChainStatusFlags.NotTimeValid)) == 0 ? CertificateStatus.UnknownIssuer : CertificateStatus.Broken;
    }
}
