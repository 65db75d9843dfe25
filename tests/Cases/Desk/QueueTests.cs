using HaiDang.Cases.Claim;
using HaiDang.Cases.Inbox;
using HaiDang.Cases.Life;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Contracts;
using HaiDang.Ui;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases.Tests.Desk;

public sealed class QueueTests
{
    private static readonly Actor Nam = Actor.Citizen("nam", "Đỗ Mẫu Nam");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Pages_hold_every_work_once_forward_and_back(string engine)
    {
        await using var town = await Town.Founded(engine);
        var first = (await town.Sends(Nam)).Case;
        for (var i = 1; i < Queues.PageSize * 2 + 5; i++)
        {
            // Some share their due time, so that the page break falls inside equals.
            if (i % 7 == 0) town.Clock.AdvanceSeconds(1);
            await town.Sends(Nam);
        }
        var (queue, lan) = (first.Work[0].Queue, Town.Holder(first));

        var pages = new List<WorkPage> { await Page(null) };
        while (pages[^1].Later) pages.Add(await Page(WorkCursor.Read(WorkCursor.After(pages[^1].Rows[^1]).ToString())));
        Assert.Equal([Queues.PageSize, Queues.PageSize, 5], pages.Select(p => p.Rows.Count));
        Assert.Equal([false, true, true], pages.Select(p => p.Earlier));
        var all = pages.SelectMany(p => p.Rows).ToList();
        Assert.Equal(Queues.PageSize * 2 + 5, all.Select(r => (r.CaseId, r.Token)).Distinct().Count());
        Assert.Equal(all.Select(r => r.DueAt).Order(), all.Select(r => r.DueAt));

        var back = await Page(WorkCursor.Before(pages[2].Rows[0]));
        Assert.Equal(pages[1].Rows, back.Rows);
        Assert.True(back is { Earlier: true, Later: true });

        Task<WorkPage> Page(WorkCursor? from) => town.In(s => s.GetRequiredService<Queues>().Page(queue, QueueTab.Take, lan, null, from), lan);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Counts_are_true_for_the_one_who_looks(string engine)
    {
        await using var town = await Town.Founded(engine);
        var one = (await town.Sends(Nam)).Case;
        await town.Sends(Nam);
        var (queue, lan) = (one.Work[0].Queue, Town.Holder(one));
        var mai = lan with { Id = "mai", Name = "Lê Thử Mai" };
        await town.Does(one, new ClaimWork(one.Work[0].Token), lan);

        Assert.Equal((1, 1, 0, 0), await Counts(lan));
        Assert.Equal((1, 0, 0, 0), await Counts(mai));
        Assert.Equal((2, false), await town.In(s => s.GetRequiredService<Queues>().Load(queue), lan));

        town.Clock.AdvanceDays(10);
        Assert.Equal((1, 1, 0, 2), await Counts(lan));
        Assert.Equal((2, true), await town.In(s => s.GetRequiredService<Queues>().Load(queue), lan));
        Assert.Equal(0, (await town.In(s => s.GetRequiredService<Queues>().Counts(queue, lan, "khac"), lan)).Values.Sum());
        Assert.Equal(0, (await town.In(s => s.GetRequiredService<Queues>().Counts(new QueueKey(queue.Unit, "khac"), lan, null), lan)).Values.Sum());

        async Task<(int, int, int, int)> Counts(Actor who)
        {
            var counts = await town.In(s => s.GetRequiredService<Queues>().Counts(queue, who, null), who);
            return (counts[QueueTab.Take], counts[QueueTab.Mine], counts[QueueTab.Soon], counts[QueueTab.Late]);
        }
    }

    [Fact]
    public async Task Due_is_soon_below_four_working_hours_and_overdue_from_the_moment_itself()
    {
        await using var town = await Town.Founded("sqlite");
        await town.In(s =>
        {
            var (words, calendar) = (s.GetRequiredService<DueWords>(), Folder.ThiTran.City.Calendar);
            Instant In(Duration time) => calendar.Advance(words.Now, time);
            Assert.Equal(StateLook.OnTime, words.Of(In(Duration.FromHours(4))).State);
            Assert.Equal(StateLook.DueSoon, words.Of(In(Duration.FromHours(4) - Duration.FromSeconds(1))).State);
            Assert.Equal(StateLook.Overdue, words.Of(words.Now).State);
            Assert.Equal(StateLook.Paused, words.Of(words.Now, waiting: true).State);
            Assert.Equal("còn 2 giờ làm việc", words.Of(In(Duration.FromHours(2))).Words.Vi);
            return Task.FromResult(true);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("x~y~z~f")]
    [InlineData("2026-11-22T07:00:00Z~0192~1~f")]
    public void What_is_no_cursor_begins_at_the_beginning(string text) => Assert.Null(WorkCursor.Read(text));
}
