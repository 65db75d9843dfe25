using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Apply;

/// <summary>Keeps drafts. Only their owner ever gets one.</summary>
internal sealed class Drafts(CityDb db, IClock clock)
{
    private const string Columns = "id, owner, service, definition, answers, files, case_id, applicant, tab, created_at, updated_at, expires_at, version";

    public async Task<Draft> Begin(Actor who, ServiceDefinition service, JsonObject answers, ImmutableList<CaseFile> files, Guid? caseId, Applicant? applicant, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var draft = new Draft(Uuid.New(now), who.Mark, service.Slug, service.Hash, answers, files, caseId, applicant, null, now, now, now + Duration.FromDays(service.DraftDays), 1);
        var connection = await db.Connection(stop);
        await connection.ExecuteAsync($"""
            insert into cases_draft({Columns}) values (@Id, @Owner, @Service, @Definition, @Answers, @Files, @CaseId, @Applicant, @Tab, @CreatedAt, @UpdatedAt, @ExpiresAt, @Version)
            """, Row(draft));
        return draft;
    }

    public async Task<Draft?> Find(Guid id, Actor who, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var row = await connection.QueryFirstOrDefaultAsync<DraftRow>(
            $"select {Columns} from cases_draft where id=@id and owner=@Mark and expires_at > @now", new { id, who.Mark, now = clock.GetCurrentInstant() });
        return row?.Draft();
    }

    public async Task<IReadOnlyList<Draft>> Of(Actor who, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var rows = await connection.QueryAsync<DraftRow>(
            $"select {Columns} from cases_draft where owner=@Mark and expires_at > @now order by updated_at desc limit 50", new { who.Mark, now = clock.GetCurrentInstant() });
        return [.. rows.Select(r => r.Draft())];
    }

    /// <summary>Saves what was answered; null when another tab or device saved meanwhile. Every save moves the expiry.</summary>
    public async Task<Draft?> Save(Draft draft, JsonObject answers, ImmutableList<CaseFile> files, string? tab, int days, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var after = draft with { Answers = answers, Files = files, Tab = tab, UpdatedAt = now, ExpiresAt = now + Duration.FromDays(days), Version = draft.Version + 1 };
        var connection = await db.Connection(stop);
        var saved = await connection.ExecuteAsync("""
            update cases_draft set answers=@Answers, files=@Files, updated_at=@UpdatedAt, expires_at=@ExpiresAt, warned_at=null, tab=@Tab, version=@Version
            where id=@Id and owner=@Owner and version=@Version - 1
            """, Row(after));
        return saved == 1 ? after : null;
    }

    /// <summary>Ends a draft in the transaction that sends it; false when it is already gone, so that nothing is sent twice.</summary>
    public static async Task<bool> End(CityTransaction transaction, Draft draft) =>
        await transaction.Execute("delete from cases_draft where id=@Id and owner=@Owner", new { draft.Id, draft.Owner }) == 1;

    public async Task Discard(Draft draft, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        await connection.ExecuteAsync("delete from cases_draft where id=@Id and owner=@Owner", new { draft.Id, draft.Owner });
    }

    private static object Row(Draft d) => new
    {
        d.Id, d.Owner, d.Service, d.Definition, Answers = d.Answers.ToJsonString(LogJson.Options),
        Files = JsonSerializer.Serialize(d.Files, LogJson.Options), d.CaseId,
        Applicant = d.Applicant is null ? null : JsonSerializer.Serialize(d.Applicant, LogJson.Options), d.Tab, d.CreatedAt, d.UpdatedAt, d.ExpiresAt, d.Version,
    };

    private sealed class DraftRow
    {
        public Guid Id { get; set; }
        public string Owner { get; set; } = "";
        public string Service { get; set; } = "";
        public string Definition { get; set; } = "";
        public string Answers { get; set; } = "";
        public string Files { get; set; } = "";
        public Guid? Case_Id { get; set; }
        public string? Applicant { get; set; }
        public string? Tab { get; set; }
        public Instant Created_At { get; set; }
        public Instant Updated_At { get; set; }
        public Instant Expires_At { get; set; }
        public long Version { get; set; }

        public Draft Draft() => new(
            Id, Owner, Service, Definition, JsonNode.Parse(Answers)!.AsObject(),
            JsonSerializer.Deserialize<ImmutableList<CaseFile>>(Files, LogJson.Options)!, Case_Id,
            Applicant is null ? null : JsonSerializer.Deserialize<Applicant>(Applicant, LogJson.Options), Tab, Created_At, Updated_At, Expires_At, Version);
    }
}
