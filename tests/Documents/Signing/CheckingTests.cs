using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Documents.Signing;
using HaiDang.Documents.Signing.Checking;
using HaiDang.Documents.Signing.Reading;
using HaiDang.Testing;

namespace HaiDang.Documents.Tests.Signing;

public sealed class CheckingTests
{
    private static readonly byte[] Once = Office.Signed(MinimalPdf.OnePage());
    private static readonly byte[] Twice = Office.Sign(Once, Office.Clerk, Office.Request("Đặng Hữu Phước"));

    [Fact]
    public void A_file_without_signatures_has_none()
    {
        var read = Office.Read(MinimalPdf.OnePage());
        Assert.Empty(read.Signatures);
        Assert.Empty(read.Diagnostics);
        Assert.False(read.AllValid);
    }

    [Fact]
    public void One_altered_byte_anywhere_in_the_covered_range_is_found()
    {
        var (start, end) = Gap(Once, field: 0);
        var missed = new List<int>();
        for (var at = 0; at < Once.Length; at++)
        {
            if (at > start && at < end - 1) continue;
            var altered = (byte[])Once.Clone();
            altered[at] ^= (byte)(1 << (at % 8));
            if (Office.Read(altered).AllValid) missed.Add(at);
        }
        Assert.Empty(missed);
    }

