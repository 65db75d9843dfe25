using HaiDang.Kernel;

namespace HaiDang.Ui;

/// <summary>As what somebody looks at a page.</summary>
public enum ViewerKind
{
    Visitor,
    Citizen,
    Official,
    Admin,
}

/// <summary>Who looks at this page, as far as its frame must know. One per request; the module of accounts gives it.</summary>
public sealed record Viewer
{
    public static readonly Viewer Nobody = new();

    public ViewerKind Kind { get; init; } = ViewerKind.Visitor;

    /// <summary>Full name as it is written ("Nguyễn Thị Hương"); empty for a visitor.</summary>
    public string Name { get; init; } = "";

    /// <summary>Unit and position of an official; null for others.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// The same for the same person in every session, and tells nothing about them (a keyed hash of the account). Only with it
    /// does a page keep what was typed when a session ends: it is put back for nobody else.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Links of this person: own cases, profile; at the desk the fixed entries of the rail.</summary>
    public IReadOnlyList<SiteLink> Links { get; init; } = [];

    /// <summary>Where a visitor signs in; null when this site has no sign-in.</summary>
    public string? SignInPath { get; init; }

    /// <summary>Where the sign-out form posts to; null when there is nothing to sign out of.</summary>
    public string? SignOutPath { get; init; }

    /// <summary>Seconds until this session ends without another request; null when it does not end by itself.</summary>
    public int? SessionSeconds { get; init; }

    /// <summary>A path whose GET prolongs the session (204); null when it cannot be prolonged.</summary>
    public string? SessionKeepPath { get; init; }

    public bool SignedIn => Kind != ViewerKind.Visitor;
}

/// <summary>
/// A component that stands in the rail of the desk, such as the queues with their counts. Modules register their parts:
/// <c>services.AddSingleton(new RailPart(typeof(QueueRail)))</c>; they stand in the order of registration.
/// </summary>
/// <param name="Component">A component without required parameters; it renders an <c>h2</c> and a <c>ul</c> of links.</param>
public sealed record RailPart(Type Component);
