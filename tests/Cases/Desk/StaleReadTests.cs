using HaiDang.Cases.Accept;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Life;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Contracts;
using HaiDang.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cases.Tests.Desk;

public sealed class StaleReadTests
{
    private static readonly Actor Citizen = new(ActorKind.Citizen, "nam", "Phạm Thử Nam", new HashSet<QueueKey>());

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whoever_decides_on_a_case_that_moved_meanwhile_decides_on_it_as_it_is(string engine)
    {
        await using var town = await Town.Founded(engine);
        var read = (await town.Sends(Citizen)).Case;
        var (lan, other) = (Town.Holder(read), Town.Holder(read) with { Id = "mai", Name = "Trần Thử Mai" });
        var claim = new ClaimWork(read.Work[0].Token);

        Assert.True((await Do(town, read, claim, lan)).Ok);
        var late = await Do(town, read, claim, other);
        Assert.False(late.Ok);
        Assert.Equal(CaseProblems.ClaimedByOther, late.Problems[0].Type);

        // What still may be done is done, on the case as it stands.
        var accepted = await Do(town, read, new AcceptCase(read.Work[0].Token), lan);
        Assert.True(accepted.Ok, string.Join('\n', accepted.Problems));
        Assert.Equal(lan.Id, accepted.Value.AcceptedBy);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_many_at_once_who_read_the_same_one_wins_and_the_others_are_told(string engine)
    {
        await using var town = await Town.Founded(engine);
        var read = (await town.Sends(Citizen)).Case;
        var claimed = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() =>
            Do(town, read, new ClaimWork(read.Work[0].Token), Town.Holder(read) with { Id = $"official-{n}" }))));

        Assert.Single(claimed, c => c.Ok);
        Assert.All(claimed.Where(c => !c.Ok), c => Assert.Equal(CaseProblems.ClaimedByOther, c.Problems[0].Type));
        Assert.Empty((await town.In(s => s.GetServices<IStateCheck>().Single(c => c is CheckReplay).Run(default))).Faults);
    }

    private static Task<HaiDang.Kernel.Outcome<Case>> Do(Town town, Case read, ICaseCommand command, Actor who) =>
        town.In(s => s.GetRequiredService<CaseDesk>().Do(read, command, who));
}
