using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.SignIn.Invite;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Directory.Tests.Officials;

public sealed class InviteTests
{
    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task A_link_works_once(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var link = (await city.Invites("thu@can-bo.example")).Value.Link;
        var joined = await city.Accepts(link, Totp.NewSecret());
        Assert.True(joined.Value.Joined);
        Assert.Equal("directory.invite-over", (await city.Accepts(link, Totp.NewSecret())).Problems[0].Type.Code);
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Of_two_who_use_a_link_at_once_one_becomes_the_official(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var link = (await city.Invites("thu@can-bo.example")).Value.Link;
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => city.Accepts(link, Totp.NewSecret()))));
        Assert.Single(both, o => o.Ok);
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task It_runs_out_after_three_days(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var link = (await city.Invites("thu@can-bo.example")).Value.Link;
        city.Clock.Pass(Duration.FromHours(72) - Duration.FromSeconds(1));
        Assert.NotNull((await city.With((AcceptInvite a) => a.Look(TestCity.TokenOf(link)))).Official);
        city.Clock.Pass(Duration.FromSeconds(1));
        Assert.Equal(LinkState.Expired, (await city.With((AcceptInvite a) => a.Look(TestCity.TokenOf(link)))).State);
        Assert.False((await city.Accepts(link, Totp.NewSecret())).Ok);
    }

    [Fact]
    public async Task A_new_link_replaces_the_old_one_and_the_token_is_not_kept()
    {
        await using var city = await TestCity.Open();
        var invited = (await city.Invites("thu@can-bo.example")).Value;
        var second = await city.With((Directory.Desk.One.ReinviteOfficial r) => r.Run(invited.Official.Id, Contracts.Actor.System));
        Assert.False((await city.Accepts(invited.Link, Totp.NewSecret())).Ok);
        Assert.DoesNotContain(TestCity.TokenOf(second.Value.Link), await city.With((CityDb db) => Everything(db)));
        Assert.True((await city.Accepts(second.Value.Link, Totp.NewSecret())).Ok);
    }

    [Fact]
    public async Task A_weak_password_or_a_wrong_code_leaves_the_link_good()
    {
        await using var city = await TestCity.Open();
        var link = (await city.Invites("thu@can-bo.example")).Value.Link;
        var secret = Totp.NewSecret();
        var refused = await city.With((AcceptInvite a) => a.Run(TestCity.TokenOf(link), new("ngắn", "ngắn", secret, "000000"), ""));
        Assert.Equal(["password", "code"], refused.Problems.Select(p => p.Field));
        Assert.True((await city.Accepts(link, secret)).Ok);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_told_all_at_once()
    {
        await using var city = await TestCity.Open();
        var refused = await city.With((Directory.Desk.New.InviteOfficial i) => i.Run(new("1", "nobody", new("nowhere", " ", [])), Contracts.Actor.System));
        Assert.Equal(["name", "email", "unit", "title", "roles"], refused.Problems.Select(p => p.Field));
        await city.Invites("thu@can-bo.example");
        Assert.Equal("directory.email-taken", (await city.Invites(" THU@can-bo.example ")).Problems[0].Type.Code);
    }

    [Fact]
    public async Task The_first_administrator_comes_by_a_link_from_the_command_line()
    {
        await using var city = await TestCity.Open();
        var link = (await city.With((FirstAdministrator f) => f.Invite("quan.tri@can-bo.example"))).Value;
        var admin = (await city.Accepts(link, Totp.NewSecret())).Value;
        Assert.Equal(("song-nho", true), (admin.Unit, admin.IsAdmin));
        Assert.Equal("email", (await city.With((FirstAdministrator f) => f.Invite("quan.tri"))).Problems[0].Field);
        Assert.True((await city.With((FirstAdministrator f) => f.Invite("quan.tri@can-bo.example"))).Ok);
    }

    private static async Task<string> Everything(CityDb db)
    {
        await using var command = (await db.Connection()).CreateCommand();
        command.CommandText = "select group_concat(hash || official) from directory_invite";
        return (string)(await command.ExecuteScalarAsync())! + string.Concat((await File.ReadAllBytesAsync(db.Engine.ConnectionString.Split('=', ';')[1])).Select(b => (char)b));
    }
}
