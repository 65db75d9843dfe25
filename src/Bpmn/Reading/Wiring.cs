namespace HaiDang.Bpmn;

/// <summary>Connects the flows, boundary events and compensation handlers of one body; a reference to nothing is reported.</summary>
internal static class Wiring
{
    public static void Connect(BpmnBody body, Report report)
    {
        var nodes = new Dictionary<string, FlowNode>(StringComparer.Ordinal);
        foreach (var node in body.Nodes) nodes.TryAdd(node.Id, node);
        foreach (var flow in body.Flows)
        {
            flow.Source = End(flow, flow.SourceId, "sourceRef", nodes, report);
            flow.Target = End(flow, flow.TargetId, "targetRef", nodes, report);
            if (flow.Source is null || flow.Target is null) continue;
            flow.Source.OutgoingFlows.Add(flow);
            flow.Target.IncomingFlows.Add(flow);
        }
        foreach (var boundary in body.Nodes.OfType<EventNode>().Where(e => e.Position == EventPosition.Boundary)) Attach(boundary, nodes, report);
        foreach (var association in body.Associations)
            if (association is { SourceId: { } from, TargetId: { } to }
                && nodes.GetValueOrDefault(from) is EventNode { Position: EventPosition.Boundary, Definition: CompensateDefinition } caught
                && nodes.GetValueOrDefault(to) is Activity handler)
                caught.CompensationHandler = handler;
    }

    private static FlowNode? End(SequenceFlow flow, string id, string attribute, Dictionary<string, FlowNode> nodes, Report report)
    {
        if (nodes.TryGetValue(id, out var node)) return node;
        report.Error(flow, "bpmn.dangling",
            id.Length == 0
                ? $"Luồng thiếu {attribute}. Hãy nối lại luồng."
                : $"{attribute} của luồng trỏ đến \"{id}\", nhưng không có sự kiện, việc hay cổng nào mang id đó trong cùng quy trình. Hãy nối lại luồng.",
            id.Length == 0
                ? $"The flow lacks {attribute}. Connect it again."
                : $"{attribute} of the flow refers to \"{id}\", but the same process has no event, activity or gateway of that id. Connect the flow again.");
        return null;
    }

    private static void Attach(EventNode boundary, Dictionary<string, FlowNode> nodes, Report report)
    {
        if (boundary.AttachedToId is { } id && nodes.GetValueOrDefault(id) is Activity activity)
        {
            boundary.AttachedTo = activity;
            activity.BoundaryEvents.Add(boundary);
            return;
        }
        report.Error(boundary, "bpmn.dangling",
            $"Sự kiện biên \"{boundary.Title}\" không gắn vào việc nào (attachedToRef=\"{boundary.AttachedToId}\"). Hãy kéo nó vào cạnh của một việc.",
            $"The boundary event \"{boundary.Title}\" is attached to no activity (attachedToRef=\"{boundary.AttachedToId}\"). Drag it to the edge of one.");
    }
}
