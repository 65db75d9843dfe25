using HaiDang.Bpmn;

namespace HaiDang.Cases.Definitions;

/// <summary>The nodes of a process, those inside its sub-processes too, and what of them is a job or a wait.</summary>
internal static class ProcessNodes
{
    public static IEnumerable<FlowNode> Of(BpmnModel model) => model.Processes.SelectMany(p => Of(p.Body));

    public static IEnumerable<FlowNode> Of(BpmnBody body) =>
        body.Nodes.SelectMany(n => n is SubProcess sub ? Of(sub.Inside).Prepend(n) : [n]);

    /// <summary>The kind of job that a task asks of the platform; null for any other node.</summary>
    public static TaskDefinition? JobOf(FlowNode node) =>
        node is TaskNode { Kind: not (TaskKind.User or TaskKind.Manual or TaskKind.Receive) } ? node.Extensions.Job : null;

    /// <summary>The message that stops the process at this node until it comes; null for any other node.</summary>
    public static BpmnMessage? AwaitedBy(FlowNode? node) => node switch
    {
        TaskNode { Kind: TaskKind.Receive, Message: { } message } => message,
        EventNode { Position: EventPosition.Catch } caught => caught.Definitions.OfType<MessageDefinition>().FirstOrDefault()?.Message,
        _ => null,
    };

    public static bool IsPayment(FlowNode? node) => node?.Properties.GetValueOrDefault(Property.Step) == Property.Payment;
}
