namespace HaiDang.Bpmn;

/// <summary>One step of a process in words.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Name">Its name, or its id when it has none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Vi">The state in Vietnamese.</param>
/// <param name="En">The state in English.</param>
/// <param name="At">When it was last entered or finished, or null.</param>
public sealed record BpmnStepWords(string ElementId, string Name, StepState State, string Vi, string En, DateTimeOffset? At);

/// <summary>A process and its state as an ordered list: the text beside the picture.</summary>
public static class BpmnWords
{
    /// <summary>The steps of the process in the order in which it flows: activities, named waits and named ends.</summary>
    public static IReadOnlyList<BpmnStepWords> Describe(BpmnModel model, ProcessInstance instance)
    {
        if (model.Process(instance.ProcessId) is not { } process) return [];
        var marks = BpmnMarks.Of(instance);
        var visits = instance.Visits.ToDictionary(v => v.ElementId, StringComparer.Ordinal);
        return [.. Steps(process.Body).Select(node =>
        {
            var state = marks.StateOf(node.Id);
            if (state == StepState.Ahead && instance.IsOver) state = StepState.Passed;
            return new BpmnStepWords(node.Id, node.Title, state, Vi(state), En(state), visits.GetValueOrDefault(node.Id)?.At);
        })];
    }

    /// <summary>The state in Vietnamese.</summary>
    public static string Vi(StepState state) => state switch
    {
        StepState.Current => "đang làm", StepState.Done => "đã xong", StepState.Failed => "gặp sự cố", StepState.Passed => "không qua bước này", _ => "chưa đến",
    };

    /// <summary>The state in English.</summary>
    public static string En(StepState state) => state switch
    {
        StepState.Current => "under way", StepState.Done => "done", StepState.Failed => "stuck", StepState.Passed => "not needed", _ => "not yet",
    };

    internal static IEnumerable<FlowNode> Steps(BpmnBody body) => InOrder(body).SelectMany(node => node switch
    {
        SubProcess sub => Steps(sub.Inside).Prepend(sub),
        Activity => (IEnumerable<FlowNode>)[node],
        EventNode { Position: not EventPosition.Start, Name: not null, IsLinkCatch: false } => [node],
        _ => [],
    });

    /// <summary>The nodes of a body, nearest to the start first; what nothing leads to comes last.</summary>
    internal static IReadOnlyList<FlowNode> InOrder(BpmnBody body)
    {
        var ranks = PlainLayout.Ranks(body);
        return [.. body.Nodes.Select((node, place) => (node, place)).OrderBy(p => ranks[p.node]).ThenBy(p => p.place).Select(p => p.node)];
    }
}
