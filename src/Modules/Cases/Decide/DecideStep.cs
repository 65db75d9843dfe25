using HaiDang.Cases.Fill;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Decide;

/// <summary>
/// Ends a step with a verb: approve, refuse, return, agree, object, escalate or done. A refusal carries its reason and law, a return,
/// an objection and an escalation their reason;
/// the one who decides after reads them as a proposal, and the applicant if the process ends there.
/// </summary>
internal sealed record DecideStep(int Token, string Verb, string? Reason, string? Law, Typed? Typed = null) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        var may = Guard.Work(matter, Token, Verb, who);
        if (!may.Ok) return may.Map<IReadOnlyList<IEvent>>(_ => []);
        if (Verb is Verbs.Accept or Verbs.Sign or Verbs.Supplement) return CaseProblems.NotAllowedHere.Now();

        var reason = Verbs.GivesReason(Verb) || !string.IsNullOrWhiteSpace(Reason)
            ? Guard.Words(Reason, "reason", CaseProblems.ReasonNeeded)
            : Outcome.Agree("");
        var law = Verb == Verbs.Refuse ? Guard.Words(Law, "law", CaseProblems.LawNeeded) : Outcome.Agree("");
        var filled = StepQuestions.Taken(matter, may.Value, Verb, Typed, setting, who);
        if (!reason.Ok || !law.Ok || !filled.Ok) return Guard.Of(filled.Problems, reason.Problems, law.Problems);

        IEvent proposed = new DecisionProposed(new Proposal(
            Verb, Guard.Optional(reason.Value), Guard.Optional(law.Value), who.Id, who.Name, setting.Now));
        IReadOnlyList<IEvent> said = [proposed, .. filled.Value];
        return Progress.Complete(said.Aggregate(matter, Evolve.After), may.Value, Verb, setting, who, filled.Value).Map(moved => Progress.Join(said, moved));
    }
}
