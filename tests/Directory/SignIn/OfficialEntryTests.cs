using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.SignIn.Officials;
using HaiDang.Directory.Desk.One;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Directory.Tests.SignIn;

public sealed class OfficialEntryTests
{
    private const string Email = "thu@can-bo.example";

    private static Task<Outcome<Official>> Types(TestCity city, string password, string email = Email) =>
        city.With((OfficialEntry e) => e.Password(email, password, "10.0.0.1"));

    private static Task<Outcome<Official>> Enters(TestCity city, Official official, string code) =>
        city.With((OfficialEntry e) => e.Code(official.Id, official.Stamp, code, "10.0.0.1"));

    private static Task<Outcome<Official>> TypesFrom(TestCity city, string address, string password, string email) =>
        city.With((OfficialEntry e) => e.Password(email, password, address));

    /// <summary>A whole office behind one address: what went right counts nowhere, also between what went wrong.</summary>
    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Any_number_of_officials_come_in_from_one_address_in_the_same_minute(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        await city.Joined(Email);
        for (var i = 0; i < Guesses.MostForName * 3; i++) Assert.True((await Types(city, TestCity.Password)).Ok);
        for (var i = 0; i < Guesses.MostFromAddress - 1; i++) await TypesFrom(city, "10.0.0.1", "sai", $"nguoi-{i}@can-bo.example");
        Assert.True((await Types(city, TestCity.Password)).Ok);
    }

    [Fact]
    public async Task What_goes_wrong_from_one_address_is_judged_two_hundred_times_in_a_quarter_of_an_hour()
    {
        await using var city = await TestCity.Open();
        var (official, secret) = await city.Joined(Email);
        for (var i = 0; i < Guesses.MostFromAddress; i++)
            Assert.Equal("directory.wrong-pair", CodeOf(await TypesFrom(city, "10.0.0.1", "sai", $"nguoi-{i}@can-bo.example")));
        Assert.Equal("directory.too-many-guesses", CodeOf(await Types(city, TestCity.Password)));
        Assert.Equal("directory.too-many-guesses", CodeOf(await Enters(city, official, city.CodeOf(secret))));
        Assert.True((await TypesFrom(city, "10.0.0.2", TestCity.Password, Email)).Ok);
        city.Clock.Pass(Guesses.Window);
        Assert.True((await Types(city, TestCity.Password)).Ok);
    }

    /// <summary>Its own lock holds each account after five; ten with one name are no longer judged wherever they come from, and whether or not it is anybody's.</summary>
    [Theory, InlineData(Email), InlineData("khong.co@can-bo.example")]
    public async Task A_name_is_guessed_at_ten_times_from_anywhere(string name)
    {
        await using var city = await TestCity.Open();
        await city.Joined(Email);
        for (var i = 0; i < Guesses.MostForName; i++) Assert.Equal("directory.wrong-pair", CodeOf(await TypesFrom(city, $"10.0.1.{i}", "sai", name)));
        Assert.Equal("directory.too-many-guesses", CodeOf(await TypesFrom(city, "10.0.2.1", TestCity.Password, name)));
        city.Clock.Pass(Guesses.Window);
        Assert.Equal(name == Email ? null : "directory.wrong-pair", CodeOf(await TypesFrom(city, "10.0.2.1", TestCity.Password, name)));
    }

    [Fact]
    public async Task An_address_of_the_new_kind_counts_by_its_network()
    {
        await using var city = await TestCity.Open();
        for (var i = 0; i < Guesses.MostFromAddress; i++) await TypesFrom(city, $"2001:db8:1:1::{i:x}", "sai", $"nguoi-{i}@can-bo.example");
        Assert.Equal("directory.too-many-guesses", CodeOf(await TypesFrom(city, "2001:db8:1:1:ffff::1", "sai", "ai@can-bo.example")));
        Assert.Equal("directory.wrong-pair", CodeOf(await TypesFrom(city, "2001:db8:1:2::1", "sai", "ai@can-bo.example")));
    }

    [Fact]
    public async Task What_could_be_nobodys_counts_nowhere()
    {
        await using var city = await TestCity.Open();
        for (var i = 0; i < Guesses.MostFromAddress + 1; i++)
            Assert.Equal("directory.wrong-pair", CodeOf(await Types(city, "", "")));
        Assert.Equal("directory.wrong-pair", CodeOf(await Types(city, "sai", new string('a', 1_000))));
    }

