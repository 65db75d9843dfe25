using System.Collections.Immutable;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Life;

/// <summary>A finished move, told as events: what is over, what is new, how the clock and the case stand.</summary>
internal sealed partial class CaseRun
{
    private Outcome<IReadOnlyList<IEvent>> Told(IEvent? closing)
    {
        var events = new List<IEvent>();
        if (closing is not null) events.Add(closing);
        events.Add(new ProcessMoved(
            CaseFacts.OutOf(processes[Main].Instance),
            processes.Count == 1 ? null : [.. processes.Values.Where(p => p.Token != Main).Select(p => p with { Instance = CaseFacts.OutOf(p.Instance) })]));
        events.AddRange(matter.Waits.Where(w => !StillThere(w)).Select(w => new WaitClosed(w.Id, setting.Now)));
        events.AddRange(work);
        events.AddRange(opened.Values.Where(StillThere).OrderBy(w => w.Id).Select(w => new WaitOpened(w)));
        if (matter is { Status: CaseStatus.AwaitingApplicant, Asked: { } asked } && work.OfType<WorkClosed>().Any(w => w.Token == asked.Token))
            events.Add(new SupplementDropped(setting.Now));
        if (ended is not null)
        {
            var closed = Closing(ended);
            if (!closed.Ok) return Outcome.Refuse<IReadOnlyList<IEvent>>(closed.Problems);
            events.Add(closed.Value);
        }
        return Outcome.Agree(LegalClock.Kept(matter, events, setting));
    }

    private bool StillThere(Wait wait) => processes.Values.Any(p => wait.Kind == WaitKind.Job
        ? p.Instance.Tokens.Any(t => t.Id == wait.Id && t.State == TokenState.Job)
        : p.Instance.Subscriptions.Any(s => s.Id == wait.Id));

    private Outcome<IEvent> Closing(Effect.InstanceEnded end)
    {
        var name = end.EndElementId is { } id ? setting.Service.StepNames.GetValueOrDefault(id)?.Vi ?? id : "";
        switch (end.Properties.GetValueOrDefault(Property.Outcome))
        {
            case "issued" when matter.Result is not null:
                return Outcome.Agree<IEvent>(new CaseCompleted(setting.Now));
            case "refused":
                return Outcome.Agree<IEvent>(new CaseRefused(RefusalAt(end, name), setting.Now));
            case "withdrawn":
                return Outcome.Agree<IEvent>(new CaseWithdrawn(end.Properties.GetValueOrDefault(Property.Reason), setting.Now));
            default:
                return CaseProblems.ProcessRefused.Now(new LocalText(
                    $"điểm kết thúc '{end.EndElementId}' không khớp với kết quả của hồ sơ",
                    $"the end '{end.EndElementId}' does not fit the case's outcome"));
        }
    }

    /// <summary>What an official proposed; where the process itself refuses, what its end says.</summary>
    private Refusal RefusalAt(Effect.InstanceEnded end, string name)
    {
        var (reason, law) = (end.Properties.GetValueOrDefault(Property.Reason), end.Properties.GetValueOrDefault(Property.Law));
        return reason is null && matter.Proposal is { Reason: { } said } proposal
            ? new Refusal(said, proposal.Law ?? law ?? "", proposal.By, proposal.ByName, setting.Now)
            : new Refusal(reason ?? name, law ?? "", Actor.System.Id, Actor.System.Name, setting.Now);
    }
}
