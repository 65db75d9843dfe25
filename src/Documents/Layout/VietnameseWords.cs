using System.Collections.Frozen;

namespace HaiDang.Documents.Layout;

/// <summary>
/// Words that a Vietnamese line does not part: "Điều 5", "khoản 2", "điểm a", "ngày 05", "120.000 đ". Syllables are never
/// hyphenated; a line breaks only at a blank.
/// </summary>
internal static class VietnameseWords
{
    private static readonly FrozenSet<string> BeforeNumber = new[]
    {
        "điều", "khoản", "điểm", "mục", "chương", "phần", "số", "số:", "ngày", "tháng", "năm", "quý", "lục", "tổ", "khu", "phòng", "thửa",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> AfterNumber = new[]
    {
        "đ", "đồng", "vnđ", "%", "m", "m²", "km", "ha", "giờ", "phút",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool BelongTogether(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0) return false;
        if (left.EndsWith("thành", StringComparison.OrdinalIgnoreCase) && right.StartsWith("phố", StringComparison.OrdinalIgnoreCase)) return true;
        if (BeforeNumber.Contains(LastWord(left).TrimStart('(', '“', '"'))) return char.IsAsciiDigit(right[0]) || IsPoint(right);
        return char.IsAsciiDigit(left[^1]) && AfterNumber.Contains(right.TrimEnd('.', ',', ';', ':', ')'));
    }

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];

    private static bool IsPoint(string word) => word.TrimEnd('.', ',', ';', ':', ')') is { Length: 1 } letter && char.IsLetter(letter[0]);
}
