using HaiDang.Contracts;

namespace HaiDang.Directory.Citizens;

/// <summary>What the identity provider tells of a person.</summary>
internal sealed record CitizenFacts(
    string Name, string? Birthdate, string? Gender, string? IdentityNumber, string? Phone, string? Email, string? Address);

[EventName("directory.citizen-registered")]
internal sealed record CitizenRegistered([property: Personal] CitizenFacts Facts) : IEvent;

/// <summary>Somebody who may named a person by identity number who has never signed in: the account waits for them.</summary>
[EventName("directory.citizen-named")]
internal sealed record CitizenNamed([property: Personal] CitizenFacts Facts) : IEvent;

[EventName("directory.citizen-changed")]
internal sealed record CitizenChanged([property: Personal] CitizenFacts Facts) : IEvent;

[EventName("directory.citizen-signed-in")]
internal sealed record CitizenSignedIn : IEvent;
