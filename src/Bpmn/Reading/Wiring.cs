using System.Xml.Linq;

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

    /// <summary>Nodes may list their flows; what they list must be so, and a flow listed at one end must be listed at the other.</summary>
    public static void CompareLists(IReadOnlyList<(XElement Xml, FlowNode Node)> nodes, IReadOnlyList<SequenceFlow> flows, Report report)
    {
        var (into, outOf) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (xml, node) in nodes)
        {
            Compare(xml, "incoming", node, node.Incoming, into, report);
            Compare(xml, "outgoing", node, node.Outgoing, outOf, report);
        }
        foreach (var flow in flows.Where(f => f.Source is not null && f.Target is not null && into.Contains(f.Id) != outOf.Contains(f.Id)))
            report.Error(flow, "bpmn.flow-list",
                $"Luồng chỉ được ghi ở một đầu: \"{flow.Source!.Title}\" và \"{flow.Target!.Title}\" phải cùng ghi nó (outgoing, incoming). Hãy lưu lại tệp bằng Camunda Modeler.",
                $"The flow is listed at one end only: \"{flow.Source!.Title}\" and \"{flow.Target!.Title}\" must both list it (outgoing, incoming). Save the file again in Camunda Modeler.");
    }

    private static void Compare(XElement xml, string list, FlowNode node, IReadOnlyList<SequenceFlow> flows, HashSet<string> listed, Report report)
    {
        foreach (var id in xml.Elements(Names.Model + list).Select(x => Names.Local(x.Value)).OfType<string>())
        {
            listed.Add(id);
            if (flows.All(f => f.Id != id))
                report.Error(node, "bpmn.flow-list",
                    $"\"{node.Title}\" ghi {list} là \"{id}\", nhưng không có luồng nào như thế ở đây. Hãy nối lại luồng.",
                    $"\"{node.Title}\" lists \"{id}\" as {list}, but no such flow is here. Connect the flow again.");
        }
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
