namespace HaiDang.Kernel;

/// <summary>Whole numbers in words, in both languages, over the whole range of long.</summary>
public static class NumberWords
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];
    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Thousands = ["", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"];

    /// <summary>
    /// In Vietnamese: <c>một trăm linh năm</c>, <c>hai mươi mốt</c>, <c>hai mươi tư</c>, <c>một triệu không trăm năm mươi
    /// nghìn</c>. Above a thousand million counting goes on in tỷ: <c>hai nghìn tỷ</c>.
    /// </summary>
    public static string Vietnamese(long number) => number switch
    {
        0 => Digits[0],
        < 0 => "âm " + Vietnamese((UInt128)(-(Int128)number), false),
        _ => Vietnamese((UInt128)number, false),
    };

    /// <summary>In British English: <c>one hundred and twenty thousand</c>, <c>two thousand and five</c>.</summary>
    public static string English(long number) => number switch
    {
        0 => Small[0],
        < 0 => "minus " + English((UInt128)(-(Int128)number)),
        _ => English((UInt128)number),
    };

    // The part above a thousand million is itself read as a number and followed by tỷ; "inside" says that something was
    // read before, so that the hundreds of the first group must be named even when they are zero.
    private static string Vietnamese(UInt128 number, bool inside)
    {
        var words = new List<string>();
        var (billions, rest) = ((UInt128)(number / 1_000_000_000), (int)(number % 1_000_000_000));
        if (billions > 0) words.Add(Vietnamese(billions, inside) + " tỷ");
        inside |= billions > 0;
        foreach (var (group, unit) in new[] { (rest / 1_000_000, " triệu"), (rest / 1000 % 1000, " nghìn"), (rest % 1000, "") })
        {
            if (group == 0) continue;
            words.Add(Group(group, inside) + unit);
            inside = true;
        }
        return string.Join(' ', words);
    }

    private static string Group(int group, bool inside)
    {
        var (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        var words = new List<string>();
        if (hundreds > 0 || inside) words.Add(Digits[hundreds] + " trăm");
        if (tens == 0 && ones > 0 && words.Count > 0) words.Add("linh");
        if (tens == 1) words.Add("mười");
        if (tens > 1) words.Add(Digits[tens] + " mươi");
        if (ones > 0) words.Add((tens, ones) switch
        {
            ( > 1, 1) => "mốt",
            ( > 1, 4) => "tư",
            ( > 0, 5) => "lăm",
            _ => Digits[ones],
        });
        return string.Join(' ', words);
    }

    private static string English(UInt128 number)
    {
        var words = new List<string>();
        for (var scale = Thousands.Length - 1; scale >= 0; scale--)
        {
            var unit = Power(scale);
            var group = (int)(number / unit % 1000);
            if (group == 0) continue;
            var and = scale == 0 && group < 100 && words.Count > 0 ? "and " : "";
            words.Add(and + Hundreds(group) + Thousands[scale]);
        }
        return string.Join(' ', words);
    }

    private static UInt128 Power(int scale) => scale == 0 ? 1 : 1000 * Power(scale - 1);

    private static string Hundreds(int n)
    {
        if (n >= 100) return Small[n / 100] + " hundred" + (n % 100 > 0 ? " and " + Hundreds(n % 100) : "");
        return n < 20 ? Small[n] : Tens[n / 10] + (n % 10 > 0 ? "-" + Small[n % 10] : "");
    }
}
