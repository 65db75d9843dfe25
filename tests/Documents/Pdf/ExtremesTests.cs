using System.Diagnostics;
using HaiDang.Documents.Model;
using HaiDang.Documents.Tests.Template;

namespace HaiDang.Documents.Tests.Pdf;

/// <summary>Documents that nobody should write still come out, whole and in time.</summary>
public sealed class ExtremesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_word_of_half_a_million_letters()
    {
        InTime(() => Assert.Equal(500_000, Letters(Sample.Of(Sample.Paragraph(new string('ữ', 500_000))))));
    }

    [Fact]
    public void A_paragraph_of_a_hundred_thousand_words()
    {
        InTime(() => Assert.Equal(400_000, Letters(Sample.Of(Sample.Paragraph(string.Join(' ', Enumerable.Repeat("điều", 100_000)))))));
    }

    [Fact]
    public void A_table_of_a_hundred_columns()
    {
        var cells = Enumerable.Range(0, 100).Select(i => (IReadOnlyList<Span>)[new Span("Ô")]).ToList();
        Assert.Equal(200, Letters(Sample.Of(new TableBlock([.. cells.Select(_ => Alignment.Left)], cells, [cells], true))));
    }

    [Fact]
    public void A_table_header_taller_than_a_page()
    {
        var tall = string.Join(' ', Enumerable.Repeat("điều", 3000));
        Assert.Equal(12_002, Letters(Sample.Of(new TableBlock([Alignment.Left], [[new Span(tall)]], [[[new Span("ô")]], [[new Span("ô")]]], true))));
    }

    [Fact]
    public void Lists_and_quotes_as_deep_as_Markdown_lets_them_be()
    {
        var lists = string.Concat(Enumerable.Range(0, 30).Select(i => new string(' ', 2 * i) + "- a\n"));
        var quotes = string.Concat(Enumerable.Repeat("> ", 60)) + "b";
        PdfCheck.Of(DocumentPdf.Render(TemplateTests.Render(lists + "\n" + quotes), null, Sample.Options).Bytes);
    }

    [Fact]
    public void A_title_and_an_agency_of_many_pages()
    {
        var endless = string.Join(' ', Enumerable.Repeat("Ủy ban nhân dân", 400));
        PdfCheck.Of(DocumentPdf.Render(RenderedDocument.Empty, Sample.Frame with { Agency = endless, Kind = endless, Subtitle = endless }, Sample.Options).Bytes);
    }

    private static int Letters(RenderedDocument document) => PdfCheck.Of(DocumentPdf.Render(document, null, Sample.Options).Bytes).Letters.Length;

    private static void InTime(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }
}
