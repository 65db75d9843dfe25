using System.Globalization;

namespace HaiDang.Feel.Running;

/// <summary>A sentence of the catalogue; places <c>{0}</c> are filled when it is said.</summary>
internal sealed record Saying(string Code, string Vi, string En)
{
    internal FeelDiagnostic At(int line, int column, params string[] places) => At(line, column, places, places);

    /// <summary>The sentence with places that differ by language.</summary>
    internal FeelDiagnostic At(int line, int column, string[] vi, string[] en) => new(line, column, Code,
        string.Format(CultureInfo.InvariantCulture, Vi, vi),
        string.Format(CultureInfo.InvariantCulture, En, en));
}

/// <summary>All that the language says to people.</summary>
internal static class Says
{
    // while reading
    internal static readonly Saying Empty = new("feel.empty",
        "Biểu thức trống. Hãy viết một biểu thức, hoặc null nếu không có giá trị.",
        "The expression is empty. Write one, or null for no value.");
    internal static readonly Saying Unexpected = new("feel.unexpected-token",
        "Không hiểu «{1}» ở đây: cần {0}.",
        "“{1}” is not understood here: {0} is needed.");
    internal static readonly Saying UnexpectedEnd = new("feel.unexpected-end",
        "Biểu thức kết thúc quá sớm: còn thiếu {0}.",
        "The expression ends too soon: {0} is missing.");
    internal static readonly Saying UnclosedString = new("feel.unclosed-string",
        "Chuỗi chưa được đóng: thêm dấu \" ở cuối (chuỗi không được xuống dòng; dùng \\n).",
        "The string is not closed: add a \" at its end (a string stays on one line; use \\n).");
    internal static readonly Saying UnclosedComment = new("feel.unclosed-comment",
        "Chú thích chưa được đóng: thêm */.",
        "The comment is not closed: add */.");
    internal static readonly Saying BadCharacter = new("feel.bad-character",
        "Ký tự «{0}» không có trong FEEL.",
        "The character “{0}” does not exist in FEEL.");
    internal static readonly Saying BadQuote = new("feel.bad-quote",
        "Chuỗi viết trong dấu nháy kép thẳng: \"…\", không phải {0}.",
        "Strings stand in straight double quotes: \"…\", not {0}.");
    internal static readonly Saying BadOperator = new("feel.bad-operator",
        "FEEL không có «{0}»: dùng {1}.",
        "FEEL has no “{0}”: use {1}.");
    internal static readonly Saying BadLiteral = new("feel.bad-literal",
        "@\"{0}\" không phải ngày, giờ, ngày giờ hay khoảng thời gian (ví dụ @\"2026-01-30\", @\"P3D\").",
        "@\"{0}\" is no date, time, date and time or duration (for example @\"2026-01-30\", @\"P3D\").");
    internal static readonly Saying BadNumber = new("feel.bad-number",
        "Số «{0}» quá lớn hoặc quá nhỏ.",
        "The number “{0}” is too large or too small.");
    internal static readonly Saying TooDeep = new("feel.too-deep",
        "Biểu thức lồng nhau quá {0} tầng. Hãy chia thành nhiều biểu thức nhỏ.",
        "The expression nests more than {0} levels. Divide it into smaller ones.");
    internal static readonly Saying TooLongText = new("feel.too-long-text",
        "Biểu thức dài quá {0} ký tự. Hãy chia thành nhiều biểu thức nhỏ.",
        "The expression has more than {0} characters. Divide it into smaller ones.");
    internal static readonly Saying UnknownType = new("feel.unknown-type",
        "Không có kiểu «{0}».",
        "There is no type “{0}”.");
    internal static readonly Saying DuplicateName = new("feel.duplicate-name",
        "Tên «{0}» đã được ghi rồi; mỗi tên chỉ ghi một lần.",
        "The name “{0}” is given already; give each name once.");

