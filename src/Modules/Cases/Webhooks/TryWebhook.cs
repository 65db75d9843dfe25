using System.Text.Json.Nodes;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Webhooks;

/// <summary>Somebody tried whether a webhook takes news.</summary>
/// <param name="Error">Why it was not taken; null when it was.</param>
[EventName("cases.webhook-tried")]
internal sealed record WebhookTried(string? Error) : IEvent;

/// <summary>Sends a piece of news that says nothing at once, signed as any other, so that both sides see whether the road is open.</summary>
internal sealed class TryWebhook(CityDb db, EventLog log, NewsPost post, IDataProtectionProvider protection, CityStart start, CurrentActor current, IClock clock)
{
    private const string Type = "vn.haidang.webhook.tried";
    private const int Attempts = 5;

    public static string StreamOf(Guid webhook) => $"webhook/{webhook}";

    internal static async Task<IResult> Post(Guid id, Guid webhook, TryWebhook tries, CancellationToken stop) =>
        await tries.Run(id, webhook, stop) ? Results.LocalRedirect($"{Links.Clients.Webhooks(id)}?tried={webhook}") : Results.NotFound();

    /// <summary>False when the client has no such webhook.</summary>
    private async Task<bool> Run(Guid client, Guid id, CancellationToken stop)
    {
        if (await Deliveries.Find(db, client, id, stop) is not { } webhook) return false;
        var address = new Uri(webhook.Address);
        var answer = await post.Send(address, new Connection(address, WebhookStore.Sealing(protection).Unprotect(webhook.Secret)), News(), stop);
        // Others may try the same webhook at this moment; whoever is later stands after them.
        for (var attempt = 0; attempt < Attempts && !await Log(id, answer, stop); attempt++)
        {
        }
        return true;
    }

    private async Task<bool> Log(Guid id, NewsAnswer answer, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        var stands = await transaction.One<long?>("select version from platform_stream where stream=@stream", new { stream = StreamOf(id) });
        if (!await log.Append(transaction, StreamOf(id), stands ?? 0, [new WebhookTried(answer.Error)], current.Required, clock.GetCurrentInstant(), null)) return false;
        await transaction.Commit(stop);
        return true;
    }

    private string News()
    {
        var now = clock.GetCurrentInstant();
        return new JsonObject
        {
            ["specversion"] = "1.0", ["id"] = Uuid.New(now).ToString(), ["source"] = start.Address.ToString().TrimEnd('/'), ["type"] = Type,
            ["time"] = InstantPattern.ExtendedIso.Format(now), ["datacontenttype"] = "application/json", ["data"] = new JsonObject(),
        }.ToJsonString(LogJson.Options);
    }
}
