using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <summary>A piece of news on its way.</summary>
/// <param name="What">The last word of the CloudEvent's type: <c>accepted</c>, <c>issued</c> …</param>
/// <param name="Case">The case that it tells of.</param>
/// <param name="NextTryAt">When it is tried again; for what is settled, when it was due last.</param>
internal sealed record Delivery(string What, string Case, Instant MadeAt, string State, int Tries, Instant NextTryAt, string? Error);

/// <summary>The last try of a webhook by an administrator.</summary>
internal sealed record LastTry(Instant At, string By, string? Error);

/// <summary>A webhook with its last news, for an administrator.</summary>
internal sealed record WebhookView(WebhookState State, IReadOnlyList<Delivery> Last, LastTry? Tried);

/// <summary>How the webhooks of a client fare.</summary>
internal sealed class Deliveries(CityDb db, EventLog log)
{
    private const int Shown = 10;

    public static async Task<Webhook?> Find(CityDb db, Guid client, Guid webhook, CancellationToken stop) =>
        await (await db.Connection(stop)).QueryFirstOrDefaultAsync<Webhook>(
            $"select {WebhookStore.Columns} from cases_webhook where id=@webhook and client=@client", new { webhook, client = client.ToString() });

    public async Task<IReadOnlyList<WebhookView>> Of(Guid client, CancellationToken stop = default)
    {
        var views = new List<WebhookView>();
        foreach (var state in await WebhookStore.Of(db, client.ToString(), stop)) views.Add(new(state, await Last(state.Id, stop), await Tried(state.Id, stop)));
        return views;
    }

    private async Task<IReadOnlyList<Delivery>> Last(Guid webhook, CancellationToken stop) =>
        [.. (await (await db.Connection(stop)).QueryAsync<Row>("""
            select body as Body, made_at as MadeAt, state as State, tries as Tries, next_try_at as NextTryAt, error as Error
            from cases_webhook_news where webhook=@webhook order by position desc limit @Shown
            """, new { webhook, Shown })).Select(r => r.Delivery())];

    private async Task<LastTry?> Tried(Guid webhook, CancellationToken stop) =>
        (await log.Stream(db, TryWebhook.StreamOf(webhook), stop)).LastOrDefault() is { Event: WebhookTried tried } line ? new(line.At, line.Actor, tried.Error) : null;

    private sealed class Row
    {
        public string Body { get; set; } = "";
        public Instant MadeAt { get; set; }
        public string State { get; set; } = "";
        public int Tries { get; set; }
        public Instant NextTryAt { get; set; }
        public string? Error { get; set; }

        public Delivery Delivery()
        {
            var news = JsonNode.Parse(Body)!;
            return new(((string?)news["type"] ?? "").Split('.')[^1], (string?)news["subject"] ?? "", MadeAt, State, Tries, NextTryAt, Error);
        }
    }
}
