using HaiDang.Contracts;
using HaiDang.Platform.Access;
using NodaTime;

namespace HaiDang.Directory;

/// <summary>A program of others that may call the API, as an operator set it up.</summary>
/// <param name="Name">What operators call it: lower-case letters, digits and hyphens.</param>
/// <param name="Unit">It acts only for this unit and those below it; null for the whole city.</param>
/// <param name="May">What it may do: words of <see cref="ApiPermit"/>.</param>
/// <param name="PerMinute">How many requests a minute it may make; 0 for any number.</param>
public sealed record ApiClient(Guid Id, string Name, string? Unit, IReadOnlyList<string> May, int PerMinute, Instant AddedAt, Instant? RevokedAt, long Version)
{
    public Actor Actor => Actor.Client(Id.ToString(), Name);

    public ApiPermit Permit => new(Unit, May.ToHashSet(StringComparer.Ordinal), PerMinute);

    internal string Stream => $"directory/client/{Id}";
}

/// <summary>A client as it was just added, with the token that is shown once.</summary>
public sealed record AddedClient(ApiClient Client, string Token);
