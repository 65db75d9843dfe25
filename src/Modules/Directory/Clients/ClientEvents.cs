using HaiDang.Contracts;

namespace HaiDang.Directory.Clients;

/// <summary>A program of others was given a token. The token itself is nowhere.</summary>
[EventName("directory.client-added")]
internal sealed record ClientAdded(Guid Id, string Name, string? Unit, IReadOnlyList<string> May, int PerMinute) : IEvent;

/// <summary>It may do something else from now on.</summary>
[EventName("directory.client-changed")]
internal sealed record ClientChanged(string? Unit, IReadOnlyList<string> May, int PerMinute) : IEvent;

[EventName("directory.client-suspended")]
internal sealed record ClientSuspended(string Reason) : IEvent;

[EventName("directory.client-restored")]
internal sealed record ClientRestored(string Reason) : IEvent;

/// <summary>It was given another token; the old one opens nothing any more.</summary>
[EventName("directory.client-token-renewed")]
internal sealed record ClientTokenRenewed : IEvent;

[EventName("directory.client-revoked")]
internal sealed record ClientRevoked : IEvent;
