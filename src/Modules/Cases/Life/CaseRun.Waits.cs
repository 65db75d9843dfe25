using System.Collections.Immutable;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Contracts;
using HaiDang.Feel;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>What the processes now wait for: people, programs, messages, money.</summary>
internal sealed partial class CaseRun
{
    private void OpenWork(int key, Effect.WorkCreated created)
    {
        if (UnitOf(key, created.Properties, created.Name, created.Inputs) is not { } unit) return;
        work.Add(new WorkOpened(new WorkItem
        {
            Token = created.TokenId,
            Element = created.ElementId,
            Name = created.Name,
            Step = StepOf(created.Properties),
            Actions = ActionsOf(created.Properties),
            Queue = new QueueKey(unit, created.CandidateGroups is [var role, ..] ? role : "specialist"),
            OpenedAt = setting.Now,
            DueAt = DueOf(created.ElementId),
        }));
    }

    private static StepKind StepOf(IReadOnlyDictionary<string, string> properties) =>
        Enum.TryParse<StepKind>(properties.GetValueOrDefault(Property.Step), ignoreCase: true, out var step) ? step : StepKind.Task;

    private static ImmutableList<string> ActionsOf(IReadOnlyDictionary<string, string> properties) =>
        [.. (properties.GetValueOrDefault(Property.Actions) ?? Verbs.Done).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private void OpenJob(int key, Effect.JobCreated created)
    {
        var node = setting.Service.Nodes[created.ElementId];
        if (UnitOf(key, node.Properties, node.Title, created.Inputs) is not { } unit) return;
        opened[created.TokenId] = new Wait
        {
            Id = created.TokenId, Element = node.Id, Name = node.Title, Kind = WaitKind.Job, For = Expectation.Platform, Unit = unit,
            Job = new Job(created.Type, Math.Clamp(created.Retries ?? JobTypes.Tries, 1, JobTypes.MostTries), 0, setting.Now, null),
            OpenedAt = setting.Now, DueAt = setting.Now + JobGrace,
        };
    }

    /// <summary>The interpreter keeps what messages a process waits for; those at which it stands become waits. Nothing to pay passes at once.</summary>
    private void OpenWaits(int key)
    {
        foreach (var waited in processes[key].Instance.Subscriptions.Where(s => s.Kind == SubscriptionKind.Message))
        {
            if (opened.ContainsKey(waited.Id) || passed.Contains(waited.Id) || matter.WaitOf(waited.Id) is not null) continue;
            if (setting.Service.Nodes.GetValueOrDefault(waited.ElementId) is not { } node || ProcessNodes.AwaitedBy(node) is null) continue;
            if (UnitOf(key, node.Properties, node.Title, BpmnVariables.Empty) is not { } unit) return;
            if (WaitedFor(key, node) is not { } mover) return;
            var fee = ProcessNodes.IsPayment(node) ? FeeAt(key, node) : null;
            if (fee is { Amount: 0 })
            {
                passed.Add(waited.Id);
                triggers.Enqueue((key, new Trigger.MessageArrived(waited.Name, waited.CorrelationKey, BpmnVariables.Empty, waited.Id)));
                continue;
            }
            opened[waited.Id] = new Wait
            {
                Id = waited.Id, Element = node.Id, Name = node.Title, Kind = fee is null ? WaitKind.Message : WaitKind.Payment, For = mover, Unit = unit,
                Message = waited.Name, Fee = fee, StopsClock = node.Properties.GetValueOrDefault(Property.Clock) == Property.Stops,
                OpenedAt = setting.Now, DueAt = DueOf(node.Id),
            };
        }
    }

    private string? WaitedFor(int key, FlowNode node) => node.Properties.GetValueOrDefault(Property.WaitsFor) switch
    {
        _ when ProcessNodes.IsPayment(node) => Expectation.Applicant,
        null or Expectation.Platform => Expectation.Platform,
        Expectation.Applicant => Expectation.Applicant,
        _ => UnitOf(key, node.Properties, node.Title, BpmnVariables.Empty, Property.WaitsFor) is { } unit ? Wait.UnitMark + unit : null,
    };

    /// <summary>What a payment step takes: its own decision over the variables, else the service's fee.</summary>
    private Fee FeeAt(int key, FlowNode node)
    {
        if (node.Properties.GetValueOrDefault(Property.Fee) is not { } decision) return matter.Fee;
        var answers = FeelValue.FromJson(matter.Answers);
        var inputs = FeelValue.Context([.. answers.AsContext!, .. processes[key].Instance.Variables.ToFeel().AsContext!]);
        return ServiceRules.FeeIn(setting.Service.Decide(decision, inputs, setting.Notes));
    }

    private Instant DueOf(string element) => setting.Calendar.Add(setting.Now, setting.Service.DueOf(element));
}
