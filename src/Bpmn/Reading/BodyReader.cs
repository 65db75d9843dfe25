using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Reads the inside of a process or sub-process and connects it.</summary>
internal sealed class BodyReader(ElementReader elements, EventReader events, BpmnRoots roots)
{
    private static readonly HashSet<string> NotFlow = new(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "incoming", "outgoing", "auditing", "monitoring", "supportedInterfaceRef", "ioSpecification", "ioBinding",
        "correlationSubscription", "resourceRole", "performer", "humanPerformer", "potentialOwner", "supports", "dataInputAssociation", "dataOutputAssociation",
        "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "completionCondition",
    };

    public BpmnBody Read(XElement container)
    {
        var nodes = new List<FlowNode>();
        var flows = new List<SequenceFlow>();
        var associations = new List<Association>();
        var annotations = new List<TextAnnotation>();
        var data = new List<DataItem>();
        var lanes = new List<Lane>();
        var listed = new List<(XElement, FlowNode)>();
        foreach (var x in container.Elements().Where(x => x.Name.Namespace == Names.Model))
        {
            if (Node(x) is { } node)
            {
                nodes.Add(node);
                listed.Add((x, node));
                NotPerformed.Warn(x, node, elements.Report);
                continue;
            }
            switch (x.Name.LocalName)
            {
                case "sequenceFlow": flows.Add(Flow(x)); break;
                case "association":
                    associations.Add(new Association(elements.Head(x, needsId: false), Names.Local((string?)x.Attribute("sourceRef")), Names.Local((string?)x.Attribute("targetRef"))));
                    break;
                case "textAnnotation" or "group":
                    if ((string?)x.Attribute("textFormat") is { } format && !ElementReader.IsMimeType(format))
                        elements.Report.Error(x, "bpmn.text-format", $"textFormat \"{format}\" không phải kiểu MIME. Hãy ghi ví dụ text/plain.",
                            $"The textFormat \"{format}\" is no MIME type. Write for example text/plain.");
                    annotations.Add(new TextAnnotation(elements.Head(x), ElementReader.Blank((string?)x.Element(Names.Model + "text"))));
                    break;
                case "dataObject" or "dataObjectReference" or "dataStoreReference" or "property":
                    data.Add(new DataItem(elements.Head(x), x.Name.LocalName, Names.Local((string?)x.Attribute("dataObjectRef") ?? (string?)x.Attribute("dataStoreRef"))));
                    break;
                case "laneSet": Lanes(x, lanes); break;
                case var name when NotFlow.Contains(name): break;
                default: DefinitionsReader.Unsupported(x, elements); break;
            }
        }
        var body = new BpmnBody(nodes, flows, associations, annotations, data, lanes);
        Wiring.Connect(body, elements.Report);
        Wiring.CompareLists(listed, body.Flows, elements.Report);
        return body;
    }

    private FlowNode? Node(XElement x) => x.Name.LocalName switch
    {
        "startEvent" => events.Read(x, EventPosition.Start),
        "intermediateCatchEvent" => events.Read(x, EventPosition.Catch),
        "intermediateThrowEvent" => events.Read(x, EventPosition.Throw),
        "boundaryEvent" => events.Read(x, EventPosition.Boundary),
        "endEvent" => events.Read(x, EventPosition.End),
        "task" => Task(x, TaskKind.None),
        "userTask" => Task(x, TaskKind.User),
        "manualTask" => Task(x, TaskKind.Manual),
        "serviceTask" => Task(x, TaskKind.Service),
        "scriptTask" => Task(x, TaskKind.Script),
        "businessRuleTask" => Task(x, TaskKind.BusinessRule),
        "sendTask" => Task(x, TaskKind.Send),
        "receiveTask" => Task(x, TaskKind.Receive),
        "exclusiveGateway" => Gateway(x, GatewayKind.Exclusive),
        "parallelGateway" => Gateway(x, GatewayKind.Parallel),
        "inclusiveGateway" => Gateway(x, GatewayKind.Inclusive),
        "eventBasedGateway" => Gateway(x, GatewayKind.EventBased),
        "complexGateway" => Gateway(x, GatewayKind.Complex),
        "subProcess" => SubProcess(x, elements.Flag(x, "triggeredByEvent", false) ? SubProcessKind.Event : SubProcessKind.Embedded),
        "transaction" => SubProcess(x, SubProcessKind.Transaction),
        "adHocSubProcess" => SubProcess(x, SubProcessKind.AdHoc),
        "callActivity" => Call(x),
        _ => null,
    };

