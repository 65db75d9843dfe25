namespace HaiDang.Bpmn;

/// <summary>Judges whether a model that was read can run. Pure.</summary>
public static class BpmnChecker
{
    /// <summary>
    /// All that is wrong with the processes of a model, in order of place. Errors mean that it must not run: something is missing,
    /// contradicts the standard, or is not supported. Warnings mean that it may not do what its author thinks.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="processId">The process to judge; null judges all.</param>
    public static IReadOnlyList<BpmnDiagnostic> Check(BpmnModel model, string? processId = null)
    {
        var report = new Report(model.Source);
        foreach (var process in model.Processes.Where(p => processId is null || p.Id == processId))
        {
            foreach (var body in process.Body.AllBodies())
            {
                BodyRules.Check(body, process, report);
                foreach (var flow in body.Flows) FlowRules.Check(flow, report);
                foreach (var node in body.Nodes) CheckNode(node, model, report);
            }
        }
        CollaborationRules.Check(model, report);
        return report.InOrder();
    }

    /// <summary>Reads and judges in one go: the model, and the diagnostics of both.</summary>
    /// <param name="xml">The text of the file.</param>
    /// <param name="sourceName">The name for diagnostics.</param>
    public static BpmnRead ReadAndCheck(string xml, string sourceName)
    {
        var read = BpmnReader.Read(xml, sourceName);
        return read.Model is null ? read : new BpmnRead(read.Model, [.. read.Diagnostics.Concat(Check(read.Model)).Distinct().OrderBy(d => d.Line).ThenBy(d => d.Column)]);
    }

    private static void CheckNode(FlowNode node, BpmnModel model, Report report)
    {
        ExpressionRules.Check(node, report);
        FlowRules.CheckDefault(node, report);
        switch (node)
        {
            case Gateway gateway: GatewayRules.Check(gateway, report); break;
            case EventNode e: EventRules.Check(e, model, report); break;
            case Activity activity: ActivityRules.Check(activity, model, report); break;
        }
    }
}
