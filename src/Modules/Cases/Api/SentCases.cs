using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>One thing that a client sent under an id of its own: a case, a supplement, a message.</summary>
internal sealed record Sending
{
    public const string Case = "case";
    public const string Supplement = "supplement";
    public const string Message = "message";

    public Guid Id { get; init; }
    public string Client { get; init; } = "";
    public string Kind { get; init; } = "";
    public Guid CaseId { get; init; }
    public string Content { get; init; } = "";
    public Instant At { get; init; }
}

/// <summary>What the client of this request has sent. It finds no case but its own, whatever the id.</summary>
internal sealed class SentCases(CityDb db, CaseDesk cases, CurrentActor current)
{
    public async Task<Sending?> Find(Guid id, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        return await connection.QueryFirstOrDefaultAsync<Sending>(
            "select id as Id, client as Client, kind as Kind, case_id as CaseId, content as Content, at as At from cases_sending where id=@id", new { id });
    }

    /// <summary>The case of that id when this client sent it.</summary>
    public async Task<Case?> Own(Guid id, CancellationToken stop) =>
        await Find(id, stop) is { Kind: Sending.Case } sending && sending.Client == current.Required.Id ? await cases.Find(id, stop) : null;

    /// <summary>Writes down in the transaction that does it; false when the id was used before.</summary>
    public static async Task<bool> Keep(CityTransaction transaction, Guid id, Actor client, string kind, Guid caseId, string content, Instant now) =>
        await transaction.Execute("""
            insert into cases_sending(id, client, kind, case_id, content, at) values (@id, @Client, @kind, @caseId, @content, @now) on conflict do nothing
            """, new { id, Client = client.Id, kind, caseId, content, now }) == 1;
}
