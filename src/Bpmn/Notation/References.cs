using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>References by id must lead to an element of the kind that the standard's schema names (BPMN 2.0 annex of XML schemas).</summary>
internal static class References
{
    private static readonly string[] itemAware = ["dataInput", "dataOutput", "dataObject", "dataObjectReference", "dataStore", "dataStoreReference", "property", "dataInputItem", "inputDataItem", "outputDataItem"];

    // What is read into the model is told there; this is the rest. A pool or another file may be meant where a name has a prefix.
    private static readonly Dictionary<string, string[]> kinds = new(StringComparer.Ordinal)
    {
        ["itemRef"] = ["itemDefinition"], ["itemSubjectRef"] = ["itemDefinition"],
        ["operationRef"] = ["operation"], ["inMessageRef"] = ["message"], ["outMessageRef"] = ["message"], ["supportedInterfaceRef"] = ["interface"], ["interfaceRef"] = ["interface"],
        ["participantRef"] = ["participant"], ["innerParticipantRef"] = ["participant"], ["outerParticipantRef"] = ["participant"],
        ["partnerEntityRef"] = ["partnerEntity"], ["partnerRoleRef"] = ["partnerRole"], ["endPointRef"] = ["endPoint"],
        ["definitionalCollaborationRef"] = ["collaboration", "choreography", "globalConversation"],
        ["correlationKeyRef"] = ["correlationKey"], ["correlationPropertyRef"] = ["correlationProperty"],
        ["dataObjectRef"] = ["dataObject"], ["dataStoreRef"] = ["dataStore"], ["categoryValueRef"] = ["categoryValue"],
        ["resourceRef"] = ["resource"], ["parameterRef"] = ["resourceParameter"],
        ["dataInputRefs"] = ["dataInput"], ["optionalInputRefs"] = ["dataInput"], ["whileExecutingInputRefs"] = ["dataInput"], ["outputSetRefs"] = ["outputSet"],
        ["dataOutputRefs"] = ["dataOutput"], ["optionalOutputRefs"] = ["dataOutput"], ["whileExecutingOutputRefs"] = ["dataOutput"], ["inputSetRefs"] = ["inputSet"],
        ["loopDataInputRef"] = itemAware, ["loopDataOutputRef"] = itemAware,
        ["supports"] = ["process"], ["messageFlowRef"] = ["messageFlow"],         ["inputDataRef"] = ["dataInput", "inputSet"], ["outputDataRef"] = ["dataOutput", "outputSet"],
        ["calledCollaborationRef"] = ["collaboration", "globalConversation"], ["choreographyRef"] = ["choreography"],
    };

    private const string link = "linkEventDefinition";

    private static readonly string[] callable = ["process", "globalTask", "globalUserTask", "globalManualTask", "globalScriptTask", "globalBusinessRuleTask"];

    /// <summary>What a lane holds: the nodes of the flow, and what tools draw into it beside them.</summary>
    private static readonly string[] inLanes =
    [
        "task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask", "callActivity", "subProcess", "transaction", "adHocSubProcess",
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "implicitThrowEvent", "boundaryEvent",
        "exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway", "eventBasedGateway",
        "dataObject", "dataObjectReference", "dataStoreReference", "textAnnotation", "group", "callChoreography", "choreographyTask", "subChoreography",
    ];

    /// <summary>Any element will do, if it is there.</summary>
    private static readonly string[] anything = [];

    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.Root.Descendants().Where(x => x.Name.Namespace == Names.Model))
        {
            foreach (var attribute in x.Attributes().Where(a => kinds.ContainsKey(a.Name.LocalName) && a.Name.NamespaceName.Length == 0))
                Judge(file, x, attribute.Name.LocalName, attribute.Value, kinds[attribute.Name.LocalName], report);
            if (x.HasElements || x.Value.Trim().Length == 0) continue;
            if (kinds.TryGetValue(x.Name.LocalName, out var wanted)) Judge(file, x, x.Name.LocalName, x.Value, wanted, report);
            if (x.Name.LocalName is "sourceRef" or "targetRef" && x.Parent!.Name.LocalName is "dataInputAssociation" or "dataOutputAssociation" or "dataAssociation")
                Judge(file, x, x.Name.LocalName, x.Value, itemAware, report);
        }
        foreach (var x in file.All("source", "target").Where(x => x.Parent!.Name.LocalName == link)) Judge(file, x, x.Name.LocalName, x.Value, [link], report);
        // Tools write names of Java and XML Schema here; what is named in the file must be an item.
        foreach (var x in file.Root.Descendants().Where(x => x.Name.Namespace == Names.Model && file.Find((string?)x.Attribute("evaluatesToTypeRef")) is not null))
            Judge(file, x, "evaluatesToTypeRef", ["itemDefinition"], report);
        foreach (var x in file.All("messageFlow", "correlationPropertyRetrievalExpression")) Judge(file, x, "messageRef", ["message"], report);
        foreach (var x in file.All("resourceParameter")) Judge(file, x, "type", ["itemDefinition"], report);
        foreach (var x in file.All("operation").Elements(Names.Model + "errorRef")) Judge(file, x, "errorRef", x.Value, ["error"], report);
        foreach (var x in file.All("association"))
            foreach (var end in (string[])["sourceRef", "targetRef"]) Judge(file, x, end, anything, report);
        foreach (var lane in file.All("lane"))
        {
            Judge(file, lane, "partitionElementRef", anything, report);
            foreach (var x in lane.Elements(Names.Model + "flowNodeRef")) Judge(file, x, "flowNodeRef", x.Value, inLanes, report);
        }
        // Whether a called process is there at all is for those to judge who want to run it.
        foreach (var call in file.All("callActivity").Where(call => file.Refers(call, "calledElement") is not null)) Judge(file, call, "calledElement", callable, report);
    }

    private static void Judge(NotationFile file, XElement at, string attribute, string[] wanted, Report report)
    {
        if ((string?)at.Attribute(attribute) is { } reference) Judge(file, at, attribute, reference, wanted, report);
    }

    private static void Judge(NotationFile file, XElement at, string what, string reference, string[] wanted, Report report)
    {
        if (string.IsNullOrWhiteSpace(reference) || IsElsewhere(file, at, reference.Trim())) return;
        var found = file.Find(reference);
        // Tools drop the other end of a link, which its name tells as well; but what is named must be one.
        if (found is null && wanted is [link]) return;
        if (found is null)
            report.Error(at, "bpmn.dangling", $"{what} trỏ đến \"{reference.Trim()}\", nhưng trong tệp không có phần tử nào mang id đó. Hãy sửa id hoặc thêm phần tử.",
                $"{what} refers to \"{reference.Trim()}\", but the file has no element of that id. Correct the id or add the element.");
        else if (wanted.Length > 0 && !wanted.Contains(found.Name.LocalName))
            report.Error(at, "bpmn.reference-kind",
                $"{what} trỏ đến \"{reference.Trim()}\" là {found.Name.LocalName}; chỗ này cần {string.Join(" hoặc ", wanted.Take(3))}. Hãy chọn lại.",
                $"{what} refers to \"{reference.Trim()}\", which is a {found.Name.LocalName}; here a {string.Join(" or ", wanted.Take(3))} is needed. Choose again.");
    }

    /// <summary>Whether a reference names another namespace than this file's: an imported file then has it.</summary>
    private static bool IsElsewhere(NotationFile file, XElement at, string reference) => reference.IndexOf(':') is > 0 and var colon
        && at.GetNamespaceOfPrefix(reference[..colon]) is { } ns && ns != (string?)file.Root.Attribute("targetNamespace");
}
