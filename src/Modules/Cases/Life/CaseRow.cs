using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>A case as a row: what lists and searches ask for as columns, the whole as JSON.</summary>
internal sealed class CaseRow(Case c)
{
    private readonly Expectation? expectation = Expectation.Of(c);

    public Guid Id => c.Id;
    public string Number => c.Number;
    public string Service => c.Service;
    public string Definition => c.Definition;
    public string Unit => c.Unit;
    public string Status { get; } = CaseStore.Name(c.Status);
    public string Channel { get; } = CaseStore.Name(c.Channel);
    public string? Account => c.Applicant.Account;
    public string Subject => c.Applicant.Subject;
    public string ApplicantName => c.Applicant.Name;
    public Instant SubmittedAt => c.SubmittedAt;
    public Instant? AcceptedAt => c.AcceptedAt;
    public Instant? AppointedAt => c.AppointedAt;
    public Instant? ClosedAt => c.ClosedAt;
    public string? Owner => expectation?.Owner;
    public string? NextEvent => expectation?.Event;
    public Instant? NextDueAt => expectation?.DueAt;
    public Instant? NextLookAt { get; } = Expectation.NextLook(c);
    public string SecretHash => c.SecretHash;
    public long Version => c.Version;
    public string State { get; } = CaseStore.Write(c);

    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "number", "service", "definition", "unit", "status", "channel", "account", "subject", "applicant_name", "submitted_at",
        "accepted_at", "appointed_at", "closed_at", "owner", "next_event", "next_due_at", "next_look_at", "secret_hash", "version", "state",
    ];

    public object?[] Values =>
    [
        Id, Number, Service, Definition, Unit, Status, Channel, Account, Subject, ApplicantName, SubmittedAt,
        AcceptedAt, AppointedAt, ClosedAt, Owner, NextEvent, NextDueAt, NextLookAt, SecretHash, Version, State,
    ];
}

/// <summary>A piece of open work as a row of its queue.</summary>
internal sealed class WorkRow(Case c, WorkItem work)
{
    public Guid Id => c.Id;
    public int Token => work.Token;
    public QueueKey Queue => work.Queue;
    public string Step { get; } = work.Step.ToString().ToLowerInvariant();
    public string Name => work.Name;
    public string Number => c.Number;
    public string Service => c.Service;
    public string Applicant => c.Applicant.Name;
    public string? ClaimedBy => work.ClaimedBy;
    public string? ClaimedName => work.ClaimedName;
    public bool Waiting => c.Standing == work.Token;
    public Instant OpenedAt => work.OpenedAt;
    public Instant DueAt => work.DueAt;

    public static readonly IReadOnlyList<string> Columns =
    [
        "case_id", "token", "queue", "step", "name", "number", "service", "applicant_name", "claimed_by", "claimed_name", "waiting", "opened_at", "due_at",
    ];

    public object?[] Values => [Id, Token, Queue, Step, Name, Number, Service, Applicant, ClaimedBy, ClaimedName, Waiting, OpenedAt, DueAt];
}
