namespace HaiDang.Forms.Checking;

/// <summary>The sentences for what is wrong: each says what to do. The label stands in quotation marks, since it may be a question.</summary>
internal static class Sentences
{
    public static Finding Required(FormNode node)
    {
        var (vi, en) = Labels(node);
        return node.Field!.Kind switch
        {
            FormKind.Checkbox => new(FormProblemCode.Required, $"Hãy đánh dấu vào ô {vi} để tiếp tục.", $"Tick {en} to continue."),
            FormKind.FilePicker => new(FormProblemCode.Required, $"Hãy tải lên {vi}.", $"Upload {en}."),
            FormKind.Checklist or FormKind.TagList => new(FormProblemCode.Required, $"Hãy chọn ít nhất một mục ở {vi}.", $"Choose at least one for {en}."),
            FormKind.Select or FormKind.Radio => new(FormProblemCode.Required, $"Hãy chọn một mục ở {vi}.", $"Choose one for {en}."),
            _ when IsQuestion(node) => new(FormProblemCode.Required, $"Hãy trả lời câu hỏi {vi}.", $"Answer {en}."),
            FormKind.DateTime => new(FormProblemCode.Required, $"Hãy nhập {vi}, ví dụ {Example(node)}.", $"Enter {en}, for example {Example(node)}."),
            _ => new(FormProblemCode.Required, $"Hãy nhập {vi}.", $"Enter {en}."),
        };
    }

    public static Finding Unreadable(FormNode node) => Of(node, FormProblemCode.Unreadable,
        "{0} có ký tự không đọc được (thường do sao chép từ tệp khác); hãy gõ lại.",
        "{0} holds characters that cannot be read (often from copying); type it again.");

    public static Finding WrongType(FormNode node) => Of(node, FormProblemCode.WrongType,
        "Câu trả lời ở {0} không đúng loại; hãy nhập lại.", "The answer to {0} is of the wrong kind; enter it again.");

    public static Finding NotANumber(FormNode node) => Of(node, FormProblemCode.NotANumber,
        "{0} phải là một số, ví dụ 1.250 hoặc 2,5.", "{0} must be a number, for example 1.250 (thousands) or 2,5 (decimals).");

    public static Finding NotADate(FormNode node) => Of(node, FormProblemCode.NotADate,
        "{0} phải là ngày có thật, đủ ngày, tháng và năm bốn chữ số, ví dụ " + Example(node) + ".",
        "{0} must be a real date with day, month and a year of four digits, for example " + Example(node) + ".");

    public static Finding NotATime(FormNode node) => Of(node, FormProblemCode.NotATime,
        "{0} phải là giờ và phút, ví dụ 14:30.", "{0} must be hours and minutes, for example 14:30.");

    public static Finding NotAnOption(FormNode node) => Of(node, FormProblemCode.NotAnOption,
        "Hãy chọn {0} trong các mục có sẵn.", "Choose {0} from the list.");

    public static Finding TooShort(FormNode node, int least) => Of(node, FormProblemCode.TooShort,
        $"{{0}} phải có ít nhất {least} ký tự.", $"{{0}} must have at least {least} {(least == 1 ? "character" : "characters")}.");

    public static Finding TooLong(FormNode node, int most, int length) => Of(node, FormProblemCode.TooLong,
        $"{{0}} được nhiều nhất {most} ký tự, hiện có {length}; hãy bớt {length - most} ký tự.",
        $"{{0}} may have at most {most} {(most == 1 ? "character" : "characters")} and now has {length}; shorten it by {length - most}.");

    public static Finding Pattern(FormNode node) => node.Field!.Rules.PatternError is { } words
        ? new(FormProblemCode.Pattern, words, words)
        : Of(node, FormProblemCode.Pattern, "{0} chưa đúng định dạng; hãy xem gợi ý ở ô nhập và sửa lại.", "{0} is not in the right format; see the hint at the field and mend it.");

    public static Finding TooSmall(FormNode node, decimal least) => Of(node, FormProblemCode.TooSmall,
        $"{{0}} phải từ {VietnameseNumber.Write(least)} trở lên.", $"{{0}} must be {VietnameseNumber.Write(least, FormLanguage.En)} or more.");

    public static Finding TooGreat(FormNode node, decimal most) => Of(node, FormProblemCode.TooGreat,
        $"{{0}} phải từ {VietnameseNumber.Write(most)} trở xuống.", $"{{0}} must be {VietnameseNumber.Write(most, FormLanguage.En)} or less.");

    public static Finding Decimals(FormNode node, int most) => most == 0
        ? Of(node, FormProblemCode.Decimals, "{0} phải là số nguyên, không có phần thập phân.", "{0} must be a whole number.")
        : Of(node, FormProblemCode.Decimals, $"{{0}} được nhiều nhất {most} chữ số sau dấu phẩy.", $"{{0}} may have at most {most} {(most == 1 ? "digit" : "digits")} after the decimal point.");

