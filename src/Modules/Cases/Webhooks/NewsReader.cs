using HaiDang.Cases.Api;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;

namespace HaiDang.Cases.Webhooks;

/// <summary>Makes news from the log for the clients whose cases they are. Read from zero it makes the same; what was settled before is not sent again.</summary>
internal sealed class NewsReader(CityStart start) : ILogReader
{
    private const string Prefix = "cases/";

    public string Name => "cases-webhooks";

    public async Task Take(CityTransaction transaction, LoggedEvent line, CancellationToken stop)
    {
        if (!line.Stream.StartsWith(Prefix, StringComparison.Ordinal) || !Guid.TryParse(line.Stream.AsSpan(Prefix.Length), out var id)) return;
        if (CaseNews.Of(line, id, start.Address) is not { } news) return;
        var receivers = await transaction.Many<Guid>("""
            select w.id from cases_webhook w join cases_sending s on s.client=w.client
            where s.id=@id and s.kind=@Case and w.made_at <= @At and w.ended_at is null
            """, new { id, Sending.Case, line.At });
        foreach (var webhook in receivers)
            await transaction.Execute("""
                insert into cases_webhook_news(id, webhook, position, body, made_at, state, tries, next_try_at)
                select @key, @webhook, @Position, @body, @At, coalesce((select state from cases_webhook_sent where id=@key), 'queued'), 0, @At
                where true on conflict do nothing
                """, new { key = $"{webhook}/{news["id"]}", webhook, line.Position, body = news.ToJsonString(LogJson.Options), line.At });
    }

    public Task Forget(CityTransaction transaction, CancellationToken stop) => transaction.Execute("delete from cases_webhook_news");
}
