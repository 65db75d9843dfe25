namespace HaiDang.Bpmn;

/// <summary>What the host has to do after a step. Effects stand in the order in which they came about.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>A person has something to do; answered by <see cref="Trigger.CompleteTask"/> or <see cref="Trigger.FailTask"/>.</summary>
    /// <param name="TokenId">The token that waits.</param>
    /// <param name="ElementId">The user or manual task.</param>
    /// <param name="Name">Its name, or its id when it has none.</param>
    /// <param name="Properties">The element's properties.</param>
    /// <param name="CandidateGroups">The groups whose people may do it.</param>
    /// <param name="Assignee">The person it is for, or null.</param>
    /// <param name="FormId">Its form, or null.</param>
    /// <param name="Headers">Fixed values of the element.</param>
    /// <param name="Inputs">Its inputs, and in a loop the item and its number.</param>
    public sealed record WorkCreated(int TokenId, string ElementId, string Name, IReadOnlyDictionary<string, string> Properties,
        IReadOnlyList<string> CandidateGroups, string? Assignee, string? FormId, IReadOnlyDictionary<string, string> Headers, BpmnVariables Inputs) : Effect;

    /// <summary>Work, a job or a decision that was waited for is not needed any more.</summary>
    /// <param name="TokenId">The token that waited.</param>
    /// <param name="ElementId">Its element.</param>
    public sealed record WorkWithdrawn(int TokenId, string ElementId) : Effect;

    /// <summary>A program has something to do; answered as <see cref="WorkCreated"/>.</summary>
    /// <param name="TokenId">The token that waits.</param>
    /// <param name="ElementId">The element.</param>
    /// <param name="Type">The kind of job.</param>
    /// <param name="Retries">How often to try, or null: the host's own number.</param>
    /// <param name="Headers">Fixed values.</param>
    /// <param name="Inputs">All variables that the element sees, its inputs among them.</param>
    /// <param name="Script">For a script that the host performs: its text; otherwise null.</param>
    public sealed record JobCreated(int TokenId, string ElementId, string Type, int? Retries, IReadOnlyDictionary<string, string> Headers,
        BpmnVariables Inputs, string? Script = null) : Effect;

    /// <summary>A decision is needed; answered by <see cref="Trigger.CompleteTask"/> with one variable, <paramref name="ResultVariable"/>.</summary>
    /// <param name="TokenId">The token that waits.</param>
    /// <param name="ElementId">The business rule task.</param>
    /// <param name="DecisionId">The decision.</param>
    /// <param name="ResultVariable">The variable for its result.</param>
    /// <param name="Inputs">All variables that the element sees, its inputs among them.</param>
    public sealed record DecisionNeeded(int TokenId, string ElementId, string DecisionId, string ResultVariable, BpmnVariables Inputs) : Effect;

    /// <summary>At a time <see cref="Trigger.TimerFired"/> is due; not before, and once.</summary>
    /// <param name="TimerId">The timer.</param>
    /// <param name="ElementId">The event that waits.</param>
    /// <param name="Due">When.</param>
    /// <param name="Text">The time as the model says it: ISO 8601 date, duration or repetition.</param>
    public sealed record TimerScheduled(int TimerId, string ElementId, DateTimeOffset Due, string Text) : Effect;

    /// <summary>A time is not waited for any more.</summary>
    /// <param name="TimerId">The timer.</param>
    public sealed record TimerCancelled(int TimerId) : Effect;

    /// <summary>A message goes out.</summary>
    /// <param name="ElementId">What sends it.</param>
    /// <param name="Name">The message.</param>
    /// <param name="CorrelationKey">What tells instances apart, or null.</param>
    /// <param name="Payload">The sender's inputs; all that it sees when it has none.</param>
    public sealed record MessageSent(string ElementId, string Name, string? CorrelationKey, BpmnVariables Payload) : Effect;

    /// <summary>A signal was thrown. This instance has heard it already; the host tells all others.</summary>
    /// <param name="ElementId">What threw it.</param>
    /// <param name="Name">The signal.</param>
    /// <param name="Payload">The thrower's inputs.</param>
    public sealed record SignalThrown(string ElementId, string Name, BpmnVariables Payload) : Effect;

    /// <summary>An escalation that nothing in the process catches; a host passes it to the caller.</summary>
    /// <param name="ElementId">What threw it.</param>
    /// <param name="Code">Its code, or null.</param>
    /// <param name="Payload">The thrower's inputs.</param>
    public sealed record EscalationRaised(string ElementId, string? Code, BpmnVariables Payload) : Effect;

    /// <summary>Another process is called; answered by <see cref="Trigger.CalledProcessEnded"/>.</summary>
    /// <param name="TokenId">The token that waits.</param>
    /// <param name="ElementId">The call activity.</param>
    /// <param name="ProcessId">The process called.</param>
    /// <param name="Variables">Its variables.</param>
    public sealed record CallStarted(int TokenId, string ElementId, string ProcessId, BpmnVariables Variables) : Effect;

    /// <summary>A called process is not needed any more: the host cancels it.</summary>
    /// <param name="TokenId">The token that waited.</param>
    /// <param name="ElementId">The call activity.</param>
    public sealed record CallWithdrawn(int TokenId, string ElementId) : Effect;

    /// <summary>The run is over.</summary>
    /// <param name="State">How it ended.</param>
    /// <param name="EndElementId">The end event reached last, or null.</param>
    /// <param name="Properties">That end event's properties.</param>
    /// <param name="ErrorCode">The error that ended it, or null.</param>
    /// <param name="Variables">The process's variables.</param>
    public sealed record InstanceEnded(InstanceState State, string? EndElementId, IReadOnlyDictionary<string, string> Properties,
        string? ErrorCode, BpmnVariables Variables) : Effect;

    /// <summary>A token could not go on; somebody must look. Answered by <see cref="Trigger.ResolveIncident"/> or <see cref="Trigger.Cancel"/>.</summary>
    /// <param name="TokenId">The token.</param>
    /// <param name="ElementId">Where.</param>
    /// <param name="Incident">Why.</param>
    public sealed record IncidentRaised(int TokenId, string ElementId, BpmnIncident Incident) : Effect;
}
