namespace HaiDang.Bpmn;

/// <summary>Rules about tasks, sub-processes and calls (BPMN 2.0 §10.3).</summary>
internal static class ActivityRules
{
    public static void Check(Activity activity, BpmnModel model, Report report)
    {
        void Lacks(string vi, string en) => report.Error(activity, "bpmn.incomplete",
            $"\"{activity.Title}\" thiếu {vi}. Hãy điền trong Camunda Modeler.", $"\"{activity.Title}\" lacks {en}. Fill it in, in Camunda Modeler.");
        var hasJob = activity.Extensions.Job is not null;
        switch (activity)
        {
            case TaskNode { Kind: TaskKind.Service } when !hasJob:
                Lacks("loại công việc (zeebe:taskDefinition type)", "its kind of job (zeebe:taskDefinition type)");
                break;
            case TaskNode { Kind: TaskKind.BusinessRule } when !hasJob && activity.Extensions.Decision is null:
                Lacks("quyết định (zeebe:calledDecision decisionId)", "its decision (zeebe:calledDecision decisionId)");
                break;
            case TaskNode { Kind: TaskKind.Script, Script: null } when !hasJob && activity.Extensions.Script is null:
                Lacks("biểu thức (zeebe:script expression)", "its expression (zeebe:script expression)");
                break;
            case TaskNode { Kind: TaskKind.Send, Message: null } when !hasJob:
                Lacks("thông điệp (messageRef) hoặc loại công việc", "its message (messageRef) or kind of job");
                break;
            case TaskNode { Kind: TaskKind.Receive, Message: null }:
                Lacks("thông điệp (messageRef)", "its message (messageRef)");
                break;
            case CallActivity { Called: null }:
                Lacks("quy trình được gọi (zeebe:calledElement processId)", "the process to call (zeebe:calledElement processId)");
                break;
            case SubProcess { Kind: SubProcessKind.Event } sub when sub.Incoming.Count + sub.Outgoing.Count > 0:
                break; // told at the flow
        }
        if (activity is TaskNode { Script: { Feel: null, Format: { } format } } && !ElementReader.IsMimeType(format))
            report.Error(activity, "bpmn.text-format", $"scriptFormat \"{format}\" của \"{activity.Title}\" không phải kiểu MIME. Hãy dùng FEEL (zeebe:script).",
                $"The scriptFormat \"{format}\" of \"{activity.Title}\" is no MIME type. Use FEEL (zeebe:script).");
        if (activity is TaskNode { Script: { Feel: null } foreign } && activity.Extensions.Script is null && !hasJob)
            report.Warn(activity, "bpmn.foreign-script",
                $"Script ngôn ngữ \"{foreign.Format ?? "không rõ"}\" sẽ được chuyển cho chương trình chủ thực hiện. Hãy dùng FEEL (zeebe:script) nếu có thể.",
                $"The script in \"{foreign.Format ?? "an unnamed language"}\" is handed to the host. Use FEEL (zeebe:script) if you can.");
        foreach (var (name, quantity) in new[] { ("startQuantity", activity.StartQuantity), ("completionQuantity", activity.CompletionQuantity) })
            if (quantity < 1)
                report.Error(activity, "bpmn.quantity", $"{name} của \"{activity.Title}\" là {quantity}; phải từ 1 trở lên.",
                    $"{name} of \"{activity.Title}\" is {quantity}; it must be 1 or more.");
        Loop(activity, report, Lacks);
        Aside(activity, report);
        if (activity is CallActivity { Called: { IsFeel: false, Text: var called } } && model.Process(called)?.Body.PlainStarts().Count == 0)
            report.Error(activity, "bpmn.no-start", $"\"{activity.Title}\" gọi quy trình \"{called}\" không có sự kiện bắt đầu thường. Hãy thêm vào quy trình đó.",
                $"\"{activity.Title}\" calls the process \"{called}\", which has no plain start event. Add one there.");
        if (activity is CallActivity { Extensions.Called: null, Called: { IsFeel: false, Text: var elsewhere } } && model.Element(elsewhere) is null
            && model.Process(elsewhere) is null && !model.Roots.GlobalTasks.ContainsKey(elsewhere))
            report.Error(activity, "bpmn.dangling", $"\"{activity.Title}\" gọi \"{elsewhere}\", nhưng tệp không có quy trình này. Hãy sửa calledElement, hoặc dùng zeebe:calledElement để gọi quy trình của tệp khác.",
                $"\"{activity.Title}\" calls \"{elsewhere}\", which this file does not have. Correct calledElement, or call a process of another file by zeebe:calledElement.");
        if (activity.IsForCompensation && activity is not SubProcess { Kind: SubProcessKind.Event }
            && !activity.Body.Nodes.OfType<EventNode>().Any(e => e.CompensationHandler == activity))
            report.Error(activity, "bpmn.unreachable", $"Việc bù trừ \"{activity.Title}\" không được nối với sự kiện biên bù trừ nào. Hãy nối bằng đường liên kết.",
                $"The compensation activity \"{activity.Title}\" is connected to no compensation boundary event. Connect it by an association.");
    }

