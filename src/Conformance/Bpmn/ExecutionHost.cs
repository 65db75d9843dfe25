using System.Text.RegularExpressions;
using HaiDang.Bpmn;

namespace HaiDang.Conformance.Bpmn;

/// <summary>
/// A host for the execution cases: performs their eleven script words, routes messages and signals between the processes of a file,
/// starts called processes, and lets process time pass.
/// </summary>
internal sealed partial class ExecutionHost(BpmnModel model)
{
    private sealed class Live(ProcessInstance instance, Live? caller, int callToken)
    {
        public ProcessInstance Instance { get; set; } = instance;
        public Live? Caller { get; } = caller;
        public int CallToken { get; } = callToken;
    }

    private readonly List<Live> running = [];
    private readonly List<string> trace = [];
    private DateTimeOffset now = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7));

    public IReadOnlyList<string> Run(string processId, string? input, int integerVariable, bool withOthers, TimeSpan wait)
    {
        var variables = BpmnVariables.Empty.With("test", input?.ToLowerInvariant() ?? "").With("integerVariable", integerVariable);
        // The other processes of such a file wait for what this one sends: they run already.
        if (withOthers)
            foreach (var other in model.Processes.Where(p => p.Id != processId && p.IsExecutable)) Begin(other.Id, new Trigger.Start(variables), null, 0);
        var until = now + wait;
        Begin(processId, new Trigger.Start(variables), null, 0);
        foreach (var (at, start) in Beginnings.Of(model.Process(processId)!, variables, now, until))
        {
            PassTime(at);
            Begin(processId, new Trigger.Start(variables, start), null, 0);
        }
        PassTime(until);
        return trace;
    }

    private void Begin(string processId, Trigger trigger, Live? caller, int callToken)
    {
        var live = new Live(ProcessInstance.Of(processId), caller, callToken);
        running.Add(live);
        Take(live, trigger);
    }

    private void PassTime(DateTimeOffset until)
    {
        while (Next(until) is var (live, timer))
        {
            if (timer.Due > now) now = timer.Due;
            Take(live, new Trigger.TimerFired(timer.Id));
        }
        if (until > now) now = until;
    }

    private (Live, BpmnTimer)? Next(DateTimeOffset until) => running.SelectMany(live => live.Instance.Timers.Select(timer => (live, timer)))
        .Where(t => t.timer.Due <= until).OrderBy(t => t.timer.Due).ThenBy(t => t.timer.Id).Select(t => ((Live, BpmnTimer)?)t).FirstOrDefault();

    private bool Take(Live live, Trigger trigger)
    {
        var step = BpmnInterpreter.Apply(model, live.Instance, trigger, now);
        if (step.IsRefused) return false;
        live.Instance = ProcessInstance.FromJson(step.Instance.ToJson());
        foreach (var effect in step.Effects) Do(live, effect);
        return true;
    }

    private void Do(Live live, Effect effect)
    {
        switch (effect)
        {
            case Effect.JobCreated { Script: { } script } job:
                Perform(live, job, script.Trim());
                break;
            case Effect.MessageSent sent:
                Route(new Trigger.MessageArrived(sent.Name, sent.CorrelationKey, sent.Payload), first: true, from: null);
                break;
            case Effect.SignalThrown thrown:
                Route(new Trigger.SignalArrived(thrown.Name, thrown.Payload), first: false, from: live);
                break;
            case Effect.CallStarted call:
                Begin(call.ProcessId, new Trigger.Start(call.Variables, IsCalled: true), live, call.TokenId);
                break;
            case Effect.CallWithdrawn withdrawn:
                foreach (var called in running.Where(o => o.Caller == live && o.CallToken == withdrawn.TokenId && !o.Instance.IsOver).ToList()) Take(called, new Trigger.Cancel());
                break;
            case Effect.EscalationRaised raised when live.Caller is { } caller:
                Take(caller, new Trigger.CalledProcessEscalated(live.CallToken, raised.Code, raised.Payload));
                break;
            case Effect.InstanceEnded { State: not InstanceState.Cancelled } ended:
                if (live.Caller is { } waiting) Take(waiting, new Trigger.CalledProcessEnded(live.CallToken, ended.Variables, ended.ErrorCode));
                else if (ended.ErrorCode is not null) trace.Add("Error");
                break;
            case Effect.IncidentRaised { Incident.Code: not "bpmn.deadlock" }:
                trace.Add("Error");
                break;
        }
    }

    /// <summary>Gives a message to the first that waits, a signal to all; and starts what begins with it.</summary>
    private void Route(Trigger trigger, bool first, Live? from)
    {
        var heard = false;
        foreach (var other in running.Where(o => o != from && o.Instance.State == InstanceState.Running).ToList())
            if (!(first && heard)) heard |= Take(other, trigger);
        if (first && heard) return;
        foreach (var process in model.Processes)
            if (!BpmnInterpreter.Apply(model, ProcessInstance.Of(process.Id), trigger, now).IsRefused) Begin(process.Id, trigger, null, 0);
    }

    private void Perform(Live live, Effect.JobCreated job, string script)
    {
        // What came before it in the same step may have withdrawn the job already.
        if (live.Instance.Tokens.All(t => t.Id != job.TokenId)) return;
        var came = BpmnVariables.Empty;
        switch (script)
        {
            case var word when LogsTask().Match(word) is { Success: true } task: trace.Add("Task" + task.Groups[1].Value); break;
            case "CREATE_LOG_FILE": break;
            case "CREATE_MARKER_FILE": trace.Add("MarkerExists"); break;
            case "INCREMENT_INTEGER_VARIABLE" or "INCREMENT_INTEGER_VARIABLE_AND_LOG":
                came = came.With("integerVariable", job.Inputs["integerVariable"].GetInt32() + 1);
                if (script.EndsWith("LOG", StringComparison.Ordinal)) trace.Add("Increment");
                break;
            case "SET_STRING_DATA": came = came.With("data", "String"); break;
            case "LOG_DATA": trace.Add(job.Inputs.TryGetValue("data", out var data) && data.GetString() == "String" ? "DataCorrect" : "DataWrong"); break;
            case "THROW_ERROR":
                // The word throws what the file declares; where it declares nothing, the error reaches the top.
                Take(live, new Trigger.FailTask(job.TokenId, model.Roots.Errors.Values.FirstOrDefault()?.Code ?? "RuntimeException", BpmnVariables.Empty));
                return;
            case "WAIT_TEN_SECONDS":
                PassTime(now + TimeSpan.FromSeconds(10));
                break;
            default: throw new InvalidOperationException($"unknown script word {script}");
        }
        Take(live, new Trigger.CompleteTask(job.TokenId, came));
    }

    [GeneratedRegex(@"^SCRIPT_task(\d)$")]
    private static partial Regex LogsTask();
}
