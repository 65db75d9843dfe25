namespace HaiDang.Bpmn;

/// <summary>A task, sub-process or call (BPMN 2.0 §10.3).</summary>
public abstract class Activity : FlowNode
{
    private protected Activity(ElementHead head, ZeebeExtensions extensions) : base(head, extensions) { }

    internal List<EventNode> BoundaryEvents { get; } = [];

    /// <summary>The boundary events attached to it.</summary>
    public IReadOnlyList<EventNode> Boundary => BoundaryEvents;

    /// <summary>Whether it only undoes another activity; nothing flows into it.</summary>
    public bool IsForCompensation { get; internal init; }

    /// <summary>How it repeats, or null.</summary>
    public LoopCharacteristics? Loop { get; internal init; }

    /// <summary>How many tokens must have come before it starts; 1 unless the file says otherwise.</summary>
    public int StartQuantity { get; internal init; } = 1;

    /// <summary>How many tokens it sends along each flow at its end; 1 unless the file says otherwise.</summary>
    public int CompletionQuantity { get; internal init; } = 1;
}

/// <summary>The kinds of task.</summary>
public enum TaskKind
{
    /// <summary>A task without a kind: the token passes at once.</summary>
    None,
    /// <summary>Work for a person.</summary>
    User,
    /// <summary>Work done by hand, outside any screen; the host treats it as work all the same.</summary>
    Manual,
    /// <summary>A job for a program.</summary>
    Service,
    /// <summary>A FEEL expression, or a script that the host performs.</summary>
    Script,
    /// <summary>A decision.</summary>
    BusinessRule,
    /// <summary>Sends a message, or is a job.</summary>
    Send,
    /// <summary>Waits for a message.</summary>
    Receive,
}

/// <summary>A task (§10.3.3).</summary>
public sealed class TaskNode : Activity
{
    internal TaskNode(ElementHead head, ZeebeExtensions extensions, TaskKind kind) : base(head, extensions) => Kind = kind;

    /// <summary>What kind of task.</summary>
    public TaskKind Kind { get; }

    /// <summary>The message that a send task sends or a receive task waits for, or null.</summary>
    public BpmnMessage? Message { get; internal init; }

    /// <summary>Whether a receive task begins the process when its message comes.</summary>
    public bool Instantiates { get; internal init; }

    /// <summary>The script of a script task as BPMN itself has it, or null.</summary>
    public ForeignScript? Script { get; internal init; }
}

/// <summary>The script of a script task as the standard's own elements hold it.</summary>
/// <param name="Format">The <c>scriptFormat</c>, or null.</param>
/// <param name="Text">The script.</param>
/// <param name="Feel">The script as FEEL, when the format says FEEL; otherwise null and the host must perform it.</param>
public sealed record ForeignScript(string? Format, string Text, BpmnExpression? Feel);

/// <summary>The kinds of sub-process.</summary>
public enum SubProcessKind
{
    /// <summary>An ordinary one, entered by a flow.</summary>
    Embedded,
    /// <summary>One that an event starts while its surroundings run.</summary>
    Event,
    /// <summary>One that can be cancelled and undone as a whole.</summary>
    Transaction,
    /// <summary>One whose activities start in any order.</summary>
    AdHoc,
}

/// <summary>A sub-process (§10.3.5).</summary>
public sealed class SubProcess : Activity
{
    internal SubProcess(ElementHead head, ZeebeExtensions extensions, SubProcessKind kind, BpmnBody inside) : base(head, extensions) =>
        (Kind, Inside) = (kind, inside);

    /// <summary>What kind of sub-process.</summary>
    public SubProcessKind Kind { get; }

    /// <summary>What is inside.</summary>
    public BpmnBody Inside { get; }

    /// <summary>For an ad-hoc sub-process: whether its activities run one after the other.</summary>
    public bool IsSequential { get; internal init; }

    /// <summary>For an ad-hoc sub-process: when it is done before all its activities are, or null.</summary>
    public BpmnExpression? CompletionCondition { get; internal init; }

    /// <summary>For an ad-hoc sub-process: whether what still runs is withdrawn when the completion condition is met.</summary>
    public bool CancelsRemaining { get; internal init; } = true;

    /// <summary>For an event sub-process: its one start event, or null when it has none or several.</summary>
    public EventNode? EventStart
    {
        get
        {
            var starts = Inside.Nodes.OfType<EventNode>().Where(e => e.Position == EventPosition.Start).ToList();
            return starts.Count == 1 ? starts[0] : null;
        }
    }
}

/// <summary>A call of another process (§10.3.6). The host starts the called process and answers.</summary>
public sealed class CallActivity : Activity
{
    internal CallActivity(ElementHead head, ZeebeExtensions extensions, BpmnExpression? called) : base(head, extensions) => Called = called;

    /// <summary>The id of the process called (a text, or FEEL with a leading <c>=</c>); null when missing.</summary>
    public BpmnExpression? Called { get; }
}
