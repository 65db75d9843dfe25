using HaiDang.Directory.Demo;
using HaiDang.Directory.Secrets;

namespace HaiDang.Directory.Tests.Secrets;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("bốn con ngựa đêm mưa", null)]
    [InlineData("Xq7!kd02LmPz", null)]
    [InlineData("thuyền về bến lúc ba giờ", null)]
    [InlineData(DemoPeople.Password, null)]
    [InlineData("ngắn quá", "directory.password-too-short")]
    [InlineData("", "directory.password-too-short")]
    [InlineData("passwordpassword", "directory.password-too-common")]
    [InlineData("Matkhau123456", "directory.password-too-common")]
    [InlineData("Mật khẩu 2026!", "directory.password-too-common")]
    [InlineData("123456789012", "directory.password-too-common")]
    [InlineData("qwertyuiop12", "directory.password-too-common")]
    [InlineData("1qaz2wsx3edc", "directory.password-too-common")]
    [InlineData("aaaaaaaaaaaa", "directory.password-too-common")]
    [InlineData("haiphong2026haiphong2026", "directory.password-too-common")]
    [InlineData("Trần Thị Thử 1990", "directory.password-holds-name")]
    [InlineData("tranthithu@1990", "directory.password-holds-name")]
    [InlineData("thu.tran cơ quan", "directory.password-holds-name")]
    public void A_password_is_long_and_not_what_everybody_guesses(string password, string? code) =>
        Assert.Equal(code, PasswordRules.Problems(password, password, "Trần Thị Thử", "thu.tran@can-bo.example").FirstOrDefault()?.Type.Code);

    [Fact]
    public void It_is_typed_twice_and_the_second_field_is_named() =>
        Assert.Equal("repeated", Assert.Single(PasswordRules.Problems("bốn con ngựa đêm mưa", "bốn con ngựa đêm nắng", "A", "a@b.example")).Field);

    [Fact]
    public void It_may_not_be_endless() =>
        Assert.Equal("directory.password-too-long", Assert.Single(PasswordRules.Problems(new string('x', 200), "", "A", "a@b.example")).Type.Code);

    /// <summary>As OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA-512; the number stands in the hash, after a byte of version and four of the function.</summary>
    [Fact]
    public void The_city_hashes_slowly() =>
        Assert.InRange(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(new Passwords().Hash("bốn con ngựa đêm mưa")).AsSpan(5)), 210_000, int.MaxValue);

    [Fact]
    public void It_is_kept_as_a_salted_hash_and_typed_in_either_form_of_unicode()
    {
        var passwords = new Passwords();
        var hash = passwords.Hash("bốn con ngựa đêm mưa");
        Assert.NotEqual(hash, passwords.Hash("bốn con ngựa đêm mưa"));
        Assert.True(passwords.IsRight(hash, "bốn con ngựa đêm mưa".Normalize(System.Text.NormalizationForm.FormD)));
        Assert.False(passwords.IsRight(hash, "bốn con ngựa đêm mưa "));
        Assert.False(passwords.IsRight(null, "bốn con ngựa đêm mưa"));
        Assert.False(passwords.IsRight(hash, null));
    }
}
