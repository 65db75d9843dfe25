using System.Text.RegularExpressions;
using HaiDang.Documents.Model;
using HaiDang.Documents.Tests.Template;

namespace HaiDang.Documents.Tests.Pdf;

public sealed class OfficialPdfTests
{
    private const string Template = """
        ::: basis
        Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;
        :::

        ### Điều 1. Xác nhận

        Xét đề nghị của bà **{{ name }}**, cư trú tại tổ dân phố số 4, phường Hồng Bàng, thành phố Hải Phòng, về việc cấp giấy xác nhận tình trạng hôn nhân theo quy định tại khoản 2 Điều 21 Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ; lệ phí {{ 15000 | money }}.

        1. Họ, chữ đệm, tên: {{ name | upper }}.
        2. Xem tại [cổng dịch vụ công](https://dichvucong.haiphong.gov.vn).

        | STT | Giấy tờ | Số bản |
        |:-:|---|-:|
        | 1 | Tờ khai theo mẫu | 1 |
        """;

    [Fact]
    public void An_official_document_says_what_was_typed_in_the_order_of_its_parts()
    {
        var pdf = DocumentPdf.Render(TemplateTests.Render(Template), Sample.Frame, Sample.Options);
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(pdf.Bytes));
        PdfCheck.Of(pdf.Bytes);
        Assert.Equal("""
            ỦY BAN NHÂN DÂN
            THÀNH PHỐ HẢI PHÒNG
            ỦY BAN NHÂN DÂN
            PHƯỜNG HỒNG BÀNG
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 15/GXN-UBND Hồng Bàng, ngày 22 tháng 11 năm 2026
            GIẤY XÁC NHẬN
            Tình trạng hôn nhân
            Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;
            Điều 1. Xác nhận
            Xét đề nghị của bà Ánh, cư trú tại tổ dân phố số 4, phường Hồng Bàng,
            thành phố Hải Phòng, về việc cấp giấy xác nhận tình trạng hôn nhân theo quy định
            tại khoản 2 Điều 21 Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015
            của Chính phủ; lệ phí 15.000 đ.
            1. Họ, chữ đệm, tên: ÁNH.
            2. Xem tại cổng dịch vụ công.
            STT Giấy tờ Số bản
            1 Tờ khai theo mẫu 1
            Nơi nhận:
            - Như trên;
            - Sở Tư pháp;
            - Lưu: VT, TP.
            Quét mã để kiểm tra văn bản hoặc
            nhập mã:
            7F3K-92QX
            TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH
            Nguyễn Thị Ngọc Ánh
            """, Tool.Text(pdf.Bytes, "-raw").Replace('\u00A0', ' ').Trim('\f', '\n'));
    }

    [Fact]
    public void The_structure_tells_headings_lists_tables_links_and_figures()
    {
        var pdf = DocumentPdf.Render(TemplateTests.Render(Template), Sample.Frame, Sample.Options);
        var tags = Regex.Matches(Tool.Info(pdf.Bytes, "-struct"), @"^ *(\w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Where(t => t != "Object").ToList();
        Assert.Equal("Document P P P P P P H1 P P H4 P L LI Lbl LBody LI Lbl LBody Link Table THead TR TH TH TH TBody TR TD TD TD", string.Join(' ', tags.TakeWhile((_, i) => i < 31)));
        var info = Tool.Info(pdf.Bytes);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Title:\s+Giấy xác nhận tình trạng hôn nhân", info);
        Assert.Matches(@"Author:\s+Ủy ban nhân dân phường Hồng Bàng", info);
        Assert.StartsWith("Mã QR: Quét mã để kiểm tra văn bản", Assert.Single(PdfCheck.Of(pdf.Bytes).Alternatives));
    }

    [Fact]
    public void The_same_arguments_give_the_same_bytes_and_another_seed_another_identifier()
    {
        var document = TemplateTests.Render(Template);
        var one = DocumentPdf.Render(document, Sample.Frame, Sample.Options);
        Assert.Equal(one.Bytes, DocumentPdf.Render(TemplateTests.Render(Template), Sample.Frame, Sample.Options).Bytes);
        var other = DocumentPdf.Render(document, Sample.Frame, Sample.Options with { IdSeed = "case 2" });
        var changed = one.Bytes.Zip(other.Bytes).Count(pair => pair.First != pair.Second);
        Assert.Equal(one.Bytes.Length, other.Bytes.Length);
        Assert.InRange(changed, 1, 64);
    }

    [Fact]
    public void Room_for_the_mark_is_under_the_position_and_above_the_name()
    {
        var pdf = DocumentPdf.Render(TemplateTests.Render("Nội dung."), Sample.Frame, Sample.Options);
        var mark = pdf.SignatureMark!;
        Assert.Equal(0, mark.Page);
        var (title, name) = (Top("CHỦ"), Top("Ngọc"));
        var top = 841.89 - mark.Y - mark.Height;
        Assert.True(title < top && top + mark.Height < name, $"{title} < {top} … {top + mark.Height} < {name}");
        Assert.InRange(mark.X, 595.28 / 2, 595.28 - mark.Width);
        Assert.Null(DocumentPdf.Render(RenderedDocument.Empty, Sample.Frame with { ReserveSignature = false }, Sample.Options).SignatureMark);

        double Top(string word) => Regex.Matches(Tool.Text(pdf.Bytes, "-bbox"), $"yMin=\"([0-9.]+)\"[^>]*>{word}<").Max(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_document_that_just_misses_one_page_is_set_closer()
    {
        var body = Enumerable.Range(1, 17).Select(i => (Block)Sample.Paragraph($"Đoạn thứ {i} của văn bản này chỉ có một dòng.")).ToArray();
        Assert.Equal(1, DocumentPdf.Render(Sample.Of(body), Sample.Frame, Sample.Options).PageCount);
        var longer = Enumerable.Range(1, 60).Select(i => (Block)Sample.Paragraph($"Đoạn thứ {i} của văn bản này chỉ có một dòng.")).ToArray();
        Assert.True(DocumentPdf.Render(Sample.Of(longer), Sample.Frame, Sample.Options).PageCount > 1);
    }

    [Fact]
    public void Something_is_drawn_where_it_should_be()
    {
        var pdf = DocumentPdf.Render(TemplateTests.Render(Template), Sample.Frame, Sample.Options);
        var page = Tool.Grey(pdf.Bytes, 1);
        var pixels = page[^(331 * 468)..];
        Assert.InRange(pixels.Count(p => p < 128) / (double)pixels.Length, 0.01, 0.2);
        var margin = Enumerable.Range(0, 468).SelectMany(y => Enumerable.Range(0, 45).Select(x => pixels[y * 331 + x]));
        Assert.All(margin, p => Assert.Equal(255, p));
    }
}
