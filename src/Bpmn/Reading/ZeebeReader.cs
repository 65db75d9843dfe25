using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Reads the extension elements of one flow node.</summary>
internal static class ZeebeReader
{
    public static ZeebeExtensions Read(XElement node, Report report)
    {
        if (node.Element(Names.Model + "extensionElements") is not { } x) return ZeebeExtensions.None;
        var assignment = Child(x, "assignmentDefinition");
        return new ZeebeExtensions
        {
            Inputs = Mappings(x, "input", report),
            Outputs = Mappings(x, "output", report),
            FormId = ElementReader.Blank((string?)Child(x, "formDefinition")?.Attribute("formId")),
            Assignee = ElementReader.Value(assignment, "assignee"),
            CandidateGroups = ElementReader.Value(assignment, "candidateGroups"),
            Job = Job(x, report),
            Decision = Decision(x, report),
            Called = Called(x, report),
            Script = Script(x, report),
            Headers = Headers(x),
        };
    }

    /// <summary>The <c>zeebe:loopCharacteristics</c> of a multi-instance element, or null.</summary>
    public static XElement? Loop(XElement multiInstance) =>
        multiInstance.Element(Names.Model + "extensionElements") is { } x ? Child(x, "loopCharacteristics") : null;

    /// <summary>The <c>zeebe:subscription correlationKey</c> of a message, or null.</summary>
    public static BpmnExpression? CorrelationKey(XElement message) =>
        message.Element(Names.Model + "extensionElements") is { } x ? ElementReader.Feel(Child(x, "subscription"), "correlationKey") : null;

    private static XElement? Child(XElement extensions, string name) => extensions.Element(Names.Zeebe + name);

    private static List<VariableMapping> Mappings(XElement x, string name, Report report)
    {
        var mappings = new List<VariableMapping>();
        foreach (var mapping in Child(x, "ioMapping")?.Elements(Names.Zeebe + name) ?? [])
        {
            var (source, target) = (ElementReader.Value(mapping, "source"), ElementReader.Blank((string?)mapping.Attribute("target")));
            if (source is null || target is null) Missing(mapping, source is null ? "source" : "target", report);
            else mappings.Add(new VariableMapping(source, target));
        }
        return mappings;
    }

    private static TaskDefinition? Job(XElement x, Report report)
    {
        if (Child(x, "taskDefinition") is not { } job) return null;
        if (ElementReader.Value(job, "type") is { } type) return new TaskDefinition(type, ElementReader.Value(job, "retries"));
        Missing(job, "type", report);
        return null;
    }

    private static CalledDecision? Decision(XElement x, Report report)
    {
        if (Child(x, "calledDecision") is not { } decision) return null;
        var (id, result) = (ElementReader.Value(decision, "decisionId"), ElementReader.Blank((string?)decision.Attribute("resultVariable")));
        if (id is not null && result is not null) return new CalledDecision(id, result);
        Missing(decision, id is null ? "decisionId" : "resultVariable", report);
        return null;
    }

    private static CalledElement? Called(XElement x, Report report)
    {
        if (Child(x, "calledElement") is not { } called) return null;
        if (ElementReader.Value(called, "processId") is { } id)
            return new CalledElement(id,
                (string?)called.Attribute("propagateAllParentVariables") != "false",
                (string?)called.Attribute("propagateAllChildVariables") != "false");
        Missing(called, "processId", report);
        return null;
    }

    private static FeelScript? Script(XElement x, Report report)
    {
        if (Child(x, "script") is not { } script) return null;
        var (expression, result) = (ElementReader.Feel(script, "expression"), ElementReader.Blank((string?)script.Attribute("resultVariable")));
        if (expression is not null && result is not null) return new FeelScript(expression, result);
        Missing(script, expression is null ? "expression" : "resultVariable", report);
        return null;
    }

    private static Dictionary<string, string> Headers(XElement x)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var header in Child(x, "taskHeaders")?.Elements(Names.Zeebe + "header") ?? [])
            if ((string?)header.Attribute("key") is { Length: > 0 } key)
                all[key] = (string?)header.Attribute("value") ?? "";
        return all;
    }

    private static void Missing(XElement at, string attribute, Report report) =>
        report.Error(at, "bpmn.missing-attribute",
            $"zeebe:{at.Name.LocalName} thiếu thuộc tính {attribute}. Hãy điền thuộc tính này trong Camunda Modeler.",
            $"zeebe:{at.Name.LocalName} lacks {attribute}. Fill it in, in Camunda Modeler.");
}
