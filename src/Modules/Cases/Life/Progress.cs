using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Contracts;
using HaiDang.Feel;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>
/// Moves a case's process and tells it as events. The interpreter knows nothing of cases: what it asks for becomes work
/// here, and decisions it needs are answered at once from the service's tables.
/// </summary>
internal static class Progress
{
    public static Outcome<IReadOnlyList<IEvent>> Begin(Case matter, Setting setting) =>
        Run(matter, setting, ProcessInstance.Of(setting.Service.ProcessId), new Trigger.Start(Variables(matter)), null);

    /// <summary>Ends a step with a verb.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Complete(Case matter, WorkItem work, string verb, Setting setting, Actor who) =>
        Run(matter, setting, matter.Process!, new Trigger.CompleteTask(work.Token, Variables(matter).With("decision", verb)),
            new WorkClosed(work.Token, verb, who.Id, who.Name, setting.Now));

    /// <summary>A time that the process waited for has come.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Fire(Case matter, int timer, Setting setting) =>
        Run(matter, setting, matter.Process!, new Trigger.TimerFired(timer), null);

    public static IReadOnlyList<IEvent> Join(IReadOnlyList<IEvent> first, IReadOnlyList<IEvent> then) => [.. first, .. then];

    private static Outcome<IReadOnlyList<IEvent>> Run(
        Case matter, Setting setting, ProcessInstance instance, Trigger first, IEvent? closing)
    {
        var now = setting.Now.InZone(setting.Calendar.Zone).ToDateTimeOffset();
        var work = new List<IEvent>();
        Effect.InstanceEnded? ended = null;
        var triggers = new Queue<Trigger>([first]);
        while (triggers.TryDequeue(out var trigger))
        {
            var step = BpmnInterpreter.Apply(setting.Service.Process, instance, trigger, now);
            if (step.Refusal is { } refusal) return CaseProblems.ProcessRefused.Now(new LocalText(refusal.Vi, refusal.En));
            instance = step.Instance;
            foreach (var effect in step.Effects)
            {
                switch (effect)
                {
                    case Effect.WorkCreated created:
                        var unit = UnitOf(created, instance, matter, setting);
                        if (!unit.Ok) return Outcome.Refuse<IReadOnlyList<IEvent>>(unit.Problems);
                        work.Add(new WorkOpened(Opened(created, unit.Value, setting)));
                        break;
                    case Effect.WorkWithdrawn withdrawn:
                        work.Add(new WorkClosed(withdrawn.TokenId, null, null, null, setting.Now));
                        break;
                    case Effect.DecisionNeeded decision:
                        triggers.Enqueue(new Trigger.CompleteTask(decision.TokenId, Decided(decision, setting.Service)));
                        break;
                    case Effect.InstanceEnded end:
                        ended = end;
                        break;
                    case Effect.TimerScheduled or Effect.TimerCancelled:
                        break; // timers stand in the instance; the watch fires them
                    case Effect.IncidentRaised incident:
                        return CaseProblems.ProcessRefused.Now(new LocalText(incident.Incident.Vi, incident.Incident.En));
                    default:
                        return CaseProblems.ProcessRefused.Now(new LocalText($"chưa hỗ trợ {effect.GetType().Name}", $"{effect.GetType().Name} is not supported"));
                }
            }
        }

        var events = new List<IEvent>();
        if (closing is not null) events.Add(closing);
        events.Add(new ProcessMoved(instance));
        events.AddRange(work);
        if (ended is not null)
        {
            var closed = Closing(ended, matter, setting);
            if (!closed.Ok) return closed.Map<IReadOnlyList<IEvent>>(_ => []);
            events.Add(closed.Value);
        }
        return events;
    }

    private static Outcome<IEvent> Closing(Effect.InstanceEnded end, Case matter, Setting setting)
    {
        switch (end.Properties.GetValueOrDefault(Property.Outcome))
        {
            case "issued" when matter.Result is not null:
                return Outcome.Agree<IEvent>(new CaseCompleted(setting.Now));
            case "refused" when matter.Proposal is { Reason: not null } proposal:
                return Outcome.Agree<IEvent>(new CaseRefused(
                    new Refusal(proposal.Reason, proposal.Law ?? "", proposal.By, proposal.ByName, setting.Now), setting.Now));
            case "withdrawn":
                return Outcome.Agree<IEvent>(new CaseWithdrawn(null, setting.Now));
            default:
                return CaseProblems.ProcessRefused.Now(new LocalText(
                    $"điểm kết thúc '{end.EndElementId}' không khớp với kết quả của hồ sơ",
                    $"the end '{end.EndElementId}' does not fit the case's outcome"));
        }
    }

    /// <summary>Whose queue gets the work: what <c>haidang:unit</c> says, else the unit that settles the case.</summary>
    private static Outcome<string> UnitOf(Effect.WorkCreated created, ProcessInstance instance, Case matter, Setting setting)
    {
        if (created.Properties.GetValueOrDefault(Property.Unit) is not { } text) return matter.Unit;
        var found = OtherUnit.Find(text, matter.Unit, setting.Units, () => new FeelScope(instance.Variables.With(created.Inputs).ToFeel()));
        return found is [var unit] ? unit.Id : CaseProblems.UnclearUnit.Now(created.Name, text);
    }

    private static WorkItem Opened(Effect.WorkCreated created, string unit, Setting setting) => new()
    {
        Token = created.TokenId,
        Element = created.ElementId,
        Name = created.Name,
        Step = Enum.TryParse<StepKind>(created.Properties.GetValueOrDefault(Property.Step), ignoreCase: true, out var step) ? step : StepKind.Task,
        Actions = [.. (created.Properties.GetValueOrDefault(Property.Actions) ?? Verbs.Done).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Queue = new QueueKey(unit, created.CandidateGroups is [var role, ..] ? role : "specialist"),
        OpenedAt = setting.Now,
        DueAt = setting.Calendar.Add(setting.Now, setting.Service.DueOf(created.ElementId)),
    };

    private static BpmnVariables Decided(Effect.DecisionNeeded needed, ServiceDefinition service)
    {
        var value = service.Decide(needed.DecisionId, needed.Inputs.ToFeel());
        return BpmnVariables.Of(needed.ResultVariable, value.ToJson());
    }

    private static BpmnVariables Variables(Case matter) => BpmnVariables.From(new JsonObject
    {
        ["answers"] = matter.Answers.DeepClone(),
        ["fee"] = matter.Fee.Amount,
        ["unit"] = matter.Unit,
    });
}
