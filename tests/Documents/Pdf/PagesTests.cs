using HaiDang.Documents.Model;

namespace HaiDang.Documents.Tests.Pdf;

/// <summary>Where pages end and what comes again on the next.</summary>
public sealed class PagesTests
{
    private static IReadOnlyList<Span> Cell(string text) => [new Span(text)];

    private static TableBlock Table(int rows, string words = "Bản sao trích lục hộ tịch có chứng thực của cơ quan nhà nước có thẩm quyền") => new(
        [Alignment.Center, Alignment.Left, Alignment.Right], [Cell("STT"), Cell("Thành phần hồ sơ"), Cell("Số lượng")],
        [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<IReadOnlyList<Span>>)[Cell($"{i}"), Cell(words), Cell($"{i % 3 + 1} bản")])], true);

    [Fact]
    public void A_long_table_repeats_its_header_and_pages_are_numbered_from_the_second()
    {
        var pdf = Keep("table", DocumentPdf.Render(Sample.Of(Sample.Paragraph("Danh mục kèm theo:"), Table(80)), Sample.Frame, Sample.Options));
        Assert.InRange(pdf.PageCount, 3, 6);
        var pages = Tool.Text(pdf.Bytes, "-layout").Split('\f');
        Assert.All(pages[..(pdf.PageCount - 1)], page => Assert.Contains("Thành phần hồ sơ", page));
        Assert.DoesNotMatch(@"^\s*1\s*\n", pages[0]);
        for (var i = 1; i < pdf.PageCount; i++) Assert.Matches($@"^\s*{i + 1}\s*\n", pages[i]);
        Assert.Contains("80", pages[pdf.PageCount - 1] + pages[pdf.PageCount - 2]);
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_overleaf_and_loses_nothing()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"từ{i}"));
        var pdf = Keep("tall", DocumentPdf.Render(Sample.Of(Table(1, words)), null, Sample.Options));
        Assert.True(pdf.PageCount > 1);
        var letters = PdfCheck.Of(pdf.Bytes).Letters;
        Assert.All(Enumerable.Range(1, 1500), i => Assert.Contains($"từ{i}", letters));
    }

    [Theory]
    [InlineData(24), InlineData(25), InlineData(26), InlineData(27), InlineData(28), InlineData(29), InlineData(30), InlineData(31), InlineData(32)]
    public void The_signer_never_stands_alone_on_a_page(int paragraphs)
    {
        var body = Enumerable.Range(1, paragraphs).Select(i => (Block)Sample.Paragraph($"Đoạn thứ {i} của văn bản này chỉ có một dòng.")).ToArray();
        var pdf = DocumentPdf.Render(Sample.Of(body), Sample.Frame, Sample.Options);
        var pages = Tool.Text(pdf.Bytes, "-layout").Split('\f');
        var last = pages[pdf.PageCount - 1];
        Assert.Contains("TM. ỦY BAN NHÂN DÂN", last);
        Assert.Contains("Nguyễn Thị Ngọc Ánh", last);
        Assert.Contains("Nơi nhận:", last);
        Assert.Contains($"Đoạn thứ {paragraphs} ", last);
        Assert.Equal(pdf.PageCount - 1, pdf.SignatureMark!.Page);
    }

    [Fact]
    public void No_line_of_a_paragraph_is_left_alone_at_the_end_or_the_beginning_of_a_page()
    {
        var three = string.Join(' ', Enumerable.Repeat("Việc tiếp nhận hồ sơ được thực hiện tại bộ phận một cửa.", 4));
        var pdf = Keep("paragraphs", DocumentPdf.Render(Sample.Of([.. Enumerable.Range(0, 40).Select(_ => (Block)Sample.Paragraph(three))]), null, Sample.Options));
        foreach (var page in Tool.Text(pdf.Bytes, "-layout").Split('\f')[..pdf.PageCount])
        {
            var lines = page.Split('\n').Where(l => l.Trim().Length > 2).ToArray();
            var begins = lines.Select(l => l.StartsWith("      ", StringComparison.Ordinal) && l.TrimStart().StartsWith("Việc", StringComparison.Ordinal)).ToArray();
            Assert.False(begins[^1], "the first line of a paragraph stands alone at the foot");
            Assert.True(begins[0] || !begins[1], "the last line of a paragraph stands alone at the head");
        }
    }

    [Fact]
    public void An_appendix_follows_the_signature_on_pages_counted_on_their_own()
    {
        var document = Template.TemplateTests.Render("Nội dung.\n\n::: appendix\n# Phụ lục I\n\n{{#each for i in 1..80 return i as i}}\nDòng {{ i }}.\n\n{{/each}}\n:::\n\n::: appendix\n# Phụ lục II\n\nHết.\n:::\n");
        var pdf = Keep("appendix", DocumentPdf.Render(document, Sample.Frame, Sample.Options));
        var pages = Tool.Text(pdf.Bytes, "-layout").Split('\f');
        Assert.Equal(5, pdf.PageCount);
        Assert.Equal(0, pdf.SignatureMark!.Page);
        Assert.Contains("Nguyễn Thị Ngọc Ánh", pages[0]);
        Assert.Matches(@"^\s*Phụ lục I\n", pages[1]);
        Assert.Matches(@"^\s*2\n", pages[2]);
        Assert.Matches(@"^\s*3\n", pages[3]);
        Assert.Matches(@"^\s*Phụ lục II\n", pages[4]);
        var html = DocumentHtml.Render(document, Sample.Frame);
        Assert.True(html.IndexOf("Ngọc Ánh", StringComparison.Ordinal) < html.IndexOf("Phụ lục I", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_recipients_go_on_after_the_signer()
    {
        var frame = Sample.Frame with { Recipients = [.. Enumerable.Range(1, 120).Select(i => $"Ủy ban nhân dân phường số {i}")] };
        var pdf = Keep("recipients", DocumentPdf.Render(Sample.Of(Sample.Paragraph("Nội dung.")), frame, Sample.Options));
        var text = Tool.Text(pdf.Bytes, "-raw");
        Assert.All(Enumerable.Range(1, 120), i => Assert.Contains($"- Ủy ban nhân dân phường số {i}{(i < 120 ? ";" : ".")}", text));
    }

    [Fact]
    public void A_letter_carries_its_subject_under_the_number_and_greets_whom_it_is_for()
    {
        var letter = Sample.Frame with { Kind = null, Subtitle = "trả lời kiến nghị của công dân về chiếu sáng công cộng", Number = "120/UBND-VP", AddressedTo = ["Sở Xây dựng", "Công ty Điện chiếu sáng"] };
        var pdf = Keep("letter", DocumentPdf.Render(Sample.Of(Sample.Paragraph("Ủy ban nhân dân phường nhận được kiến nghị của công dân."), Sample.Paragraph("Trân trọng./.")), letter, Sample.Options));
        var text = Tool.Text(pdf.Bytes, "-raw");
        Assert.Contains("V/v trả lời kiến nghị", text);
        Assert.Contains("Kính gửi:\n- Sở Xây dựng;\n- Công ty Điện chiếu sáng.", text);
    }

    private static RenderedPdf Keep(string name, RenderedPdf pdf)
    {
        if (Environment.GetEnvironmentVariable("HAIDANG_KEEP_PDF") is { } folder) File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), pdf.Bytes);
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(pdf.Bytes));
        return pdf;
    }
}
