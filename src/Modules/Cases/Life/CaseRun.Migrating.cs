using System.Collections.Immutable;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Migrate;
using HaiDang.Contracts;
using HaiDang.Feel;
using HaiDang.Kernel;

namespace HaiDang.Cases.Life;

/// <summary>All processes of a case move to another version of the service, and with them the work and the waits of their steps.</summary>
internal sealed partial class CaseRun
{
    /// <param name="from">The version that the case runs on; the run's own setting holds the one that it shall run on.</param>
    public Outcome<IReadOnlyList<IEvent>> Migrate(ServiceDefinition from, MigrationMap map)
    {
        foreach (var (key, process) in processes.ToList()) Replace(key, process, from, map);
        if (problems.Count > 0) return problems.ToArray();
        var migrated = new CaseMigrated
        {
            From = matter.Definition, Definition = setting.Service.Hash,
            Work = [.. matter.Work.Select(Moved)], Waits = [.. matter.Waits.Where(StillThere).Select(Moved)],
            ReceptionDue = matter.AcceptedAt is null ? setting.Calendar.Add(matter.SubmittedAt, setting.Service.Reception) : matter.ReceptionDue,
            At = setting.Now, Renamed = RenamedOf(map),
        };
        foreach (var key in processes.Keys.ToList()) OpenWaits(key);
        return problems.Count > 0 ? problems.ToArray() : Finish(migrated);
    }

    private ImmutableDictionary<string, string>? RenamedOf(MigrationMap map)
    {
        var renamed = matter.Filled.Select(f => f.Element).Distinct().Where(map.Steps.ContainsKey).ToImmutableDictionary(e => e, e => map.Steps[e]);
        return renamed.IsEmpty ? null : renamed;
    }

    private void Replace(int key, CalledProcess process, ServiceDefinition from, MigrationMap map)
    {
        var id = process.Instance.ProcessId;
        var target = map.Steps.GetValueOrDefault(id, key == Main ? setting.Service.ProcessId : id);
        var model = setting.Service.ModelOf(target);
        if (process.Instance.IsOver)
        {
            if (model is null) processes.Remove(key);
            return;
        }
        if (model is null)
        {
            NoPlace(new LocalText($"quy trình \"{target}\"", $"the process \"{target}\""));
            return;
        }
        var plan = BpmnMigration.Plan(from.ModelOf(id)!, model, process.Instance with { LastId = lastId }, map with { ProcessId = target }, now);
        if (plan.Refusal is { } refusal)
        {
            foreach (var lost in plan.Report.Where(l => l.Fate == MigrationFate.Lost)) NoPlace(new LocalText(lost.Vi, lost.En));
            if (problems.Count == 0) NoPlace(new LocalText(refusal.Vi, refusal.En));
            return;
        }
        lastId = plan.Instance.LastId;
        processes[key] = process with { Element = map.Steps.GetValueOrDefault(process.Element, process.Element), Instance = plan.Instance };
    }

    private void NoPlace(LocalText what) => problems.Add(MigrateProblems.NoPlace.Now(what));

    /// <summary>A piece of work as the new step has it. Whoever took it keeps it while it stays in its queue; time that stands for the applicant begins again anyway.</summary>
    private WorkItem Moved(WorkItem work)
    {
        var key = HolderOf(work.Token);
        var token = processes[key].Instance.Tokens.First(t => t.Id == work.Token);
        var node = setting.Service.Nodes[token.ElementId];
        var queue = new QueueKey(UnitOf(key, node.Properties, node.Title, token.Locals) ?? work.Queue.Unit, RoleOf(node, key, token) ?? "specialist");
        return work with
        {
            Element = node.Id, Name = node.Title, Step = StepOf(node.Properties), Actions = ActionsOf(node.Properties), Queue = queue,
            DueAt = matter.Standing == work.Token ? work.DueAt : setting.Calendar.Add(work.CountedFrom, setting.Service.DueOf(node.Id)),
            ClaimedBy = queue == work.Queue ? work.ClaimedBy : null, ClaimedName = queue == work.Queue ? work.ClaimedName : null,
        };
    }

    private string? RoleOf(FlowNode node, int key, BpmnToken token)
    {
        if (node.Extensions.CandidateGroups is not { } groups) return null;
        if (groups.Feel is not { } feel) return groups.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var said = feel.Evaluate(new FeelScope(processes[key].Instance.Variables.With(token.Locals).ToFeel(), now));
        return said.AsList is { } list ? list.Select(v => v.AsString).FirstOrDefault() : said.AsString;
    }

    private Wait Moved(Wait wait)
    {
        var (key, element) = processes.SelectMany(p => wait.Kind == WaitKind.Job
            ? p.Value.Instance.Tokens.Where(t => t.Id == wait.Id).Select(t => (p.Key, t.ElementId))
            : p.Value.Instance.Subscriptions.Where(s => s.Id == wait.Id).Select(s => (p.Key, s.ElementId))).First();
        var node = setting.Service.Nodes[element];
        var moved = wait with { Element = node.Id, Name = node.Title, Unit = UnitOf(key, node.Properties, node.Title, BpmnVariables.Empty) ?? wait.Unit };
        if (wait.Job is { } job)
            return moved with { Job = job with { Type = node.Extensions.Job?.Type is { IsFeel: false } type ? type.Text : job.Type } };
        var fee = ProcessNodes.IsPayment(node) ? wait.Fee ?? FeeAt(key, node) : null;
        return moved with
        {
            Kind = fee is null ? WaitKind.Message : WaitKind.Payment, Fee = fee, For = WaitedFor(key, node) ?? wait.For,
            Message = ProcessNodes.AwaitedBy(node)?.Title ?? wait.Message, StopsClock = node.Properties.GetValueOrDefault(Property.Clock) == Property.Stops,
            DueAt = setting.Calendar.Add(wait.OpenedAt, setting.Service.DueOf(node.Id)),
        };
    }
}