    private static string? CodeOf(Outcome<Official> answer) => answer.Problems.FirstOrDefault()?.Type.Code;

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Password_and_code_sign_in_and_the_code_only_once(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var (official, secret) = await city.Joined(Email);
        Assert.True((await Types(city, TestCity.Password, "  THU@can-bo.example")).Ok);
        var code = city.CodeOf(secret);
        Assert.Equal(city.Clock.Now, (await Enters(city, official, code)).Value.SignedInAt);
        Assert.Equal("directory.wrong-code", CodeOf(await Enters(city, official, code)));
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task The_same_code_at_once_signs_in_once(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var (official, secret) = await city.Joined(Email);
        var code = city.CodeOf(secret);
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enters(city, official, code))));
        Assert.Single(all, o => o.Ok);
    }

    [Fact]
    public async Task Whoever_does_not_know_the_password_learns_nothing()
    {
        await using var city = await TestCity.Open();
        await city.Joined(Email);
        await city.Invites("moi@can-bo.example");
        var answers = new[] { await Types(city, "sai mật khẩu rồi"), await Types(city, "gì cũng được", "khong.co@can-bo.example"), await Types(city, "gì cũng được", "moi@can-bo.example"), await Types(city, "", "") };
        Assert.All(answers, a => Assert.Equal(answers[0].Problems[0].ToString(), a.Problems[0].ToString()));
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Five_wrong_passwords_lock_even_the_right_one_out_for_a_quarter_of_an_hour(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        await city.Joined(Email);
        for (var i = 0; i < 5; i++) Assert.Equal("directory.wrong-pair", CodeOf(await Types(city, $"sai lần {i}")));
        Assert.Equal("directory.wrong-pair", CodeOf(await Types(city, TestCity.Password)));
        city.Clock.Pass(Duration.FromMinutes(15));
        Assert.True((await Types(city, TestCity.Password)).Ok);
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Nine_guesses_at_once_are_judged_five_times_at_most(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        await city.Joined(Email);
        var guesses = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => Task.Run(() => Types(city, $"đoán lần {i}"))));
        Assert.All(guesses, g => Assert.False(g.Ok));
        Assert.Equal("directory.wrong-pair", CodeOf(await Types(city, TestCity.Password)));
    }

    [Fact]
    public async Task Wrong_codes_lock_as_well_and_a_right_password_between_them_does_not_begin_the_count_anew()
    {
        await using var city = await TestCity.Open();
        var (official, secret) = await city.Joined(Email);
        for (var i = 0; i < 5; i++)
        {
            Assert.True((await Types(city, TestCity.Password)).Ok);
            Assert.Equal("directory.wrong-code", CodeOf(await Enters(city, official, "000000" == city.CodeOf(secret) ? "000001" : "000000")));
        }
        Assert.Equal("directory.locked-out", CodeOf(await Enters(city, official, city.CodeOf(secret))));
    }

    [Fact]
    public async Task Signing_in_forgets_the_wrong_tries()
    {
        await using var city = await TestCity.Open();
        var (official, secret) = await city.Joined(Email);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) await Types(city, "sai mật khẩu rồi");
            Assert.True((await Types(city, TestCity.Password)).Ok);
            Assert.True((await Enters(city, official, city.CodeOf(secret))).Ok);
            city.Clock.Pass(Duration.FromMinutes(2));
        }
    }

    [Fact]
    public async Task A_suspended_official_is_told_so_after_the_password_and_not_before()
    {
        await using var city = await TestCity.Open();
        var (official, secret) = await city.Joined(Email);
        await city.With((OfficialDesk d) => d.Change(official.Id, Actor.System, f => SuspendOfficial.Suspend(f, "Nghỉ chế độ")));
        Assert.Equal("directory.wrong-pair", CodeOf(await Types(city, "sai mật khẩu rồi")));
        Assert.Equal("directory.suspended", CodeOf(await Types(city, TestCity.Password)));
        Assert.Equal("directory.suspended", CodeOf(await Enters(city, official, city.CodeOf(secret))));
    }
}
