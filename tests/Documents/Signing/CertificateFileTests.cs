using System.Security.Cryptography.X509Certificates;
using HaiDang.Documents.Signing;

namespace HaiDang.Documents.Tests.Signing;

public sealed class CertificateFileTests
{
    private static readonly byte[] Good = Office.File("Phạm Thị Hằng", DemoKey.EcdsaP256, 21);

    [Fact]
    public void A_good_file_opens_with_its_key_and_chain()
    {
        using var certificate = CertificateFile.Open(Good, Office.Passphrase, Office.Now).Certificate!;
        Assert.True(certificate.Certificate.HasPrivateKey);
        Assert.Equal("Phạm Thị Hằng", certificate.Certificate.GetNameInfo(X509NameType.SimpleName, false));
        Assert.Equal(Office.Authority.Root.Thumbprint, Assert.Single(certificate.Chain).Thumbprint);
    }

    [Fact]
    public void What_cannot_sign_says_why()
    {
        Refuses("sign.wrong-passphrase", Good, passphrase: "sai");
        Refuses("sign.wrong-passphrase", Good, passphrase: "");
        Refuses("sign.not-pkcs12", "không phải"u8.ToArray());
        Refuses("sign.not-pkcs12", []);
        Refuses("sign.not-pkcs12", Good[..100]);
        Refuses("sign.certificate-expired", Good, at: Office.Now.AddYears(5));
        Refuses("sign.certificate-not-yet-valid", Good, at: Office.Now.AddYears(-5));
        Refuses("sign.no-private-key", new X509Certificate2Collection(Office.Authority.Root.CopyWithoutKey()).ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Office.Passphrase));
        Refuses("sign.not-for-signing", Office.Authority.Export(Office.Passphrase));
        Refuses("sign.not-for-signing", Office.Authority.Issue(new DemoSubject("Máy chủ"), Office.Now.AddYears(-1), Office.Now.AddYears(1), 22, Office.Passphrase, DemoKey.Rsa3072, X509KeyUsageFlags.KeyEncipherment));
    }

    [Fact]
    public void An_authority_that_was_kept_goes_on_issuing()
    {
        using var again = DemoAuthority.Open(Office.Authority.Export("x"), "x");
        var file = again.Issue(new DemoSubject("Vũ Đức Ý"), Office.Now.AddYears(-1), Office.Now.AddYears(1), 23, "x", DemoKey.Rsa3072);
        using var certificate = CertificateFile.Open(file, "x", Office.Now).Certificate!;
        var signed = Office.Sign(MinimalPdf.OnePage(), certificate, Office.Request("Vũ Đức Ý"));
        Assert.True(Office.Read(signed).AllValid);
    }

    private static void Refuses(string code, byte[] file, string passphrase = Office.Passphrase, DateTimeOffset? at = null)
    {
        var result = CertificateFile.Open(file, passphrase, at ?? Office.Now);
        Assert.Null(result.Certificate);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.NotEqual(diagnostic.Vi, diagnostic.En);
    }
}

file static class CertificateExtensions
{
    public static X509Certificate2 CopyWithoutKey(this X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);
}
