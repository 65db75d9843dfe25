using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaiDang.Bpmn;

/// <summary>Where an instance is in its life.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstanceState>))]
public enum InstanceState
{
    /// <summary>Made, not started.</summary>
    Ready,
    /// <summary>Running; something may still happen.</summary>
    Running,
    /// <summary>Ended as the model says.</summary>
    Ended,
    /// <summary>Ended by an error that nothing in the process catches.</summary>
    Failed,
    /// <summary>Ended from outside.</summary>
    Cancelled,
}

/// <summary>
/// All that is known of one run of a process. Immutable; serialises with System.Text.Json by itself; two instances that went the same way
/// have the same JSON. Ids of tokens, scopes, timers and subscriptions come from one counter inside.
/// </summary>
public sealed record ProcessInstance
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>The process that it runs, by id in its model.</summary>
    public required string ProcessId { get; init; }

    /// <summary>Where it is in its life.</summary>
    public InstanceState State { get; init; }

    /// <summary>Whether another process called it: then an error that nothing catches goes to the caller.</summary>
    public bool IsCalled { get; init; }

    /// <summary>The last id given out.</summary>
    public int LastId { get; init; }

    /// <summary>The end event that was reached last in the process itself, or null.</summary>
    public string? EndElementId { get; init; }

    /// <summary>The error that ended it, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The process and all sub-processes and loops that run, in order of their ids.</summary>
    public IReadOnlyList<BpmnScope> Scopes { get; init; } = [];

    /// <summary>Where the run is, in order of their ids.</summary>
    public IReadOnlyList<BpmnToken> Tokens { get; init; } = [];

    /// <summary>Times that are waited for, in order of their ids.</summary>
    public IReadOnlyList<BpmnTimer> Timers { get; init; } = [];

    /// <summary>Messages, signals and conditions that are waited for, in order of their ids.</summary>
    public IReadOnlyList<BpmnSubscription> Subscriptions { get; init; } = [];

    /// <summary>What was entered and finished, nodes and flows, in the order in which each was first entered.</summary>
    public IReadOnlyList<BpmnVisit> Visits { get; init; } = [];

    /// <summary>The variables at the end; while it runs they are in the first scope.</summary>
    public BpmnVariables Results { get; init; } = BpmnVariables.Empty;

    /// <summary>The process's own variables, running or ended.</summary>
    [JsonIgnore]
    public BpmnVariables Variables => Scopes.Count > 0 ? Scopes[0].Variables : Results;

    /// <summary>Whether nothing can happen any more.</summary>
    [JsonIgnore]
    public bool IsOver => State is InstanceState.Ended or InstanceState.Failed or InstanceState.Cancelled;

    /// <summary>An instance that is yet to be started.</summary>
    public static ProcessInstance Of(string processId) => new() { ProcessId = processId };

    /// <summary>The instance as compact JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Compact);

    /// <summary>An instance from <see cref="ToJson"/>.</summary>
    /// <exception cref="JsonException">The text is no instance.</exception>
    public static ProcessInstance FromJson(string json) =>
        JsonSerializer.Deserialize<ProcessInstance>(json, Compact) ?? throw new JsonException("An instance is a JSON object.");
}

/// <summary>What a token does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TokenState>))]
public enum TokenState
{
    /// <summary>On its way; never seen between two triggers.</summary>
    Ready,
    /// <summary>Waits for a person.</summary>
    Work,
    /// <summary>Waits for a program.</summary>
    Job,
    /// <summary>Waits for a decision.</summary>
    Decision,
    /// <summary>Waits for an event.</summary>
    Event,
    /// <summary>Waits for a called process.</summary>
    Call,
    /// <summary>Waits for what runs inside its sub-process or loop.</summary>
    Inside,
    /// <summary>Waits for others to come together with.</summary>
    Joining,
    /// <summary>Waits for what it undoes.</summary>
    Compensating,
    /// <summary>Could not go on; <see cref="BpmnToken.Incident"/> says why.</summary>
    Incident,
}

/// <summary>A place where the run is.</summary>
public sealed record BpmnToken
{
    /// <summary>Its id, never used again in the instance.</summary>
    public required int Id { get; init; }

    /// <summary>The node where it is.</summary>
    public required string ElementId { get; init; }

    /// <summary>The scope that it runs in.</summary>
    public required int ScopeId { get; init; }

    /// <summary>What it does.</summary>
    public TokenState State { get; init; }

    /// <summary>The flow by which it came, or null.</summary>
    public string? Via { get; init; }

    /// <summary>Since when it is at this node.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The variables of this node alone: its inputs, and in a loop the item and its number.</summary>
    public BpmnVariables Locals { get; init; } = BpmnVariables.Empty;

    /// <summary>In a loop: which round this is, from 1; otherwise 0.</summary>
    public int Round { get; init; }

    /// <summary>Where several events are needed: the definitions that came about.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>In compensation: the token that waits until this one is done; otherwise 0.</summary>
    public int Undoes { get; init; }

    /// <summary>In compensation: what is still to be undone after what runs now, next first.</summary>
    public IReadOnlyList<BpmnUndo> StillToUndo { get; init; } = [];

