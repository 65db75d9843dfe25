namespace HaiDang.Documents;

/// <summary>
/// The formal parts of an official document around its content (thể thức): Decree 30/2020/NĐ-CP, Article 8 and Appendix I, part I,
/// section II (read as <see cref="OfficialStyle"/> says); the numbers of boxes below are those of section IV there. Every text is plain text, never Markdown. Parts left null or
/// empty are not drawn.
/// </summary>
public sealed record OfficialFrame
{
    /// <summary>The national name (quốc hiệu), box 1.</summary>
    public const string NationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>The national motto (tiêu ngữ), box 1.</summary>
    public const string NationalMotto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The agency above the issuing one (cơ quan chủ quản trực tiếp), box 2; drawn in capitals.</summary>
    public string? SuperiorAgency { get; init; }

    /// <summary>The issuing agency, box 2; drawn in capitals.</summary>
    public required string Agency { get; init; }

    /// <summary>Number and symbol, for example <c>15/QĐ-UBND</c>, box 3; "Số:" is put before it. Numbers below 10 have a zero before them (item 3 point c), which the caller writes.</summary>
    public string? Number { get; init; }

    /// <summary>Place of issue, for example <c>Hải Phòng</c>, box 4.</summary>
    public string? Place { get; init; }

    /// <summary>Date of issue, box 4. Null with a place leaves blanks to be filled in by hand.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Kind of document, for example <c>GIẤY XÁC NHẬN</c>, box 5a; drawn in capitals. Null for a letter (công văn).</summary>
    public string? Kind { get; init; }

    /// <summary>What the document is about (trích yếu): below <see cref="Kind"/>, box 5a, or after "V/v" in a letter, box 5b.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Whom a letter, proposal or report is addressed to ("Kính gửi"), box 9a.</summary>
    public IReadOnlyList<string> AddressedTo { get; init; } = [];

    /// <summary>Recipients ("Nơi nhận") with neither dash nor semicolon, for example <c>Lưu: VT</c>; box 9b.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Who signs, boxes 7a to 7c.</summary>
    public OfficialSigner? Signer { get; init; }

    /// <summary>A second person who signs at the left, as applicants do on receipts; drawn above the recipients.</summary>
    public OfficialSigner? LeftSigner { get; init; }

    /// <summary>Where the document can be verified.</summary>
    public OfficialVerification? Verification { get; init; }

    /// <summary>Where a digital signature's mark will be drawn: keeps its room and reports it. Without it room for a pen is kept.</summary>
    public bool ReserveSignature { get; init; }
}

/// <summary>A person who signs, and by what authority (Decree 30/2020/NĐ-CP, Appendix I, part I, section II, item 7).</summary>
public sealed record OfficialSigner
{
    /// <summary>By whose authority, line by line, for example <c>TM. ỦY BAN NHÂN DÂN</c> or <c>KT. CHỦ TỊCH</c>; drawn in capitals.</summary>
    public IReadOnlyList<string> Authority { get; init; } = [];

    /// <summary>The signer's position, for example <c>PHÓ CHỦ TỊCH</c>; drawn in capitals.</summary>
    public string? Title { get; init; }

    /// <summary>A hint below the position, for example <c>(Ký, ghi rõ họ tên)</c>; drawn in italics.</summary>
    public string? Hint { get; init; }

    /// <summary>Family name, middle name and given name; no academic titles stand before it.</summary>
    public string? Name { get; init; }
}

/// <summary>A QR code that opens the page where a document can be verified.</summary>
public sealed record OfficialVerification
{
    /// <summary>What the QR code holds: an absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>What the person should do, for example <c>Quét mã để kiểm tra văn bản</c>.</summary>
    public required string Caption { get; init; }

    /// <summary>The code to type where no camera is at hand; null when there is none.</summary>
    public string? Code { get; init; }
}
