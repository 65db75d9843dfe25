using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using NodaTime;

namespace HaiDang.Directory.Officials;

/// <summary>An official as rules know them; secrets are not part of it.</summary>
public sealed record Official
{
    public const string AdminRole = "admin";

    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public required string Unit { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }
    public Instant? JoinedAt { get; init; }
    public Instant? SuspendedAt { get; init; }
    public Instant? SignedInAt { get; init; }
    public long Version { get; init; }

    /// <summary>Stands in the session's cookie; a new one ends every session.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Tells the browser whose words it keeps when a session ends, without telling who that is.</summary>
    public string FormKey { get; init; } = "";

    public bool Joined => JoinedAt is not null;
    public bool Suspended => SuspendedAt is not null;
    public bool Active => Joined && !Suspended;
    public bool IsAdmin => Roles.Contains(AdminRole);
    public string Account => Id.ToString();

    public Actor Actor => new(ActorKind.Official, Account, Name, Roles.Select(r => new QueueKey(Unit, r)).ToHashSet());
    public OfficialCard Card => new(Account, Name, Title, Unit, Email);

    public static Official? After(Official? before, IEvent happened, Instant at) => (before, happened) switch
    {
        (null, OfficialInvited e) => new Official { Id = e.Id, Name = e.Name, Email = e.Email, Phone = e.Phone, Unit = e.Unit, Title = e.Title, Roles = e.Roles, Version = 1 },
        (null, _) => null,
        ({ } o, OfficialJoined) => o with { JoinedAt = o.JoinedAt ?? at, Version = o.Version + 1 },
        ({ } o, OfficialRenamed e) => o with { Name = e.Name, Version = o.Version + 1 },
        ({ } o, OfficialMoved e) => o with { Unit = e.Unit, Title = e.Title, Roles = e.Roles, Version = o.Version + 1 },
        ({ } o, OfficialSuspended) => o with { SuspendedAt = at, Version = o.Version + 1 },
        ({ } o, OfficialRestored) => o with { SuspendedAt = null, Version = o.Version + 1 },
        ({ } o, OfficialSignedIn) => o with { SignedInAt = at, Version = o.Version + 1 },
        ({ } o, _) => o with { Version = o.Version + 1 },
    };
}
