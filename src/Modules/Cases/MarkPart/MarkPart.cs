using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.MarkPart;

/// <summary>An official marks one part of the case as good, or as not good with the reason.</summary>
internal sealed record MarkOnePart(int Token, string Part, bool Good, string? Reason) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (!matter.Open) return CaseProblems.Closed.Now();
        if (matter.WorkOf(Token) is not { } work) return CaseProblems.StepOver.Now();
        if (!who.Holds(work.Queue)) return CaseProblems.NotYours.Now(work.Queue.Role);
        if (work.ClaimedBy is { } other && other != who.Id) return CaseProblems.ClaimedByOther.Now(work.ClaimedName);
        if (!setting.Service.Parts.Any(p => p.Id == Part)) return CaseProblems.StepOver.At("part");
        string? reason = null;
        if (!Good)
        {
            var words = Guard.Words(Reason, "reason", CaseProblems.ReasonNeeded);
            if (!words.Ok) return words.Map<IReadOnlyList<IEvent>>(_ => []);
            reason = words.Value;
        }
        return new IEvent[] { new PartMarked(new PartMark(Part, Good, reason, who.Id, who.Name, setting.Now)) };
    }
}
