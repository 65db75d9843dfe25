namespace HaiDang.Kernel;

/// <summary>A Vietnamese telephone number: mobile (10 digits from 03, 05, 07, 08, 09) or landline (11 digits from 02).</summary>
/// <remarks>unverified: prefixes as in use since 2018.</remarks>
public readonly record struct PhoneNumber
{
    private static readonly ProblemType NotAPhone = new("kernel.not-a-phone", ProblemKind.Invalid,
        new("“{0}” không phải là số điện thoại Việt Nam.", "“{0}” is not a Vietnamese phone number."),
        new("Nhập 10 chữ số, ví dụ 0912 345 678.", "Enter 10 digits, for example 0912 345 678."));

    private readonly string? digits;

    private PhoneNumber(string digits) => this.digits = digits;

    /// <summary>The digits as dialled inside the country, for example <c>0912345678</c>.</summary>
    public string Digits => digits ?? "";

    /// <summary>The number as ITU-T E.164 writes it, for example <c>+84912345678</c>.</summary>
    public string International => "+84" + Digits[1..];

    /// <summary>Whether it is a mobile number, which can receive text messages.</summary>
    public bool IsMobile => Digits.Length == 10;

    /// <summary>Reads a number with or without +84, spaces, dots, hyphens and brackets.</summary>
    public static Outcome<PhoneNumber> Parse(string text)
    {
        var kept = string.Concat((text ?? "").Where(c => c is not (' ' or '\u00A0' or '.' or '-' or '(' or ')')));
        if (kept.StartsWith("+84", StringComparison.Ordinal)) kept = "0" + kept[3..].TrimStart('0');
        else if (kept.StartsWith("84", StringComparison.Ordinal) && kept.Length > 10) kept = "0" + kept[2..];
        var valid = kept.All(char.IsAsciiDigit) && kept switch
        {
            ['0', '3' or '5' or '7' or '8' or '9', ..] => kept.Length == 10,
            ['0', '2', ..] => kept.Length == 11,
            _ => false,
        };
        return valid ? new PhoneNumber(kept) : NotAPhone.Now(text is { Length: > 40 } ? text[..40] + "…" : text ?? "");
    }

    /// <summary>As people read it: <c>0912 345 678</c>, <c>0225 3842 634</c>.</summary>
    public override string ToString() => Digits.Length switch
    {
        10 => $"{Digits[..4]} {Digits[4..7]} {Digits[7..]}",
        11 => $"{Digits[..4]} {Digits[4..8]} {Digits[8..]}",
        _ => "",
    };
}
