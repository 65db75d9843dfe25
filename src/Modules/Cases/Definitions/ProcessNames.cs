using HaiDang.Bpmn;
using HaiDang.Cases.Life;

namespace HaiDang.Cases.Definitions;

/// <summary>The variables that the processes of a service set by name. What a message brings without outputs is known to its sender only.</summary>
internal static class ProcessNames
{
    public static IReadOnlySet<string> Of(ServiceDefinition service) => service.Nodes.Values.SelectMany(node => Of(node, service)).ToHashSet();

    /// <summary>Whether these are all: no message brings variables under names of its own.</summary>
    public static bool AreAll(ServiceDefinition service) =>
        service.Nodes.Values.All(n => ProcessNodes.AwaitedBy(n) is null || ProcessNodes.IsPayment(n) || n.Extensions.Outputs.Count > 0);

    private static IEnumerable<string> Of(FlowNode node, ServiceDefinition service)
    {
        foreach (var mapping in node.Extensions.Inputs.Concat(node.Extensions.Outputs)) yield return mapping.Target;
        if (node.Extensions.Decision?.ResultVariable is { } decided) yield return decided;
        if (node.Extensions.Script?.ResultVariable is { } reckoned) yield return reckoned;
        if ((node as Activity)?.Loop is MultiInstance { OutputCollection: { } gathered }) yield return gathered;
        if (node.Extensions.Outputs.Count > 0) yield break;
        if (ProcessNodes.JobOf(node)?.Type.Text == JobTypes.Http) yield return "response";
        if (service.StepFormOf(node.Id) is { } form)
            foreach (var key in form.Fields.Keys) yield return key;
    }
}
