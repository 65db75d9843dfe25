using System.Globalization;
using NodaTime;

namespace HaiDang.Kernel;

/// <summary>
/// A person's identity number (số định danh cá nhân): twelve digits: three for the province or country of birth
/// registration, one for century and sex, two for the year of birth, six at random. It carries no check digit.
/// </summary>
/// <remarks>
/// Structure: Decree 137/2015/NĐ-CP, article 13, and Circular 07/2016/TT-BCA, article 7, as quoted at
/// https://hrnk.vn/blog/y-nghia-12-so-tren-the-can-cuoc-cong-dan/71.html; province codes as listed at
/// https://lawnet.vn/ngan-hang-phap-luat/tu-van-phap-luat/quyen-dan-su/12-chu-so-tren-the-can-cuoc-cong-dan-co-y-nghia-gi-264445
/// (codes above 035 unverified: the stored text ends there). Whether merged provinces of 2025 issue new codes is
/// unverified, so a province code outside the list is accepted and only <see cref="KnownProvince"/> tells.
/// </remarks>
public readonly record struct IdentityNumber
{
    private static readonly ProblemType NotTwelveDigits = new("kernel.identity-not-twelve-digits", ProblemKind.Invalid,
        new("Số định danh cá nhân phải có đúng 12 chữ số.", "An identity number has exactly 12 digits."),
        new("Nhập 12 chữ số in trên thẻ căn cước.", "Enter the 12 digits printed on the identity card."));

    private static readonly ProblemType NotPlausible = new("kernel.identity-not-plausible", ProblemKind.Invalid,
        new("Số định danh này chỉ năm sinh {0}, không thể có.", "This identity number says birth in {0}, which cannot be."),
        new("Kiểm tra lại từng chữ số trên thẻ căn cước.", "Check each digit against the identity card."));

    private static readonly ProblemType NoPlace = new("kernel.identity-no-place", ProblemKind.Invalid,
        new("Ba chữ số đầu của số định danh không thể là 000.", "The first three digits of an identity number cannot be 000."),
        new("Kiểm tra lại từng chữ số trên thẻ căn cước.", "Check each digit against the identity card."));

    private static readonly HashSet<int> Provinces =
    [
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46,
        48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
    ];

    private readonly string? digits;

    private IdentityNumber(string digits) => this.digits = digits;

    /// <summary>The twelve digits.</summary>
    public string Digits => digits ?? "";

    /// <summary>The code of the place where the birth was registered: 1–96 a province, others a country.</summary>
    public int Place => int.Parse(Digits.AsSpan(0, 3), CultureInfo.InvariantCulture);

    /// <summary>Whether <see cref="Place"/> is one of the 63 province codes of 2016.</summary>
    public bool KnownProvince => Provinces.Contains(Place);

    /// <summary>The sex that the number tells.</summary>
    public Gender Gender => (Digits[3] - '0') % 2 == 0 ? Gender.Male : Gender.Female;

    /// <summary>The year of birth that the number tells, 1900–2399.</summary>
    public int BirthYear => 1900 + (Digits[3] - '0') / 2 * 100 + int.Parse(Digits.AsSpan(4, 2), CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a number, spaces and dots allowed. Refused when it has not twelve digits, no place, or a year of birth after
    /// <paramref name="today"/>.
    /// </summary>
    public static Outcome<IdentityNumber> Parse(string text, LocalDate today)
    {
        var kept = string.Concat((text ?? "").Where(c => c is not (' ' or '\u00A0' or '.')));
        if (kept.Length != 12 || !kept.All(char.IsAsciiDigit)) return NotTwelveDigits.Now();
        var number = new IdentityNumber(kept);
        if (number.Place == 0) return NoPlace.Now();
        return number.BirthYear <= today.Year ? number : NotPlausible.Now(number.BirthYear.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>For pages that others may see: all digits but the first three and the last three hidden.</summary>
    public string Masked => $"{Digits[..3]}••••••{Digits[^3..]}";

    /// <summary>The twelve digits.</summary>
    public override string ToString() => Digits;
}
