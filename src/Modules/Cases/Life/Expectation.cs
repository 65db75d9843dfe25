using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>What an open case waits for at this moment: whose move it is, until when, and what is expected. Never absent.</summary>
/// <param name="Owner"><c>official:id</c>, a queue key, or <c>applicant</c>.</param>
internal sealed record Expectation(string Owner, Instant DueAt, string Event)
{
    public const string Applicant = "applicant";

    /// <summary>Null only for a case that is closed. An open case without one breaks the invariant, and throws.</summary>
    public static Expectation? Of(Case c)
    {
        if (!c.Open) return null;
        if (c.Status == CaseStatus.AwaitingApplicant) return new(Applicant, c.Asked!.RespondBy, "supplement");
        var work = c.Work.MinBy(w => w.DueAt)
            ?? throw new InvalidOperationException($"Case {c.Number} is open but nobody has anything to do.");
        return new(OwnerOf(work), work.DueAt, work.Step.ToString().ToLowerInvariant());
    }

    public static string OwnerOf(WorkItem work) => work.ClaimedBy is { } official ? $"official:{official}" : work.Queue.ToString();

    /// <summary>When the watch must look at the case next; null for a closed one.</summary>
    public static Instant? NextLook(Case c)
    {
        if (!c.Open) return null;
        if (c.Status == CaseStatus.AwaitingApplicant) return c.Asked!.RespondBy;
        var looks = c.Work.Where(w => w.EscalatedAt is null).Select(w => w.DueAt);
        if (c.Process is { } process) looks = looks.Concat(process.Timers.Select(t => Instant.FromDateTimeOffset(t.Due)));
        if (c.AppointedAt is { } appointed) looks = looks.Append(appointed);
        // Everything known is late and told: look again a day after the last word went up the line.
        var told = c.Escalations.Count > 0 ? c.Escalations[^1].At + Watch.WatchCase.AgainAfter : c.ReceptionDue;
        return looks.DefaultIfEmpty(told).Min();
    }
}
