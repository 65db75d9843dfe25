using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>What an open case waits for at this moment: whose move it is, until when, and what is expected. Never absent.</summary>
/// <param name="Owner"><c>official:id</c>, a queue key, <c>applicant</c>, or <c>system</c> while the process itself waits for a time.</param>
internal sealed record Expectation(string Owner, Instant DueAt, string Event)
{
    public const string Applicant = "applicant";

    /// <summary>The process itself waits, and the watch moves it on.</summary>
    public const string Platform = "system";

    /// <summary>Null only for a case that is closed. An open case without one breaks the invariant, and throws.</summary>
    public static Expectation? Of(Case c)
    {
        if (!c.Open) return null;
        if (c.Status == CaseStatus.AwaitingApplicant) return new(Applicant, c.Asked!.RespondBy, "supplement");
        if (c.Work.MinBy(w => w.DueAt) is { } work) return new(OwnerOf(work), work.DueAt, work.Step.ToString().ToLowerInvariant());
        if (c.Process?.Timers.MinBy(t => t.Due) is { } timer) return new(Platform, Instant.FromDateTimeOffset(timer.Due), "timer");
        throw new InvalidOperationException($"Case {c.Number} is open but nobody has anything to do.");
    }

    public static string OwnerOf(WorkItem work) => work.ClaimedBy is { } official ? $"official:{official}" : work.Queue.ToString();

    /// <summary>When the watch must look at the case next; null for a closed one.</summary>
    public static Instant? NextLook(Case c)
    {
        if (!c.Open) return null;
        if (c.Status == CaseStatus.AwaitingApplicant) return c.Asked!.RespondBy;
        var looks = c.Work.Select(w => w.TellAt);
        if (c.Process is { } process) looks = looks.Concat(process.Timers.Select(t => Instant.FromDateTimeOffset(t.Due)));
        if (c.AppointedAt is { } appointed) looks = looks.Append(appointed);
        return looks.Min();
    }
}
