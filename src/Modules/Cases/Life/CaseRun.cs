using System.Collections.Immutable;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Contracts;
using HaiDang.Feel;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>
/// One move of a case: a trigger for one of its processes, and all that follows from it in the others, until everything
/// waits again. A working copy, read out as events at the end; a refusal leaves nothing behind.
/// </summary>
/// <remarks>The processes of a case share one counter, so that ids of tokens, timers and subscriptions are unique in the case.</remarks>
internal sealed partial class CaseRun
{
    /// <summary>An automatic step that has not been tried so long after its time is told up the line.</summary>
    public static readonly Duration JobGrace = Duration.FromMinutes(15);

    /// <summary>How many triggers one move may set off before it counts as endless.</summary>
    private const int MostTriggers = 10_000;

    private const int Main = 0;

    /// <summary>A variable that no step has set yet is no fault.</summary>
    private const string UnknownName = "feel.unknown-name";

    private readonly Case matter;
    private readonly Setting setting;
    private readonly DateTimeOffset now;
    private readonly SortedDictionary<int, CalledProcess> processes = [];
    private readonly Queue<(int Key, Trigger Trigger)> triggers = new();
    private readonly List<IEvent> work = [];
    private readonly Dictionary<int, Wait> opened = [];
    private readonly HashSet<int> passed = [];
    private readonly List<Problem> problems = [];
    private int lastId;
    private Effect.InstanceEnded? ended;

    public CaseRun(Case matter, Setting setting)
    {
        (this.matter, this.setting) = (matter, setting);
        now = setting.Now.InZone(setting.Calendar.Zone).ToDateTimeOffset();
        Facts = CaseFacts.Of(matter, setting.Calendar.Zone);
        processes[Main] = new CalledProcess(Main, "", matter.Unit, CaseFacts.Into(matter.Process ?? ProcessInstance.Of(setting.Service.ProcessId), Facts));
        foreach (var called in matter.Called) processes[called.Token] = called with { Instance = CaseFacts.Into(called.Instance, Facts) };
        lastId = processes.Values.Max(p => p.Instance.LastId);
    }

    private BpmnVariables Facts { get; }

    /// <summary>The process that holds a token: 0 for the main one, else the token of its call.</summary>
    public int HolderOf(int token) => processes.First(p => p.Value.Instance.Tokens.Any(t => t.Id == token)).Key;

    /// <summary>The process that called another and still waits for it; null for the main one, and when the call was withdrawn meanwhile.</summary>
    private int? CallerOf(int key) => key == Main ? null
        : processes.Where(p => p.Value.Instance.Tokens.Any(t => t.Id == key)).Select(p => (int?)p.Key).FirstOrDefault();

    public Outcome<IReadOnlyList<IEvent>> Begin() => Go(Main, new Trigger.Start(Facts));

    /// <param name="closing">The event with which the move begins, before the processes tell theirs.</param>
    public Outcome<IReadOnlyList<IEvent>> Go(int key, Trigger first, IEvent? closing = null)
    {
        triggers.Enqueue((key, first));
        return Finish(closing);
    }

    /// <summary>Applies what is still to come, and tells the whole move.</summary>
    private Outcome<IReadOnlyList<IEvent>> Finish(IEvent? closing)
    {
        for (var count = 0; triggers.TryDequeue(out var next); count++)
        {
            if (count > MostTriggers) return CaseProblems.ProcessRefused.Now(new LocalText("quy trình chạy mãi không dừng", "the process runs without end"));
            Apply(next.Key, next.Trigger);
            if (problems.Count > 0) return problems.ToArray();
        }
        return Told(closing);
    }

    private void Apply(int key, Trigger trigger)
    {
        var process = processes[key];
        if (process.Instance.IsOver) return; // a trigger on its way to a process that another one ended meanwhile
        var model = setting.Service.ModelOf(process.Instance.ProcessId)!;
        var step = BpmnInterpreter.Apply(model, process.Instance with { LastId = lastId }, trigger, now);
        if (step.Refusal is { } refusal)
        {
            Refuse(new LocalText(refusal.Vi, refusal.En));
            return;
        }
        if (setting.Notes is { } notes)
            foreach (var n in step.Notes.Where(n => n.Code != UnknownName)) notes.Add(new PackProblem(n.Source, n.Line, new(n.Vi, n.En), new("", "")));
        lastId = step.Instance.LastId;
        processes[key] = process with { Instance = step.Instance };
        foreach (var effect in step.Effects) Take(key, effect);
        OpenWaits(key);
    }

