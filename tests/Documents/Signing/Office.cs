using System.Security.Cryptography.X509Certificates;
using HaiDang.Documents.Signing;

namespace HaiDang.Documents.Tests.Signing;

/// <summary>A demo authority and the officials who sign with its certificates, made once for all tests.</summary>
internal static class Office
{
    public const string Passphrase = "mật khẩu đủ dài";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 32, 0, TimeSpan.FromHours(7));

    public static readonly DemoAuthority Authority = DemoAuthority.Create("CA thử nghiệm Hải Đăng", Now.AddYears(-2), Now.AddYears(8), 1);

    public static readonly IReadOnlyList<X509Certificate2> Roots = [Authority.Root];

    public static readonly SigningCertificate Chairman = Certificate("Nguyễn Thị Ngọc Ánh", DemoKey.EcdsaP256, 11);

    public static readonly SigningCertificate Clerk = Certificate("Đặng Hữu Phước", DemoKey.Rsa3072, 12);

    public static byte[] File(string name, DemoKey key, long serial) => Authority.Issue(
        new DemoSubject(name, "Phó Chủ tịch", "Ủy ban nhân dân phường Hồng Bàng", "Hải Phòng"), Now.AddYears(-1), Now.AddYears(2), serial, Passphrase, key);

    public static PdfSignatureRequest Request(string name = "Nguyễn Thị Ngọc Ánh") => new()
    {
        SignerName = name,
        SigningTime = Now,
        Reason = "Ký duyệt",
        Location = "Hải Phòng",
    };

    /// <summary>A file signed by the chairman.</summary>
    public static byte[] Signed(byte[] pdf) => Sign(pdf, Chairman, Request());

    public static byte[] Sign(byte[] pdf, SigningCertificate with, PdfSignatureRequest request)
    {
        var result = PdfSigner.Sign(pdf, with.Certificate, with.Chain, request);
        Assert.Empty(result.Diagnostics);
        return result.Pdf!;
    }

    public static PdfSignaturesResult Read(byte[] pdf) => PdfSignatures.Read(pdf, Roots, Now);

    private static SigningCertificate Certificate(string name, DemoKey key, long serial)
    {
        var opened = CertificateFile.Open(File(name, key, serial), Passphrase, Now);
        Assert.Empty(opened.Diagnostics);
        return opened.Certificate!;
    }
}
