using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Withdraw;

/// <summary>The applicant takes the case back before it is decided: once the result is out it is too late, even while other agencies still work.</summary>
internal sealed record WithdrawCase(string? Reason) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (Guard.Applicant(matter, who) is { } refusal) return refusal;
        if (!matter.Open) return CaseProblems.Closed.Now();
        if (matter.Result is not null) return CaseProblems.ResultIsOut.Now();
        if (Reason is { Length: > CaseProblems.LongestReason }) return CaseProblems.TooLong.At("reason", CaseProblems.LongestReason);
        var events = matter.Work.Select(IEvent (w) => new WorkClosed(w.Token, null, null, null, setting.Now)).ToList();
        events.Add(new CaseWithdrawn(Guard.Optional(Reason), setting.Now));
        return events;
    }
}
