using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Jobs;

/// <summary>The automatic steps whose time has come, from the table that is written with the case itself.</summary>
internal static class DueJobs
{
    public static readonly IReadOnlyList<string> Columns = ["case_id", "id", "type", "due_at"];

    internal sealed class Row
    {
        public Guid Case_Id { get; set; }
        public long Id { get; set; }
        public string Type { get; set; } = "";
    }

    public static async Task<IReadOnlyList<Row>> Find(CityDb db, Instant now, int most, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        return (await connection.QueryAsync<Row>(
            "select case_id, id, type from cases_job where due_at <= @now order by due_at limit @most", new { now, most })).AsList();
    }

    /// <summary>Leaves the change to be written with the case.</summary>
    public static void Save(IWrites writes, Case? before, Case after)
    {
        foreach (var gone in before?.Waits ?? [])
            if (gone.Job is not null && (!after.Open || after.WaitOf(gone.Id) is null))
                writes.Later("delete from cases_job where case_id=@CaseId and id=@Id", new { CaseId = after.Id, gone.Id });
        if (!after.Open) return;
        foreach (var wait in after.Waits)
            if (wait.Job is { } job && job != before?.WaitOf(wait.Id)?.Job)
                writes.Later("""
                    insert into cases_job(case_id, id, type, due_at) values (@CaseId, @Id, @Type, @NextTryAt)
                    on conflict(case_id, id) do update set type=excluded.type, due_at=excluded.due_at
                    """, new { CaseId = after.Id, wait.Id, job.Type, job.NextTryAt });
    }
}
