using System.Text;
using HaiDang.Directory.Secrets;
using NodaTime;

namespace HaiDang.Directory.Tests.Secrets;

public sealed class TotpTests
{
    private static readonly byte[] Rfc = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1 rows.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Gives_the_codes_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Rfc, Totp.StepAt(Instant.FromUnixTimeSeconds(seconds)), digits: 8));

    // RFC 4226, appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(5, "254676")]
    [InlineData(9, "520489")]
    public void Gives_the_codes_of_the_counter_based_standard(long step, string code) => Assert.Equal(code, Totp.CodeOf(Rfc, step));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Takes_the_code_of_a_clock_half_a_minute_off(int steps, bool taken)
    {
        var now = Instant.FromUnixTimeSeconds(1_800_000_000);
        Assert.Equal(taken, Totp.StepOf(Rfc, Totp.CodeOf(Rfc, Totp.StepAt(now) + steps), now, 0) is not null);
    }

    [Fact]
    public void Takes_no_step_twice_and_none_before_one_that_was_used()
    {
        var now = Instant.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        Assert.Equal(step, Totp.StepOf(Rfc, Totp.CodeOf(Rfc, step), now, step - 1));
        Assert.Null(Totp.StepOf(Rfc, Totp.CodeOf(Rfc, step), now, step));
        Assert.Null(Totp.StepOf(Rfc, Totp.CodeOf(Rfc, step - 1), now, step));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345x")]
    [InlineData("１２３４５６")]
    public void Takes_nothing_that_is_no_code(string? code) => Assert.Null(Totp.StepOf(Rfc, code, Instant.FromUnixTimeSeconds(59), 0));

    [Fact]
    public void Forgives_the_space_that_apps_show()
    {
        var code = Totp.CodeOf(Rfc, 1);
        Assert.Equal(1, Totp.StepOf(Rfc, $" {code[..3]} {code[3..]} ", Instant.FromUnixTimeSeconds(59), 0));
    }

    // RFC 4648 §10.
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Writes_and_reads_base_32(string text, string written)
    {
        Assert.Equal(written, Base32.Write(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base32.Read(written.ToLowerInvariant())));
    }

    [Fact]
    public void Names_city_and_account_to_the_app() => Assert.Equal(
        "otpauth://totp/H%E1%BA%A3i%20Ph%C3%B2ng:an%40can-bo.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=H%E1%BA%A3i%20Ph%C3%B2ng",
        Totp.KeyUri(Rfc, "Hải Phòng", "an@can-bo.example"));
}
