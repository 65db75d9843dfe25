using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Documents.Signing;

/// <summary>A signing certificate with its private key in memory, opened from a file. Dispose of it as soon as the signature is made.</summary>
/// <param name="Certificate">The signer's certificate with its private key.</param>
/// <param name="Chain">The other certificates of the file, those of its authorities.</param>
public sealed record SigningCertificate(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain) : IDisposable
{
    /// <summary>Lets go of the key.</summary>
    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var certificate in Chain) certificate.Dispose();
    }
}

/// <summary>A certificate that can sign, or the reasons why the file gives none.</summary>
/// <param name="Certificate">The certificate; null when there are <paramref name="Diagnostics"/>.</param>
/// <param name="Diagnostics">Why the file cannot be used to sign; empty when it can.</param>
public sealed record CertificateFileResult(SigningCertificate? Certificate, IReadOnlyList<SigningDiagnostic> Diagnostics);

/// <summary>Opens certificate files: PKCS#12 (RFC 7292), with the extension .p12 or .pfx.</summary>
public static class CertificateFile
{
    private const int WrongPassphrase = unchecked((int)0x80070056);

    /// <summary>
    /// Opens a file that holds one certificate with its private key, and possibly those of its authorities. The key stays in memory and is
    /// written nowhere. A certificate that cannot sign at <paramref name="at"/> (dates, key usage, strength) is refused.
    /// </summary>
    /// <param name="pkcs12">The file.</param>
    /// <param name="passphrase">Its passphrase.</param>
    /// <param name="at">The time at which it is to sign.</param>
    public static CertificateFileResult Open(byte[] pkcs12, string passphrase, DateTimeOffset at)
    {
        X509Certificate2Collection found;
        try
        {
            found = X509CertificateLoader.LoadPkcs12Collection(pkcs12, passphrase, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Pkcs12LoadLimitExceededException)
        {
            return Refused([SigningProblems.Pkcs12TooCostly]);
        }
        catch (CryptographicException e)
        {
            return Refused([e.HResult == WrongPassphrase && IsPkcs12(pkcs12) ? SigningProblems.WrongPassphrase : SigningProblems.NotPkcs12]);
        }

        var keyed = found.Where(c => c.HasPrivateKey).ToList();
        var problems = keyed.Count switch
        {
            0 => [SigningProblems.NoPrivateKey],
            1 => CertificateRules.Problems(keyed[0], at),
            _ => [SigningProblems.SeveralKeys],
        };
        if (problems.Count == 0) return new(new SigningCertificate(keyed[0], [.. found.Where(c => !c.HasPrivateKey)]), []);
        foreach (var certificate in found) certificate.Dispose();
        return Refused(problems);
    }

    private static bool IsPkcs12(byte[] file)
    {
        try
        {
            Pkcs12Info.Decode(file, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static CertificateFileResult Refused(IReadOnlyList<SigningDiagnostic> problems) => new(null, problems);
}
