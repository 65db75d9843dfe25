using HaiDang.Kernel;

namespace HaiDang.Directory.Secrets;

/// <summary>What a password must be: long, not among those that everybody guesses, not the person's own name or address. No rules about signs and digits.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12, Longest = 128;
    private const int TellingWord = 4;

    public static readonly ProblemType TooShort = new("directory.password-too-short", ProblemKind.Invalid,
        new("Mật khẩu ngắn quá: cần ít nhất {0} ký tự.", "The password is too short: it needs at least {0} characters."),
        new("Ghép vài từ không liên quan với nhau thành một câu dễ nhớ.", "Put a few unrelated words together into a phrase that you remember."));

    public static readonly ProblemType TooLong = new("directory.password-too-long", ProblemKind.Invalid,
        new("Mật khẩu dài quá {0} ký tự.", "The password is longer than {0} characters."),
        new("Chọn mật khẩu ngắn hơn.", "Choose a shorter one."));

    public static readonly ProblemType TooCommon = new("directory.password-too-common", ProblemKind.Invalid,
        new("Mật khẩu này quá phổ biến, rất dễ đoán.", "This password is too common and easily guessed."),
        new("Chọn mật khẩu khác, không dùng dãy phím, ngày tháng hay từ thông dụng lặp lại.", "Choose another, without runs of keys, dates or repeated common words."));

    public static readonly ProblemType HoldsName = new("directory.password-holds-name", ProblemKind.Invalid,
        new("Mật khẩu chứa họ tên hoặc địa chỉ thư của bạn.", "The password holds your name or e-mail address."),
        new("Chọn mật khẩu không liên quan đến họ tên và địa chỉ thư.", "Choose one that has nothing to do with your name or address."));

    public static readonly ProblemType NotTheSame = new("directory.password-not-repeated", ProblemKind.Invalid,
        new("Hai lần nhập mật khẩu không giống nhau.", "The two passwords are not the same."),
        new("Nhập lại cùng một mật khẩu vào cả hai ô.", "Enter the same password in both fields."));

    /// <summary>All that is wrong with a new password; empty when it will do.</summary>
    public static IReadOnlyList<Problem> Problems(string? password, string? repeated, string name, string email, string field = "password", string repeatedField = "repeated")
    {
        var text = Vietnamese.Nfc(password ?? "");
        if (text.Length < Shortest) return [TooShort.At(field, Shortest)];
        if (text.Length > Longest) return [TooLong.At(field, Longest)];
        if (CommonPasswords.Holds(text)) return [TooCommon.At(field)];
        if (Tells(text, name, email)) return [HoldsName.At(field)];
        return text == Vietnamese.Nfc(repeated ?? "") ? [] : [NotTheSame.At(repeatedField)];
    }

    private static bool Tells(string password, string name, string email)
    {
        var folded = Squeeze(password);
        var local = Squeeze(email.Split('@')[0]);
        return (Squeeze(name) is { Length: >= TellingWord } whole && folded.Contains(whole, StringComparison.Ordinal))
            || (local.Length >= TellingWord && folded.Contains(local, StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => string.Concat(Vietnamese.Fold(text).Where(char.IsLetterOrDigit));
}
