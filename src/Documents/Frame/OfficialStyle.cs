namespace HaiDang.Documents;

/// <summary>
/// Measures of Decree 30/2020/NĐ-CP, Appendix I, part I; sizes in points, from the examples of section V where the Decree allows a
/// span. Read in the text stored at github.com/ericphan28/van-ban-plus, docs/van-ban-phap-quy/nghi-dinh/30-2020-ND-CP/phu-luc/phu-luc-I.md
/// (a copy of the appendix, not the gazette); Article 8 in noi-dung.md beside it.
/// </summary>
internal static class OfficialStyle
{
    public const double Millimetre = 72 / 25.4;

    // Section I items 1 and 3: A4; 20–25 mm above and below, 30–35 mm left, 15–20 mm right.
    public const double PageWidth = 210 * Millimetre;
    public const double PageHeight = 297 * Millimetre;
    public const double Top = 20 * Millimetre;
    public const double Bottom = 20 * Millimetre;
    public const double Left = 30 * Millimetre;
    public const double Right = 15 * Millimetre;

    // Section I item 7: 13–14, upright, in the middle of the top margin, none on the first page.
    public const double PageNumber = 13;

    // Section II item 1: 12–13 and 13–14, upright, bold.
    public const double NationalName = 13;
    public const double NationalMotto = 14;

    // Section II item 2: 12–13; the issuing agency bold, its line a third to a half as long as its words.
    public const double Agency = 13;
    public const double RuleShare = 0.4;

    // Section II items 3 and 4: number 13; place and date 13–14, italic.
    public const double Number = 13;
    public const double PlaceAndDate = 13;

    // Section II item 5: kind and subject 13–14, bold; the subject of a letter 12–13, 6 pt below the number.
    public const double Kind = 14;
    public const double Subject = 14;
    public const double LetterSubject = 12;
    public const double LetterSubjectGap = 6;

    // Section II item 6 point e: 13–14, first line set in by 1 cm or 1.27 cm, at least 6 pt between paragraphs, single to 1.5 lines.
    public const double Body = 14;
    public const double CloseBody = 13;
    public const double FirstLine = 12.7 * Millimetre;
    public const double ParagraphGap = 6;
    public const double LineSpacing = 1.2;
    public const double Single = 1.15;

    // Section II item 7: 13–14, bold.
    public const double Signer = 14;

    // Section II item 9: "Nơi nhận" 12, italic and bold; the list 11.
    public const double RecipientsTitle = 12;
    public const double Recipients = 11;

    // Not in the Decree: the mark of a signature, room for a pen, and the QR code with its caption.
    public const double SignatureWidth = 62 * Millimetre;
    public const double SignatureHeight = 24 * Millimetre;
    public const double PenHeight = 18 * Millimetre;
    public const double QrSide = 24 * Millimetre;
    public const double QrCaption = 9;
}