    // while running
    internal static readonly Saying TooLong = new("feel.too-long",
        "Dừng tính sau {0} bước. Hãy thu hẹp danh sách hoặc điều kiện lặp.",
        "Stopped after {0} steps. Make the lists or loops smaller.");
    internal static readonly Saying TooDeepCalls = new("feel.too-deep-calls",
        "Hàm gọi nhau quá {0} tầng. Hãy kiểm tra điều kiện dừng của đệ quy.",
        "Functions call one another more than {0} levels deep. Check where the recursion ends.");
    internal static readonly Saying TooLongString = new("feel.too-long-string",
        "Chuỗi dài quá {0} ký tự.",
        "The string would have more than {0} characters.");
    internal static readonly Saying UnknownName = new("feel.unknown-name",
        "Không có tên «{0}» ở đây.",
        "There is no name “{0}” here.");
    internal static readonly Saying NoEntry = new("feel.no-entry",
        "{1} không có mục «{0}».",
        "{1} has no entry “{0}”.");
    internal static readonly Saying BadOperands = new("feel.bad-operands",
        "Không tính được {1} {0} {2}: hai vế không hợp kiểu.",
        "{1} {0} {2} cannot be worked out: the operands do not go together.");
    internal static readonly Saying NotComparable = new("feel.not-comparable",
        "Không so sánh được {0} với {1}: khác kiểu.",
        "{0} cannot be compared with {1}: their kinds differ.");
    internal static readonly Saying DivisionByZero = new("feel.division-by-zero",
        "Không chia được cho 0.",
        "Division by 0.");
    internal static readonly Saying OutOfRange = new("feel.out-of-range",
        "Kết quả nằm ngoài phạm vi cho phép.",
        "The result is out of range.");
    internal static readonly Saying NotBoolean = new("feel.not-boolean",
        "{0} không phải true hoặc false.",
        "{0} is neither true nor false.");
    internal static readonly Saying NotIterable = new("feel.not-iterable",
        "Không lặp được trên {0}: cần danh sách hoặc khoảng số nguyên.",
        "{0} cannot be iterated: a list or a range of integers is needed.");
    internal static readonly Saying BadFilter = new("feel.bad-filter",
        "Điều kiện lọc {0} phải là true, false hoặc một số nguyên.",
        "The filter {0} must be true, false or an integer.");
    internal static readonly Saying NoSuchItem = new("feel.no-such-item",
        "Danh sách có {1} phần tử, không có phần tử thứ {0}.",
        "The list has {1} items, not an item {0}.");
    internal static readonly Saying NotAFunction = new("feel.not-a-function",
        "{0} không phải hàm.",
        "{0} is not a function.");
    internal static readonly Saying UnknownFunction = new("feel.unknown-function",
        "Không có hàm «{0}».",
        "There is no function “{0}”.");
    internal static readonly Saying ArgumentCount = new("feel.argument-count",
        "{0} không nhận {1} đối số.",
        "{0} does not take {1} arguments.");
    internal static readonly Saying NoSuchParameter = new("feel.no-such-parameter",
        "{1} không có tham số «{0}».",
        "{1} has no parameter “{0}”.");
    internal static readonly Saying BadArgument = new("feel.bad-argument",
        "{0} không nhận {2} cho tham số «{1}».",
        "{0} does not take {2} for its parameter “{1}”.");
    internal static readonly Saying BadArgumentValue = new("feel.bad-argument-value",
        "{0}: giá trị {1} không dùng được.",
        "{0}: the value {1} cannot be used.");
    internal static readonly Saying BadPattern = new("feel.bad-pattern",
        "Biểu thức chính quy {0} viết sai hoặc quá dài (cú pháp XPath).",
        "The regular expression {0} is malformed or too long (the syntax is that of XPath).");
    internal static readonly Saying BadFlags = new("feel.bad-pattern",
        "Cờ «{0}» không có: chỉ dùng s, m, i, x, q.",
        "There are no flags “{0}”: only s, m, i, x and q.");
    internal static readonly Saying EmptyPattern = new("feel.bad-pattern",
        "Biểu thức chính quy {0} khớp với chuỗi rỗng nên không thay được.",
        "The regular expression {0} matches the empty string, so nothing can be replaced.");
    internal static readonly Saying BadReplacement = new("feel.bad-pattern",
        "Chuỗi thay thế {0} viết sai: dùng $1 cho nhóm thứ nhất, \\$ cho dấu $.",
        "The replacement {0} is malformed: $1 is the first group, \\$ is a dollar sign.");
    internal static readonly Saying SlowPattern = new("feel.slow-pattern",
        "Biểu thức chính quy {0} tìm quá lâu.",
        "The regular expression {0} takes too long.");
    internal static readonly Saying NoClock = new("feel.no-clock",
        "Nơi này không có đồng hồ: {0} cho null.",
        "There is no clock here: {0} gives null.");
    internal static readonly Saying External = new("feel.external-function",
        "Hàm ngoài (external) không được hỗ trợ.",
        "External functions are not supported.");
    internal static readonly Saying NotConform = new("feel.not-conform",
        "{0} không thuộc kiểu {1}.",
        "{0} does not conform to the type {1}.");
}
