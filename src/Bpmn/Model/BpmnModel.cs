namespace HaiDang.Bpmn;

/// <summary>A BPMN file that was read (BPMN 2.0 §8.1 Definitions). Immutable and thread-safe.</summary>
public sealed class BpmnModel
{
    private readonly Dictionary<string, BpmnElement> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowNode> nodes = new(StringComparer.Ordinal);

    internal BpmnModel(string source, string? id, string? targetNamespace, BpmnRoots roots, IReadOnlyList<BpmnProcess> processes,
        IReadOnlyList<Participant> participants, IReadOnlyList<MessageFlow> messageFlows, BpmnDiagram diagram)
    {
        (Source, Id, TargetNamespace, Roots, Processes) = (source, id, targetNamespace, roots, processes);
        (Participants, MessageFlows, Diagram) = (participants, messageFlows, diagram);
        foreach (var process in processes)
        {
            elements.TryAdd(process.Id, process);
            foreach (var element in process.Body.Everything())
            {
                elements.TryAdd(element.Id, element);
                if (element is FlowNode node && !nodes.TryAdd(node.Id, node)) Twin ??= node;
            }
        }
    }

    /// <summary>The name of the file or stored definition.</summary>
    public string Source { get; }

    /// <summary>The id of the definitions, or null.</summary>
    public string? Id { get; }

    /// <summary>The target namespace, or null.</summary>
    public string? TargetNamespace { get; }

    /// <summary>Messages, signals, errors and escalations.</summary>
    public BpmnRoots Roots { get; }

    /// <summary>The processes, in the order of the file.</summary>
    public IReadOnlyList<BpmnProcess> Processes { get; }

    /// <summary>The pools of the collaboration.</summary>
    public IReadOnlyList<Participant> Participants { get; }

    /// <summary>The message flows between pools. They are drawn; they do not route messages.</summary>
    public IReadOnlyList<MessageFlow> MessageFlows { get; }

    /// <summary>Where everything stands in the picture (BPMN DI); empty when the file holds none.</summary>
    public BpmnDiagram Diagram { get; }

    /// <summary>The process of that id, or null.</summary>
    public BpmnProcess? Process(string id) => elements.GetValueOrDefault(id) as BpmnProcess;

    /// <summary>The process, flow node, sequence flow or other element of that id in any process, or null.</summary>
    public BpmnElement? Element(string id) => elements.GetValueOrDefault(id);

    /// <summary>The flow node of that id in any process, or null.</summary>
    public FlowNode? Node(string id) => nodes.GetValueOrDefault(id);

    /// <summary>A node whose id another has before it, or null: then nobody can tell at which of the two a run stands.</summary>
    internal FlowNode? Twin { get; }
}

/// <summary>What the processes of a file refer to by id.</summary>
public sealed class BpmnRoots
{
    internal Dictionary<string, BpmnMessage> MessagesById { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, BpmnSignal> SignalsById { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, BpmnError> ErrorsById { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, BpmnEscalation> EscalationsById { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, EventDefinition> DefinitionsById { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, GlobalTask> GlobalTasksById { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages by id.</summary>
    public IReadOnlyDictionary<string, BpmnMessage> Messages => MessagesById;

    /// <summary>Signals by id.</summary>
    public IReadOnlyDictionary<string, BpmnSignal> Signals => SignalsById;

    /// <summary>Errors by id.</summary>
    public IReadOnlyDictionary<string, BpmnError> Errors => ErrorsById;

    /// <summary>Escalations by id.</summary>
    public IReadOnlyDictionary<string, BpmnEscalation> Escalations => EscalationsById;

    /// <summary>Event definitions that stand outside events and are referred to by <c>eventDefinitionRef</c>.</summary>
    public IReadOnlyDictionary<string, EventDefinition> EventDefinitions => DefinitionsById;

    /// <summary>Global tasks by id: what a call activity may call beside processes.</summary>
    public IReadOnlyDictionary<string, GlobalTask> GlobalTasks => GlobalTasksById;
}

/// <summary>A message that processes send and wait for (§8.4.11).</summary>
public sealed class BpmnMessage : BpmnElement
{
    internal BpmnMessage(ElementHead head, BpmnExpression? correlationKey) : base(head) => CorrelationKey = correlationKey;

    /// <summary>What tells one waiting instance from another (<c>zeebe:subscription correlationKey</c>); null: the name alone decides.</summary>
    public BpmnExpression? CorrelationKey { get; }
}

/// <summary>A signal: everything that waits for its name hears it (§10.5.5).</summary>
public sealed class BpmnSignal : BpmnElement
{
    internal BpmnSignal(ElementHead head) : base(head) { }
}

/// <summary>An error that ends what throws it (§8.4.4).</summary>
public sealed class BpmnError : BpmnElement
{
    internal BpmnError(ElementHead head, string? code) : base(head) => Code = code;

    /// <summary>What catchers compare; null or empty catches every error.</summary>
    public string? Code { get; }
}

/// <summary>An escalation: word sent upward without ending what sends it (§8.4.5).</summary>
public sealed class BpmnEscalation : BpmnElement
{
    internal BpmnEscalation(ElementHead head, string? code) : base(head) => Code = code;

    /// <summary>What catchers compare; null or empty catches every escalation.</summary>
    public string? Code { get; }
}

/// <summary>A task outside any process, to be called (§10.3.3).</summary>
public sealed class GlobalTask : BpmnElement
{
    internal GlobalTask(ElementHead head, TaskKind kind, ZeebeExtensions extensions, ForeignScript? script) : base(head) =>
        (Kind, Extensions, Script) = (kind, extensions, script);

    /// <summary>What kind of task.</summary>
    public TaskKind Kind { get; }

    /// <summary>What the modeler's extension elements say.</summary>
    public ZeebeExtensions Extensions { get; }

    /// <summary>The script of a global script task, or null.</summary>
    public ForeignScript? Script { get; }
}

/// <summary>A pool of a collaboration (§9.3).</summary>
public sealed class Participant : BpmnElement
{
    internal Participant(ElementHead head, string? processId) : base(head) => ProcessId = processId;

    /// <summary>The process inside, or null for a closed pool.</summary>
    public string? ProcessId { get; }
}

/// <summary>A message flow between pools (§9.4).</summary>
public sealed class MessageFlow : BpmnElement
{
    internal MessageFlow(ElementHead head, string? source, string? target) : base(head) => (SourceId, TargetId) = (source, target);

    /// <summary>The id of what sends, or null when missing.</summary>
    public string? SourceId { get; }

    /// <summary>The id of what receives, or null when missing.</summary>
    public string? TargetId { get; }
}
