using Dapper;
using HaiDang.Platform;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <summary>
/// Sends what is queued, in order for each receiver. News is marked after the receiver took it, so a crash between the two sends one
/// piece twice at most, under the same id. A receiver that fails waits longer each time, and after the last try the news is dead.
/// </summary>
internal sealed partial class SendNews(CityDb db, NewsPost post, IDataProtectionProvider protection, IClock clock, ILogger<SendNews> log) : IBackgroundWork
{
    public const int MostTries = 10;
    private const int Batch = 100;

    /// <summary>Well within the lease of background work, so that no second node sends the same batch.</summary>
    private static readonly Duration LongestRound = Duration.FromSeconds(12);

    private readonly IDataProtector seal = WebhookStore.Sealing(protection);

    public string Name => "cases-webhooks-send";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken stop)
    {
        var started = clock.GetCurrentInstant();
        var connection = await db.Connection(stop);
        var due = (await connection.QueryAsync<Row>("""
            select n.id as Id, n.body as Body, n.tries as Tries, n.webhook as Webhook, w.address as Address, w.secret as Secret
            from cases_webhook_news n join cases_webhook w on w.id=n.webhook
            where n.state='queued' and n.next_try_at <= @started and not exists (
                select 1 from cases_webhook_news earlier
                where earlier.webhook=n.webhook and earlier.state='queued' and earlier.position < n.position and earlier.next_try_at > @started)
            order by n.position limit @Batch
            """, new { started, Batch })).AsList();
        var failing = new HashSet<Guid>();
        foreach (var row in due)
        {
            if (stop.IsCancellationRequested || clock.GetCurrentInstant() - started > LongestRound) return;
            if (failing.Contains(row.Webhook)) continue;
            var answer = await post.Send(new Uri(row.Address), new Connection(new Uri(row.Address), seal.Unprotect(row.Secret)), row.Body, stop);
            if (answer.Taken) await Settle(row, NewsState.Sent, null, ended: false, stop);
            else
            {
                failing.Add(row.Webhook);
                await Fail(row, answer, stop);
            }
        }
    }

    private async Task Fail(Row row, NewsAnswer answer, CancellationToken stop)
    {
        NotTaken(row.Id, row.Tries + 1, answer.Error!);
        if (answer.Gone || row.Tries + 1 >= MostTries)
        {
            await Settle(row, NewsState.Dead, answer.Error, answer.Gone, stop);
            return;
        }
        // Whatever waits behind it for the same receiver waits as long: see the query.
        await using var transaction = await db.Begin(stop);
        await transaction.Execute("update cases_webhook_news set tries=tries+1, error=@Error, next_try_at=@next where id=@Id and state='queued'",
            new { row.Id, answer.Error, next = clock.GetCurrentInstant() + PauseAfter(row.Tries + 1) });
        await transaction.Commit(stop);
    }

    private async Task Settle(Row row, string state, string? error, bool ended, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        var now = clock.GetCurrentInstant();
        await transaction.Execute("insert into cases_webhook_sent(id, state, at) values (@Id, @state, @now) on conflict do nothing", new { row.Id, state, now });
        await transaction.Execute("update cases_webhook_news set state=@state, tries=tries+1, error=@error where id=@Id", new { row.Id, state, error });
        if (ended) await transaction.Execute("update cases_webhook set ended_at=@now where id=@Webhook", new { row.Webhook, now });
        await transaction.Commit(stop);
    }

    /// <summary>10 s, then three times as long each time: the tenth try comes about a day after the first.</summary>
    internal static Duration PauseAfter(int tries) => Duration.FromSeconds(10) * Math.Pow(3, tries - 1);

    [LoggerMessage(Level = LogLevel.Warning, Message = "News {Id} was not taken (try {Tries}): {Why}")]
    private partial void NotTaken(string id, int tries, string why);

    private sealed class Row
    {
        public string Id { get; set; } = "";
        public string Body { get; set; } = "";
        public int Tries { get; set; }
        public Guid Webhook { get; set; }
        public string Address { get; set; } = "";
        public string Secret { get; set; } = "";
    }
}
