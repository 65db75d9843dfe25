using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>The case after an event. Total: every event of a case has its line here, and none decides anything.</summary>
internal static class Evolve
{
    public static Case Fold(IEnumerable<IEvent> events)
    {
        Case? matter = null;
        foreach (var happened in events) matter = After(matter, happened);
        return matter ?? throw new InvalidOperationException("A case begins with its submission.");
    }

    public static Case After(Case? before, IEvent happened)
    {
        if (happened is CaseSubmitted opened) return Opened(opened);
        var c = before ?? throw new InvalidOperationException($"{happened.GetType().Name} came before the case was submitted.");
        c = c with { Version = c.Version + 1 };
        return happened switch
        {
            ProcessMoved e => c with { Process = e.Process, Called = e.Called ?? c.Called },
            WorkOpened e => Opened(c, e.Work),
            WorkClosed e => c with { Work = c.Work.RemoveAll(w => w.Token == e.Token) },
            StepFilled e => c with { Filled = c.Filled.Add(e.Step) },
            WorkClaimed e => c.Changing(e.Token, w => w with { ClaimedBy = e.By, ClaimedName = e.ByName }),
            WorkReleased e => c.Changing(e.Token, w => w with { ClaimedBy = null, ClaimedName = null }),
            WaitOpened e => (c with { Waits = c.Waits.Add(e.Wait) }).Standing(),
            WaitClosed e => (c with { Waits = c.Waits.RemoveAll(w => w.Id == e.Id) }).Standing(),
            JobFailed e => c.Waiting(e.Id, w => w with
            {
                DueAt = e.NextTryAt is { } next ? next + CaseRun.JobGrace : w.DueAt,
                Job = w.Job! with { Tried = e.Tried, NextTryAt = e.NextTryAt ?? w.Job.NextTryAt, LastError = e.Reason },
            }),
            MessageTaken e => e.Mark is null ? c : c with { Heard = c.Heard.Add(e.Mark) },
            Paid e => c with { Payments = c.Payments.Add(e.Payment) },
            ClockMoved e => c with { Clock = e.Clock, AppointedAt = e.AppointedAt },
            SupplementDropped => (c with { Asked = null }).Standing(),
            CaseAccepted e => (c with { AcceptedAt = e.At, AcceptedBy = e.By, AppointedAt = e.AppointedAt, Clock = e.Clock }).Standing(),
            PartMarked e => c with { Marks = c.Marks.RemoveAll(m => m.Part == e.Mark.Part).Add(e.Mark) },
            DecisionProposed e => c with { Proposal = e.Proposal },
            SupplementRequested e => (c with { Asked = e.Asked, Clock = e.Clock }).Standing(),
            SupplementReceived e => Supplemented(c, e),
            SupplementLapsed e => Resumed(c with { Asked = c.Asked! with { Lapsed = true }, Clock = e.Clock, AppointedAt = e.AppointedAt ?? c.AppointedAt }, e.At, e.WorkDueAt).Standing(),
            Apologised e => c with { Apologies = c.Apologies.Add(e.Apology), AppointedAt = e.Apology.NewAppointment },
            Escalated e => Raised(c, e),
            DueRecomputed e => Recomputed(c, e),
            CaseMigrated e => Migrated(c, e).Standing(),
            ResultIssued e => c with { Result = e.Result },
            CaseCompleted e => c with { Status = CaseStatus.Issued, ClosedAt = e.At },
            CaseRefused e => c with { Status = CaseStatus.Refused, Refusal = e.Refusal, ClosedAt = e.At, Asked = null },
            CaseWithdrawn e => c with { Status = CaseStatus.Withdrawn, ClosedAt = e.At, Asked = null, Work = [], Waits = [] },
            CaseRated e => c with { Rating = e.Rating },
            ResultFetched e => c with { FetchedAt = e.At },
            _ => throw new InvalidOperationException($"A case does not know {happened.GetType().Name}."),
        };
    }

    private static Case Opened(CaseSubmitted e) => new()
    {
        Id = e.Id, Version = 1, Number = e.Number, Service = e.Service, Definition = e.Definition, Unit = e.Unit, Channel = e.Channel,
        Applicant = e.Applicant, Answers = e.Answers, Files = e.Files, SecretHash = e.SecretHash, SubmittedAt = e.At,
        ReceptionDue = e.ReceptionDue, Fee = e.Fee,
    };

    private static Case Supplemented(Case c, SupplementReceived e) => Resumed(c with
    {
        Answers = e.Answers, Files = e.Files, Clock = e.Clock, AppointedAt = e.AppointedAt ?? c.AppointedAt, Asked = c.Asked,
    }, e.At, e.WorkDueAt).Answered();

    private static Case Answered(this Case c) => (c with { Asked = null }).Standing();

    private static Case Resumed(Case c, Instant at, Instant workDue) => c.Changing(c.Asked!.Token, w => w with { ResumedAt = at, DueAt = workDue, EscalatedAt = null });

    private static Case Raised(Case c, Escalated e)
    {
        c = c with { Escalations = c.Escalations.Add(e.Escalation) };
        return e.Token is not { } late ? c
            : c.Changing(late, w => w with { EscalatedAt = e.Escalation.At }).Waiting(late, w => w with { EscalatedAt = e.Escalation.At });
    }

    private static Case Recomputed(Case c, DueRecomputed e) => c with
    {
        ReceptionDue = e.ReceptionDue,
        AppointedAt = e.AppointedAt,
        Work = c.Work.ConvertAll(w => e.WorkDue.TryGetValue(w.Token, out var due) ? w with { DueAt = due } : w),
        Waits = c.Waits.ConvertAll(w => e.WorkDue.TryGetValue(w.Id, out var due) ? w with { DueAt = due } : w),
    };

    /// <summary>Waits that the new version has no more are closed by events of their own, after this one.</summary>
    private static Case Migrated(Case c, CaseMigrated e) => e.Work.Aggregate(
        c with
        {
            Definition = e.Definition, ReceptionDue = e.ReceptionDue, Work = [], Waits = [.. c.Waits.Select(w => e.Waits.Find(m => m.Id == w.Id) ?? w)],
            Filled = e.Renamed is { } renamed ? c.Filled.ConvertAll(f => f with { Element = renamed.GetValueOrDefault(f.Element, f.Element) }) : c.Filled,
        }, Opened);

    private static Case Opened(Case c, WorkItem work) => c with
    {
        Work = c.Work.Add(work),
        Helpers = work.Queue.Unit == c.Unit || c.Helpers.Contains(work.Queue.Unit) ? c.Helpers : c.Helpers.Add(work.Queue.Unit),
    };

    /// <summary>An open case's status follows from what it waits for.</summary>
    private static Case Standing(this Case c) => !c.Open ? c : c with
    {
        Status = c.Asked is { Lapsed: false } ? CaseStatus.AwaitingApplicant
            : c.Owed is not null ? CaseStatus.AwaitingPayment
            : c.AcceptedAt is null ? CaseStatus.Submitted : CaseStatus.InProgress,
    };

    private static Case Waiting(this Case c, int id, Func<Wait, Wait> change) =>
        c.WaitOf(id) is null ? c : c with { Waits = c.Waits.ConvertAll(w => w.Id == id ? change(w) : w) };

    private static Case Changing(this Case c, int token, Func<WorkItem, WorkItem> change) =>
        c with { Work = c.Work.ConvertAll(w => w.Token == token ? change(w) : w) };
}
