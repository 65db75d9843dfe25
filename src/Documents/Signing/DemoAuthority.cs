using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Documents.Signing;

/// <summary>Who a demo certificate is made out to.</summary>
/// <param name="Name">Full name (commonName), for example “Nguyễn Thị Ánh”.</param>
/// <param name="Title">Position (title), for example “Phó Chủ tịch”; null for none.</param>
/// <param name="Organization">Agency (organizationName), for example “Ủy ban nhân dân phường Ngô Quyền”; null for none.</param>
/// <param name="Locality">City (localityName); null for none.</param>
public sealed record DemoSubject(string Name, string? Title = null, string? Organization = null, string? Locality = null);

/// <summary>The kind of a demo certificate's key.</summary>
public enum DemoKey
{
    /// <summary>RSA of 3072 bits.</summary>
    Rsa3072,

    /// <summary>ECDSA on the curve P-256.</summary>
    EcdsaP256,
}

/// <summary>
/// A certificate authority for demonstrations and tests only. What it issues proves nothing about anybody, and its name says so. Names,
/// times and serial numbers are arguments; only keys are random.
/// </summary>
public sealed class DemoAuthority : IDisposable
{
    private const string Warning = "MÔ PHỎNG - không có giá trị pháp lý";

    private DemoAuthority(X509Certificate2 root) => Root = root;

    /// <summary>The root certificate, with its private key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>Makes an authority with a new key.</summary>
    /// <param name="name">Name (commonName) of the authority; the organization says that it is a simulation.</param>
    /// <param name="from">First moment of validity, to the second.</param>
    /// <param name="until">Last moment of validity, to the second.</param>
    /// <param name="serial">Serial number, greater than 0.</param>
    public static DemoAuthority Create(string name, DateTimeOffset from, DateTimeOffset until, long serial)
    {
        using var key = RSA.Create(3072);
        var subject = Name(new DemoSubject(name, Organization: Warning));
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.Create(subject, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), from, until, Serial(serial));
        return new DemoAuthority(certificate.CopyWithPrivateKey(key));
    }

    /// <summary>Opens an authority that was kept with <see cref="Export"/>; throws <see cref="CryptographicException"/> when that fails.</summary>
    public static DemoAuthority Open(byte[] pkcs12, string passphrase) =>
        new(X509CertificateLoader.LoadPkcs12(pkcs12, passphrase, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable));

    /// <summary>The authority with its key as PKCS#12, so that what it issued stays trusted after a restart.</summary>
    public byte[] Export(string passphrase) => Root.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, passphrase);

    /// <summary>Issues a certificate for signing documents, as PKCS#12 with its new private key and the root certificate.</summary>
    /// <param name="subject">Who it is made out to.</param>
    /// <param name="from">First moment of validity, to the second, not before the authority's.</param>
    /// <param name="until">Last moment of validity, to the second, not after the authority's.</param>
    /// <param name="serial">Serial number, greater than 0, unique to this authority.</param>
    /// <param name="passphrase">Passphrase of the file.</param>
    /// <param name="kind">The kind of key.</param>
    public byte[] Issue(DemoSubject subject, DateTimeOffset from, DateTimeOffset until, long serial, string passphrase, DemoKey kind = DemoKey.EcdsaP256) =>
        Issue(subject, from, until, serial, passphrase, kind, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation);

    /// <summary>As the other, with any key usage, so that certificates that must not sign can be made for tests.</summary>
    internal byte[] Issue(DemoSubject subject, DateTimeOffset from, DateTimeOffset until, long serial, string passphrase, DemoKey kind, X509KeyUsageFlags usage)
    {
        using AsymmetricAlgorithm key = kind == DemoKey.Rsa3072 ? RSA.Create(3072) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = key is RSA rsa
            ? new CertificateRequest(Name(subject), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(Name(subject), (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, includeKeyIdentifier: true, includeIssuerAndSerial: false));

        using var authorityKey = Root.GetRSAPrivateKey()!;
        using var certificate = request.Create(Root.SubjectName, X509SignatureGenerator.CreateForRSA(authorityKey, RSASignaturePadding.Pkcs1), from, until, Serial(serial));
        using var withKey = key is RSA own ? certificate.CopyWithPrivateKey(own) : certificate.CopyWithPrivateKey((ECDsa)key);
        using var root = X509CertificateLoader.LoadCertificate(Root.RawData);
        return new X509Certificate2Collection { withKey, root }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, passphrase);
    }

    /// <summary>Lets go of the key.</summary>
    public void Dispose() => Root.Dispose();

    private static X500DistinguishedName Name(DemoSubject subject)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("VN");
        if (subject.Locality is not null) name.AddLocalityName(subject.Locality);
        if (subject.Organization is not null) name.AddOrganizationName(subject.Organization);
        if (subject.Title is not null) name.Add("2.5.4.12", subject.Title);
        name.AddCommonName(subject.Name);
        return name.Build();
    }

    private static byte[] Serial(long serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(serial);
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, serial);
        return bytes;
    }
}
