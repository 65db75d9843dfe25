namespace HaiDang.Bpmn;

/// <summary>Rules about message flows between pools (BPMN 2.0 §9.4).</summary>
internal static class CollaborationRules
{
    public static void Check(BpmnModel model, Report report)
    {
        if (model.MessageFlows.Count == 0) return;
        var pools = model.Participants.ToDictionary(p => p.Id, p => p.ProcessId, StringComparer.Ordinal);
        var homes = model.Processes.SelectMany(p => p.Body.AllNodes().Select(n => (n.Id, Process: p.Id))).GroupBy(h => h.Id)
            .ToDictionary(g => g.Key, g => g.First().Process, StringComparer.Ordinal);
        foreach (var flow in model.MessageFlows)
        {
            var (from, to) = (Home(flow.SourceId), Home(flow.TargetId));
            if (from is null || to is null)
                report.Error(flow, "bpmn.dangling", "Luồng thông điệp không nối hai bên có trong tệp. Hãy nối lại.",
                    "The message flow does not connect two things of the file. Connect it again.");
            else if (from == to)
                report.Error(flow, "bpmn.message-flow-inside", "Luồng thông điệp phải nối hai bể khác nhau. Trong một bể hãy dùng luồng trình tự.",
                    "A message flow connects two different pools. Within one use a sequence flow.");
            if (model.Node(flow.SourceId ?? "") is Gateway or EventNode { IsThrowing: false })
                Unfit(flow, model.Node(flow.SourceId!)!, "gửi", "send", report);
            else if (model.Node(flow.SourceId ?? "") is EventNode thrown && thrown.Defined<MessageDefinition>() is null) Unfit(flow, thrown, "gửi", "send", report);
            if (model.Node(flow.TargetId ?? "") is Gateway or EventNode { IsThrowing: true }) Unfit(flow, model.Node(flow.TargetId!)!, "nhận", "receive", report);
            else if (model.Node(flow.TargetId ?? "") is EventNode caught && caught.Defined<MessageDefinition>() is null) Unfit(flow, caught, "nhận", "receive", report);
        }

        static void Unfit(MessageFlow flow, FlowNode end, string vi, string en, Report report) => report.Error(flow, "bpmn.message-flow-end",
            $"\"{end.Title}\" không {vi} thông điệp nên không thể nối luồng thông điệp. Hãy đổi nó thành sự kiện thông điệp hoặc nối vào việc khác.",
            $"\"{end.Title}\" does not {en} messages, so no message flow can end there. Make it a message event or connect another.");

        string? Home(string? id) => id is null ? null : homes.GetValueOrDefault(id) ?? (pools.TryGetValue(id, out var process) ? process ?? id : null);
    }
}
