using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Cases.Watch;

/// <summary>
/// When the city's calendar is another than the one last used, computes the due times of all open cases anew. The new
/// calendar counts as used only when all are done, so a start that was cut off goes on at the next.
/// </summary>
internal sealed partial class RecomputeWork(CityDb db, CaseDesk desk, City city, IClock clock, ILogger<RecomputeWork> log) : IBackgroundWork
{
    private const int Batch = 200;

    public string Name => "cases-recompute";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var kept = await connection.QueryFirstOrDefaultAsync<string>("select lines from cases_calendar where id=1");
        var lines = CalendarLines.Of(city.Calendar.Rules);
        var text = string.Join('\n', lines);
        if (kept == text) return;
        if (kept is not null) await Recompute(CalendarLines.Reason(kept.Split('\n'), lines), stop);
        await connection.ExecuteAsync("""
            insert into cases_calendar(id, lines, used_from) values (1, @text, @now)
            on conflict(id) do update set lines=excluded.lines, used_from=excluded.used_from
            """, new { text, now = clock.GetCurrentInstant() });
    }

    private async Task Recompute(string reason, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var (last, changed) = (Guid.Empty, 0);
        while (true)
        {
            var ids = (await connection.QueryAsync<Guid>(
                "select id from cases_case where closed_at is null and id > @last order by id limit @Batch", new { last, Batch })).AsList();
            foreach (var id in ids)
            {
                var done = await desk.Do(id, new RecomputeDue(reason), Actor.System, stop);
                if (done.Ok) changed++;
                else Refused(id, done.Problems[0].Type.Code);
            }
            if (ids.Count < Batch) break;
            last = ids[^1];
        }
        Recomputed(changed, reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The due times of {Count} open cases were looked at again: {Reason}")]
    private partial void Recomputed(int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The due times of case {Id} could not be computed anew: {Code}")]
    private partial void Refused(Guid id, string code);
}
