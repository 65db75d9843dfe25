namespace HaiDang.Bpmn;

/// <summary>An event, activity or gateway (BPMN 2.0 §8.4.7).</summary>
public abstract class FlowNode : BpmnElement
{
    private protected FlowNode(ElementHead head, ZeebeExtensions extensions) : base(head) => Extensions = extensions;

    internal List<SequenceFlow> IncomingFlows { get; } = [];
    internal List<SequenceFlow> OutgoingFlows { get; } = [];

    /// <summary>The body that holds the node.</summary>
    public BpmnBody Body { get; internal set; } = null!;

    /// <summary>The flows that lead here, in the order of the file.</summary>
    public IReadOnlyList<SequenceFlow> Incoming => IncomingFlows;

    /// <summary>The flows that leave, in the order of the file: the order in which conditions are asked.</summary>
    public IReadOnlyList<SequenceFlow> Outgoing => OutgoingFlows;

    /// <summary>What the modeler's extension elements say; never null.</summary>
    public ZeebeExtensions Extensions { get; }

    /// <summary>The id that the <c>default</c> attribute names, or null.</summary>
    public string? DefaultId { get; internal init; }

    /// <summary>The flow taken when no other can be, or null.</summary>
    public SequenceFlow? Default => DefaultId is null ? null : OutgoingFlows.Find(flow => flow.Id == DefaultId);
}

/// <summary>A sequence flow (§8.4.13).</summary>
public sealed class SequenceFlow : BpmnElement
{
    internal SequenceFlow(ElementHead head, string sourceId, string targetId, BpmnExpression? condition) : base(head) =>
        (SourceId, TargetId, Condition) = (sourceId, targetId, condition);

    /// <summary>The id of the node it leaves, as written.</summary>
    public string SourceId { get; }

    /// <summary>The id of the node it leads to, as written.</summary>
    public string TargetId { get; }

    /// <summary>The condition, or null when it is always open.</summary>
    public BpmnExpression? Condition { get; }

    /// <summary>The node it leaves; null only in a model with a dangling reference, which is reported.</summary>
    public FlowNode? Source { get; internal set; }

    /// <summary>The node it leads to; null only in a model with a dangling reference, which is reported.</summary>
    public FlowNode? Target { get; internal set; }
}
