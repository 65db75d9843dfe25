using System.ComponentModel;
using System.Text.Json;
using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Api;

/// <summary>The cases that a client sent, newest first. It holds no personal data.</summary>
internal static class ListCases
{
    private const int Usual = 50, Most = 200;

    internal static async Task<IResult> Get(
        CityDb db, CurrentActor who, CancellationToken stop,
        [Description("Chỗ bắt đầu: next của trang trước / where to begin: next of the page before")] string? after = null,
        [Description("Chỉ hồ sơ ở trạng thái này / only cases with this status")] string? status = null,
        [Description("Số dòng, 1 đến 200 / how many, 1 to 200")] int limit = Usual)
    {
        List<Problem> wrong = [];
        if (limit is < 1 or > Most) wrong.Add(SendingProblems.BadLimit.At("limit", Most));
        var from = Cursor(after);
        if (after is not null && from is null) wrong.Add(SendingProblems.BadCursor.At("after"));
        if (status is not null && !Statuses.Contains(status)) wrong.Add(SendingProblems.BadStatus.At("status", string.Join(", ", Statuses)));
        if (wrong.Count > 0) return ProblemResults.Json(wrong);

        var connection = await db.Connection(stop);
        var rows = (await connection.QueryAsync<Row>($"""
            select s.id as Id, s.at as At, c.number as Number, c.service as Service, c.unit as Unit, c.status as Status, c.submitted_at as SubmittedAt,
                c.appointed_at as AppointedAt, c.closed_at as ClosedAt
            from cases_sending s join cases_case c on c.id = s.id
            where s.client=@Client and s.kind='case' {(status is null ? "" : "and c.status=@status")} {(from is null ? "" : "and (s.at, s.id) < (@At, @Id)")}
            order by s.at desc, s.id desc limit @many
            """, new { Client = who.Required.Id, status, At = from?.At ?? default, Id = from?.Id ?? default, many = limit + 1 })).AsList();
        var more = rows.Count > limit;
        if (more) rows.RemoveAt(limit);
        return Results.Json(new CaseList
        {
            Cases = rows.ConvertAll(r => new CaseLine
            {
                Id = r.Id, Number = r.Number, Service = r.Service, Unit = r.Unit, Status = Enum.Parse<CaseStatus>(r.Status, ignoreCase: true),
                SubmittedAt = r.SubmittedAt, AppointedAt = r.AppointedAt, ClosedAt = r.ClosedAt,
            }),
            Next = more ? $"{InstantPattern.ExtendedIso.Format(rows[^1].At)}~{rows[^1].Id}" : null,
        }, KernelJson.Options);
    }

    private static readonly IReadOnlyList<string> Statuses = [.. Enum.GetNames<CaseStatus>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static (Instant At, Guid Id)? Cursor(string? at) =>
        at?.Split('~') is [var time, var id] && InstantPattern.ExtendedIso.Parse(time) is { Success: true } parsed && Guid.TryParse(id, out var guid) ? (parsed.Value, guid) : null;

    private sealed class Row
    {
        public Guid Id { get; set; }
        public Instant At { get; set; }
        public string Number { get; set; } = "";
        public string Service { get; set; } = "";
        public string Unit { get; set; } = "";
        public string Status { get; set; } = "";
        public Instant SubmittedAt { get; set; }
        public Instant? AppointedAt { get; set; }
        public Instant? ClosedAt { get; set; }
    }
}

internal sealed record CaseList
{
    public required IReadOnlyList<CaseLine> Cases { get; init; }
    [Description("Gửi lại làm after để xem trang sau; không có ở trang cuối / send it as after for the next page; absent on the last")]
    public string? Next { get; init; }
}

internal sealed record CaseLine
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Service { get; init; }
    public required string Unit { get; init; }
    public required CaseStatus Status { get; init; }
    public required Instant SubmittedAt { get; init; }
    public Instant? AppointedAt { get; init; }
    public Instant? ClosedAt { get; init; }
}
