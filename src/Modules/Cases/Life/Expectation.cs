using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>What an open case waits for at this moment: whose move it is, until when, and what is expected. Never absent.</summary>
/// <param name="Owner">
/// <c>official:id</c>, a queue key, <c>applicant</c>, <c>unit:id</c> for an agency whose answer is awaited, or <c>system</c> while a time or an automatic step is.
/// </param>
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
        if (c.Waits.OrderBy(w => w.Kind).ThenBy(w => w.DueAt).FirstOrDefault(w => w.Kind != WaitKind.Job) is { } wait) return new(wait.For, wait.DueAt, NameOf(wait));
        if (c.Waits.MinBy(w => w.DueAt) is { Job: { } job } step) return new(step.For, job.NextTryAt, NameOf(step));
        if (c.Timers.FirstOrDefault() is { } timer) return new(Platform, Instant.FromDateTimeOffset(timer.Due), "timer");
        throw new InvalidOperationException($"Case {c.Number} is open but nobody has anything to do.");
    }

    public static string OwnerOf(WorkItem work) => work.ClaimedBy is { } official ? $"official:{official}" : work.Queue.ToString();

    private static string NameOf(Wait wait) => wait.Kind.ToString().ToLowerInvariant();

    /// <summary>When the watch must look at the case next; null for a closed one.</summary>
    public static Instant? NextLook(Case c)
    {
        if (!c.Open) return null;
        var looks = c.Work.Where(w => w.Token != c.Standing).Select(w => w.TellAt).Concat(c.Waits.Select(w => w.TellAt))
            .Concat(c.RunningTimers.Select(t => Instant.FromDateTimeOffset(t.Due)));
        if (c.Standing is not null) looks = looks.Append(c.Asked!.RespondBy);
        if (c is { AppointedAt: { } appointed, Stands: false }) looks = looks.Append(appointed);
        return looks.Min();
    }
}
