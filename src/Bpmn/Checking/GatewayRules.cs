namespace HaiDang.Bpmn;

/// <summary>Rules about gateways (BPMN 2.0 §10.6).</summary>
internal static class GatewayRules
{
    public static void Check(Gateway gateway, Report report)
    {
        Direction(gateway, report);
        if (gateway.Outgoing.Count == 0)
            report.Error(gateway, "bpmn.no-way-on", $"Cổng \"{gateway.Title}\" không có luồng ra. Hãy nối ít nhất một luồng.",
                $"The gateway \"{gateway.Title}\" has no way out. Connect at least one flow.");
        if (gateway.Kind is GatewayKind.Exclusive or GatewayKind.Inclusive && gateway.Outgoing.Count > 1) Conditions(gateway, report);
        if (gateway.Kind == GatewayKind.EventBased) EventBased(gateway, report);
        if (gateway is { Kind: GatewayKind.Complex, Incoming.Count: > 1, ActivationCondition: null })
            report.Error(gateway, "bpmn.incomplete", $"Cổng phức hợp \"{gateway.Title}\" gộp nhiều nhánh nhưng thiếu activationCondition. Hãy thêm điều kiện, ví dụ activationCount >= 1.",
                $"The complex gateway \"{gateway.Title}\" brings branches together but lacks an activationCondition. Add one, for example activationCount >= 1.");
    }

    private static void Direction(Gateway gateway, Report report)
    {
        var (comesIn, goesOut) = (gateway.Incoming.Count, gateway.Outgoing.Count);
        var fits = gateway.Direction switch
        {
            "Converging" => goesOut <= 1 && comesIn > 1,
            "Diverging" => comesIn <= 1 && goesOut > 1,
            "Mixed" => comesIn > 1 && goesOut > 1,
            _ => true,
        };
        if (fits && comesIn <= 1 && goesOut == 1)
            report.Error(gateway, "bpmn.gateway-direction",
                $"Cổng \"{gateway.Title}\" không chia cũng không gộp nhánh nào: chỉ có {comesIn} luồng vào và 1 luồng ra. Hãy bỏ cổng hoặc thêm luồng.",
                $"The gateway \"{gateway.Title}\" neither splits nor joins: it has {comesIn} ways in and 1 way out (BPMN 2.0 §10.6.1). Remove it or add a flow.");
        else if (!fits)
            report.Error(gateway, "bpmn.gateway-direction",
                $"Cổng \"{gateway.Title}\" ghi hướng {gateway.Direction} nhưng có {comesIn} luồng vào và {goesOut} luồng ra. Hãy sửa luồng hoặc bỏ gatewayDirection.",
                $"The gateway \"{gateway.Title}\" says {gateway.Direction} but has {comesIn} ways in and {goesOut} ways out. Correct the flows or remove gatewayDirection.");
    }

    private static void Conditions(Gateway gateway, Report report)
    {
        foreach (var flow in gateway.Outgoing.Where(f => f.Condition is null && f.Id != gateway.DefaultId))
            report.Error(flow, "bpmn.no-condition",
                $"Luồng ra từ cổng \"{gateway.Title}\" thiếu điều kiện. Hãy ghi điều kiện FEEL, ví dụ = decision = \"approve\", hoặc đặt làm luồng mặc định.",
                $"A flow out of the gateway \"{gateway.Title}\" lacks a condition. Write FEEL, for example = decision = \"approve\", or make it the default flow.");
        if (gateway.DefaultId is null && !gateway.Outgoing.Any(IsCertain))
            report.Warn(gateway, "bpmn.no-default",
                $"Cổng \"{gateway.Title}\" không có luồng mặc định: nếu không điều kiện nào đúng, quy trình sẽ dừng với sự cố. Hãy đặt một luồng làm mặc định.",
                $"The gateway \"{gateway.Title}\" has no default flow: if no condition holds, the run stops with an incident. Make one flow the default.");
    }

    private static bool IsCertain(SequenceFlow flow) => flow.Condition is null || flow.Condition.Text.Trim('=', ' ') == "true";

    private static void EventBased(Gateway gateway, Report report)
    {
        if (gateway.Instantiates && gateway.Incoming.Count > 0)
            report.Error(gateway, "bpmn.instantiate",
                $"Cổng sự kiện \"{gateway.Title}\" khởi tạo quy trình (instantiate) nên không được có luồng vào. Hãy bỏ luồng hoặc bỏ instantiate.",
                $"The event-based gateway \"{gateway.Title}\" begins the process (instantiate), so no flow leads to it. Remove the flow or instantiate.");
        if (gateway is { IsParallel: true, Instantiates: false })
            report.Error(gateway, "bpmn.instantiate",
                $"Cổng sự kiện song song \"{gateway.Title}\" chỉ dùng để khởi tạo quy trình. Hãy ghi instantiate hoặc đổi thành Exclusive.",
                $"The parallel event-based gateway \"{gateway.Title}\" can only begin a process. Set instantiate, or make it Exclusive.");
        if (gateway.Outgoing.Count < 2)
            report.Error(gateway, "bpmn.event-gateway-ways", $"Cổng sự kiện \"{gateway.Title}\" phải có ít nhất hai luồng ra.",
                $"The event-based gateway \"{gateway.Title}\" needs at least two ways out.");
        var targets = gateway.Outgoing.Select(f => f.Target).OfType<FlowNode>().ToList();
        foreach (var target in targets)
        {
            var fits = target is TaskNode { Kind: TaskKind.Receive } || (target is EventNode { Position: EventPosition.Catch } caught
                && caught.Definitions.Count > 0 && caught.Definitions.All(d => d is MessageDefinition or TimerDefinition or SignalDefinition or ConditionalDefinition));
            if (!fits)
                report.Error(target, "bpmn.event-gateway-target",
                    $"Sau cổng sự kiện chỉ được là sự kiện chờ (thông điệp, hẹn giờ, tín hiệu, điều kiện) hoặc việc nhận; \"{target.Title}\" thì không.",
                    $"Behind an event-based gateway stand only catch events (message, timer, signal, condition) or receive tasks; \"{target.Title}\" is neither.");
            else if (target.Incoming.Count > 1)
                report.Error(target, "bpmn.event-gateway-target", $"\"{target.Title}\" chỉ được có một luồng vào, từ cổng sự kiện.",
                    $"\"{target.Title}\" must have one way in only, from the event-based gateway.");
            if (target is TaskNode { Boundary.Count: > 0 })
                report.Error(target, "bpmn.event-gateway-target", $"\"{target.Title}\" đứng sau cổng sự kiện nên không được có sự kiện biên.",
                    $"\"{target.Title}\" stands behind an event-based gateway and has no boundary events.");
        }
        if (targets.Any(t => t is TaskNode) && targets.Any(t => t is EventNode { Definition: MessageDefinition }))
            report.Error(gateway, "bpmn.event-gateway-target", "Sau một cổng sự kiện không được vừa có việc nhận vừa có sự kiện thông điệp.",
                "Receive tasks and message events cannot both stand behind one event-based gateway.");
    }
}
