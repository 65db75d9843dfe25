using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Attributes and elements that the standard's XML schemas ask for, of what stands beside the flow.</summary>
internal static class RequiredParts
{
    // Each needs all of its parts, written as an attribute or as an element.
    private static readonly (string Element, string[] Parts)[] all =
    [
        ("association", ["sourceRef", "targetRef"]),
        ("dataInputAssociation", ["targetRef"]), ("dataOutputAssociation", ["targetRef"]),
        ("interface", ["operation"]), ("operation", ["inMessageRef"]),
        ("correlationProperty", ["correlationPropertyRetrievalExpression"]),
        ("correlationPropertyRetrievalExpression", ["messageRef", "messagePath"]),
        ("correlationPropertyBinding", ["correlationPropertyRef", "dataPath"]),
        ("resourceParameterBinding", ["parameterRef"]),
        ("assignment", ["from", "to"]),
        ("relationship", ["type", "source", "target"]),
        ("conversationLink", ["sourceRef", "targetRef"]),
    ];

    public static void Check(NotationFile file, Report report)
    {
        foreach (var (element, parts) in all)
            foreach (var x in file.All(element))
                foreach (var part in parts.Where(part => x.Attribute(part) is null && x.Element(Names.Model + part) is null))
                    report.Error(x, "bpmn.incomplete", $"{element} \"{NotationFile.Title(x)}\" thiếu {part}. Hãy điền hoặc xóa {element} này.",
                        $"The {element} \"{NotationFile.Title(x)}\" lacks its {part}. Fill it in, or delete the {element}.");
    }
}