    [Fact]
    public void Any_byte_outside_the_last_signature_of_a_file_signed_twice_counts()
    {
        var (start, end) = Gap(Twice, field: 1);
        var changes = ArbMap.Default.GeneratorFor<byte>().SelectMany(value => Gen.Choose(0, Twice.Length - 1).Select(at => (At: at, Value: value)));
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var altered = (byte[])Twice.Clone();
            altered[change.At] = change.Value;
            var valid = Office.Read(altered).AllValid;
            return !valid || altered.AsSpan().SequenceEqual(Twice) || (change.At > start && change.At < end - 1);
        }).Check(Trials.Of(1500));
    }

    [Fact]
    public void No_byte_within_the_signature_makes_the_reader_throw()
    {
        var (start, _) = Gap(Once, field: 0);
        var altered = (byte[])Once.Clone();
        for (var at = start; at < start + 5000; at++)
        {
            altered[at] = "0F8"u8[at % 3];
            _ = PdfSignatures.Read(altered, Office.Roots).AllValid;
            altered[at] = Once[at];
        }
    }

    private static (int Start, int End) Gap(byte[] pdf, int field)
    {
        var (file, _) = PdfReader.Open(pdf);
        var range = SignedRange.Of(file!, file!.Dictionary(SignatureFields.All(file)[field].Value))!;
        return (range.GapStart, range.GapEnd);
    }

    [Fact]
    public void A_file_cut_short_anywhere_never_reads_as_valid_and_never_throws()
    {
        for (var length = 0; length < Once.Length; length += 7) Assert.False(Office.Read(Once[..length]).AllValid);
    }

    [Fact]
    public void An_update_after_the_signature_that_changes_the_page_is_found()
    {
        var altered = MinimalPdf.Updated(Once, (4, MinimalPdf.Stream("BT /F1 14 Tf 72 770 Td (So 99/GXN-UBND) Tj ET")));
        var signature = Assert.Single(Office.Read(altered).Signatures);
        Assert.True(signature.Intact);
        Assert.False(signature.CoversWholeDocument);
        Assert.Equal(LaterChanges.Other, signature.LaterChanges);
        Assert.False(signature.IsValid);
        Assert.Contains(signature.Problems, p => p.Code == "sign.changed-later" && p.En.Contains("Contents"));
    }

    [Fact]
    public void A_change_between_two_signatures_spoils_the_first_only()
    {
        var altered = MinimalPdf.Updated(Once, (5, "<</Type /Font /Subtype /Type1 /BaseFont /Symbol>>"));
        var read = Office.Read(Office.Sign(altered, Office.Clerk, Office.Request("Đặng Hữu Phước")));
        Assert.Equal([LaterChanges.Other, LaterChanges.None], read.Signatures.Select(s => s.LaterChanges));
        Assert.Equal([false, true], read.Signatures.Select(s => s.IsValid));
        Assert.False(read.AllValid);
    }

    [Fact]
    public void Bytes_behind_the_last_signature_are_found_even_when_they_change_nothing()
    {
        var read = Office.Read([.. Once, .. "% thêm\n"u8]);
        Assert.Equal(LaterChanges.Other, Assert.Single(read.Signatures).LaterChanges);
    }

    [Fact]
    public void Validation_data_added_later_is_permitted()
    {
        var catalog = PdfReader.Open(Once).Reader!.Catalog;
        var form = (DictNode)catalog["AcroForm"];
        var field = (RefNode)((ArrayNode)form["Fields"]).Items[0];
        var update = MinimalPdf.Updated(Once, (1, $"<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [{field.Number} 0 R] /SigFlags 3>> /DSS <</Certs []>>>>"));
        var signature = Assert.Single(Office.Read(update).Signatures);
        Assert.Equal(LaterChanges.Permitted, signature.LaterChanges);
        Assert.True(signature.IsValid);
    }

    [Fact]
    public void An_unsigned_widget_laid_over_the_page_later_is_found()
    {
        var field = (RefNode)((ArrayNode)((DictNode)PdfReader.Open(Once).Reader!.Catalog["AcroForm"])["Fields"]).Items[0];
        var update = MinimalPdf.Updated(Once,
            (1, $"<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [{field.Number} 0 R 50 0 R] /SigFlags 3>>>>"),
            (50, "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /Rect [0 0 595 842] /V <</Type /Sig>>>>"));
        Assert.Equal(LaterChanges.Other, Office.Read(update).Signatures[0].LaterChanges);
    }

    [Theory]
    [InlineData("0 10 20 ")]
    [InlineData("1 ")]
    public void A_byte_range_that_leaves_out_more_than_the_signature_is_refused(string range)
    {
        var text = Encoding.Latin1.GetString(Once);
        var at = text.IndexOf("/ByteRange [", StringComparison.Ordinal) + "/ByteRange [".Length;
        var altered = (byte[])Once.Clone();
        Encoding.Latin1.GetBytes(range).CopyTo(altered, at);
        var signature = Assert.Single(Office.Read(altered).Signatures);
        Assert.False(signature.Intact);
        Assert.Contains(signature.Problems, p => p.Code == "sign.range-unsound");
    }

    [Fact]
    public void A_signature_moved_to_another_document_is_refused()
    {
        // The signed range is kept whole at its place, but the document that people see is a new one with the same dictionary in it.
        var text = Encoding.Latin1.GetString(Once);
        var start = text.IndexOf("<</Type /Sig\n", StringComparison.Ordinal);
        var dictionary = text[start..(text.IndexOf("\n>>", start, StringComparison.Ordinal) + 3)];
        var forged = MinimalPdf.Updated(Once,
            (1, "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [60 0 R] /SigFlags 3>>>>"),
            (4, MinimalPdf.Stream("BT /F1 14 Tf 72 770 Td (So 99/GXN-UBND) Tj ET")),
            (60, "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [0 0 0 0] /V 61 0 R>>"),
            (61, dictionary));
        Assert.Contains(Assert.Single(Office.Read(forged).Signatures).Problems, p => p.Code == "sign.range-unsound");
    }

    [Fact]
    public void Data_hidden_behind_the_signature_is_noted()
    {
        var text = Encoding.Latin1.GetString(Once);
        var end = text.IndexOf('>', text.IndexOf("/Contents <", StringComparison.Ordinal));
        var altered = (byte[])Once.Clone();
        altered[end - 1] = (byte)'7';
        Assert.Contains(Assert.Single(Office.Read(altered).Signatures).Problems, p => p.Code == "sign.data-behind-signature");
    }

    [Fact]
    public void A_certificate_of_an_unknown_authority_is_not_trusted()
    {
        using var stranger = DemoAuthority.Create("CA thử nghiệm Hải Đăng", Office.Now.AddYears(-2), Office.Now.AddYears(8), 1);
        var signature = Assert.Single(PdfSignatures.Read(Once, [stranger.Root], Office.Now).Signatures);
        Assert.True(signature.Intact);
        Assert.False(signature.IsValid);
        Assert.Contains(signature.CertificateStatus, (CertificateStatus[])[CertificateStatus.UnknownIssuer, CertificateStatus.Broken]);
        Assert.Equal(CertificateStatus.UnknownIssuer, Assert.Single(PdfSignatures.Read(Once, [], Office.Now).Signatures).CertificateStatus);
    }

    [Theory]
    [InlineData("2025-11-22T14:31:59+07:00", "sign.certificate-not-yet-valid")]
    [InlineData("2025-11-22T14:32:00+07:00", null)]
    [InlineData("2028-11-22T14:32:00+07:00", null)]
    [InlineData("2028-11-22T14:32:01+07:00", "sign.certificate-expired")]
    [InlineData("2050-01-01T00:00:00+07:00", "sign.certificate-expired")]
    public void The_chain_is_judged_at_the_time_given_to_the_second(string at, string? problem)
    {
        var signature = Assert.Single(PdfSignatures.Read(Once, Office.Roots, DateTimeOffset.Parse(at, null)).Signatures);
        Assert.Equal(problem is null ? CertificateStatus.Trusted : CertificateStatus.OutsideValidity, signature.CertificateStatus);
        if (problem is not null) Assert.Contains(signature.Problems, p => p.Code == problem);
        else Assert.Empty(signature.Problems);
    }

    [Fact]
    public void A_signature_made_with_an_expired_certificate_is_found()
    {
        var file = Office.Authority.Issue(new DemoSubject("Lê Văn Tám"), Office.Now.AddYears(-1), Office.Now.AddDays(-1), 77, Office.Passphrase);
        var expired = CertificateFile.Open(file, Office.Passphrase, Office.Now.AddDays(-2)).Certificate!;
        var signed = Office.Sign(MinimalPdf.OnePage(), expired, Office.Request() with { SigningTime = Office.Now.AddDays(-2) });
        Assert.True(PdfSignatures.Read(signed, Office.Roots).AllValid);
        var late = Assert.Single(PdfSignatures.Read(signed, Office.Roots, Office.Now).Signatures);
        Assert.Equal(CertificateStatus.OutsideValidity, late.CertificateStatus);
        Assert.Contains(late.Problems, p => p.Code == "sign.certificate-expired");
    }
}
