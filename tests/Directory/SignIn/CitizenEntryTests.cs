using System.Security.Cryptography;
using System.Text;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Citizens;
using HaiDang.Directory.SignIn.Citizens;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace HaiDang.Directory.Tests.SignIn;

public sealed class CitizenEntryTests
{
    private static async Task<PendingEntry> Begins(TestCity city) => (await city.With((CitizenEntry e) => e.Begin("/cua-toi", false))).Value.Pending;

    private static Task<Outcome<Citizen>> Returns(TestCity city, PendingEntry pending, string? issuer = null) =>
        city.With((CitizenEntry e) => e.Return(pending, "mã", issuer));

    private static DateTime Now(TestCity city) => city.Clock.Now.ToDateTimeUtc();

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task A_person_comes_in_and_is_known_again(DatabaseEngine engine)
    {
        await using var house = await IdentityHouse.Open();
        await using var city = await TestCity.Open(engine, oidc: house.Settings);
        var pending = await Begins(city);
        house.IdToken = () => house.Token(pending.Nonce, Now(city));
        house.UserInfo = new { sub = "do-mau-giang", name = "ĐỖ MẪU GIANG", birthdate = "1969-03-18", gender = "female", identity_number = "099169000006", phone_number = "+84 900 000 106", email = "Giang@cong-dan.example", address = new { formatted = "Số 5\nđường Bờ Sông" } };
        var first = (await Returns(city, pending)).Value;
        Assert.Equal(new CitizenCard(first.Account, "Đỗ Mẫu Giang", "099169000006", "1969-03-18", "female", "0900000106", "giang@cong-dan.example", "Số 5, đường Bờ Sông"),
            await city.With((ICitizens c) => c.Find(first.Account)));

        pending = await Begins(city);
        house.UserInfo = new { sub = "do-mau-giang", name = "Đỗ Mẫu Giang", gender = "robot", birthdate = "hôm qua", identity_number = "12" };
        var again = (await Returns(city, pending)).Value;
        Assert.Equal((first.Id, (string?)null, (string?)null), (again.Id, again.Gender, again.IdentityNumber));
        Assert.Empty((await city.With((Platform.Log.VerifyLog v) => v.Run())).Faults);
    }

    [Fact]
    public async Task The_question_is_bound_to_its_answer_by_state_nonce_and_PKCE()
    {
        await using var house = await IdentityHouse.Open();
        await using var city = await TestCity.Open(oidc: house.Settings);
        var (to, pending) = (await city.With((CitizenEntry e) => e.Begin(null, anew: true))).Value;
        var asked = QueryHelpers.ParseQuery(to.Query);
        Assert.Equal(("code", IdentityHouse.Client, "http://localhost:5080/dang-nhap/tro-ve", "openid profile identity", pending.State, pending.Nonce, "S256", "login"),
            ((string?)asked["response_type"], (string?)asked["client_id"], (string?)asked["redirect_uri"], (string?)asked["scope"], (string?)asked["state"], (string?)asked["nonce"], (string?)asked["code_challenge_method"], (string?)asked["prompt"]));
        house.IdToken = () => house.Token(pending.Nonce, Now(city));
        Assert.True((await Returns(city, pending)).Ok);
        Assert.Equal((string?)asked["code_challenge"], WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(house.Asked["code_verifier"]))));
        Assert.StartsWith("Basic ", house.Asked["authorization"]);
        Assert.InRange(pending.Verifier.Length, 43, 128);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("signature")]
    [InlineData("no signature")]
    [InlineData("client's secret")]
    [InlineData("for another party")]
    [InlineData("no subject")]
    [InlineData("userinfo of another")]
    [InlineData("not a token")]
    public async Task An_answer_that_is_not_ours_is_refused(string wrong)
    {
        await using var house = await IdentityHouse.Open();
        await using var city = await TestCity.Open(oidc: house.Settings);
        var pending = await Begins(city);
        var now = Now(city);
        house.IdToken = () => wrong switch
        {
            "nonce" => house.Token("khác", now),
            "no nonce" => house.Token("", now),
            "audience" => house.Token(pending.Nonce, now, audience: "ứng dụng khác"),
            "issuer" => house.Token(pending.Nonce, now, issuer: "http://nơi.khac"),
            "expired" => house.Token(pending.Nonce, now.AddMinutes(-20)),
            "not yet" => house.Token(pending.Nonce, now, from: now.AddMinutes(10), expires: now.AddMinutes(20)),
            "signature" => house.Token(pending.Nonce, now, key: RSA.Create(2048)),
            "no signature" => house.Unsigned(pending.Nonce, now),
            "client's secret" => house.SignedWithTheClientsSecret(pending.Nonce, now),
            "for another party" => house.Token(pending.Nonce, now, azp: "ứng dụng khác"),
            "no subject" => house.Token(pending.Nonce, now, sub: null),
            "not a token" => "abc",
            _ => house.Token(pending.Nonce, now),
        };
        if (wrong == "userinfo of another") house.UserInfo = new { sub = "ke-khac", name = "Kẻ Khác" };
        Assert.Equal("directory.identity-refused", (await Returns(city, pending)).Problems[0].Type.Code);
    }

    [Fact]
    public async Task An_answer_that_names_another_issuer_is_refused()
    {
        await using var house = await IdentityHouse.Open();
        await using var city = await TestCity.Open(oidc: house.Settings);
        var pending = await Begins(city);
        house.IdToken = () => house.Token(pending.Nonce, Now(city));
        Assert.Equal("directory.identity-refused", (await Returns(city, pending, "http://noi-khac.example")).Problems[0].Type.Code);
        Assert.True((await Returns(city, pending, house.Issuer)).Ok);
    }

    [Fact]
    public async Task A_person_without_a_name_is_asked_to_share_it()
    {
        await using var house = await IdentityHouse.Open();
        await using var city = await TestCity.Open(oidc: house.Settings);
        var pending = await Begins(city);
        house.IdToken = () => house.Token(pending.Nonce, Now(city));
        house.UserInfo = new { sub = "do-mau-giang" };
        Assert.Equal("directory.identity-without-name", (await Returns(city, pending)).Problems[0].Type.Code);
    }

    [Fact]
    public async Task Without_a_provider_or_without_its_answer_it_says_so()
    {
        await using var without = await TestCity.Open();
        Assert.Equal("directory.citizen-entry-not-set-up", (await without.With((CitizenEntry e) => e.Begin(null, false))).Problems[0].Type.Code);
        await using var silent = await TestCity.Open(oidc: new OidcSettings(new Uri("http://127.0.0.1:9"), "x", null));
        Assert.Equal("directory.identity-unreachable", (await silent.With((CitizenEntry e) => e.Begin(null, false))).Problems[0].Type.Code);
    }
}
