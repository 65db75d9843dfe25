using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HaiDang.Documents.Signing;
using HaiDang.Documents.Tests.Pdf;

namespace HaiDang.Documents.Tests.Signing;

public sealed class SigningTests
{
    [Theory]
    [InlineData(DemoKey.EcdsaP256)]
    [InlineData(DemoKey.Rsa3072)]
    public void A_signed_file_keeps_its_bytes_and_reads_back_valid(DemoKey key)
    {
        var pdf = MinimalPdf.OnePage();
        var signed = Office.Sign(pdf, key == DemoKey.EcdsaP256 ? Office.Chairman : Office.Clerk, Office.Request());
        Assert.True(signed.AsSpan().StartsWith(pdf));

        var signature = Assert.Single(Office.Read(signed).Signatures);
        Assert.Empty(signature.Problems);
        Assert.True(signature.IsValid);
        Assert.True(signature.CoversWholeDocument);
        Assert.Equal(LaterChanges.None, signature.LaterChanges);
        Assert.Equal("Signature1", signature.Field);
        Assert.Equal(key == DemoKey.EcdsaP256 ? "Nguyễn Thị Ngọc Ánh" : "Đặng Hữu Phước", signature.Signer);
        Assert.Contains("O=Ủy ban nhân dân phường Hồng Bàng", signature.Subject);
        Assert.Contains("CA thử nghiệm Hải Đăng", signature.Issuer);
        Assert.Equal(("Ký duyệt", "Hải Phòng"), (signature.Reason, signature.Location));
        Assert.Equal(Office.Now, signature.ClaimedTime);
        Assert.Equal(TimeSpan.FromHours(7), signature.ClaimedTime!.Value.Offset);
    }

