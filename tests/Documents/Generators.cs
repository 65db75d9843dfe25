using FsCheck;
using FsCheck.Fluent;

namespace HaiDang.Documents.Tests;

/// <summary>Texts as people, machines and attackers write them.</summary>
internal static class Generators
{
    public const string Letters =
        "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz" +
        "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ";

    private static readonly string[] Awkward =
    [
        "\0", "\u0001", "\u001B[31m", "\r\n", "\n\n\n", "\t", "\u00A0", "\u200B", "\u200D", "\u202E", "\uFEFF", "\uFFFF", "\uFDD0", "\uD800", "\uDC00", "\uE000", "\uE003\uE001",
        "😀", "👨‍👩‍👧‍👦", "🇻🇳", "é", "e\u0301", "a\u0302\u0323", "x\u0300\u0301\u0302\u0303", "漢字", "שלום", "مرحبا", "\u0E01\u0E33", "☐", "☑", "ﬁ", "½", "₫", "–", "—", "…", "“”",
        "**", "__", "`", "|", "<script>alert(1)</script>", "&amp;", "](javascript:alert(1))", "{{", "}}", ":::", "# ", "- ", "1. ", "    ", "(\\)", "<<", ">>", "endobj", "endstream", "%%EOF",
        "Điều 5", "khoản 2", "ngày 05", "120.000 đ", "Nguyễn Thị Ngọc Ánh", "không", new string('ữ', 300), new string('W', 120), new string('-', 90) + "/" + new string('x', 90),
    ];

    /// <summary>Any text: words, odd signs, and what nobody should type.</summary>
    public static Gen<string> Text()
    {
        var letter = Gen.Elements(Letters.Select(c => c.ToString()).ToArray());
        var word = Gen.Choose(1, 9).SelectMany(n => Gen.ArrayOf(letter, n)).Select(string.Concat);
        var any = Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString());
        var part = Gen.Frequency<string>((8, word.Select(w => w + " ")), (2, Gen.Elements(Awkward)), (1, any));
        return Gen.Choose(0, 60).SelectMany(n => Gen.ArrayOf(part, n)).Select(string.Concat);
    }
}
