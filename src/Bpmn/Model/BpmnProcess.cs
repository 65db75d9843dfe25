namespace HaiDang.Bpmn;

/// <summary>A process (BPMN 2.0 §10.2).</summary>
public sealed class BpmnProcess : BpmnElement
{
    internal BpmnProcess(ElementHead head, bool isExecutable, BpmnBody body) : base(head) => (IsExecutable, Body) = (isExecutable, body);

    /// <summary>Whether the author means it to run.</summary>
    public bool IsExecutable { get; }

    /// <summary>What is inside.</summary>
    public BpmnBody Body { get; }
}

/// <summary>The inside of a process or sub-process: nodes, flows and what is drawn around them (§10.4 FlowElementsContainer).</summary>
public sealed class BpmnBody
{
    internal BpmnBody(IReadOnlyList<FlowNode> nodes, IReadOnlyList<SequenceFlow> flows, IReadOnlyList<Association> associations,
        IReadOnlyList<TextAnnotation> annotations, IReadOnlyList<DataItem> data, IReadOnlyList<Lane> lanes)
    {
        (Nodes, Flows, Associations, Annotations, Data, Lanes) = (nodes, flows, associations, annotations, data, lanes);
        foreach (var node in nodes)
        {
            node.Body = this;
            if (node is SubProcess sub) sub.Inside.Owner = sub;
        }
    }

    /// <summary>The sub-process around, or null in a process.</summary>
    public SubProcess? Owner { get; internal set; }

    /// <summary>Events, activities and gateways, in the order of the file.</summary>
    public IReadOnlyList<FlowNode> Nodes { get; }

    /// <summary>Sequence flows, in the order of the file.</summary>
    public IReadOnlyList<SequenceFlow> Flows { get; }

    /// <summary>Associations; those from compensation boundary events to handlers are executed, the rest only drawn.</summary>
    public IReadOnlyList<Association> Associations { get; }

    /// <summary>Text annotations and groups: drawn only.</summary>
    public IReadOnlyList<TextAnnotation> Annotations { get; }

    /// <summary>Data objects, data stores and properties: drawn only; process variables hold the data.</summary>
    public IReadOnlyList<DataItem> Data { get; }

    /// <summary>Lanes, outer before inner: drawn only; candidate groups say who does what.</summary>
    public IReadOnlyList<Lane> Lanes { get; }

    /// <summary>The event sub-processes directly inside.</summary>
    public IEnumerable<SubProcess> EventSubProcesses => Nodes.OfType<SubProcess>().Where(sub => sub.Kind == SubProcessKind.Event);

    /// <summary>All nodes, those of sub-processes included.</summary>
    public IEnumerable<FlowNode> AllNodes() =>
        Nodes.SelectMany(node => node is SubProcess sub ? sub.Inside.AllNodes().Prepend(node) : [node]);

    /// <summary>This body and those of all sub-processes within.</summary>
    public IEnumerable<BpmnBody> AllBodies() => Nodes.OfType<SubProcess>().SelectMany(sub => sub.Inside.AllBodies()).Prepend(this);

    internal IEnumerable<BpmnElement> Everything() => AllBodies().SelectMany(body =>
        ((IEnumerable<BpmnElement>)[.. body.Nodes, .. body.Flows, .. body.Associations, .. body.Annotations, .. body.Data, .. body.Lanes]));

    /// <summary>
    /// Where a run begins that no event triggers: the none start events, or, without any start event, every node that nothing leads to (§10.5.2).
    /// </summary>
    public IReadOnlyList<FlowNode> PlainStarts()
    {
        var starts = Nodes.OfType<EventNode>().Where(e => e.Position == EventPosition.Start).ToList();
        if (starts.Count > 0) return [.. starts.Where(s => s.Definitions.Count == 0)];
        return [.. Nodes.Where(n => n.Incoming.Count == 0 && n is not EventNode { Position: EventPosition.Boundary }
            and not Activity { IsForCompensation: true } and not SubProcess { Kind: SubProcessKind.Event }
            and not EventNode { IsLinkCatch: true } and not TaskNode { Instantiates: true } and not Gateway { Instantiates: true })];
    }
}
