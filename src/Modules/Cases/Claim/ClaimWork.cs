using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Claim;

/// <summary>An official takes a work item out of the queue. The first wins; the second is told who was first.</summary>
internal sealed record ClaimWork(int Token) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (!matter.Open) return CaseProblems.Closed.Now();
        if (matter.WorkOf(Token) is not { } work) return CaseProblems.StepOver.Now();
        if (!who.Holds(work.Queue)) return CaseProblems.NotYours.Now(work.Queue.Role);
        if (work.ClaimedBy == who.Id) return Array.Empty<IEvent>();
        if (work.ClaimedBy is not null) return CaseProblems.ClaimedByOther.Now(work.ClaimedName);
        return new IEvent[] { new WorkClaimed(Token, who.Id, who.Name, setting.Now) };
    }
}

/// <summary>An official puts a work item back, for anybody of the queue to take.</summary>
internal sealed record ReleaseWork(int Token) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (matter.WorkOf(Token) is not { } work) return CaseProblems.StepOver.Now();
        if (work.ClaimedBy is null) return Array.Empty<IEvent>();
        if (work.ClaimedBy != who.Id) return CaseProblems.ClaimedByOther.Now(work.ClaimedName);
        return new IEvent[] { new WorkReleased(Token, who.Id, setting.Now) };
    }
}
