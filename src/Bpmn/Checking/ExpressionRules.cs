namespace HaiDang.Bpmn;

/// <summary>Rules about expressions: their language is FEEL and they can be read.</summary>
internal static class ExpressionRules
{
    public static void Check(BpmnExpression? expression, BpmnElement at, string what, Report report)
    {
        if (expression is null) return;
        if (expression.Language is { } language && !language.Contains("feel", StringComparison.OrdinalIgnoreCase))
            report.Error(expression.Line, expression.Column, at.Id, "bpmn.language",
                $"{what} của \"{at.Title}\" dùng ngôn ngữ {language}. Chỉ FEEL được hỗ trợ; hãy viết lại bằng FEEL.",
                $"The {what} of \"{at.Title}\" is in {language}. Only FEEL is supported; write it in FEEL.");
        else if (expression is { IsFeel: true, Feel: null })
        {
            var first = expression.Diagnostics.Count > 0 ? expression.Diagnostics[0] : null;
            report.Error(expression.Line, expression.Column, at.Id, "bpmn.feel",
                $"{what} của \"{at.Title}\" không phải FEEL đúng: {expression.Text} — {first?.Vi}",
                $"The {what} of \"{at.Title}\" is not correct FEEL: {expression.Text} — {first?.En}");
        }
    }

    public static void Check(FlowNode node, Report report)
    {
        var x = node.Extensions;
        foreach (var mapping in x.Inputs) Check(mapping.Source, node, $"zeebe:input {mapping.Target}", report);
        foreach (var mapping in x.Outputs) Check(mapping.Source, node, $"zeebe:output {mapping.Target}", report);
        Check(x.Assignee, node, "assignee", report);
        Check(x.CandidateGroups, node, "candidateGroups", report);
        Check(x.Job?.Type, node, "zeebe:taskDefinition type", report);
        Check(x.Job?.Retries, node, "retries", report);
        Check(x.Decision?.DecisionId, node, "decisionId", report);
        Check(x.Script?.Expression, node, "zeebe:script", report);
        switch (node)
        {
            case TaskNode { Script.Feel: { } script }: Check(script, node, "script", report); break;
            case TaskNode { Message.CorrelationKey: { } key }: Check(key, node, "correlationKey", report); break;
            case CallActivity call: Check(call.Called, node, "calledElement", report); break;
            case SubProcess sub: Check(sub.CompletionCondition, node, "completionCondition", report); break;
            case Gateway gateway: Check(gateway.ActivationCondition, node, "activationCondition", report); break;
            case EventNode e:
                foreach (var definition in e.Definitions)
                {
                    Check((definition as ConditionalDefinition)?.Condition, node, "condition", report);
                    Check((definition as MessageDefinition)?.Message?.CorrelationKey, node, "correlationKey", report);
                }
                break;
        }
    }
}
