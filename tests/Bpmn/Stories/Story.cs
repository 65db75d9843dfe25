using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Bpmn.Tests;

/// <summary>
/// Plays a run and says what is seen. After every step the instance goes through JSON, and the next step is applied to both: they must agree.
/// </summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly BpmnModel model;
    private string json;

    public Story(BpmnModel model, string process = "p")
    {
        this.model = model;
        Instance = ProcessInstance.Of(process);
        json = Instance.ToJson();
    }

    public ProcessInstance Instance { get; private set; }

    public DateTimeOffset Now { get; private set; } = Monday;

    /// <summary>All effects so far, in words: <c>work a</c>, <c>timer t PT4H</c>, <c>end ok</c>.</summary>
    public List<string> Trace { get; } = [];

    public List<Effect> Effects { get; } = [];

    public static Story Of(ModelBuilder process, object? variables = null) => new Story(process.Model()).Starts(variables);

    public Story Starts(object? variables = null) => Take(new Trigger.Start(Variables(variables)));

    /// <summary>Completes work, a job or a decision.</summary>
    public Story Does(string element, object? variables = null) => Take(new Trigger.CompleteTask(Token(element), Variables(variables)));

    public Story Fails(string element, string code, object? variables = null) => Take(new Trigger.FailTask(Token(element), code, Variables(variables)));

    public Story Hears(string message, string? key = null, object? variables = null) => Take(new Trigger.MessageArrived(message, key, Variables(variables)));

    public Story Signalled(string signal, object? variables = null) => Take(new Trigger.SignalArrived(signal, Variables(variables)));

    public Story Changes(object variables) => Take(new Trigger.ConditionsChanged(Variables(variables)));

    public Story Returns(string element, object? variables = null, string? error = null) =>
        Take(new Trigger.CalledProcessEnded(Token(element), Variables(variables), error));

    public Story Resolves(string element, object? variables = null) =>
        Take(new Trigger.ResolveIncident(Instance.Tokens.First(t => t.ElementId == element && t.Incident is not null).Id, Variables(variables)));

    /// <summary>Lets time pass; timers fire when they are due, the earliest first.</summary>
    public Story Passes(TimeSpan time)
    {
        var until = Now + time;
        while (Instance.Timers.Where(t => t.Due <= until).OrderBy(t => t.Due).ThenBy(t => t.Id).FirstOrDefault() is { } timer)
        {
            if (timer.Due > Now) Now = timer.Due;
            Take(new Trigger.TimerFired(timer.Id));
        }
        Now = until;
        return this;
    }

    /// <summary>The elements where something outside is waited for, sorted, with their number when several: <c>"a b b"</c>.</summary>
    public Story Waits(string elements)
    {
        Assert.Equal(elements, string.Join(' ', Instance.Tokens.Where(t => t.State is not (TokenState.Inside or TokenState.Joining)).Select(t => t.ElementId).Order(StringComparer.Ordinal)));
        return this;
    }

    public Story Joins(string elements)
    {
        Assert.Equal(elements, string.Join(' ', Instance.Tokens.Where(t => t.State == TokenState.Joining).Select(t => t.ElementId).Order(StringComparer.Ordinal)));
        return this;
    }

    public Story Ends(string? end = null, InstanceState state = InstanceState.Ended)
    {
        Assert.Equal(state, Instance.State);
        if (end is not null) Assert.Equal(end, Instance.EndElementId);
        Assert.Empty(Instance.Tokens);
        Assert.Empty(Instance.Scopes);
        Assert.Empty(Instance.Timers);
        Assert.Empty(Instance.Subscriptions);
        return this;
    }

    /// <summary>A variable of the process as JSON text.</summary>
    public Story Has(string name, string value)
    {
        Assert.Equal(value, Instance.Variables.TryGetValue(name, out var found) ? found.GetRawText() : "absent");
        return this;
    }

    public Story Traces(params string[] lines)
    {
        Assert.Equal(lines, Trace);
        return this;
    }

    public Story StuckAt(string element, string code)
    {
        var token = Assert.Single(Instance.Tokens, t => t.ElementId == element && t.Incident is not null);
        Assert.Equal(code, token.Incident!.Code);
        return this;
    }

    public BpmnDiagnostic Refuses(Trigger trigger)
    {
        var step = BpmnInterpreter.Apply(model, Instance, trigger, Now);
        Assert.NotNull(step.Refusal);
        Assert.Same(Instance, step.Instance);
        Assert.Empty(step.Effects);
        return step.Refusal;
    }

    public int Token(string element)
    {
        var found = Instance.Tokens.FirstOrDefault(t => t.ElementId == element && t.State is TokenState.Work or TokenState.Job or TokenState.Decision or TokenState.Call);
        Assert.True(Instance.Tokens.Any(t => t.ElementId == element), $"Nothing waits at {element}; tokens: {string.Join(' ', Instance.Tokens.Select(t => $"{t.ElementId}:{t.State}"))}");
        return (found is not null && found.ElementId == element ? found : Instance.Tokens.First(t => t.ElementId == element && t.State != TokenState.Inside)).Id;
    }

    public Story Take(Trigger trigger)
    {
        var step = BpmnInterpreter.Apply(model, Instance, trigger, Now);
        Assert.True(step.Refusal is null, step.Refusal?.En);
        var again = BpmnInterpreter.Apply(model, ProcessInstance.FromJson(json), trigger, Now);
        Instance = step.Instance;
        json = Instance.ToJson();
        Assert.Equal(json, again.Instance.ToJson());
        Assert.Equal(json, ProcessInstance.FromJson(json).ToJson());
        Effects.AddRange(step.Effects);
        Trace.AddRange(step.Effects.Select(Word));
        return this;
    }

    public static BpmnVariables Variables(object? values) =>
        values is null ? BpmnVariables.Empty : BpmnVariables.From((JsonObject)JsonSerializer.SerializeToNode(values)!);

    private static string Word(Effect effect) => effect switch
    {
        Effect.WorkCreated e => $"work {e.ElementId}",
        Effect.WorkWithdrawn e => $"withdrawn {e.ElementId}",
        Effect.JobCreated e => $"job {e.ElementId} {e.Type}",
        Effect.DecisionNeeded e => $"decision {e.ElementId} {e.DecisionId}",
        Effect.TimerScheduled e => $"timer {e.ElementId} {e.Text}",
        Effect.TimerCancelled => "timer cancelled",
        Effect.MessageSent e => $"message {e.Name}",
        Effect.SignalThrown e => $"signal {e.Name}",
        Effect.EscalationRaised e => $"escalation {e.Code}",
        Effect.CallStarted e => $"call {e.ElementId} {e.ProcessId}",
        Effect.CallWithdrawn e => $"call withdrawn {e.ElementId}",
        Effect.InstanceEnded e => $"end {e.EndElementId}" + (e.ErrorCode is null ? "" : $" {e.ErrorCode}"),
        Effect.IncidentRaised e => $"incident {e.ElementId} {e.Incident.Code}",
        _ => effect.ToString(),
    };
}
