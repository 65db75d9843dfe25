using Dapper;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Inbox;

/// <summary>What part of a queue is shown.</summary>
internal enum QueueTab
{
    Take,
    Mine,
    Late,
    Soon,
    Waiting,
}

internal sealed record WorkRow
{
    public Guid CaseId { get; init; }
    public int Token { get; init; }
    public string Name { get; init; } = "";
    public string Number { get; init; } = "";
    public string Service { get; init; } = "";
    public string ApplicantName { get; init; } = "";
    public string? ClaimedBy { get; init; }
    public string? ClaimedName { get; init; }
    public bool Waiting { get; init; }
    public Instant DueAt { get; init; }
}

/// <param name="Earlier">Whether there are rows before the first of these.</param>
internal sealed record WorkPage(IReadOnlyList<WorkRow> Rows, bool Earlier, bool Later);

/// <summary>Reads one queue at a time, by its index alone: no joins, no count beyond a thousand.</summary>
internal sealed class Queues(CityDb db, DueWords due)
{
    public const int PageSize = 50;
    private const int CountNoFurther = 1001;

    private const string Columns =
        "case_id as CaseId, token as Token, name as Name, number as Number, service as Service, applicant_name as ApplicantName, "
        + "claimed_by as ClaimedBy, claimed_name as ClaimedName, waiting as Waiting, due_at as DueAt";

    public async Task<IReadOnlyDictionary<QueueTab, int>> Counts(QueueKey queue, Actor who, string? service, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var counts = new Dictionary<QueueTab, int>();
        foreach (var tab in Enum.GetValues<QueueTab>())
            counts[tab] = await connection.ExecuteScalarAsync<int>(
                $"select count(*) from (select 1 from cases_work where {Where(tab, service)} limit {CountNoFurther}) t", Values(queue, who, service));
        return counts;
    }

    /// <summary>How much of a queue is to be done now, and whether some of it is late.</summary>
    public async Task<(int ToDo, bool Late)> Load(QueueKey queue, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var values = new { queue = queue.ToString(), no = false, now = due.Now };
        var count = await connection.ExecuteScalarAsync<int>(
            $"select count(*) from (select 1 from cases_work where queue=@queue and waiting=@no limit {CountNoFurther}) t", values);
        var late = await connection.ExecuteScalarAsync<int>(
            "select count(*) from (select 1 from cases_work where queue=@queue and waiting=@no and due_at<=@now limit 1) t", values);
        return (count, late > 0);
    }

    public async Task<WorkPage> Page(QueueKey queue, QueueTab tab, Actor who, string? service, WorkCursor? from, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var back = from is { Back: true };
        var where = Where(tab, service);
        if (from is not null) where += $" and (due_at, case_id, token) {(back ? "<" : ">")} (@due, @caseId, @token)";
        var direction = back ? " desc" : "";
        var values = Values(queue, who, service);
        values.AddDynamicParams(new { due = from?.DueAt ?? default, caseId = from?.CaseId ?? default, token = from?.Token ?? 0 });
        var rows = (await connection.QueryAsync<WorkRow>($"""
            select {Columns} from cases_work where {where}
            order by due_at{direction}, case_id{direction}, token{direction} limit {PageSize + 1}
            """, values)).AsList();
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        if (back) rows.Reverse();
        return back ? new(rows, more, true) : new(rows, from is not null, more);
    }

    private static string Where(QueueTab tab, string? service) => tab switch
    {
        QueueTab.Take => "queue=@queue and waiting=@no and claimed_by is null",
        QueueTab.Mine => "queue=@queue and claimed_by=@me",
        QueueTab.Waiting => "queue=@queue and waiting=@yes",
        QueueTab.Soon => "queue=@queue and waiting=@no and due_at>@now and due_at<@soon",
        _ => "queue=@queue and waiting=@no and due_at<=@now",
    } + (service is null ? "" : " and service=@service");

    private DynamicParameters Values(QueueKey queue, Actor who, string? service) => new(new
    {
        queue = queue.ToString(), me = who.Id, service, yes = true, no = false, now = due.Now, soon = due.SoonUntil,
    });
}
