namespace HaiDang.Bpmn;

/// <summary>What happens to an instance from outside.</summary>
public abstract record Trigger
{
    private Trigger() { }

    /// <summary>Starts the instance.</summary>
    /// <param name="Variables">The process's variables.</param>
    /// <param name="StartElementId">The start event; null takes the one without a definition.</param>
    /// <param name="IsCalled">Whether another process calls it.</param>
    public sealed record Start(BpmnVariables Variables, string? StartElementId = null, bool IsCalled = false) : Trigger;

    /// <summary>Work, a job or a decision is done.</summary>
    /// <param name="TokenId">Its token.</param>
    /// <param name="Variables">What came of it.</param>
    public sealed record CompleteTask(int TokenId, BpmnVariables Variables) : Trigger;

    /// <summary>Work or a job met an error that the model may catch.</summary>
    /// <param name="TokenId">Its token.</param>
    /// <param name="ErrorCode">The code that catchers compare.</param>
    /// <param name="Variables">What is known of it.</param>
    public sealed record FailTask(int TokenId, string ErrorCode, BpmnVariables Variables) : Trigger;

    /// <summary>Work or a job met an obstacle that the model knows nothing of; it stays, marked, until <see cref="ResolveIncident"/>.</summary>
    /// <param name="TokenId">Its token.</param>
    /// <param name="Vi">What happened and what to do, in Vietnamese.</param>
    /// <param name="En">The same in English.</param>
    public sealed record RaiseIncident(int TokenId, string Vi, string En) : Trigger;

    /// <summary>The cause of an incident is gone: the token tries again.</summary>
    /// <param name="TokenId">The token.</param>
    /// <param name="Variables">Variables set before it tries.</param>
    public sealed record ResolveIncident(int TokenId, BpmnVariables Variables) : Trigger;

    /// <summary>A time has come.</summary>
    /// <param name="TimerId">As in <see cref="Effect.TimerScheduled"/>.</param>
    public sealed record TimerFired(int TimerId) : Trigger;

    /// <summary>A message came. An instance that is not started begins with it, if its process does.</summary>
    /// <param name="Name">The message.</param>
    /// <param name="CorrelationKey">What tells instances apart, or null.</param>
    /// <param name="Payload">Variables that it brings.</param>
    /// <param name="SubscriptionId">Which of several that wait for the same message hears it; null: the first.</param>
    public sealed record MessageArrived(string Name, string? CorrelationKey, BpmnVariables Payload, int? SubscriptionId = null) : Trigger;

    /// <summary>A signal was thrown elsewhere. An instance that is not started begins with it, if its process does.</summary>
    /// <param name="Name">The signal.</param>
    /// <param name="Payload">Variables that it brings.</param>
    public sealed record SignalArrived(string Name, BpmnVariables Payload) : Trigger;

    /// <summary>Something that conditions may look at has changed.</summary>
    /// <param name="Variables">The process's variables that changed.</param>
    public sealed record ConditionsChanged(BpmnVariables Variables) : Trigger;

    /// <summary>A called process ended.</summary>
    /// <param name="TokenId">The token that called.</param>
    /// <param name="Variables">The called process's variables.</param>
    /// <param name="ErrorCode">The error that ended it, or null.</param>
    public sealed record CalledProcessEnded(int TokenId, BpmnVariables Variables, string? ErrorCode = null) : Trigger;

    /// <summary>A called process sent an escalation and runs on.</summary>
    /// <param name="TokenId">The token that called.</param>
    /// <param name="Code">The escalation's code, or null.</param>
    /// <param name="Variables">Variables that it brings.</param>
    public sealed record CalledProcessEscalated(int TokenId, string? Code, BpmnVariables Variables) : Trigger;

    /// <summary>The run ends from outside; everything that waits is withdrawn.</summary>
    public sealed record Cancel : Trigger;
}
