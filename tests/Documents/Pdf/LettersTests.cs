using System.Text;
using HaiDang.Documents.Fonts;
using HaiDang.Documents.Model;

namespace HaiDang.Documents.Tests.Pdf;

/// <summary>Every letter comes out of a file as it was typed.</summary>
public sealed class LettersTests
{
    [Theory]
    [InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public void Every_Vietnamese_letter_comes_out_as_typed_in_every_face(bool bold, bool italic)
    {
        var words = Generators.Letters.Chunk(6).Select(c => new string(c)).ToList();
        var pdf = DocumentPdf.Render(Sample.Of(new ParagraphBlock([new Span(string.Join(' ', words), bold, italic)])), null, Sample.Options);
        Assert.Equal(words, Words(Tool.Text(pdf.Bytes)));
        Assert.True(Generators.Letters.All(c => Typeface.Of(Typeface.Face(bold, italic)).Glyph(c) != 0));
        Assert.Contains("Tinos", Tool.Fonts(pdf.Bytes));
    }

    [Fact]
    public void Letters_typed_apart_from_their_accents_come_out_composed()
    {
        var apart = "Nguyễn Thị Ngọc Ánh ở Hải Phòng".Normalize(NormalizationForm.FormD);
        var document = Template.TemplateTests.Render("{{ value }} " + apart, value: apart);
        var text = Tool.Text(DocumentPdf.Render(document, Sample.Frame with { Signer = new OfficialSigner { Name = apart } }, Sample.Options).Bytes);
        Assert.Equal(text, text.Normalize(NormalizationForm.FormC));
        Assert.Equal(3, text.Split("Nguyễn Thị Ngọc Ánh").Length - 1);
    }

    [Fact]
    public void Letters_that_share_a_shape_stay_themselves()
    {
        var pdf = DocumentPdf.Render(Sample.Of(Sample.Paragraph("ĐĐ ÐÐÐ ơơ οοο oo ООО AA ΑΑΑ АА")), null, Sample.Options);
        Assert.Equal(["ĐĐ", "ÐÐÐ", "ơơ", "οοο", "oo", "ООО", "AA", "ΑΑΑ", "АА"], Words(Tool.Text(pdf.Bytes)));
    }

    [Fact]
    public void A_letter_that_the_typeface_lacks_is_replaced_in_sight_kept_in_the_text_and_told()
    {
        var pdf = DocumentPdf.Render(Sample.Of(Sample.Paragraph("Xin chào 👨‍👩‍👧 và 漢 và 漢, ☐ chọn")), null, Sample.Options);
        Assert.Equal("Xinchào👨‍👩‍👧và漢và漢,☐chọn", PdfCheck.Of(pdf.Bytes).Letters);
        Assert.Equal(2, pdf.Notes.Count);
        Assert.All(pdf.Notes, n => Assert.Equal("document.missing-letter", n.Code));
        Assert.Contains("U+6F22", pdf.Notes[1].En);
        Assert.Contains("漢", Tool.Text(pdf.Bytes));
    }

    [Fact]
    public void Control_characters_are_replaced_and_told()
    {
        var document = Template.TemplateTests.Render("{{ value }}", value: "a\0b\u001Bc\u202Ed\ud800e");
        Assert.Equal("a\uFFFDb\uFFFDcd\uFFFDe\n", document.Text);
        Assert.Single(document.Notes, n => n.Code == "document.control-characters");
    }

    [Fact]
    public void A_word_that_no_line_can_hold_is_cut_and_keeps_every_letter()
    {
        var word = string.Concat(Enumerable.Repeat("https://haiphong.gov.vn/kiểm-tra/", 20));
        var pdf = DocumentPdf.Render(Sample.Of(Sample.Paragraph("Xem " + word + " để biết.")), null, Sample.Options);
        Assert.Equal("Xem" + word + "đểbiết.", string.Concat(Words(Tool.Text(pdf.Bytes, "-raw"))));
        var widest = System.Text.RegularExpressions.Regex.Matches(Tool.Text(pdf.Bytes, "-bbox"), "xMax=\"([0-9.]+)\"").Max(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(widest, 400, 595.28 - 15 * 72 / 25.4 + 0.5);
    }

    private static string[] Words(string text) => text.Split([' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries);
}
