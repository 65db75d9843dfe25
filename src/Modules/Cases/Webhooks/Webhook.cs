using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <summary>An address to which a client has news of its cases sent.</summary>
internal sealed record Webhook
{
    public const int MostOfClient = 5;
    public const int LongestAddress = 500;
    public const int ShortestSecret = 24, LongestSecret = 200;

    public Guid Id { get; init; }
    public string Client { get; init; } = "";
    public string Address { get; init; } = "";

    /// <summary>Sealed: see <see cref="WebhookStore"/>.</summary>
    public string Secret { get; init; } = "";
    public Instant MadeAt { get; init; }

    /// <summary>When the receiver said that nobody is there any more (410).</summary>
    public Instant? EndedAt { get; init; }
}

/// <summary>What becomes of a piece of news.</summary>
internal static class NewsState
{
    public const string Queued = "queued";
    public const string Sent = "sent";
    public const string Dead = "dead";
}
