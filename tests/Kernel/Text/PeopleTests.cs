using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Kernel.Tests.Text;

public sealed class PeopleTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public void A_name_is_read_in_Vietnamese_order()
    {
        var name = PersonName.Parse(" NGUYỄN THỊ  MINH KHAI").Value;
        Assert.Equal(("Nguyễn", "Thị Minh", "Khai"), (name.Family, name.Middle, name.Given));
        Assert.Equal("Nguyễn Thị Minh Khai", name.Full);
        Assert.Equal("NGUYỄN THỊ MINH KHAI", name.Capitals);
        Assert.Equal("Bà Khai", name.Address(Gender.Female).Vi);
        Assert.Equal("Mr/Ms Khai", name.Address().En);
    }

    [Fact]
    public void People_are_listed_by_given_name()
    {
        string[] people = ["Trần Văn Bình", "Nguyễn Thị Ánh", "Lê Văn An", "Đỗ Thị An", "Phạm Ân"];
        Assert.Equal(["Đỗ Thị An", "Lê Văn An", "Nguyễn Thị Ánh", "Phạm Ân", "Trần Văn Bình"],
            people.OrderBy(p => PersonName.Parse(p).Value.SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_keeps_capitals_that_its_bearer_chose() => Assert.Equal("Y Moan Êñuôl", PersonName.Parse("Y Moan Êñuôl").Value.Full);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("123")]
    [InlineData("Nguyễn <b>An</b>")]
    public void What_is_no_name_is_refused(string text) => Assert.Equal("kernel.not-a-name", PersonName.Parse(text).Problems[0].Type.Code);

    [Theory]
    [InlineData("0912345678", "0912 345 678")]
    [InlineData("+84 912 345 678", "0912 345 678")]
    [InlineData("84912345678", "0912 345 678")]
    [InlineData("0225.3842634", "0225 3842 634")]
    [InlineData("(0225) 384-2634", "0225 3842 634")]
    public void Phone_numbers_are_read_as_people_write_them(string text, string written)
    {
        var phone = PhoneNumber.Parse(text).Value;
        Assert.Equal(written, phone.ToString());
        Assert.StartsWith("+84", phone.International);
        Assert.Equal(phone, PhoneNumber.Parse(phone.International).Value);
        Assert.Equal(written.StartsWith("09", StringComparison.Ordinal), phone.IsMobile);
    }

    [Theory]
    [InlineData("")]
    [InlineData("091234567")]
    [InlineData("0112345678")]
    [InlineData("0912 345 67x")]
    [InlineData("+1 202 555 0100")]
    public void Other_numbers_are_refused(string text) => Assert.Equal("kernel.not-a-phone", PhoneNumber.Parse(text).Problems[0].Type.Code);

    [Fact]
    public void An_identity_number_tells_place_sex_and_year()
    {
        var number = IdentityNumber.Parse("031 188 001234", Today).Value;
        Assert.Equal((31, Gender.Female, 1988, true), (number.Place, number.Gender, number.BirthYear, number.KnownProvince));
        Assert.Equal("031••••••234", number.Masked);
        Assert.Equal((2005, Gender.Male), (IdentityNumber.Parse("001205000001", Today).Value.BirthYear, IdentityNumber.Parse("001205000001", Today).Value.Gender));
        Assert.False(IdentityNumber.Parse("003205000001", Today).Value.KnownProvince);
    }

    [Theory]
    [InlineData("03118800123", "kernel.identity-not-twelve-digits")]
    [InlineData("0311880012345", "kernel.identity-not-twelve-digits")]
    [InlineData("03118800123O", "kernel.identity-not-twelve-digits")]
    [InlineData("031227001234", "kernel.identity-not-plausible")]
    [InlineData("000188001234", "kernel.identity-no-place")]
    public void Impossible_identity_numbers_are_refused(string text, string code) =>
        Assert.Equal(code, IdentityNumber.Parse(text, Today).Problems[0].Type.Code);
}
