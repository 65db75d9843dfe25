using HaiDang.Documents.Model;

namespace HaiDang.Documents.Tests;

/// <summary>Documents as a commune would issue them.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Moment = new(2026, 11, 22, 14, 32, 5, TimeSpan.FromHours(7));

    public static readonly PdfOptions Options = new() { IdSeed = "case 1", Created = Moment, Title = "Giấy xác nhận tình trạng hôn nhân" };

    public static readonly OfficialFrame Frame = new()
    {
        SuperiorAgency = "Ủy ban nhân dân thành phố Hải Phòng",
        Agency = "Ủy ban nhân dân phường Hồng Bàng",
        Number = "15/GXN-UBND",
        Place = "Hồng Bàng",
        Date = new DateOnly(2026, 11, 22),
        Kind = "Giấy xác nhận",
        Subtitle = "Tình trạng hôn nhân",
        Recipients = ["Như trên", "Sở Tư pháp", "Lưu: VT, TP"],
        Signer = new OfficialSigner { Authority = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"], Title = "Phó Chủ tịch", Name = "Nguyễn Thị Ngọc Ánh" },
        Verification = new OfficialVerification { Url = "https://haiphong.gov.vn/kiem-tra/7F3K-92QX", Caption = "Quét mã để kiểm tra văn bản hoặc nhập mã:", Code = "7F3K-92QX" },
        ReserveSignature = true,
    };

    public static RenderedDocument Of(params Block[] blocks) => new(blocks, new Dictionary<string, string>(), "vi", []);

    public static ParagraphBlock Paragraph(string text) => new([new Span(text)]);
}
