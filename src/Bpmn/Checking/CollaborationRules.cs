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
        }

        string? Home(string? id) => id is null ? null : homes.GetValueOrDefault(id) ?? (pools.TryGetValue(id, out var process) ? process ?? id : null);
    }
}
