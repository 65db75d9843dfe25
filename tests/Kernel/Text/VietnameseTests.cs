using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Kernel;
using HaiDang.Testing;

namespace HaiDang.Kernel.Tests.Text;

public sealed class VietnameseTests
{
    [Theory]
    [InlineData("Đăng ký kết hôn", "dang ky ket hon")]
    [InlineData("  Hải\t Phòng \n", "hai phong")]
    [InlineData("HOÀ BÌNH", "hoa binh")]
    [InlineData("Hòa Bình", "hoa binh")]
    [InlineData("Ưu đãi người có công", "uu dai nguoi co cong")]
    [InlineData("", "")]
    [InlineData(" \u0301 ", "")]
    [InlineData("Ủy ban\u00A0nhân dân", "uy ban nhan dan")]
    public void Folds(string text, string folded)
    {
        Assert.Equal(folded, Vietnamese.Fold(text));
        Assert.Equal(folded, Vietnamese.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Finds_without_accents()
    {
        Assert.True(Vietnamese.Holds("Đăng ký kết hôn", "dang ky  KET"));
        Assert.True(Vietnamese.Holds("Xác nhận tình trạng hôn nhân", "tình trạng"));
        Assert.False(Vietnamese.Holds("Đăng ký khai sinh", "ket hon"));
    }

    [Fact]
    public void Folding_twice_changes_nothing_and_no_text_breaks_it() =>
        Prop.ForAll<string>(s => s is null || (Vietnamese.Fold(Vietnamese.Fold(s)) == Vietnamese.Fold(s)
            && Vietnamese.Nfc(Vietnamese.Nfc(s)) == Vietnamese.Nfc(s) && Vietnamese.SortKey(s).Length >= 2)).Check(Trials.Of(100));

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Equal("a\uFFFDb", Vietnamese.Nfc("a\uD800b"));

    [Theory]
    [InlineData("NGUYỄN THỊ MINH KHAI", "Nguyễn Thị Minh Khai")]
    [InlineData("đặng  văn ơn", "Đặng Văn Ơn")]
    [InlineData("h'hen niê", "H'Hen Niê")]
    [InlineData("tôn-thất thuyết", "Tôn-Thất Thuyết")]
    public void Gives_names_their_capitals(string name, string cased) => Assert.Equal(cased, Vietnamese.TitleCase(name));

    private static readonly string[] Names =
    [
        "An", "Ân", "Ấn", "Anh", "Ánh", "Ảnh", "An Bình", "Âu", "Ăn", "Bà", "Ba", "Bả", "Bã", "Bá", "Bạ", "Bắc", "Bác", "Bạch", "Bằng", "Bàng",
        "Chi", "Châu", "Cường", "Cương", "Dũng", "Dung", "Dương", "Đan", "Đăng", "Đặng", "Đào", "Dao", "Đức", "Duy", "Em", "Êm", "Giang", "Hà",
        "Hạ", "Hải", "Hai", "Hài", "Hãi", "Hái", "Hại", "Hải Phòng", "Hải Dương", "Hân", "Hằng", "Hiền", "Hiển", "Hiến", "Hiện", "Hoa", "Hòa",
        "Hoà", "Huệ", "Hùng", "Hưng", "Hương", "Hường", "Khải", "Khánh", "Kiên", "Kiều", "Lan", "Lân", "Lê", "Le", "Lễ", "Long", "Lộc", "Lợi", "Lý",
        "Mai", "Mãi", "Mạnh", "Minh", "My", "Mỹ", "Nam", "Nga", "Ngân", "Ngọc", "Nguyễn", "Nguyên", "Nguyện", "Nhung", "Như", "Oanh", "Ơn", "Ô",
        "Phan", "Phạm", "Phúc", "Phương", "Phượng", "Quân", "Quang", "Quý", "Quỳnh", "Sơn", "Son", "Tâm", "Tam", "Tấn", "Tân", "Thảo", "Thao",
        "Thắng", "Thanh", "Thành", "Thạnh", "Thị", "Thu", "Thư", "Thủy", "Thuỷ", "Thùy", "Tiến", "Tiên", "Trang", "Trần", "Trân", "Trí", "Trinh",
        "Trịnh", "Tú", "Tư", "Từ", "Tuấn", "Tuân", "Tùng", "Uyên", "Ưng", "Vân", "Văn", "Van", "Vi", "Vĩ", "Việt", "Viết", "Vinh", "Vũ", "Vu", "Xuân",
        "Yến", "Yên", "Ý", "an", "hải phòng", "Nguyễn Văn An", "Nguyễn Văn Ân", "Nguyễn Vân An", "Nguyen Van An", "Lê Thị Đào", "Lê Thị Dao",
        "Quận 1", "Quận 10", "Quận 2", "Phường Đông Hải 1", "Phường Đông Hải 2", "Đông Hải", "Trần Hưng Đạo", "Đường Trần Hưng Đạo", "Fax", "Wa", "Za", "Ja",
    ];

    [Fact]
    public void Sorts_as_the_Vietnamese_culture_does()
    {
        var culture = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;
        Assert.True(culture.Compare("d", "đ") < 0 && culture.Compare("đ", "e") < 0, "This machine has no ICU data for Vietnamese.");
        var wrong =
            from a in Names
            from b in Names
            let ours = Math.Sign(string.CompareOrdinal(Vietnamese.SortKey(a), Vietnamese.SortKey(b)))
            let theirs = Math.Sign(culture.Compare(a, b))
            where ours != theirs
            select $"{a} ? {b}: ours {ours}, theirs {theirs}";
        Assert.Empty(wrong.Take(20));
    }

    [Fact]
    public void Sort_keys_do_not_depend_on_normalisation() => Assert.All(Names, n =>
        Assert.Equal(Vietnamese.SortKey(n), Vietnamese.SortKey(n.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Sort_keys_sort_the_same_as_UTF_8_bytes() => Assert.Equal(
        Names.OrderBy(Vietnamese.SortKey, StringComparer.Ordinal),
        Names.OrderBy(n => Convert.ToHexString(Encoding.UTF8.GetBytes(Vietnamese.SortKey(n))), StringComparer.Ordinal));
}