    public static Finding Step(FormNode node, decimal below, decimal above) => Of(node, FormProblemCode.Step,
        $"{{0}} không hợp lệ; hai giá trị gần nhất là {VietnameseNumber.Write(below)} và {VietnameseNumber.Write(above)}.",
        $"{{0}} is not possible; the nearest are {VietnameseNumber.Write(below, FormLanguage.En)} and {VietnameseNumber.Write(above, FormLanguage.En)}.");

    public static Finding Email(FormNode node) => Of(node, FormProblemCode.Email,
        "{0} phải là địa chỉ thư điện tử, ví dụ lan.nguyen@example.vn.", "{0} must be an e-mail address, for example lan.nguyen@example.vn.");

    public static Finding Phone(FormNode node, bool withCountry) => withCountry
        ? Of(node, FormProblemCode.Phone, "{0} phải là số điện thoại có mã quốc gia, ví dụ +84912345678.", "{0} must be a telephone number with country code, for example +84912345678.")
        : Of(node, FormProblemCode.Phone, "{0} phải là số điện thoại, ví dụ 0912 345 678.", "{0} must be a telephone number, for example 0912 345 678.");

    public static Finding IdentityNumber(FormNode node) => Of(node, FormProblemCode.IdentityNumber,
        "{0} phải có đúng 12 chữ số như trên thẻ căn cước, ví dụ 031190012345.", "{0} must have exactly 12 digits, as on the identity card, for example 031190012345.");

    public static Finding IdentityPlace(FormNode node, string place) => Of(node, FormProblemCode.IdentityPlace,
        $"{{0}} bắt đầu bằng {place}, không phải mã tỉnh, thành phố hay quốc gia nào; hãy xem lại ba chữ số đầu.",
        $"{{0}} begins with {place}, which is the code of no province, city or country; look at the first three digits again.");

    public static Finding OldIdentityNumber(FormNode node) => Of(node, FormProblemCode.OldIdentityNumber,
        "{0} là số 9 chữ số của chứng minh nhân dân cũ, không còn dùng được; hãy nhập số căn cước 12 chữ số.",
        "{0} is a 9-digit number of an old identity card, which is no longer used; enter the 12-digit identity number.");

    public static Finding PersonName(FormNode node) => Of(node, FormProblemCode.PersonName,
        "{0} chỉ gồm chữ cái và dấu cách, như trên thẻ căn cước.", "{0} may only hold letters and blanks, as on the identity card.");

    public static Finding DatePassed(FormNode node, DateOnly today) => Of(node, FormProblemCode.DatePassed,
        $"{{0}} không được trước hôm nay ({Readable.Date(today)}).", $"{{0}} must not be before today ({Readable.Date(today)}).");

    public static Finding DateAhead(FormNode node, DateOnly today) => Of(node, FormProblemCode.DateAhead,
        $"{{0}} không được sau hôm nay ({Readable.Date(today)}).", $"{{0}} must not be after today ({Readable.Date(today)}).");

    public static Finding TooMany(FormNode node, int most) => most == 1
        ? Of(node, FormProblemCode.TooMany, "{0} chỉ nhận một tệp; hãy bỏ bớt.", "{0} takes one file only; remove the others.")
        : Of(node, FormProblemCode.TooMany, $"{{0}} được nhiều nhất {most} mục; hãy bỏ bớt.", $"{{0}} takes at most {most}; remove some.");

    public static Finding FileKind(FormNode node, FormFile file, IReadOnlyList<string> accept) => Of(node, FormProblemCode.FileKind,
        $"Tệp “{file.Name}” ở {{0}} không đúng loại; hãy tải lên tệp {FileKinds.Words(accept, FormLanguage.Vi)}.",
        $"The file “{file.Name}” for {{0}} is of the wrong kind; upload {FileKinds.Words(accept, FormLanguage.En)}.");

    public static Finding Check(FormNode node) => Of(node, FormProblemCode.Check,
        "{0} không hợp với các câu trả lời khác; hãy xem lại.", "{0} does not agree with the other answers; look at them again.");

    static Finding Of(FormNode node, string code, string vi, string en)
    {
        var (viLabel, enLabel) = Labels(node);
        return new(code, vi.Replace("{0}", viLabel, StringComparison.Ordinal), en.Replace("{0}", enLabel, StringComparison.Ordinal));
    }

    static (string Vi, string En) Labels(FormNode node) => (Label(node, FormLanguage.Vi, "câu này"), Label(node, FormLanguage.En, "this answer"));

    static string Label(FormNode node, string language, string otherwise) =>
        node.Label(language).TrimEnd(' ', ':', '*', '.') is { Length: > 0 } label ? $"“{label}”" : otherwise;

    static bool IsQuestion(FormNode node) => node.Label(FormLanguage.Vi).TrimEnd().EndsWith('?');

    static string Example(FormNode node) => node.Field!.Moment?.Part switch
    {
        FormMomentPart.Time => "14:30",
        FormMomentPart.DateTime => "22/11/2026 14:30",
        _ => node.Field.Meaning == FormMeaning.PastDate ? "25/03/1990" : "22/11/2026",
    };
}