    private void Take(int key, Effect effect)
    {
        switch (effect)
        {
            case Effect.WorkCreated created:
                OpenWork(key, created);
                break;
            case Effect.WorkWithdrawn withdrawn:
                if (opened.Remove(withdrawn.TokenId) || matter.WaitOf(withdrawn.TokenId) is not null) break;
                work.Add(new WorkClosed(withdrawn.TokenId, null, null, null, setting.Now));
                break;
            case Effect.DecisionNeeded decision:
                triggers.Enqueue((key, new Trigger.CompleteTask(decision.TokenId, Decided(decision))));
                break;
            case Effect.JobCreated job:
                OpenJob(key, job);
                break;
            case Effect.CallStarted call:
                Call(key, call);
                break;
            case Effect.CallWithdrawn withdrawn:
                triggers.Enqueue((withdrawn.TokenId, new Trigger.Cancel()));
                break;
            case Effect.InstanceEnded end when key == Main:
                ended = end;
                break;
            case Effect.InstanceEnded { State: not InstanceState.Cancelled } end when CallerOf(key) is { } caller:
                triggers.Enqueue((caller, new Trigger.CalledProcessEnded(key, end.Variables, end.State == InstanceState.Failed ? end.ErrorCode ?? Property.Failed : null)));
                break;
            case Effect.EscalationRaised raised when CallerOf(key) is { } caller:
                triggers.Enqueue((caller, new Trigger.CalledProcessEscalated(key, raised.Code, raised.Payload)));
                break;
            case Effect.SignalThrown thrown:
                foreach (var other in processes.Where(p => p.Key != key && p.Value.Instance.Subscriptions.Any(s => s.Kind == SubscriptionKind.Signal && s.Name == thrown.Name)))
                    triggers.Enqueue((other.Key, new Trigger.SignalArrived(thrown.Name, thrown.Payload)));
                break;
            case Effect.IncidentRaised incident:
                Refuse(new LocalText(incident.Incident.Vi, incident.Incident.En));
                break;
            case Effect.MessageSent sent:
                Refuse(new LocalText($"không gửi được thông điệp '{sent.Name}'", $"the message '{sent.Name}' cannot be sent"));
                break;
            default:
                break; // timers stand in the instances, and the watch fires them; what nobody catches or waits for changes nothing
        }
    }

    private void Call(int key, Effect.CallStarted call)
    {
        if (setting.Service.ModelOf(call.ProcessId) is null)
        {
            Refuse(new LocalText($"không có quy trình '{call.ProcessId}'", $"there is no process '{call.ProcessId}'"));
            return;
        }
        var node = setting.Service.Nodes[call.ElementId];
        if (UnitOf(key, node.Properties, node.Title, call.Variables) is not { } unit) return;
        processes[call.TokenId] = new CalledProcess(call.TokenId, call.ElementId, unit, ProcessInstance.Of(call.ProcessId));
        triggers.Enqueue((call.TokenId, new Trigger.Start(call.Variables.With(Facts), IsCalled: true)));
    }

    private BpmnVariables Decided(Effect.DecisionNeeded needed) =>
        BpmnVariables.Of(needed.ResultVariable, setting.Service.Decide(needed.DecisionId, needed.Inputs.ToFeel(), setting.Notes).ToJson());

    /// <summary>The unit that does a step: what <c>haidang:unit</c> says, else the unit of the process; null after it was refused as unclear.</summary>
    private string? UnitOf(int key, IReadOnlyDictionary<string, string> properties, string name, BpmnVariables locals, string property = Property.Unit)
    {
        if (properties.GetValueOrDefault(property) is not { } text) return processes[key].Unit;
        if (OtherUnit.Find(text, matter.Unit, setting.Units, () => new FeelScope(processes[key].Instance.Variables.With(locals).ToFeel(), now)) is [var unit]) return unit.Id;
        problems.Add(CaseProblems.UnclearUnit.Now(name, text));
        return null;
    }

    private void Refuse(LocalText why) => problems.Add(CaseProblems.ProcessRefused.Now(why));
}
