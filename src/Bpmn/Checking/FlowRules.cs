namespace HaiDang.Bpmn;

/// <summary>Rules about sequence flows and default flows.</summary>
internal static class FlowRules
{
    public static void Check(SequenceFlow flow, Report report)
    {
        ExpressionRules.Check(flow.Condition, flow, "condition", report);
        if (flow.Source is null || flow.Target is null) return;
        if (flow.Target is EventNode { Position: EventPosition.Start or EventPosition.Boundary } or EventNode { IsLinkCatch: true }
            or SubProcess { Kind: SubProcessKind.Event } or Activity { IsForCompensation: true })
            report.Error(flow, "bpmn.flow-target",
                $"Luồng không được dẫn vào \"{flow.Target.Title}\". Hãy nối luồng đến bước khác.",
                $"A flow must not lead to \"{flow.Target.Title}\". Connect it elsewhere.");
        if (flow.Source is EventNode { Position: EventPosition.End } or EventNode { Position: EventPosition.Throw, Definition: LinkDefinition }
            or EventNode { Position: EventPosition.Boundary, Definition: CompensateDefinition }
            or SubProcess { Kind: SubProcessKind.Event } or Activity { IsForCompensation: true })
            report.Error(flow, "bpmn.flow-source",
                $"Luồng không được đi ra từ \"{flow.Source.Title}\". Hãy nối luồng từ bước khác.",
                $"A flow must not leave \"{flow.Source.Title}\". Connect it from elsewhere.");
        if (flow.Condition is null) return;
        if (flow.Source is Gateway { Kind: GatewayKind.EventBased } or EventNode { Position: EventPosition.Start })
            report.Error(flow, "bpmn.condition-here",
                $"Luồng ra từ \"{flow.Source.Title}\" không được có điều kiện. Hãy bỏ điều kiện.",
                $"A flow out of \"{flow.Source.Title}\" has no condition. Remove it.");
        else if (flow.Source is Gateway { Kind: GatewayKind.Parallel })
            report.Warn(flow, "bpmn.condition-ignored",
                "Cổng song song mở mọi nhánh, điều kiện này không có tác dụng. Hãy bỏ điều kiện hoặc đổi loại cổng.",
                "A parallel gateway opens every way; this condition has no effect. Remove it or change the gateway.");
        else if (flow.Source is not Gateway && flow.Source.Outgoing.Count == 1)
            report.Error(flow, "bpmn.condition-here",
                $"Luồng có điều kiện này là đường duy nhất ra khỏi \"{flow.Source.Title}\". Hãy thêm một đường khác hoặc bỏ điều kiện.",
                $"This conditional flow is the only way out of \"{flow.Source.Title}\". Add another way or remove the condition.");
        if (flow.Source.DefaultId == flow.Id)
            report.Error(flow, "bpmn.default-condition", "Luồng mặc định không được có điều kiện. Hãy bỏ điều kiện.",
                "The default flow has no condition. Remove it.");
    }

    public static void CheckDefault(FlowNode node, Report report)
    {
        if (node.DefaultId is { } id && node.Default is null)
            report.Error(node, "bpmn.dangling",
                $"Luồng mặc định \"{id}\" không đi ra từ \"{node.Title}\". Hãy chọn lại luồng mặc định.",
                $"The default flow \"{id}\" does not leave \"{node.Title}\". Choose it again.");
    }
}
