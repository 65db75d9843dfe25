using HaiDang.Contracts;

namespace HaiDang.Directory.Clients;

/// <summary>A program of others was given a token. The token itself is nowhere.</summary>
[EventName("directory.client-added")]
internal sealed record ClientAdded(Guid Id, string Name, string? Unit, IReadOnlyList<string> May, int PerMinute) : IEvent;

[EventName("directory.client-revoked")]
internal sealed record ClientRevoked : IEvent;
