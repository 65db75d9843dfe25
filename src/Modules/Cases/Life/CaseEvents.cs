using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Life;

[EventName("cases.submitted")]
internal sealed record CaseSubmitted : IEvent
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Service { get; init; }
    public required string Definition { get; init; }
    public required string Unit { get; init; }
    public required Channel Channel { get; init; }
    [Personal] public required Applicant Applicant { get; init; }
    [Personal] public required JsonObject Answers { get; init; }
    [Personal] public required ImmutableList<CaseFile> Files { get; init; }
    public required string SecretHash { get; init; }
    public required Instant At { get; init; }
    public required Instant ReceptionDue { get; init; }
    public required Fee Fee { get; init; }
}

/// <summary>The process took one or more steps; what it is now.</summary>
/// <param name="Called">The called processes, when one of them moved too.</param>
[EventName("cases.process-moved")]
internal sealed record ProcessMoved(
    [property: Personal] ProcessInstance Process, [property: Personal] ImmutableList<CalledProcess>? Called = null) : IEvent;

[EventName("cases.work-opened")]
internal sealed record WorkOpened(WorkItem Work) : IEvent;

/// <param name="Verb">What was decided, or null when the process itself withdrew it.</param>
[EventName("cases.work-closed")]
internal sealed record WorkClosed(int Token, string? Verb, string? By, string? ByName, Instant At) : IEvent;

/// <summary>What an official typed at a step that asks for values, as it was accepted.</summary>
[EventName("cases.step-filled")]
internal sealed record StepFilled(int Token, [property: Personal] FilledStep Step) : IEvent;

[EventName("cases.work-claimed")]
internal sealed record WorkClaimed(int Token, string By, string ByName, Instant At) : IEvent;

[EventName("cases.work-released")]
internal sealed record WorkReleased(int Token, string By, Instant At) : IEvent;

[EventName("cases.wait-opened")]
internal sealed record WaitOpened([property: Personal] Wait Wait) : IEvent;

[EventName("cases.wait-closed")]
internal sealed record WaitClosed(int Id, Instant At) : IEvent;

/// <summary>An automatic step did not succeed.</summary>
/// <param name="NextTryAt">Null when it is given up.</param>
[EventName("cases.job-failed")]
internal sealed record JobFailed(int Id, string Name, int Tried, Instant? NextTryAt, [property: Personal] string Reason, Instant At) : IEvent;

/// <summary>A message from outside was taken.</summary>
/// <param name="Mark">What its sender calls it; null when it has no name.</param>
[EventName("cases.message-taken")]
internal sealed record MessageTaken(string Name, string? Mark, [property: Personal] JsonObject Data, Instant At) : IEvent;

[EventName("cases.paid")]
internal sealed record Paid([property: Personal] Payment Payment) : IEvent;

/// <summary>The legal clock was stopped or goes on.</summary>
[EventName("cases.clock-moved")]
internal sealed record ClockMoved(WorkingClock Clock, Instant? AppointedAt, Instant At) : IEvent;

/// <summary>The step that asked the applicant for more is there no longer, and with it the question.</summary>
[EventName("cases.supplement-dropped")]
internal sealed record SupplementDropped(Instant At) : IEvent;

[EventName("cases.accepted")]
internal sealed record CaseAccepted(WorkingClock Clock, Instant AppointedAt, string By, string ByName, Instant At) : IEvent;

[EventName("cases.part-marked")]
internal sealed record PartMarked([property: Personal] PartMark Mark) : IEvent;

[EventName("cases.proposed")]
internal sealed record DecisionProposed([property: Personal] Proposal Proposal) : IEvent;

[EventName("cases.supplement-requested")]
internal sealed record SupplementRequested([property: Personal] SupplementRequest Asked, WorkingClock? Clock) : IEvent;

/// <summary>What the applicant sent: the answers and files as they are now.</summary>
[EventName("cases.supplement-received")]
internal sealed record SupplementReceived : IEvent
{
    [Personal] public required JsonObject Answers { get; init; }
    [Personal] public required ImmutableList<CaseFile> Files { get; init; }
    public required Instant At { get; init; }
    public WorkingClock? Clock { get; init; }
    public Instant? AppointedAt { get; init; }
    public required Instant WorkDueAt { get; init; }
}

/// <summary>The applicant did not answer in time; the official who asked decides again.</summary>
[EventName("cases.supplement-lapsed")]
internal sealed record SupplementLapsed(Instant At, Instant WorkDueAt, WorkingClock? Clock, Instant? AppointedAt) : IEvent;

[EventName("cases.apologised")]
internal sealed record Apologised(Apology Apology) : IEvent;

/// <param name="Token">The work item or wait that is late, or null when it is about the whole case.</param>
[EventName("cases.escalated")]
internal sealed record Escalated(int? Token, Escalation Escalation) : IEvent;

/// <summary>The calendar changed, and with it the due times.</summary>
[EventName("cases.due-recomputed")]
internal sealed record DueRecomputed(
    Instant At, string Reason, Instant ReceptionDue, Instant? AppointedAt, ImmutableDictionary<int, Instant> WorkDue) : IEvent;

/// <summary>The case goes on by another version of its service: its work and waits as they are there. What its processes are now follows.</summary>
[EventName("cases.migrated")]
internal sealed record CaseMigrated : IEvent
{
    public required string From { get; init; }
    public required string Definition { get; init; }
    public required ImmutableList<WorkItem> Work { get; init; }
    [Personal] public required ImmutableList<Wait> Waits { get; init; }
    public required Instant ReceptionDue { get; init; }
    public required Instant At { get; init; }

    /// <summary>Steps at which officials typed values and that the new version calls otherwise, old id to new; null where there are none.</summary>
    public ImmutableDictionary<string, string>? Renamed { get; init; }
}

/// <summary>The process ended as it should; the result is in the case.</summary>
[EventName("cases.completed")]
internal sealed record CaseCompleted(Instant At) : IEvent;

[EventName("cases.result-issued")]
internal sealed record ResultIssued(IssuedResult Result) : IEvent;

[EventName("cases.refused")]
internal sealed record CaseRefused([property: Personal] Refusal Refusal, Instant At) : IEvent;

[EventName("cases.withdrawn")]
internal sealed record CaseWithdrawn(string? Reason, Instant At) : IEvent;

[EventName("cases.rated")]
internal sealed record CaseRated([property: Personal] Rating Rating) : IEvent;

/// <summary>The result was opened by the applicant for the first time.</summary>
[EventName("cases.result-fetched")]
internal sealed record ResultFetched(Instant At) : IEvent;

internal static class CaseEvents
{
    internal static readonly IReadOnlyList<Type> All =
    [
        typeof(CaseSubmitted), typeof(ProcessMoved), typeof(WorkOpened), typeof(WorkClosed), typeof(WorkClaimed), typeof(WorkReleased),
        typeof(CaseAccepted), typeof(PartMarked), typeof(DecisionProposed), typeof(SupplementRequested), typeof(SupplementReceived),
        typeof(SupplementLapsed), typeof(Apologised), typeof(Escalated), typeof(DueRecomputed), typeof(ResultIssued), typeof(CaseCompleted), typeof(CaseRefused),
        typeof(CaseWithdrawn), typeof(CaseRated), typeof(ResultFetched), typeof(WaitOpened), typeof(WaitClosed), typeof(JobFailed), typeof(MessageTaken),
        typeof(Paid), typeof(ClockMoved), typeof(SupplementDropped), typeof(CaseMigrated), typeof(StepFilled),
    ];
}
