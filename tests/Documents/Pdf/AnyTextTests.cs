using FsCheck;
using FsCheck.Fluent;
using HaiDang.Documents.Model;
using HaiDang.Testing;

namespace HaiDang.Documents.Tests.Pdf;

/// <summary>Whatever a document says, it is a sound file that says exactly that.</summary>
public sealed class AnyTextTests
{
    private static readonly Config Often = Trials.Of(200);

    [Fact]
    public void Any_text_gives_a_sound_file_with_that_text()
    {
        Check.One(Often, Prop.ForAll(Generators.Text().ToArbitrary(), Holds));
    }

    [Fact]
    public void A_mark_without_a_letter_is_drawn_with_the_blank_before_it() => Holds("MÚĂkÙ \u0942vằ");

    [Fact]
    public void Any_table_gives_a_sound_file_with_its_text()
    {
        var cells = Gen.Choose(1, 7).SelectMany(columns => Gen.ArrayOf(Gen.ArrayOf(Generators.Text(), columns), 1 + columns * 3));
        Check.One(Trials.Of(60), Prop.ForAll(cells.ToArbitrary(), rows =>
        {
            var table = new TableBlock(
                [.. rows[0].Select(_ => Alignment.Left)], [.. rows[0].Select(Cell)],
                [.. rows.Skip(1).Select(row => (IReadOnlyList<IReadOnlyList<Span>>)[.. row.Select(Cell)])], true);
            var pdf = DocumentPdf.Render(Sample.Of(table), null, Sample.Options);
            var check = PdfCheck.Of(pdf.Bytes);
            Assert.Equal(Sorted(string.Concat(rows.SelectMany(r => r).Select(CleanText.Of))), Sorted(check.Letters));
        }));

        static IReadOnlyList<Span> Cell(string text) => [new Span(CleanText.Of(text))];
    }

    [Fact]
    public void Any_frame_gives_a_sound_file()
    {
        Check.One(Often, Prop.ForAll(Generators.Text().ToArbitrary(), text =>
        {
            var frame = Sample.Frame with
            {
                Agency = text, SuperiorAgency = text, Number = text, Place = text, Kind = text, Subtitle = text, AddressedTo = [text, text], Recipients = [text, text],
                Signer = new OfficialSigner { Authority = [text], Title = text, Name = text }, LeftSigner = new OfficialSigner { Title = text },
                Verification = new OfficialVerification { Url = text, Caption = text, Code = text },
            };
            var pdf = DocumentPdf.Render(RenderedDocument.Empty, frame, Sample.Options with { Title = text, IdSeed = text });
            PdfCheck.Of(pdf.Bytes);
            Assert.NotNull(pdf.SignatureMark);
        }));
    }

    private static void Holds(string text)
    {
        var clean = CleanText.Of(text);
        var pdf = DocumentPdf.Render(Sample.Of(new ParagraphBlock([new Span(clean)])), null, Sample.Options);
        var check = PdfCheck.Of(pdf.Bytes);
        Assert.Equal(pdf.PageCount, check.PageCount);
        Assert.Equal(Letters(clean), check.Letters);
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200B'));

    private static string Sorted(string text) => string.Concat(Letters(text).Order());
}
