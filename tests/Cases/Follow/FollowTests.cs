using HaiDang.Cases.Follow;
using HaiDang.Cases.Life;
using HaiDang.Cases.Rate;
using HaiDang.Cases.Track;
using HaiDang.Cases.Withdraw;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases.Tests.Follow;

public sealed class FollowTests
{
    private static readonly Actor Nam = Actor.Citizen("nam", "Đỗ Mẫu Nam"), Hoa = Actor.Citizen("hoa", "Vũ Mẫu Hoa");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Only_the_account_that_applied_finds_the_case(string engine)
    {
        await using var town = await Town.Founded(engine);
        var sent = (await town.Sends(Nam)).Case;
        Assert.Equal(sent.Id, (await town.In(s => s.GetRequiredService<OwnCases>().Find(sent.Number), Nam))!.Id);
        Assert.Null(await town.In(s => s.GetRequiredService<OwnCases>().Find(sent.Number), Hoa));
        Assert.Null(await town.In(s => s.GetRequiredService<OwnCases>().Find(sent.Number)));
        // An official who happens to have the same id as the citizen's account is not that citizen.
        Assert.Null(await town.In(s => s.GetRequiredService<OwnCases>().Find(sent.Number), new Actor(ActorKind.Official, Nam.Id, Nam.Name, new HashSet<QueueKey>())));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_withdraws_or_rates_the_case_of_another(string engine)
    {
        await using var town = await Town.Founded(engine);
        var sent = (await town.Sends(Nam)).Case;
        foreach (var command in (ICaseCommand[])[new WithdrawCase(null), new RateCase(5, null)])
        {
            var refused = await town.In(s => s.GetRequiredService<OwnCases>().Do(sent.Number, command, default), Hoa);
            Assert.Equal(CaseProblems.Missing.Code, refused.Problems[0].Type.Code);
        }
        var withdrawn = await town.In(s => s.GetRequiredService<OwnCases>().Do(sent.Number, new WithdrawCase(null), default), Nam);
        Assert.Equal(CaseStatus.Withdrawn, withdrawn.Value.Status);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_secret_opens_its_case_and_no_other(string engine)
    {
        await using var town = await Town.Founded(engine);
        var (one, other) = (await town.Sends(Nam), await town.Sends(Hoa));
        Assert.Equal(one.Case.Id, await Tracked(one.Case.Number, one.Secret));
        Assert.Equal(one.Case.Id, await Tracked($" {one.Case.Number} ", $" {one.Secret.ToUpperInvariant()} "));
        Assert.Null(await Tracked(one.Case.Number, other.Secret));
        Assert.Null(await Tracked(one.Case.Number, ""));
        Assert.Null(await Tracked(one.Case.Number, one.Case.SecretHash));
        Assert.Null(await Tracked("000.00.00.X00-231005-9999", one.Secret));
        Assert.Null(await Tracked(one.Case.Number, new string('a', 5000)));

        Task<Guid?> Tracked(string number, string secret) => town.In(async s => (await s.GetRequiredService<TrackedCases>().Find(number, secret))?.Id);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_list_is_paged_by_key_without_gap_or_twin(string engine)
    {
        await using var town = await Town.Founded(engine);
        var sent = new List<string>();
        for (var i = 0; i < OwnCases.PageSize + 5; i++)
        {
            // Several in one moment: only the id tells them apart.
            if (i % 3 == 0) town.Clock.AdvanceSeconds(1);
            sent.Add((await town.Sends(Nam)).Case.Number);
        }
        await town.Sends(Hoa);
        var first = await town.In(s => s.GetRequiredService<OwnCases>().Others(null), Nam);
        Assert.Equal(OwnCases.PageSize + 1, first.Count);
        var second = await town.In(s => s.GetRequiredService<OwnCases>().Others(OwnCaseRow.Key.Read(first[OwnCases.PageSize - 1].Cursor)), Nam);
        Assert.Equal(sent.Order(), first.Take(OwnCases.PageSize).Concat(second).Select(r => r.Number).Order());
    }

    [Theory, InlineData("sqlite")]
    public async Task The_way_says_what_was_done_what_goes_on_and_what_comes(string engine)
    {
        await using var town = await Town.Founded(engine);
        var sent = (await town.Sends(Nam)).Case;
        Assert.Equal(["Done Đã nộp trực tuyến", "Now Chờ bộ phận một cửa tiếp nhận", "Next Giải quyết hồ sơ", "Next Trả kết quả"], await Way(sent));
        var accepted = await town.Accepts(sent);
        Assert.Equal(["Done Đã nộp trực tuyến", "Done Đã tiếp nhận"], (await Way(accepted)).Take(2));
        Assert.StartsWith("Now ", (await Way(accepted))[2], StringComparison.Ordinal);
        var withdrawn = await town.Does(accepted, new WithdrawCase(null), Nam);
        Assert.Equal("Stopped Hồ sơ đã rút", (await Way(withdrawn))[^1]);

        Task<List<string>> Way(Case c) => town.In(async s =>
        {
            var history = (await s.GetRequiredService<EventLog>().Stream(s.GetRequiredService<CityDb>(), c.Stream)).Select(l => l.Event);
            var service = await s.GetRequiredService<CaseDesk>().ServiceOf(c);
            return s.GetRequiredService<CaseWay>().Of(c, history, service).Select(w => $"{w.At} {w.Title.Vi}").ToList();
        });
    }
}
