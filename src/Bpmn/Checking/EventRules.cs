namespace HaiDang.Bpmn;

/// <summary>Rules about events (BPMN 2.0 §10.5, tables 10.84 to 10.90).</summary>
internal static class EventRules
{
    public static void Check(EventNode node, BpmnModel model, Report report)
    {
        foreach (var definition in node.Definitions)
        {
            if (!Allowed(node, definition))
                report.Error(node, "bpmn.event-kind",
                    $"\"{node.Title}\" không thể thuộc loại {Word(definition)} ở vị trí này. Hãy chọn loại khác trong Camunda Modeler.",
                    $"\"{node.Title}\" cannot be a {Word(definition)} event in this place. Choose another kind in Camunda Modeler.");
            else Complete(node, definition, model, report);
        }
        if (node.Definitions.Count == 0 && node.Position is EventPosition.Catch or EventPosition.Boundary && node.Definitions.Count == 0)
            report.Error(node, "bpmn.event-kind", $"\"{node.Title}\" phải chờ một điều gì: thông điệp, hẹn giờ, tín hiệu, điều kiện…",
                $"\"{node.Title}\" must wait for something: a message, a timer, a signal, a condition…");
        if (node.Outgoing.Count == 0 && NeedsOutgoing(node))
            report.Error(node, "bpmn.no-way-on", $"Sau \"{node.Title}\" không có luồng nào. Hãy nối đến bước sau.",
                $"Nothing follows \"{node.Title}\". Connect it to a next step.");
    }

    private static bool NeedsOutgoing(EventNode node) => node.Position switch
    {
        EventPosition.End => false,
        EventPosition.Boundary => node.Definition is not CompensateDefinition,
        EventPosition.Throw => node.Definition is not LinkDefinition,
        _ => true,
    };

    private static bool Allowed(EventNode node, EventDefinition definition) => node.Position switch
    {
        EventPosition.Start when node.Body.Owner is { Kind: SubProcessKind.Event } => definition switch
        {
            ErrorDefinition or CompensateDefinition => node.Interrupts,
            MessageDefinition or TimerDefinition or SignalDefinition or ConditionalDefinition or EscalationDefinition => true,
            _ => false,
        },
        EventPosition.Start => definition is MessageDefinition or TimerDefinition or SignalDefinition or ConditionalDefinition,
        EventPosition.Catch => definition is MessageDefinition or TimerDefinition or SignalDefinition or ConditionalDefinition or LinkDefinition,
        EventPosition.Throw => definition is MessageDefinition or SignalDefinition or EscalationDefinition or LinkDefinition or CompensateDefinition,
        EventPosition.End => definition is MessageDefinition or SignalDefinition or EscalationDefinition or ErrorDefinition or TerminateDefinition
            or CompensateDefinition || (definition is CancelDefinition && node.Body.Owner is { Kind: SubProcessKind.Transaction }),
        EventPosition.Boundary => definition switch
        {
            ErrorDefinition or CompensateDefinition => node.Interrupts,
            CancelDefinition => node.Interrupts && node.AttachedTo is SubProcess { Kind: SubProcessKind.Transaction },
            MessageDefinition or TimerDefinition or SignalDefinition or ConditionalDefinition or EscalationDefinition => true,
            _ => false,
        },
        _ => false,
    };

