using System.Text.Json.Nodes;
using HaiDang.Cases.Api;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <summary>Makes news from the log for the clients whose cases they are, and for those whose answer a case waits for. Read from zero it makes the same; what was settled before is not sent again.</summary>
internal sealed class NewsReader(CityStart start, IApiClients clients, UnitReach reach) : ILogReader
{
    private const string Prefix = "cases/";

    public string Name => "cases-webhooks";

    public IReadOnlyList<Type> Reads => [.. CaseNews.Told, typeof(WaitOpened)];

    public async Task Take(CityTransaction transaction, IReadOnlyList<LoggedEvent> lines, CancellationToken stop)
    {
        var told = lines.Select(line => (Line: line, Case: CaseOf(line.Stream))).Where(l => l.Case is not null).ToList();
        var receivers = (await OfSenders(transaction, [.. told.Select(l => l.Case!.Value).Distinct()])).ToLookup(r => r.Case_Id);
        foreach (var (line, id) in told)
        {
            if (CaseNews.Of(line, id!.Value, start.Address) is { } news) Queue(transaction, line, news, receivers[id.Value]);
            if (line.Event is WaitOpened { Wait: { Kind: WaitKind.Message, Message: { } message, ForUnit: { } unit } })
                Queue(transaction, line, CaseNews.Asking(line, id.Value, message, start.Address), await Answering(transaction, message, unit, stop));
        }
    }

    public Task Forget(CityTransaction transaction, CancellationToken stop) => transaction.Execute("delete from cases_webhook_news");

    private static Task<IReadOnlyList<Receiver>> OfSenders(CityTransaction transaction, Guid[] ids)
    {
        const string From = """
            select s.id as case_id, w.id as webhook, w.made_at from cases_webhook w join cases_sending s on s.client=w.client
            where s.kind=@Case and w.ended_at is null and s.id
            """;
        // In a list nobody turns ids into the texts that SQLite keeps them as.
        return transaction.Engine == DatabaseEngine.Sqlite
            ? transaction.Many<Receiver>($"{From} in @ids", new { Sending.Case, ids = ids.Select(id => id.ToString()) })
            : transaction.Many<Receiver>($"{From} = any(@ids)", new { Sending.Case, ids });
    }

    /// <summary>Of programs that act for the unit which is waited for: one without a unit speaks for none.</summary>
    private async Task<IReadOnlyList<Receiver>> Answering(CityTransaction transaction, string message, string asked, CancellationToken stop)
    {
        var receivers = new List<Receiver>();
        foreach (var client in await clients.Answering(message, stop))
            if (client.Unit is { } unit && reach.Holds(unit, asked))
                receivers.AddRange(await transaction.Many<Receiver>("select id as webhook, made_at from cases_webhook where client=@client and ended_at is null", new { client = client.Id.ToString() }));
        return receivers;
    }

    private static void Queue(CityTransaction transaction, LoggedEvent line, JsonObject news, IEnumerable<Receiver> receivers)
    {
        foreach (var receiver in receivers.Where(r => r.Made_At <= line.At))
            transaction.Later("""
                insert into cases_webhook_news(id, webhook, position, body, made_at, state, tries, next_try_at)
                select @Key, @Webhook, @Position, @Body, @At, coalesce((select state from cases_webhook_sent where id=@Key), 'queued'), 0, @At
                where true on conflict do nothing
                """, new { Key = $"{receiver.Webhook}/{news["id"]}", receiver.Webhook, line.Position, Body = news.ToJsonString(LogJson.Options), line.At });
    }

    private static Guid? CaseOf(string stream) =>
        stream.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(stream.AsSpan(Prefix.Length), out var id) ? id : null;

    private sealed class Receiver
    {
        public Guid Case_Id { get; set; }
        public Guid Webhook { get; set; }
        public Instant Made_At { get; set; }
    }
}
