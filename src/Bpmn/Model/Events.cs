namespace HaiDang.Bpmn;

/// <summary>Where an event stands (BPMN 2.0 §10.5).</summary>
public enum EventPosition
{
    /// <summary>Begins a process or sub-process.</summary>
    Start,
    /// <summary>Waits on a flow.</summary>
    Catch,
    /// <summary>Sends on a flow.</summary>
    Throw,
    /// <summary>Waits at the edge of an activity.</summary>
    Boundary,
    /// <summary>Ends a flow.</summary>
    End,
}

/// <summary>An event.</summary>
public sealed class EventNode : FlowNode
{
    internal EventNode(ElementHead head, ZeebeExtensions extensions, EventPosition position, IReadOnlyList<EventDefinition> definitions)
        : base(head, extensions) => (Position, Definitions) = (position, definitions);

    /// <summary>Where it stands.</summary>
    public EventPosition Position { get; }

    /// <summary>What it waits for or sends; none, one or several.</summary>
    public IReadOnlyList<EventDefinition> Definitions { get; }

    /// <summary>The one definition, or null when there are none or several.</summary>
    public EventDefinition? Definition => Definitions.Count == 1 ? Definitions[0] : null;

    /// <summary>Whether all definitions must come about (<c>parallelMultiple</c>) rather than any.</summary>
    public bool NeedsAll { get; internal init; }

    /// <summary>For a boundary event or the start of an event sub-process: whether it ends what it interrupts.</summary>
    public bool Interrupts { get; internal init; } = true;

    /// <summary>For a boundary event: the id of its activity as written.</summary>
    public string? AttachedToId { get; internal init; }

    /// <summary>For a boundary event: its activity; null only in a model with a dangling reference, which is reported.</summary>
    public Activity? AttachedTo { get; internal set; }

    /// <summary>Whether it sends (throw and end events) rather than waits.</summary>
    public bool IsThrowing => Position is EventPosition.Throw or EventPosition.End;

    /// <summary>Whether it is where a link comes out.</summary>
    public bool IsLinkCatch => Position == EventPosition.Catch && Definition is LinkDefinition;

    /// <summary>For a compensation boundary event: the activity that undoes, or null.</summary>
    public Activity? CompensationHandler { get; internal set; }

    internal T? Defined<T>() where T : EventDefinition => Definitions.OfType<T>().FirstOrDefault();
}

/// <summary>What an event waits for or sends (§10.5.5).</summary>
public abstract class EventDefinition
{
    private protected EventDefinition(ElementHead head) => (Id, Line, Column) = (head.Id, head.Line, head.Column);

    /// <summary>The id; made of line and column when the file has none.</summary>
    public string Id { get; }

    /// <summary>Line in the XML, from 1.</summary>
    public int Line { get; }

    /// <summary>Column in the line, from 1.</summary>
    public int Column { get; }
}

/// <summary>A message.</summary>
public sealed class MessageDefinition : EventDefinition
{
    internal MessageDefinition(ElementHead head, BpmnMessage? message) : base(head) => Message = message;

    /// <summary>The message; null when the reference is missing.</summary>
    public BpmnMessage? Message { get; }
}

/// <summary>The three ways to say a time.</summary>
public enum TimerKind
{
    /// <summary>A point in time, ISO 8601.</summary>
    Date,
    /// <summary>A time from now, ISO 8601 duration.</summary>
    Duration,
    /// <summary>A repeated time, <c>R3/PT10S</c>.</summary>
    Cycle,
}

/// <summary>A time.</summary>
public sealed class TimerDefinition : EventDefinition
{
    internal TimerDefinition(ElementHead head, TimerKind? kind, BpmnExpression? time) : base(head) => (Kind, Time) = (kind, time);

    /// <summary>How the time is said; null when the file does not say, or says it twice.</summary>
    public TimerKind? Kind { get; }

    /// <summary>The time: a text, or FEEL with a leading <c>=</c>; null as for <see cref="Kind"/>.</summary>
    public BpmnExpression? Time { get; }
}

/// <summary>A condition over the variables.</summary>
public sealed class ConditionalDefinition : EventDefinition
{
    internal ConditionalDefinition(ElementHead head, BpmnExpression? condition) : base(head) => Condition = condition;

    /// <summary>The condition; null when missing.</summary>
    public BpmnExpression? Condition { get; }
}

/// <summary>A signal.</summary>
public sealed class SignalDefinition : EventDefinition
{
    internal SignalDefinition(ElementHead head, BpmnSignal? signal) : base(head) => Signal = signal;

    /// <summary>The signal; null when the reference is missing.</summary>
    public BpmnSignal? Signal { get; }
}

/// <summary>An error.</summary>
public sealed class ErrorDefinition : EventDefinition
{
    internal ErrorDefinition(ElementHead head, BpmnError? error) : base(head) => Error = error;

    /// <summary>The error; null catches every error.</summary>
    public BpmnError? Error { get; }
}

/// <summary>An escalation.</summary>
public sealed class EscalationDefinition : EventDefinition
{
    internal EscalationDefinition(ElementHead head, BpmnEscalation? escalation) : base(head) => Escalation = escalation;

    /// <summary>The escalation; null catches every escalation.</summary>
    public BpmnEscalation? Escalation { get; }
}

/// <summary>A jump within one body.</summary>
public sealed class LinkDefinition : EventDefinition
{
    internal LinkDefinition(ElementHead head, string? name) : base(head) => Name = name;

    /// <summary>The name that both ends share; null when missing.</summary>
    public string? Name { get; }
}

/// <summary>Undoing what was done.</summary>
public sealed class CompensateDefinition : EventDefinition
{
    internal CompensateDefinition(ElementHead head, string? activityId, bool waits) : base(head) => (ActivityId, Waits) = (activityId, waits);

    /// <summary>The activity to undo; null undoes all of the body.</summary>
    public string? ActivityId { get; }

    /// <summary>Whether the thrower waits until all is undone.</summary>
    public bool Waits { get; }
}

/// <summary>Ends its body with all that runs in it.</summary>
public sealed class TerminateDefinition : EventDefinition
{
    internal TerminateDefinition(ElementHead head) : base(head) { }
}

/// <summary>Cancels a transaction.</summary>
public sealed class CancelDefinition : EventDefinition
{
    internal CancelDefinition(ElementHead head) : base(head) { }
}