    private TaskNode Task(XElement x, TaskKind kind) => new(elements.Head(x), ZeebeReader.Read(x, elements.Report), kind)
    {
        DefaultId = DefaultOf(x),
        IsForCompensation = elements.Flag(x, "isForCompensation", false),
        Loop = LoopReader.Read(x, elements, events, roots),
        StartQuantity = elements.Whole(x, "startQuantity", 1)!.Value,
        CompletionQuantity = elements.Whole(x, "completionQuantity", 1)!.Value,
        Message = elements.Refer(x, (string?)x.Attribute("messageRef"), roots.MessagesById, "messageRef"),
        Instantiates = elements.Flag(x, "instantiate", false),
        Script = Script(x),
    };

    /// <summary>The standard's own script of a script task, or null.</summary>
    public static ForeignScript? Script(XElement x)
    {
        if (x.Element(Names.Model + "script") is not { } script || string.IsNullOrWhiteSpace(script.Value)) return null;
        var format = ElementReader.Blank((string?)x.Attribute("scriptFormat"));
        var isFeel = format is not null && format.Contains("feel", StringComparison.OrdinalIgnoreCase);
        return new ForeignScript(format, script.Value.Trim(), isFeel ? ElementReader.Inside(script, always: true) : null);
    }

    private Gateway Gateway(XElement x, GatewayKind kind) => new(elements.Head(x), ZeebeReader.Read(x, elements.Report), kind)
    {
        DefaultId = DefaultOf(x),
        Direction = (string?)x.Attribute("gatewayDirection"),
        Instantiates = elements.Flag(x, "instantiate", false),
        IsParallel = (string?)x.Attribute("eventGatewayType") == "Parallel",
        ActivationCondition = ElementReader.Condition(x, "activationCondition"),
    };

    private SubProcess SubProcess(XElement x, SubProcessKind kind) => new(elements.Head(x), ZeebeReader.Read(x, elements.Report), kind, Read(x))
    {
        DefaultId = DefaultOf(x),
        IsForCompensation = elements.Flag(x, "isForCompensation", false),
        Loop = LoopReader.Read(x, elements, events, roots),
        StartQuantity = elements.Whole(x, "startQuantity", 1)!.Value,
        CompletionQuantity = elements.Whole(x, "completionQuantity", 1)!.Value,
        IsSequential = (string?)x.Attribute("ordering") == "Sequential",
        CompletionCondition = ElementReader.Condition(x, "completionCondition"),
        CancelsRemaining = elements.Flag(x, "cancelRemainingInstances", true),
    };

    private CallActivity Call(XElement x)
    {
        var extensions = ZeebeReader.Read(x, elements.Report);
        var called = Names.Local((string?)x.Attribute("calledElement"));
        System.Xml.IXmlLineInfo place = x;
        var target = extensions.Called?.ProcessId ?? (called is null ? null : BpmnExpression.TextOrFeel(called, place.LineNumber, place.LinePosition));
        return new CallActivity(elements.Head(x), extensions, target)
        {
            DefaultId = DefaultOf(x),
            IsForCompensation = elements.Flag(x, "isForCompensation", false),
            Loop = LoopReader.Read(x, elements, events, roots),
            StartQuantity = elements.Whole(x, "startQuantity", 1)!.Value,
            CompletionQuantity = elements.Whole(x, "completionQuantity", 1)!.Value,
        };
    }

    private static string? DefaultOf(XElement x) => Names.Local((string?)x.Attribute("default"));

    private SequenceFlow Flow(XElement x)
    {
        if (!elements.Flag(x, "isImmediate", true))
            elements.Report.Error(x, "bpmn.not-immediate", "isImmediate=\"false\" chỉ dùng cho sơ đồ không chạy. Hãy bỏ thuộc tính này.",
                "isImmediate=\"false\" is for pictures that do not run. Remove it.");
        return new SequenceFlow(elements.Head(x), Names.Local((string?)x.Attribute("sourceRef")) ?? "", Names.Local((string?)x.Attribute("targetRef")) ?? "",
            ElementReader.Condition(x, "conditionExpression"));
    }

    private void Lanes(XElement set, List<Lane> lanes)
    {
        foreach (var x in set.Elements(Names.Model + "lane"))
        {
            lanes.Add(new Lane(elements.Head(x), [.. x.Elements(Names.Model + "flowNodeRef").Select(r => Names.Local(r.Value)).OfType<string>()]));
            foreach (var inner in x.Elements(Names.Model + "childLaneSet")) Lanes(inner, lanes);
        }
    }
}
