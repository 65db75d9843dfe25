using HaiDang.Cases.Accept;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Life;
using HaiDang.Cases.Search;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Cases.Work;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Access;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cases.Tests.Desk;

public sealed class DoorTests
{
    private static readonly Actor Nam = Actor.Citizen("nam", "Đỗ Mẫu Nam");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whoever_holds_the_work_enters_and_the_step_is_the_purpose(string engine)
    {
        await using var town = await Town.Founded(engine);
        var matter = (await town.Sends(Nam)).Case;
        var opened = await Open(town, matter, Town.Holder(matter), null);
        Assert.Equal(matter.Work[0].Name, opened!.Purpose);
        Assert.Equal([$"Hoàng Thử Lan: {matter.Work[0].Name}"], await Looks(town, matter));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Others_of_the_unit_state_a_purpose_first_and_it_is_written_down(string engine)
    {
        await using var town = await Town.Founded(engine);
        var matter = (await town.Sends(Nam)).Case;
        var binh = new Actor(ActorKind.Official, "binh", "Vũ Thử Bình", new HashSet<QueueKey> { new(matter.Unit, "supervisor") });

        foreach (var nothing in (string?[])[null, "", "  xem ", new string('a', ReadLog.LongestPurpose + 1)])
            Assert.Null((await Open(town, matter, binh, nothing))!.Purpose);
        Assert.Empty(await Looks(town, matter));

        var opened = await Open(town, matter, binh, " trả lời điện thoại ");
        Assert.Equal("trả lời điện thoại", opened!.Purpose);
        Assert.True(opened.Stated);
        Assert.Null(opened.Work);
        Assert.Contains("purpose=", opened.Within("/x"), StringComparison.Ordinal);
        Assert.Equal(["Vũ Thử Bình: trả lời điện thoại"], await Looks(town, matter));
    }

    [Fact]
    public async Task Nobody_else_learns_even_that_the_case_is_there()
    {
        await using var town = await Town.Founded("sqlite");
        var matter = (await town.Sends(Nam)).Case;
        var stranger = new Actor(ActorKind.Official, "xa", "Người Xa", new HashSet<QueueKey> { new("noi-khac", "counter") });
        Assert.Null(await Open(town, matter, stranger, "một mục đích rất rõ"));
        Assert.Null(await town.In(s => s.GetRequiredService<CaseDoor>().Open("khong-co", stranger, "một mục đích rất rõ")));
        Assert.Empty(await Looks(town, matter));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_second_of_two_reads_who_was_first_and_changes_nothing(string engine)
    {
        await using var town = await Town.Founded(engine);
        var matter = (await town.Sends(Nam)).Case;
        var lan = Town.Holder(matter);
        var mai = lan with { Id = "mai", Name = "Lê Thử Mai" };
        var token = matter.Work[0].Token;
        await town.Does(matter, new ClaimWork(token), lan);
        foreach (var command in (ICaseCommand[])[new ClaimWork(token), new ReleaseWork(token), new AcceptCase(token), new DecideStep(token, Verbs.Refuse, "x", "y")])
        {
            var refused = await town.In(s => s.GetRequiredService<CaseDesk>().Do(matter.Id, command, mai), mai);
            Assert.Equal(CaseProblems.ClaimedByOther, refused.Problems[0].Type);
            Assert.Contains("Hoàng Thử Lan", refused.Problems[0].Sentence.Vi, StringComparison.Ordinal);
        }
        Assert.Equal(2, (await town.In(s => s.GetRequiredService<CaseDesk>().Find(matter.Id)))!.Version - matter.Version + 1);
    }

    [Fact]
    public async Task What_a_verb_will_do_is_what_its_rule_would_write()
    {
        await using var town = await Town.Founded("sqlite");
        var matter = (await town.Sends(Nam)).Case;
        var lan = Town.Holder(matter);
        await town.In(async s =>
        {
            var setting = new Setting(await s.GetRequiredService<CaseDesk>().ServiceOf(matter), Folder.ThiTran.City.Calendar, s.GetRequiredService<IUnits>(), town.Clock.GetCurrentInstant());
            var units = s.GetRequiredService<IUnits>();
            var accept = Foresee.Effects(Verbs.Accept, matter.Work[0], matter, setting, lan, units).Value;
            Assert.Contains(accept, e => e.Vi.StartsWith("Đỗ Mẫu Nam nhận giấy tiếp nhận, hẹn trả kết quả", StringComparison.Ordinal));
            Assert.Contains(accept, e => e.Vi.StartsWith("Hồ sơ chuyển sang bước", StringComparison.Ordinal));
            var mai = lan with { Id = "mai" };
            var taken = matter with { Work = [matter.Work[0] with { ClaimedBy = lan.Id, ClaimedName = lan.Name }] };
            Assert.False(Foresee.Effects(Verbs.Accept, taken.Work[0], taken, setting, mai, units).Ok);
            return true;
        });
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Cases_are_found_with_or_without_accents_but_only_in_ones_own_units(string engine)
    {
        await using var town = await Town.Founded(engine);
        var matter = (await town.Sends(Nam)).Case;
        var lan = Town.Holder(matter);
        foreach (var words in (string[])["Đỗ Mẫu", "do mau nam", "NAM", matter.Number, matter.Number[^4..]])
            Assert.Equal([matter.Number], await Found(lan, words));
        foreach (var words in (string?[])[null, "", "\"*", "nam & !", "hoa", "') or 1=1 --"])
            Assert.Equal(words == "nam & !" ? [matter.Number] : [], await Found(lan, words));
        Assert.Empty(await Found(new Actor(ActorKind.Official, "xa", "Người Xa", new HashSet<QueueKey> { new("noi-khac", "counter") }), "nam"));

        Task<IEnumerable<string>> Found(Actor who, string? words) =>
            town.In(async s => (await s.GetRequiredService<FindCases>().Find(who, words, null)).Rows.Select(r => r.Number), who);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Search_pages_by_key_and_shows_each_case_once(string engine)
    {
        await using var town = await Town.Founded(engine);
        var matter = (await town.Sends(Nam)).Case;
        for (var i = 1; i < FindCases.PageSize + 3; i++) await town.Sends(Nam);
        var lan = Town.Holder(matter);
        var first = await town.In(s => s.GetRequiredService<FindCases>().Find(lan, "nam", null), lan);
        var second = await town.In(s => s.GetRequiredService<FindCases>().Find(lan, "nam", first.Next), lan);
        Assert.Equal((FindCases.PageSize, 3), (first.Rows.Count, second.Rows.Count));
        Assert.Null(second.Next);
        Assert.Equal(FindCases.PageSize + 3, first.Rows.Concat(second.Rows).Select(r => r.Number).Distinct().Count());
    }

    private static Task<Opening?> Open(Town town, Case matter, Actor who, string? purpose) =>
        town.In(s => s.GetRequiredService<CaseDoor>().Open(matter.Number, who, purpose), who);

    private static Task<IEnumerable<string>> Looks(Town town, Case matter) => town.In(async s =>
        (await s.GetRequiredService<ReadLog>().Of(CaseDoor.ThingOf(matter))).Select(r => $"{r.ActorName}: {r.Purpose}"));
}