    [Fact]
    public void Other_programs_find_the_file_sound_and_the_signature_valid()
    {
        var signed = Office.Signed(MinimalPdf.OnePage());
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(signed));
        var report = Judge.Signatures(signed);
        Assert.Contains("Signer Certificate Common Name: Nguyễn Thị Ngọc Ánh", report);
        Assert.Contains("Signature Type: ETSI.CAdES.detached", report);
        Assert.Contains("Signature Validation: Signature is Valid.", report);
        Assert.Contains("Total document signed", report);
        Assert.Contains("Signing Hash Algorithm: SHA-256", report);
    }

    [Fact]
    public void Two_signatures_in_a_row_both_stay_valid()
    {
        var once = Office.Signed(MinimalPdf.OnePage());
        var twice = Office.Sign(once, Office.Clerk, Office.Request("Đặng Hữu Phước"));
        Assert.True(twice.AsSpan().StartsWith(once));

        var read = Office.Read(twice);
        Assert.True(read.AllValid);
        Assert.Equal(["Signature1", "Signature2"], read.Signatures.Select(s => s.Field));
        Assert.Equal(["Nguyễn Thị Ngọc Ánh", "Đặng Hữu Phước"], read.Signatures.Select(s => s.Signer!));
        Assert.Equal([LaterChanges.Permitted, LaterChanges.None], read.Signatures.Select(s => s.LaterChanges));
        Assert.Equal([false, true], read.Signatures.Select(s => s.CoversWholeDocument));

        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(twice));
        Assert.Equal(2, Judge.Signatures(twice).Split("Signature is Valid.").Length - 1);
    }

    [Fact]
    public void An_official_document_is_signed_in_the_place_kept_for_it()
    {
        var official = DocumentPdf.Render(Sample.Of(Sample.Paragraph("Xác nhận bà Trần Thị Bích Thủy chưa đăng ký kết hôn với ai.")), Sample.Frame, Sample.Options);
        var request = Office.Request() with
        {
            FieldName = "Lãnh đạo",
            Appearance = new(official.SignatureMark!, ["Ký bởi: Nguyễn Thị Ngọc Ánh", "Cơ quan: UBND phường Hồng Bàng", "Thời gian: 22/11/2026 14:32:00 +07:00"]),
        };
        var once = Office.Sign(official.Bytes, Office.Chairman, request);
        var signed = Office.Sign(once, Office.Clerk, Office.Request("Đặng Hữu Phước"));
        if (Environment.GetEnvironmentVariable("HAIDANG_KEEP_PDF") is { } folder) File.WriteAllBytes(Path.Combine(folder, "signed.pdf"), signed);
        Assert.True(Office.Read(signed).AllValid);
        Assert.Equal("Lãnh đạo", Office.Read(signed).Signatures[0].Field);
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(signed));
        Assert.Equal(2, Judge.Signatures(signed).Split("Signature is Valid.").Length - 1);
        Assert.Equal(["Ký bởi: Nguyễn Thị Ngọc Ánh", "Cơ quan: UBND phường Hồng Bàng", "Thời gian: 22/11/2026 14:32:00 +07:00"], Lines(signed).Except(Lines(official.Bytes)));
        Assert.Empty(Lines(official.Bytes).Except(Lines(signed)));
        Assert.NotEqual(Tool.Grey(official.Bytes, 1), Tool.Grey(signed, 1));
    }

    private static string[] Lines(byte[] pdf) => Tool.Text(pdf).Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_file_with_cross_reference_streams_is_signed_twice_as_well()
    {
        var streams = Judge.WithObjectStreams(MinimalPdf.OnePage());
        Assert.DoesNotContain("trailer", Encoding.Latin1.GetString(streams));
        var signed = Office.Sign(Office.Signed(streams), Office.Clerk, Office.Request("Đặng Hữu Phước"));
        Assert.True(Office.Read(signed).AllValid);
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(signed));
        Assert.Equal(2, Judge.Signatures(signed).Split("Signature is Valid.").Length - 1);
    }

    [Fact]
    public void A_field_that_waits_is_filled_and_then_taken()
    {
        var pdf = MinimalPdf.Of(
            "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>",
            "<</Type /Pages /Kids [3 0 R] /Count 1>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R]>>",
            "<</Type /Annot /Subtype /Widget /FT /Sig /T (Chairman) /Rect [300 100 500 160] /P 3 0 R /F 4>>");
        var request = Office.Request() with { FieldName = "Chairman", Appearance = new(new(0, 0, 0, 10, 10), ["Đã ký"]) };
        var first = Office.Signed(pdf);
        var signed = Office.Sign(first, Office.Clerk, request);
        Assert.True(Office.Read(signed).AllValid);
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(signed));
        Assert.Equal("sign.field-taken", Assert.Single(PdfSigner.Sign(signed, Office.Clerk.Certificate, [], request).Diagnostics).Code);
    }

    [Theory]
    [InlineData(DSASignatureFormat.Rfc3279DerSequence)]
    [InlineData(DSASignatureFormat.IeeeP1363FixedFieldConcatenation)]
    public async Task A_key_that_is_elsewhere_signs_through_a_function(DSASignatureFormat format)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Office.Chairman.Certificate.RawData);
        using var key = Office.Chairman.Certificate.GetECDsaPrivateKey()!;
        var result = await PdfSigner.SignAsync(MinimalPdf.OnePage(), certificate, Office.Chairman.Chain, Office.Request(),
            (toSign, _) => ValueTask.FromResult(key.SignData(toSign.Span, HashAlgorithmName.SHA256, format)));
        Assert.True(Office.Read(result.Pdf!).AllValid);
        Assert.Contains("Signature is Valid.", Judge.Signatures(result.Pdf!));
    }

    [Fact]
    public void An_answer_of_another_key_is_refused()
    {
        var (prepared, _) = PdfSigner.Prepare(MinimalPdf.OnePage(), Office.Chairman.Certificate, [], Office.Request());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var result = prepared!.Complete(other.SignHash(prepared.HashToSign.ToArray()));
        Assert.Null(result.Pdf);
        Assert.Equal("sign.key-does-not-match", Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void What_cannot_be_signed_is_refused_with_the_reason()
    {
        Refuses("sign.not-pdf", "Xin chào"u8.ToArray(), Office.Request());
        Refuses("sign.broken-cross-references", MinimalPdf.OnePage()[..200], Office.Request());
        Refuses("sign.page-missing", MinimalPdf.OnePage(), Office.Request() with { Appearance = new(new(1, 0, 0, 10, 10), []) });
        Refuses("sign.appearance-empty", MinimalPdf.OnePage(), Office.Request() with { Appearance = new(new(0, 0, 0, 0, 10), []) });
        Refuses("sign.field-name-invalid", MinimalPdf.OnePage(), Office.Request() with { FieldName = "a.b" });
        Refuses("sign.certificate-expired", MinimalPdf.OnePage(), Office.Request() with { SigningTime = Office.Now.AddYears(3) });
        Refuses("sign.certificate-not-yet-valid", MinimalPdf.OnePage(), Office.Request() with { SigningTime = Office.Now.AddYears(-3) });
        Refuses("sign.encrypted", Judge.Encrypted(MinimalPdf.OnePage()), Office.Request());

        using var noKey = X509CertificateLoader.LoadCertificate(Office.Chairman.Certificate.RawData);
        Assert.Equal("sign.no-private-key", Assert.Single(PdfSigner.Sign(MinimalPdf.OnePage(), noKey, [], Office.Request()).Diagnostics).Code);

        static void Refuses(string code, byte[] pdf, PdfSignatureRequest request)
        {
            var result = PdfSigner.Sign(pdf, Office.Chairman.Certificate, [], request);
            Assert.Null(result.Pdf);
            Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
        }
    }

    [Fact]
    public void A_document_certified_as_final_takes_no_further_signature()
    {
        var pdf = MinimalPdf.Of(
            "<</Type /Catalog /Pages 2 0 R /Perms <</DocMDP 4 0 R>>>>",
            "<</Type /Pages /Kids [3 0 R] /Count 1>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>",
            "<</Type /Sig /Reference [<</TransformMethod /DocMDP /TransformParams <</P 1>>>>]>>");
        Assert.Equal("sign.certified-final", Assert.Single(PdfSigner.Sign(pdf, Office.Chairman.Certificate, [], Office.Request()).Diagnostics).Code);
    }
}
