using HaiDang.Cases.Api;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <summary>Makes news from the log for the clients whose cases they are. Read from zero it makes the same; what was settled before is not sent again.</summary>
internal sealed class NewsReader(CityStart start) : ILogReader
{
    private const string Prefix = "cases/";

    public string Name => "cases-webhooks";

    public IReadOnlyList<Type> Reads => CaseNews.Told;

    public async Task Take(CityTransaction transaction, IReadOnlyList<LoggedEvent> lines, CancellationToken stop)
    {
        var told = lines.Select(line => (Line: line, Case: CaseOf(line.Stream))).Where(l => l.Case is not null).ToList();
        var receivers = (await transaction.Many<Receiver>($"""
            select s.id as case_id, w.id as webhook, w.made_at from cases_webhook w join cases_sending s on s.client=w.client
            where s.kind=@Case and s.id {transaction.Pick("in @ids", "= any(@ids)")} and w.ended_at is null
            """, new { Sending.Case, ids = told.Select(l => l.Case!.Value).Distinct().ToArray() })).ToLookup(r => r.Case_Id);
        foreach (var (line, id) in told)
            foreach (var receiver in receivers[id!.Value].Where(r => r.Made_At <= line.At))
                if (CaseNews.Of(line, id.Value, start.Address) is { } news)
                    transaction.Later("""
                        insert into cases_webhook_news(id, webhook, position, body, made_at, state, tries, next_try_at)
                        select @Key, @Webhook, @Position, @Body, @At, coalesce((select state from cases_webhook_sent where id=@Key), 'queued'), 0, @At
                        where true on conflict do nothing
                        """, new { Key = $"{receiver.Webhook}/{news["id"]}", receiver.Webhook, line.Position, Body = news.ToJsonString(LogJson.Options), line.At });
    }

    public Task Forget(CityTransaction transaction, CancellationToken stop) => transaction.Execute("delete from cases_webhook_news");

    private static Guid? CaseOf(string stream) =>
        stream.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(stream.AsSpan(Prefix.Length), out var id) ? id : null;

    private sealed class Receiver
    {
        public Guid Case_Id { get; set; }
        public Guid Webhook { get; set; }
        public Instant Made_At { get; set; }
    }
}
