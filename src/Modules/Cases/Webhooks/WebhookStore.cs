using Dapper;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <summary>A webhook with how it fares.</summary>
internal sealed record WebhookState
{
    public Guid Id { get; init; }
    public string Address { get; init; } = "";
    public Instant MadeAt { get; init; }
    public Instant? EndedAt { get; init; }
    public long Queued { get; init; }
    public long Sent { get; init; }
    public long Dead { get; init; }
    public string? LastError { get; init; }
}

/// <summary>Keeps the webhooks of the client of this request, and of no other.</summary>
internal sealed class WebhookStore(CityDb db, CurrentActor current, IDataProtectionProvider protection, IClock clock)
{
    public const string Columns = "id as Id, client as Client, address as Address, secret as Secret, made_at as MadeAt, ended_at as EndedAt";

    private readonly IDataProtector seal = Sealing(protection);

    public static IDataProtector Sealing(IDataProtectionProvider protection) => protection.CreateProtector("cases.webhook");

    public async Task<Webhook?> Find(Guid id, CancellationToken stop) =>
        await (await db.Connection(stop)).QueryFirstOrDefaultAsync<Webhook>($"select {Columns} from cases_webhook where id=@id", new { id });

    public Task<IReadOnlyList<WebhookState>> Own(CancellationToken stop) => Of(db, current.Required.Id, stop);

    public static async Task<IReadOnlyList<WebhookState>> Of(CityDb db, string client, CancellationToken stop) =>
        (await (await db.Connection(stop)).QueryAsync<WebhookState>("""
            select w.id as Id, w.address as Address, w.made_at as MadeAt, w.ended_at as EndedAt,
                (select count(*) from cases_webhook_news n where n.webhook=w.id and n.state='queued') as Queued,
                (select count(*) from cases_webhook_news n where n.webhook=w.id and n.state='sent') as Sent,
                (select count(*) from cases_webhook_news n where n.webhook=w.id and n.state='dead') as Dead,
                (select n.error from cases_webhook_news n where n.webhook=w.id and n.error is not null order by n.next_try_at desc limit 1) as LastError
            from cases_webhook w where w.client=@client order by w.made_at, w.id
            """, new { client })).AsList();

    /// <summary>Adds or changes; false when the client has as many as it may.</summary>
    public async Task<bool> Keep(Guid id, string address, string secret, CancellationToken stop)
    {
        var sealedSecret = seal.Protect(secret);
        await using var transaction = await db.Begin(stop);
        var kept = await transaction.Execute("""
            insert into cases_webhook(id, client, address, secret, made_at)
            select @id, @Client, @address, @secret, @now
            where (select count(*) from cases_webhook where client=@Client and id<>@id) < @Most
            on conflict(id) do update set address=excluded.address, secret=excluded.secret, ended_at=null where cases_webhook.client=excluded.client
            """, new { id, Client = current.Required.Id, address, secret = sealedSecret, now = clock.GetCurrentInstant(), Most = Webhook.MostOfClient });
        await transaction.Commit(stop);
        return kept == 1;
    }

    public async Task<bool> Remove(Guid id, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        var gone = await transaction.Execute("delete from cases_webhook where id=@id and client=@Client", new { id, Client = current.Required.Id });
        if (gone == 1) await transaction.Execute("delete from cases_webhook_news where webhook=@id", new { id });
        await transaction.Commit(stop);
        return gone == 1;
    }
}
