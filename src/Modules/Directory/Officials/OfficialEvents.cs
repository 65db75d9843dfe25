using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Directory.Officials;

/// <summary>An event after which every session of the official is over.</summary>
internal interface IEndsSessions : IEvent;

[EventName("directory.official-invited")]
internal sealed record OfficialInvited(
    Guid Id, [property: Personal] string Name, [property: Personal] string Email, [property: Personal] string? Phone,
    string Unit, string Title, IReadOnlyList<string> Roles) : IEvent;

[EventName("directory.invite-link-made")]
internal sealed record InviteLinkMade(Instant ExpiresAt) : IEvent;

/// <summary>Used a one-time link: has a password and an authenticator, the first or new ones.</summary>
[EventName("directory.official-joined")]
internal sealed record OfficialJoined : IEndsSessions;

[EventName("directory.official-renamed")]
internal sealed record OfficialRenamed([property: Personal] string Name) : IEvent;

[EventName("directory.official-moved")]
internal sealed record OfficialMoved(string Unit, string Title, IReadOnlyList<string> Roles) : IEvent;

[EventName("directory.official-suspended")]
internal sealed record OfficialSuspended([property: Personal] string Reason) : IEndsSessions;

[EventName("directory.official-restored")]
internal sealed record OfficialRestored([property: Personal] string Reason) : IEvent;

[EventName("directory.password-changed")]
internal sealed record PasswordChanged : IEndsSessions;

[EventName("directory.authenticator-changed")]
internal sealed record AuthenticatorChanged : IEndsSessions;

[EventName("directory.signing-file-set")]
internal sealed record SigningFileSet([property: Personal] string Holder, Instant ValidUntil) : IEvent;

[EventName("directory.official-signed-in")]
internal sealed record OfficialSignedIn([property: Personal] string Address) : IEvent;

[EventName("directory.official-locked-out")]
internal sealed record OfficialLockedOut([property: Personal] string Address, Instant Until) : IEvent;
