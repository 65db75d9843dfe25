using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Warns of what stands in a file but is not performed, so that nothing is passed over in silence.</summary>
internal static class NotPerformed
{
    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        "ioMapping", "formDefinition", "assignmentDefinition", "taskDefinition", "calledDecision", "calledElement", "script", "taskHeaders", "properties",
        "subscription", "loopCharacteristics", "userTask",
    };

    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "dataInputAssociation", "dataOutputAssociation", "ioSpecification" };

    private static readonly HashSet<string> Resources = new(StringComparer.Ordinal) { "performer", "humanPerformer", "potentialOwner", "resourceRole" };

    public static void Warn(XElement x, FlowNode node, Report report)
    {
        foreach (var extension in x.Elements(Names.Model + "extensionElements").Elements().Where(e => e.Name.Namespace == Names.Zeebe && !Read.Contains(e.Name.LocalName)))
            report.Warn(node, "bpmn.not-performed",
                $"zeebe:{extension.Name.LocalName} của \"{node.Title}\" không có tác dụng ở đây. Hãy bỏ, hoặc dùng thuộc tính haidang: thay thế (docs/bpmn.md).",
                $"zeebe:{extension.Name.LocalName} of \"{node.Title}\" has no effect here. Remove it, or use a haidang: property instead (docs/bpmn.md).");
        if (x.Elements(Names.Model + "extensionElements").Elements(Names.Zeebe + "assignmentDefinition").Any(a => a.Attribute("candidateUsers") is not null))
            report.Warn(node, "bpmn.not-performed",
                $"candidateUsers của \"{node.Title}\" không có tác dụng: việc vào hàng của một vai trò. Hãy dùng candidateGroups.",
                $"candidateUsers of \"{node.Title}\" has no effect: work goes to the queue of a role. Use candidateGroups.");
        if (x.Elements().Any(e => Data.Contains(e.Name.LocalName)))
            report.Warn(node, "bpmn.not-performed",
                $"Dữ liệu vào, ra của \"{node.Title}\" theo ký hiệu chuẩn (ioSpecification) không được thực hiện. Hãy dùng zeebe:ioMapping.",
                $"Data of \"{node.Title}\" in the standard's own notation (ioSpecification) is not performed. Use zeebe:ioMapping.");
        if (x.Elements().Any(e => Resources.Contains(e.Name.LocalName)))
            report.Warn(node, "bpmn.not-performed",
                $"Người thực hiện \"{node.Title}\" ghi bằng performer không có tác dụng. Hãy dùng zeebe:assignmentDefinition candidateGroups.",
                $"The performer of \"{node.Title}\" has no effect. Use zeebe:assignmentDefinition candidateGroups.");
    }
}
