using HaiDang.Documents.Model;

namespace HaiDang.Documents.Tests.Pdf;

public sealed class OfficialPdfTests
{
    private static readonly RenderedDocument Document = Sample.Of(
        new ParagraphBlock([new Span("Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;", Italic: true)]),
        new HeadingBlock(3, [new Span("Điều 1. Xác nhận")]),
        Sample.Paragraph("Xét đề nghị của bà Trần Thị Bích Thủy, sinh ngày 05 tháng 01 năm 1998, cư trú tại tổ dân phố số 4, phường Hồng Bàng, thành phố Hải Phòng, về việc cấp giấy xác nhận tình trạng hôn nhân theo quy định tại khoản 2 Điều 21 Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ; lệ phí 15.000 đ."),
        new ListBlock(true, [new ListItem("1.", [Sample.Paragraph("Họ, chữ đệm, tên: Trần Thị Bích Thủy.")]), new ListItem("2.", [Sample.Paragraph("Giấy xác nhận này có giá trị trong thời hạn 6 tháng kể từ ngày cấp, được sử dụng để đăng ký kết hôn tại cơ quan có thẩm quyền.")])]),
        new TableBlock([Alignment.Center, Alignment.Left, Alignment.Right], [[new Span("STT")], [new Span("Giấy tờ")], [new Span("Số bản")]],
            [[[new Span("1")], [new Span("Tờ khai theo mẫu")], [new Span("1")]], [[new Span("2")], [new Span("Bản sao trích lục ly hôn có chứng thực của cơ quan nhà nước có thẩm quyền")], [new Span("2")]]], true));

    [Fact]
    public void An_official_document_is_a_sound_file_whose_text_comes_out_as_typed()
    {
        var pdf = DocumentPdf.Render(Document, Sample.Frame, Sample.Options);
        if (Environment.GetEnvironmentVariable("HAIDANG_KEEP_PDF") is { } folder) File.WriteAllBytes(Path.Combine(folder, "official.pdf"), pdf.Bytes);
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(pdf.Bytes));
        var text = Tool.Text(pdf.Bytes, "-raw");
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text);
        Assert.Contains("ỦY BAN NHÂN DÂN\nPHƯỜNG HỒNG BÀNG", text);
    }
}
