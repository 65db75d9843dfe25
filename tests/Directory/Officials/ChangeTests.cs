using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Desk;
using HaiDang.Directory.Desk.List;
using HaiDang.Directory.Desk.One;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;

namespace HaiDang.Directory.Tests.Officials;

public sealed class ChangeTests
{
    private static Task<Outcome<Official>> Suspends(TestCity city, Official official, string reason = "Nghỉ chế độ") =>
        city.With((OfficialDesk desk) => desk.Change(official.Id, Actor.System, f => SuspendOfficial.Suspend(f, reason)));

    private static Task<Outcome<Official>> Moves(TestCity city, Official official, string unit, params string[] roles) => city.With((CityUnits units) =>
        city.With((OfficialDesk desk) => desk.Change(official.Id, Actor.System, f => MoveOfficial.Decide(f, new(official.Name, new PlaceAsk(unit, "Trưởng ban", roles)), units))));

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task The_last_administrator_stays(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var (first, _) = await city.Joined("mot@can-bo.example", "song-nho", "admin");
        await city.Invites("hai@can-bo.example", "song-nho", "Lê Thị Hai", "admin");
        Assert.Equal("directory.last-admin", (await Suspends(city, first)).Problems[0].Type.Code);
        Assert.Equal("directory.last-admin", (await Moves(city, first, "cho-dong", "counter")).Problems[0].Type.Code);
        Assert.True((await Moves(city, first, "cho-dong", "admin", "counter")).Ok);

        await city.Joined("ba@can-bo.example", "song-nho", "admin");
        Assert.True((await Suspends(city, first)).Ok);
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Two_administrators_who_suspend_each_other_at_once_leave_one(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var (first, _) = await city.Joined("mot@can-bo.example", "song-nho", "admin");
        var (second, _) = await city.Joined("hai@can-bo.example", "song-nho", "admin");
        var both = await Task.WhenAll(Task.Run(() => Suspends(city, first)), Task.Run(() => Suspends(city, second)));
        Assert.Single(both, o => o.Ok);
        Assert.Equal("directory.last-admin", both.Single(o => !o.Ok).Problems[0].Type.Code);
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task A_move_changes_the_keys_that_are_held(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var (official, _) = await city.Joined("thu@can-bo.example", "cho-dong", "counter");
        Assert.Equal([official.Account], (await Holding(city, "cho-dong/counter")).Select(c => c.Id));
        Assert.True((await Moves(city, official, "cho-tay", "leader", "supervisor")).Ok);
        Assert.Empty(await Holding(city, "cho-dong/counter"));
        Assert.Equal([official.Account], (await Holding(city, "cho-tay/leader")).Select(c => c.Id));
        var moved = await city.With((CityDb db) => Load(db, official.Id));
        Assert.True(moved.Actor.Holds(new QueueKey("cho-tay", "supervisor")));

        await Suspends(city, official);
        Assert.Empty(await Holding(city, "cho-tay/leader"));
        Assert.NotNull(await city.With((IOfficials o) => o.Find(official.Account)));
    }

    [Fact]
    public async Task A_suspension_needs_a_reason_and_changes_the_stamp()
    {
        await using var city = await TestCity.Open();
        var (official, _) = await city.Joined("thu@can-bo.example");
        Assert.Equal("reason", (await Suspends(city, official, " ")).Problems[0].Field);
        var suspended = (await Suspends(city, official)).Value;
        Assert.NotEqual(official.Stamp, suspended.Stamp);
        Assert.Equal("directory.already-suspended", (await Suspends(city, official)).Problems[0].Type.Code);
        Assert.True((await city.With((OfficialDesk d) => d.Change(official.Id, Actor.System, f => SuspendOfficial.Restore(f, "Trở lại làm việc")))).Value.Active);
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Replaying_the_log_gives_the_same_official(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        var (official, _) = await city.Joined("thu@can-bo.example");
        await Moves(city, official, "cho-tay", "leader");
        await Suspends(city, official);
        var kept = await city.With((CityDb db) => Load(db, official.Id));
        var lines = await city.With((CityDb db) => city.With((EventLog log) => log.Stream(db, OfficialStore.StreamOf(official.Id))));
        var replayed = lines.Aggregate((Official?)null, (state, line) => Official.After(state, line.Event!, line.At))!;
        Assert.Equal(kept with { Roles = [] }, replayed with { Stamp = kept.Stamp, FormKey = kept.FormKey, Roles = [] });
        Assert.Equal(kept.Roles, replayed.Roles);
        Assert.Empty((await city.With((VerifyLog verify) => verify.Run())).Faults);
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task Superiors_are_found_up_the_line(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        Assert.Empty(await Superiors(city, "cho-dong/counter"));
        var (top, _) = await city.Joined("tren@can-bo.example", "song-nho", "supervisor");
        Assert.Equal([top.Account], (await Superiors(city, "cho-dong/counter")).Select(c => c.Id));
        var (head, _) = await city.Joined("truong@can-bo.example", "cho-dong", "leader");
        Assert.Equal([head.Account], (await Superiors(city, "cho-dong/counter")).Select(c => c.Id));
        Assert.Equal([top.Account], (await Superiors(city, "cho-dong/leader")).Select(c => c.Id));
        Assert.Equal([top.Account], (await Superiors(city, "cho-tay/counter")).Select(c => c.Id));
    }

    [Theory, MemberData(nameof(TestCity.Engines), MemberType = typeof(TestCity))]
    public async Task The_list_is_paged_by_key_in_the_order_of_given_names(DatabaseEngine engine)
    {
        await using var city = await TestCity.Open(engine);
        string[] given = ["Dung", "Đức", "Ân", "An", "Ánh", "Yến", "Oanh"];
        for (var i = 0; i < 120; i++) await city.Invites($"nguoi{i}@can-bo.example", i % 2 == 0 ? "cho-dong" : "cho-tay", $"Lê Văn {given[i % given.Length]}");
        var seen = new List<Official>();
        for (Guid? after = null; ;)
        {
            var page = await city.With((OfficialList l) => l.Page(new(null, null, after, null)));
            seen.AddRange(page.Officials);
            Assert.Equal(after is not null, page.HasPrevious);
            if (!page.HasNext) break;
            after = page.Officials[^1].Id;
        }
        Assert.Equal(120, seen.Select(o => o.Id).Distinct().Count());
        Assert.Equal(["An", "Ánh", "Ân", "Dung", "Đức", "Oanh", "Yến"], seen.Select(o => o.Name.Split(' ')[^1]).Distinct());
        var back = await city.With((OfficialList l) => l.Page(new(null, null, null, seen[100].Id)));
        Assert.Equal(seen.Skip(50).Take(50).Select(o => o.Id), back.Officials.Select(o => o.Id));
        Assert.Equal((true, true), (back.HasPrevious, back.HasNext));

        var found = await city.With((OfficialList l) => l.Page(new("cho-dong", "duc le", null, null)));
        Assert.All(found.Officials, o => Assert.Equal("Lê Văn Đức", o.Name));
        Assert.NotEmpty(found.Officials);
        Assert.Empty((await city.With((OfficialList l) => l.Page(new(null, "%", null, null)))).Officials);
    }

    private static Task<IReadOnlyList<OfficialCard>> Holding(TestCity city, string key) => city.With((IOfficials o) => o.Holding(QueueKey.Parse(key)));

    private static Task<IReadOnlyList<OfficialCard>> Superiors(TestCity city, string key) => city.With((IOfficials o) => o.SuperiorsOf(QueueKey.Parse(key)));

    private static async Task<Official> Load(CityDb db, Guid id) => (await OfficialStore.Find(await db.Connection(), id))!;
}
