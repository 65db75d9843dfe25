namespace HaiDang.Bpmn;

/// <summary>Who can come where, along flows, off boundary events and through links.</summary>
internal static class Reach
{
    /// <summary>The ids of the nodes from which one of the flows can be reached without passing the node itself.</summary>
    public static HashSet<string> Before(FlowNode node, IEnumerable<SequenceFlow> flows)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<FlowNode>(flows.Select(f => f.Source).OfType<FlowNode>());
        while (next.TryPop(out var at))
        {
            if (at == node || !found.Add(at.Id)) continue;
            foreach (var before in Predecessors(at)) next.Push(before);
        }
        return found;
    }

    /// <summary>The nodes that can be reached from some, these included.</summary>
    public static HashSet<FlowNode> After(IEnumerable<FlowNode> nodes)
    {
        var found = new HashSet<FlowNode>();
        var next = new Stack<FlowNode>(nodes);
        while (next.TryPop(out var at))
        {
            if (!found.Add(at)) continue;
            foreach (var after in Successors(at)) next.Push(after);
        }
        return found;
    }

    private static IEnumerable<FlowNode> Predecessors(FlowNode node)
    {
        var before = node.Incoming.Select(f => f.Source).OfType<FlowNode>();
        if (node is EventNode { Position: EventPosition.Boundary, AttachedTo: { } host }) before = before.Append(host);
        if (node is EventNode { IsLinkCatch: true } caught) before = before.Concat(LinkThrows(caught));
        return before;
    }

    private static IEnumerable<FlowNode> Successors(FlowNode node)
    {
        var after = node.Outgoing.Select(f => f.Target).OfType<FlowNode>();
        if (node is Activity activity) after = after.Concat(activity.Boundary);
        if (node is EventNode { Position: EventPosition.Boundary, CompensationHandler: { } handler }) after = after.Append(handler);
        if (node is EventNode { Position: EventPosition.Throw, Definition: LinkDefinition } && LinkCatch((EventNode)node) is { } caught) after = after.Append(caught);
        return after;
    }

    /// <summary>Where a link comes out, or null.</summary>
    public static EventNode? LinkCatch(EventNode thrown) => thrown.Body.Nodes.OfType<EventNode>()
        .FirstOrDefault(e => e.IsLinkCatch && ((LinkDefinition)e.Definition!).Name is { } name && name == (thrown.Definition as LinkDefinition)?.Name);

    private static IEnumerable<FlowNode> LinkThrows(EventNode caught) => caught.Body.Nodes.OfType<EventNode>()
        .Where(e => e is { Position: EventPosition.Throw, Definition: LinkDefinition link } && link.Name == (caught.Definition as LinkDefinition)?.Name);
}
