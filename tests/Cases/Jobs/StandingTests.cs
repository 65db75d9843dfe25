using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Life;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Tests.Jobs;

/// <summary>One step of a case waits for the applicant while others go on: as the queues and the watch see it.</summary>
public sealed class StandingTests
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Only_the_step_that_asked_waits_in_its_queue_and_the_watch_comes_for_the_others(string engine)
    {
        await using var port = await Port.Opened(engine);
        var matter = await port.Asks();
        var (assess, inspect) = (matter.Work.Find(w => w.Element == "assess")!, matter.Work.Find(w => w.Element == "inspect")!);
        matter = await port.Town.Does(matter, new AskForPapers.AskForPapers(assess.Token, [new AskedItem("value", "Số tiền chưa rõ")], null), Town.Holder(matter));
        Assert.Equal([assess.Token], await Waiting(port));

        port.Town.Clock.Advance(Duration.FromDays(3));
        await port.Town.Does<WatchWork>();
        Assert.Contains((await port.Now(matter)).Escalations, e => e.Queue == inspect.Queue.ToString() && e.Reason == WatchCase.LateStep);
        port.Town.Clock.Advance(Duration.FromDays(18));
        for (var round = 0; round < 5; round++) await port.Town.Does<WatchWork>();
        matter = await port.Now(matter);
        Assert.Equal(CaseStatus.AwaitingApplicant, matter.Status);
        Assert.DoesNotContain(matter.Work, w => w.Element == "inspect");

        matter = await port.Town.Does(matter, new AnswerRequest.AnswerSupplement(matter.Answers, matter.Files), Actor.Citizen("nam", "Đỗ Mẫu Nam"));
        Assert.Equal(CaseStatus.InProgress, matter.Status);
        Assert.Empty(await Waiting(port));
    }

    private static Task<IReadOnlyList<int>> Waiting(Port port) => port.Town.Rows<int>("select token from cases_work where waiting");
}