    /// <summary>What stands outside of the flow (event sub-processes, what undoes) has no boundary events, and an event sub-process no rounds.</summary>
    private static void Aside(Activity activity, Report report)
    {
        var isEvent = activity is SubProcess { Kind: SubProcessKind.Event };
        if (!isEvent && !activity.IsForCompensation) return;
        foreach (var boundary in activity.Boundary)
            report.Error(boundary, "bpmn.misplaced", $"\"{activity.Title}\" đứng ngoài luồng nên không được có sự kiện biên. Hãy bỏ \"{boundary.Title}\".",
                $"\"{activity.Title}\" stands outside of the flow and has no boundary events. Remove \"{boundary.Title}\".");
        if (isEvent && activity.Loop is not null)
            report.Error(activity, "bpmn.misplaced", $"Quy trình con sự kiện \"{activity.Title}\" không lặp được. Hãy bỏ phần lặp, hoặc lặp một quy trình con bên trong.",
                $"The event sub-process \"{activity.Title}\" cannot repeat. Remove its loop, or repeat a sub-process inside.");
    }

    private static void Loop(Activity activity, Report report, Action<string, string> lacks)
    {
        switch (activity.Loop)
        {
            case StandardLoop loop:
                ExpressionRules.Check(loop.Condition, activity, "loopCondition", report);
                if (loop.Condition is null && loop.Maximum is null) lacks("điều kiện lặp (loopCondition)", "its loop condition");
                if (loop.Maximum < 1)
                    report.Error(activity, "bpmn.quantity", $"loopMaximum của \"{activity.Title}\" là {loop.Maximum}; phải từ 1 trở lên.",
                        $"loopMaximum of \"{activity.Title}\" is {loop.Maximum}; it must be 1 or more.");
                break;
            case MultiInstance loop:
                foreach (var (expression, name) in new[] { (loop.Cardinality, "loopCardinality"), (loop.InputCollection, "inputCollection"),
                    (loop.OutputElement, "outputElement"), (loop.CompletionCondition, "completionCondition") })
                    ExpressionRules.Check(expression, activity, name, report);
                if (loop.Cardinality is null && loop.InputCollection is null)
                    lacks("số lần hoặc danh sách (loopCardinality, inputCollection)", "how often or over which list (loopCardinality, inputCollection)");
                var tells = loop.Behaviour is LoopBehaviour.None or LoopBehaviour.One;
                var thrown = tells ? [loop.RoundEvent] : loop.Behaviour == LoopBehaviour.Complex ? loop.Complex.Select(c => c.Event) : [];
                foreach (var rule in loop.Complex) ExpressionRules.Check(rule.Condition, activity, "condition", report);
                if (loop is { Behaviour: LoopBehaviour.Complex, Complex.Count: 0 }) lacks("quy tắc phát sự kiện (complexBehaviorDefinition)", "its rules for events (complexBehaviorDefinition)");
                if (thrown.Any(t => t is not (null or SignalDefinition or MessageDefinition or EscalationDefinition)))
                    report.Error(activity, "bpmn.unsupported",
                        $"Việc lặp \"{activity.Title}\" (behavior {loop.Behaviour}) phát một sự kiện không phát được giữa chừng. Hãy dùng tín hiệu, thông điệp hoặc báo cấp trên (escalation), hoặc để All.",
                        $"The multi-instance activity \"{activity.Title}\" (behavior {loop.Behaviour}) throws an event that a round cannot throw. Use a signal, a message or an escalation, or All.");
                if (tells && loop.RoundEvent is null) lacks("sự kiện của mỗi lần lặp (noneBehaviorEventRef, oneBehaviorEventRef)", "the event of its rounds (noneBehaviorEventRef, oneBehaviorEventRef)");
                break;
        }
    }
}
