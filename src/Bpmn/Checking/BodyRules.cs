namespace HaiDang.Bpmn;

/// <summary>Rules about a process or sub-process as a whole: where it starts, what can be reached, where it ends.</summary>
internal static class BodyRules
{
    public static void Check(BpmnBody body, BpmnProcess process, Report report)
    {
        BpmnElement whole = body.Owner as BpmnElement ?? process;
        if (body.Owner is { Kind: SubProcessKind.AdHoc } adHoc)
        {
            if (!body.Nodes.OfType<Activity>().Any())
                report.Error(adHoc, "bpmn.empty", "Quy trình con tùy biến phải có ít nhất một việc.", "An ad-hoc sub-process needs at least one activity.");
            foreach (var node in body.Nodes.OfType<EventNode>().Where(e => e.Position is EventPosition.Start or EventPosition.End))
                report.Error(node, "bpmn.ad-hoc-event", "Quy trình con tùy biến không được có sự kiện bắt đầu hay kết thúc. Hãy bỏ sự kiện này.",
                    "An ad-hoc sub-process has no start or end events. Remove this one.");
        }
        else if (body.Nodes.Count > 0) Starts(body, whole, report);
        else report.Error(whole, "bpmn.empty", $"\"{whole.Title}\" không có gì bên trong. Hãy vẽ ít nhất một sự kiện bắt đầu và một việc.",
            $"\"{whole.Title}\" is empty. Draw at least a start event and one activity.");
        Reachable(body, report);
        Ends(body, report);
        Links(body, report);
    }

    private static void Starts(BpmnBody body, BpmnElement whole, Report report)
    {
        var starts = body.Nodes.OfType<EventNode>().Where(e => e.Position == EventPosition.Start).ToList();
        if (body.Owner is { Kind: SubProcessKind.Event })
        {
            if (starts.Count != 1 || starts[0].Definitions.Count == 0)
                report.Error(whole, "bpmn.event-sub-process-start",
                    $"Quy trình con sự kiện \"{whole.Title}\" phải có đúng một sự kiện bắt đầu và sự kiện đó phải có loại (thông điệp, hẹn giờ, lỗi…).",
                    $"The event sub-process \"{whole.Title}\" needs exactly one start event, and that needs a kind (message, timer, error…).");
            return;
        }
        var inSub = body.Owner is not null;
        foreach (var start in starts.Where(s => inSub && s.Definitions.Count > 0))
            report.Error(start, "bpmn.sub-process-start",
                "Sự kiện bắt đầu của quy trình con thường không được có loại. Hãy đổi thành sự kiện bắt đầu thường.",
                "The start event of an ordinary sub-process has no kind. Make it a plain start event.");
        if (inSub && starts.Count > 1)
            report.Error(starts[1], "bpmn.sub-process-start", "Quy trình con thường chỉ có một sự kiện bắt đầu. Hãy bỏ bớt.",
                "An ordinary sub-process has one start event. Remove the others.");
        var beginsOtherwise = body.Nodes.Any(n => n is TaskNode { Instantiates: true } or Gateway { Instantiates: true });
        if (starts.Count == 0 && !beginsOtherwise && body.Nodes.OfType<EventNode>().FirstOrDefault(e => e.Position == EventPosition.End) is { } end)
            report.Error(end, "bpmn.no-start", $"Có sự kiện kết thúc \"{end.Title}\" mà \"{whole.Title}\" không có sự kiện bắt đầu. Hãy thêm sự kiện bắt đầu.",
                $"There is an end event \"{end.Title}\", but \"{whole.Title}\" has no start event. Add one.");
        else if (starts.Count == 0 && body.PlainStarts().Count == 0 && !beginsOtherwise)
            report.Error(whole, "bpmn.no-start", $"\"{whole.Title}\" không có chỗ bắt đầu. Hãy thêm sự kiện bắt đầu.",
                $"\"{whole.Title}\" has nowhere to start. Add a start event.");
        foreach (var node in body.Nodes.Where(n => n.Incoming.Count == 0 && NeedsIncoming(n) && (starts.Count > 0 || n is EventNode)))
            report.Error(node, "bpmn.unreachable",
                $"Không luồng nào dẫn đến \"{node.Title}\". Hãy nối luồng đến nó hoặc xóa nó.",
                $"No flow leads to \"{node.Title}\". Connect one or delete it.");
    }

    private static bool NeedsIncoming(FlowNode node) => node switch
    {
        EventNode { Position: EventPosition.Start or EventPosition.Boundary } => false,
        EventNode { IsLinkCatch: true } => false,
        SubProcess { Kind: SubProcessKind.Event } => false,
        Activity { IsForCompensation: true } => false,
        TaskNode { Instantiates: true } or Gateway { Instantiates: true } => false,
        _ => true,
    };

    private static void Reachable(BpmnBody body, Report report)
    {
        if (body.Owner is { Kind: SubProcessKind.AdHoc }) return;
        var starts = body.Nodes.Where(n => n is EventNode { Position: EventPosition.Start } or TaskNode { Instantiates: true } or Gateway { Instantiates: true }
            or SubProcess { Kind: SubProcessKind.Event } or Activity { IsForCompensation: true });
        var found = Reach.After(starts.Concat(body.PlainStarts()));
        foreach (var node in body.Nodes.Where(n => !found.Contains(n) && n.Incoming.Count > 0))
            report.Error(node, "bpmn.unreachable",
                $"Không thể đi từ sự kiện bắt đầu đến \"{node.Title}\". Hãy nối lại luồng hoặc xóa nó.",
                $"\"{node.Title}\" cannot be reached from a start event. Connect it or delete it.");
    }

    private static void Ends(BpmnBody body, Report report)
    {
        if (!body.Nodes.OfType<EventNode>().Any(e => e.Position == EventPosition.End))
        {
            if (body.Nodes.FirstOrDefault(n => n is EventNode { Position: EventPosition.Start }) is { } start)
                report.Error(start, "bpmn.no-end", $"Có sự kiện bắt đầu \"{start.Title}\" mà không có sự kiện kết thúc. Hãy thêm sự kiện kết thúc.",
                    $"There is a start event \"{start.Title}\" but no end event. Add one.");
            return;
        }
        foreach (var node in body.Nodes.Where(n => n.Outgoing.Count == 0 && n is Activity { IsForCompensation: false } and not SubProcess { Kind: SubProcessKind.Event }))
            report.Error(node, "bpmn.no-way-on",
                $"Sau \"{node.Title}\" không có luồng nào. Hãy nối đến bước sau hoặc đến sự kiện kết thúc.",
                $"Nothing follows \"{node.Title}\". Connect it to a next step or to an end event.");
    }

    private static void Links(BpmnBody body, Report report)
    {
        var catches = body.Nodes.OfType<EventNode>().Where(e => e.IsLinkCatch).ToList();
        foreach (var twin in catches.GroupBy(c => ((LinkDefinition)c.Definition!).Name).Where(g => g.Count() > 1).Select(g => g.Last()))
            report.Error(twin, "bpmn.link-twice", "Hai đầu ra liên kết có cùng tên trong một quy trình. Hãy đặt tên khác.",
                "Two link catch events have the same name in one process. Give one another name.");
        foreach (var lost in catches.Where(c => !body.Nodes.OfType<EventNode>().Any(t => t.Position == EventPosition.Throw && Reach.LinkCatch(t) == c)))
            report.Error(lost, "bpmn.link-source", "Không có đầu vào liên kết nào cùng tên. Hãy thêm đầu vào hoặc xóa đầu ra này.",
                "No link throw event has the same name. Add one or delete this event.");
    }
}
