using HaiDang.Contracts;
using HaiDang.Directory.Clients;
using HaiDang.Platform.Access;
using NodaTime;

namespace HaiDang.Directory;

/// <summary>A program of others that may call the API, as an operator set it up.</summary>
/// <param name="Name">What operators call it: lower-case letters, digits and hyphens.</param>
/// <param name="Unit">It acts only for this unit and those below it; null for the whole city.</param>
/// <param name="May">What it may do: words of <see cref="ApiPermit"/>.</param>
/// <param name="PerMinute">How many requests a minute it may make; 0 for any number.</param>
/// <param name="SuspendedAt">Since when its token opens nothing, until it is restored.</param>
/// <param name="RevokedAt">Since when it is gone for good, and its name free.</param>
public sealed record ApiClient(
    Guid Id, string Name, string? Unit, IReadOnlyList<string> May, int PerMinute, Instant AddedAt, Instant? SuspendedAt, Instant? RevokedAt, long Version)
{
    public Actor Actor => Actor.Client(Id.ToString(), Name);

    public ApiPermit Permit => new(Unit, May.ToHashSet(StringComparer.Ordinal), PerMinute);

    public bool Active => SuspendedAt is null && RevokedAt is null;

    internal string Stream => StreamOf(Id);

    internal static string StreamOf(Guid id) => $"directory/client/{id}";

    internal ApiClient After(IEvent happened, Instant at) => happened switch
    {
        ClientChanged e => this with { Unit = e.Unit, May = e.May, PerMinute = e.PerMinute, Version = Version + 1 },
        ClientSuspended => this with { SuspendedAt = at, Version = Version + 1 },
        ClientRestored => this with { SuspendedAt = null, Version = Version + 1 },
        ClientRevoked => this with { RevokedAt = at, Version = Version + 1 },
        _ => this with { Version = Version + 1 },
    };
}

/// <summary>A client as it was just added or given another token, with the token that is shown once.</summary>
public sealed record AddedClient(ApiClient Client, string Token);