    /// <summary>Why it could not go on, or null. A job with an incident still is a job.</summary>
    public BpmnIncident? Incident { get; init; }
}

/// <summary>Why a token could not go on.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Vi">What happened and what to do, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
/// <param name="IsLeaving">Whether the node's own work was done and only going on failed.</param>
public sealed record BpmnIncident(string Code, string Vi, string En, bool IsLeaving);

/// <summary>What kind of scope.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScopeKind>))]
public enum ScopeKind
{
    /// <summary>The process itself.</summary>
    Process,
    /// <summary>The inside of a sub-process.</summary>
    SubProcess,
    /// <summary>The rounds of an activity that repeats.</summary>
    Loop,
}

/// <summary>The running process, a running sub-process, or the rounds of an activity.</summary>
public sealed record BpmnScope
{
    /// <summary>Its id.</summary>
    public required int Id { get; init; }

    /// <summary>The process, sub-process or repeated activity.</summary>
    public required string ElementId { get; init; }

    /// <summary>What kind of scope.</summary>
    public ScopeKind Kind { get; init; }

    /// <summary>The token that waits outside; 0 for the process.</summary>
    public int OwnerId { get; init; }

    /// <summary>The variables that live as long as the scope does.</summary>
    public BpmnVariables Variables { get; init; } = BpmnVariables.Empty;

    /// <summary>What can be undone, oldest first.</summary>
    public IReadOnlyList<BpmnUndo> Undo { get; init; } = [];

    /// <summary>For a loop: how far it is; otherwise null.</summary>
    public LoopProgress? Loop { get; init; }

    /// <summary>Where event sub-processes need several events: the definitions that came about, by id.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>Complex gateways that have opened and swallow what still comes, by id.</summary>
    public IReadOnlyList<string> Opened { get; init; } = [];
}

/// <summary>An activity that was done and can be undone.</summary>
/// <param name="ElementId">The activity.</param>
/// <param name="HandlerId">The activity or event sub-process that undoes it; null when only what is inside can be undone.</param>
/// <param name="Variables">The variables of its scope when it ended.</param>
/// <param name="Inside">For a sub-process: what inside can be undone, oldest first.</param>
public sealed record BpmnUndo(string ElementId, string? HandlerId, BpmnVariables Variables, IReadOnlyList<BpmnUndo> Inside);

/// <summary>How far a loop is.</summary>
/// <param name="Total">How many rounds there will be; 0 when only a condition says.</param>
/// <param name="Started">Rounds begun.</param>
/// <param name="Finished">Rounds done.</param>
/// <param name="Items">The items of the rounds; empty when a number says how many.</param>
/// <param name="Outputs">The results by round; those not yet known are null.</param>
public sealed record LoopProgress(int Total, int Started, int Finished, IReadOnlyList<JsonElement> Items, IReadOnlyList<JsonElement> Outputs);

/// <summary>A time that is waited for.</summary>
public sealed record BpmnTimer
{
    /// <summary>Its id, as in <see cref="Trigger.TimerFired"/>.</summary>
    public required int Id { get; init; }

    /// <summary>The event that waits.</summary>
    public required string ElementId { get; init; }

    /// <summary>Which of the event's definitions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The token that waits, or that the boundary event watches; 0 for the start of an event sub-process.</summary>
    public int TokenId { get; init; }

    /// <summary>The scope.</summary>
    public required int ScopeId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>For a repeated time: the ISO 8601 duration between; otherwise null.</summary>
    public string? Every { get; init; }

    /// <summary>For a repeated time: how often after this one; null without end.</summary>
    public int? Left { get; init; }
}

/// <summary>What is waited for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubscriptionKind>))]
public enum SubscriptionKind
{
    /// <summary>A message.</summary>
    Message,
    /// <summary>A signal.</summary>
    Signal,
    /// <summary>A condition.</summary>
    Condition,
}

/// <summary>A message, signal or condition that is waited for.</summary>
public sealed record BpmnSubscription
{
    /// <summary>Its id.</summary>
    public required int Id { get; init; }

    /// <summary>What is waited for.</summary>
    public SubscriptionKind Kind { get; init; }

    /// <summary>The event or receive task that waits.</summary>
    public required string ElementId { get; init; }

    /// <summary>Which of the event's definitions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The token that waits, or that the boundary event watches; 0 for the start of an event sub-process.</summary>
    public int TokenId { get; init; }

    /// <summary>The scope.</summary>
    public required int ScopeId { get; init; }

    /// <summary>The name of the message or signal; empty for a condition.</summary>
    public string Name { get; init; } = "";

    /// <summary>For a message: what tells this instance from others; null when the name alone decides.</summary>
    public string? CorrelationKey { get; init; }

    /// <summary>For a condition: whether it held when last asked.</summary>
    public bool Held { get; init; }
}

/// <summary>What happened at one node or flow.</summary>
/// <param name="ElementId">The node or flow.</param>
/// <param name="Entered">How often it was entered.</param>
/// <param name="Finished">How often it was finished; for a flow the same as entered.</param>
/// <param name="At">When it was last entered or finished.</param>
public sealed record BpmnVisit(string ElementId, int Entered, int Finished, DateTimeOffset At);
