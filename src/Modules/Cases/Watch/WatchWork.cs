using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Cases.Watch;

/// <summary>
/// The watchdog of "never silently stuck": does what is due by time, tells of work that nobody can see, and of open cases
/// that wait for nothing.
/// </summary>
internal sealed partial class WatchWork(CityDb db, CaseDesk desk, IOfficials officials, Demo.Seeding seeding, IClock clock, ILogger<WatchWork> log) : IBackgroundWork
{
    private const int Batch = 200;

    public string Name => "cases-watch";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task Run(CancellationToken stop)
    {
        if (seeding.Running) return; // made-up cases live in their own past until they are all there
        await DoWhatIsDue(stop);
        await TellOfUnattendedQueues(stop);
        await TellOfCasesThatWaitForNothing(stop);
    }

    private async Task DoWhatIsDue(CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var due = await connection.QueryAsync<Guid>(
            "select id from cases_case where next_look_at <= @now order by next_look_at limit @Batch", new { now = clock.GetCurrentInstant(), Batch });
        foreach (var id in due.AsList())
        {
            var done = await desk.Do(id, new WatchCase(), Actor.System, stop);
            if (done.Ok) continue;
            if (done.Problems[0].Type == CaseProblems.ChangedMeanwhile) Busy(id);
            else Refused(id, done.Problems[0].ToString());
        }
    }

    private async Task TellOfUnattendedQueues(CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        foreach (var queue in (await connection.QueryAsync<QueueKey>("select distinct queue from cases_work")).AsList())
        {
            if ((await officials.Holding(queue, stop)).Count > 0) continue;
            var lying = await connection.QueryAsync<(Guid Case, int Token)>(
                "select case_id, token from cases_work where queue=@queue limit @Batch", new { queue, Batch });
            foreach (var (id, token) in lying.AsList()) await desk.Do(id, new TellUnattended(token), Actor.System, stop);
        }
    }

    /// <summary>The rules make this impossible; a case that shows up here is a bug, and said so loudly.</summary>
    private async Task TellOfCasesThatWaitForNothing(CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var stuck = await connection.QueryAsync<Guid>("""
            select id from cases_case where closed_at is null and (owner is null or next_due_at is null or next_event is null) limit 20
            """);
        foreach (var id in stuck.AsList()) Stuck(id);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Somebody worked on case {Id} just then; the watch looks again in its next round")]
    private partial void Busy(Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The watch of case {Id} was refused: {Code}")]
    private partial void Refused(Guid id, string code);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Case {Id} is open but waits for nothing")]
    private partial void Stuck(Guid id);
}