    private static void Complete(EventNode node, EventDefinition definition, BpmnModel model, Report report)
    {
        void Lacks(string vi, string en) => report.Error(node, "bpmn.incomplete",
            $"\"{node.Title}\" thiếu {vi}. Hãy điền trong Camunda Modeler.", $"\"{node.Title}\" lacks {en}. Fill it in, in Camunda Modeler.");
        switch (definition)
        {
            case MessageDefinition { Message: null }: Lacks("thông điệp (messageRef)", "its message (messageRef)"); break;
            case SignalDefinition { Signal: null }: Lacks("tín hiệu (signalRef)", "its signal (signalRef)"); break;
            case ConditionalDefinition { Condition: null }: Lacks("điều kiện", "its condition"); break;
            case LinkDefinition { Name: null }: Lacks("tên liên kết", "the link's name"); break;
            case LinkDefinition when node.Position == EventPosition.Throw && Reach.LinkCatch(node) is null: Lacks("đầu ra liên kết cùng tên", "a link catch event of the same name"); break;
            case ErrorDefinition { Error: null } when node.IsThrowing: Lacks("lỗi (errorRef)", "its error (errorRef)"); break;
            case ErrorDefinition { Error.Code: null } when node.IsThrowing: Lacks("mã lỗi (errorCode)", "the error's code (errorCode)"); break;
            case EscalationDefinition { Escalation: null } when node.IsThrowing: Lacks("leo thang (escalationRef)", "its escalation (escalationRef)"); break;
            case EscalationDefinition { Escalation.Code: null } when node.IsThrowing: Lacks("mã leo thang (escalationCode)", "the escalation's code (escalationCode)"); break;
            case CompensateDefinition when node is { Position: EventPosition.Boundary, CompensationHandler: null }:
                Lacks("việc bù trừ (nối bằng đường liên kết)", "the activity that undoes (connect it by an association)");
                break;
            case CompensateDefinition when node is { Position: EventPosition.Boundary, CompensationHandler: { IsForCompensation: false } handler }:
                report.Error(handler, "bpmn.not-for-compensation", $"\"{handler.Title}\" bù trừ cho việc khác nên phải đặt isForCompensation.",
                    $"\"{handler.Title}\" undoes another activity and must be marked isForCompensation.");
                break;
            case CompensateDefinition { ActivityId: { } id } when model.Node(id) is not Activity:
                report.Error(node, "bpmn.dangling", $"activityRef trỏ đến \"{id}\", không phải một việc.", $"activityRef refers to \"{id}\", which is no activity.");
                break;
            case CompensateDefinition { ActivityId: { } id } when model.Node(id) is Activity undone: Compensates(node, undone, report); break;
            case CancelDefinition when node is { Position: EventPosition.End, Body.Owner: { } transaction } && !transaction.Boundary.Any(b => b.Definitions.Any(d => d is CancelDefinition)):
                report.Error(node, "bpmn.incomplete", $"\"{node.Title}\" hủy giao dịch \"{transaction.Title}\" nhưng giao dịch không có sự kiện biên hủy để đi tiếp. Hãy gắn một sự kiện biên hủy.",
                    $"\"{node.Title}\" cancels the transaction \"{transaction.Title}\", which has no cancel boundary event to go on by. Attach one.");
                break;
            case TimerDefinition timer: Time(node, timer, report); break;
        }
    }

    /// <summary>
    /// What is undone by name must be in sight (beside the event, or beside the event sub-process around it) and something must undo it
    /// (§10.5.5, Compensation Events).
    /// </summary>
    private static void Compensates(EventNode node, Activity undone, Report report)
    {
        var inSight = undone.Body == node.Body || (node.Body.Owner is { Kind: SubProcessKind.Event } around && undone.Body == around.Body);
        if (!inSight)
            report.Error(node, "bpmn.compensation-target", $"\"{node.Title}\" bù trừ \"{undone.Title}\", nhưng việc đó ở quy trình con khác nên không thấy được từ đây. Hãy chọn việc cùng cấp.",
                $"\"{node.Title}\" undoes \"{undone.Title}\", which lies in another sub-process, out of sight from here. Choose an activity of the same level.");
        else if (!CanBeUndone(undone))
            report.Error(node, "bpmn.compensation-target", $"\"{node.Title}\" bù trừ \"{undone.Title}\", nhưng việc đó không có gì để bù trừ. Hãy gắn sự kiện biên bù trừ.",
                $"\"{node.Title}\" undoes \"{undone.Title}\", but nothing undoes that. Attach a compensation boundary event to it.");
    }

    private static bool CanBeUndone(Activity activity) => activity is CallActivity || activity.Boundary.Any(b => b.Definition is CompensateDefinition)
        || (activity is SubProcess sub && sub.Inside.Nodes.OfType<Activity>().Any(inner => CanBeUndone(inner)
            || (inner is SubProcess { Kind: SubProcessKind.Event } handler && handler.EventStart?.Definition is CompensateDefinition)));

    private static void Time(EventNode node, TimerDefinition timer, Report report)
    {
        ExpressionRules.Check(timer.Time, node, "time", report);
        if (timer.Time is not { IsFeel: false } time) return;
        var good = timer.Kind switch
        {
            TimerKind.Date => IsoTime.ReadInstant(time.Text, TimeSpan.Zero) is not null,
            TimerKind.Duration => IsoTime.ReadDuration(time.Text) is not null,
            _ => IsoTime.ReadCycle(time.Text, TimeSpan.Zero) is not null,
        };
        if (!good)
            report.Error(time.Line, time.Column, node.Id, "bpmn.timer-time",
                $"\"{time.Text}\" không đúng dạng ISO 8601 cho {timer.Kind}. Ví dụ: 2026-11-22T08:00:00+07:00, PT4H, R3/PT10M; hoặc FEEL bắt đầu bằng dấu =.",
                $"\"{time.Text}\" is not ISO 8601 for {timer.Kind}. Examples: 2026-11-22T08:00:00+07:00, PT4H, R3/PT10M; or FEEL with a leading =.");
    }

    private static string Word(EventDefinition definition) => definition.GetType().Name.Replace("Definition", "", StringComparison.Ordinal).ToLowerInvariant();
}
