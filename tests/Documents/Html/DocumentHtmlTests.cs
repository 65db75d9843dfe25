using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Documents.Model;
using HaiDang.Documents.Tests.Template;
using HaiDang.Testing;

namespace HaiDang.Documents.Tests.Html;

public sealed class DocumentHtmlTests
{
    [Fact]
    public void The_same_document_as_HTML()
    {
        var document = TemplateTests.Render("# Phần I\n\n**{{ name }}** và *bạn*\n\n1. Một\n2. Hai\n\n|A|B|\n|:-:|-:|\n|x|{{ age }}|\n\n::: plain\n| | |\n|-|-|\n|Họ tên|{{ name }}|\n:::\n\n[đọc](https://haiphong.gov.vn/?a=1&b=2)");
        Assert.Equal(
            """<article class="doc" lang="vi"><div class="doc-body"><h1 class="doc-h1">Phần I</h1><p><strong>Ánh</strong> và <em>bạn</em></p>"""
            + """<ul class="doc-list"><li><span class="doc-label">1.</span><div><p>Một</p></div></li><li><span class="doc-label">2.</span><div><p>Hai</p></div></li></ul>"""
            + """<table class="doc-table"><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td class="doc-center">x</td><td class="doc-right">20</td></tr></tbody></table>"""
            + """<table class="doc-table doc-plain"><tbody><tr><td>Họ tên</td><td>Ánh</td></tr></tbody></table>"""
            + """<p><a href="https://haiphong.gov.vn/?a=1&amp;b=2">đọc</a></p></div></article>""",
            DocumentHtml.Render(document, null));
    }

    [Fact]
    public void The_frame_comes_in_the_order_in_which_it_is_read()
    {
        var html = DocumentHtml.Render(Sample.Of(Sample.Paragraph("Nội dung.")), Sample.Frame);
        var words = Regex.Replace(Regex.Replace(html, "<svg.*?</svg>", "[QR]"), "<[^>]+>", "\n");
        var order = new[]
        {
            "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "ỦY BAN NHÂN DÂN PHƯỜNG HỒNG BÀNG", OfficialFrame.NationalName, OfficialFrame.NationalMotto, "Số: 15/GXN-UBND", "ngày 22 tháng 11 năm 2026",
            "GIẤY XÁC NHẬN", "Tình trạng hôn nhân", "Nội dung.", "Nơi nhận:", "- Lưu: VT, TP.", "KT. CHỦ TỊCH", "Nguyễn Thị Ngọc Ánh", "[QR]", "7F3K-92QX",
        };
        var at = -1;
        foreach (var part in order)
        {
            var next = words.IndexOf(part, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"“{part}” is missing or comes too early");
            at = next;
        }
        Assert.DoesNotContain("style=", html);
    }

    [Fact]
    public void Any_text_gives_well_formed_HTML_with_that_text_and_nothing_more()
    {
        Check.One(Trials.Of(300), Prop.ForAll(Generators.Text().ToArbitrary(), text =>
        {
            var clean = CleanText.Of(text);
            var html = DocumentHtml.Render(Sample.Of(new ParagraphBlock([new Span(clean, Bold: true)])), Sample.Frame with { Agency = text, Signer = null, Recipients = [text] });
            var tree = XElement.Parse(html.Replace("<br>", "<br/>"));
            Assert.Equal(clean.Replace("\n", ""), tree.Descendants("strong").First().Value);
            Assert.DoesNotContain(tree.DescendantsAndSelf(), e => e.Name.LocalName is "script" or "iframe" || e.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        }));
    }

    [Fact]
    public void A_page_names_its_language_title_and_style_sheet()
    {
        var page = DocumentHtml.RenderPage(RenderedDocument.Empty, null, "Giấy <b>", "/doc.css", "vi");
        Assert.StartsWith("<!doctype html>\n<html lang=\"vi\">", page);
        Assert.Contains("<title>Giấy &lt;b&gt;</title><link rel=\"stylesheet\" href=\"/doc.css\">", page);
        Assert.Contains(".doc-head", DocumentHtml.StyleSheet);
    }
}
