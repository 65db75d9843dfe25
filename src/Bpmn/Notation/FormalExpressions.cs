using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>
/// In a process that runs, expressions must be formal: <c>xsi:type="tFormalExpression"</c> (BPMN 2.0 §8.4.6, §8.4.7: a plain Expression is
/// a text for people). Where the schema itself asks for a formal expression no type is needed.
/// </summary>
internal static class FormalExpressions
{
    private static readonly string[] plain =
        ["conditionExpression", "completionCondition", "activationCondition", "loopCondition", "loopCardinality", "timeDate", "timeDuration", "timeCycle"];

    private static readonly XName type = XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance");

    public static void Check(NotationFile file, Report report)
    {
        var conditions = file.All("condition").Where(x => x.Parent!.Name.LocalName == "conditionalEventDefinition");
        foreach (var x in file.All(plain).Concat(conditions))
        {
            if (!IsExecutable(x) || string.IsNullOrWhiteSpace(x.Value) || IsFormal(x)) continue;
            report.Error(x, "bpmn.not-formal",
                $"{x.Name.LocalName} của \"{NotationFile.Title(x)}\" là lời cho người đọc, không phải biểu thức chạy được. Hãy ghi xsi:type=\"bpmn:tFormalExpression\" (Camunda Modeler tự ghi).",
                $"The {x.Name.LocalName} of \"{NotationFile.Title(x)}\" is a text for people, no expression that runs. Write xsi:type=\"bpmn:tFormalExpression\" (Camunda Modeler does).");
        }
        foreach (var x in file.All("transformation").Where(x => string.IsNullOrWhiteSpace(x.Value)))
            report.Error(x, "bpmn.incomplete", $"transformation của \"{NotationFile.Title(x)}\" để trống. Hãy ghi biểu thức hoặc bỏ phần tử này.",
                $"The transformation of \"{NotationFile.Title(x)}\" is empty. Write the expression or remove the element.");
    }

    private static bool IsExecutable(XElement x) => ((string?)x.Ancestors(Names.Model + "process").FirstOrDefault()?.Attribute("isExecutable"))?.Trim() is "true" or "1";

    private static bool IsFormal(XElement x) => Names.Local((string?)x.Attribute(type)) == "tFormalExpression";
}
