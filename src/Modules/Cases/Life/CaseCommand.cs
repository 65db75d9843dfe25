using HaiDang.Cases.Definitions;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>What a rule may know besides the case itself.</summary>
internal sealed record Setting(ServiceDefinition Service, WorkingCalendar Calendar, IUnits Units, Instant Now)
{
    /// <summary>Where FEEL of the pack that gives null because something in it failed is told of; null where nobody listens.</summary>
    public ICollection<PackProblem>? Notes { get; init; }
}

/// <summary>Something that somebody asks of a case. The rule is here: no clock, no database, no await.</summary>
internal interface ICaseCommand
{
    Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who);
}

/// <summary>What several rules ask first.</summary>
internal static class Guard
{
    /// <summary>The work item, if it is there, runs now, is this person's to do and offers this verb.</summary>
    public static Outcome<WorkItem> Work(Case matter, int token, string verb, Actor who)
    {
        if (!matter.Open) return CaseProblems.Closed.Now();
        if (matter.WorkOf(token) is not { } work) return CaseProblems.StepOver.Now();
        if (!who.Holds(work.Queue)) return CaseProblems.NotYours.Now(work.Queue.Role);
        if (work.ClaimedBy is { } other && other != who.Id) return CaseProblems.ClaimedByOther.Now(work.ClaimedName);
        if (matter.Standing is { } asked && (asked == token || verb == Verbs.Supplement)) return CaseProblems.Waiting.Now();
        if (!work.Actions.Contains(verb)) return CaseProblems.NotAllowedHere.Now();
        return work;
    }

    /// <summary>
    /// Refuses whoever is not the applicant. A case without an account was brought to the counter: its officials act for the
    /// person. A program of others acts for whoever it sent the case for; its door has made sure that it did.
    /// </summary>
    public static Problem? Applicant(Case matter, Actor who) => who.Kind switch
    {
        ActorKind.Client => null,
        ActorKind.Citizen when matter.Applicant.Account == who.Id => null,
        ActorKind.Official when matter.Applicant.Account is null && who.IsIn(matter.Unit) => null,
        _ => CaseProblems.NotApplicant.Now(),
    };

    /// <summary>A text that people will read: trimmed, NFC, not empty, not too long.</summary>
    public static Outcome<string> Words(string? text, string field, ProblemType whenEmpty)
    {
        var words = Vietnamese.Nfc(text ?? "").Trim();
        if (words.Length == 0) return whenEmpty.At(field);
        if (words.Length > CaseProblems.LongestReason) return CaseProblems.TooLong.At(field, CaseProblems.LongestReason);
        return words;
    }

    /// <summary>A text that may be left out: trimmed, NFC, null when empty.</summary>
    public static string? Optional(string? text) => Vietnamese.Nfc(text ?? "").Trim() is { Length: > 0 } words ? words : null;

    /// <summary>All problems of several rules at once.</summary>
    public static Problem[] Of(params IReadOnlyList<Problem>[] problems) => [.. problems.SelectMany(p => p)];
}
