using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Reads the root of a file: what processes refer to first, then the processes, then the picture.</summary>
internal sealed class DefinitionsReader(string source, Report report)
{
    private static readonly HashSet<string> NotNeeded = new(StringComparer.Ordinal)
    {
        "import", "extension", "itemDefinition", "interface", "endPoint", "resource", "dataStore", "category", "partnerEntity", "partnerRole",
        "correlationProperty", "relationship", "documentation", "extensionElements", "conversation",
    };

    private readonly ElementReader elements = new(report);
    private readonly BpmnRoots roots = new();

    public BpmnModel? Read(XElement root)
    {
        if (root.Name != Names.Model + "definitions")
        {
            report.Error(root, "bpmn.not-bpmn",
                $"Phần tử gốc là {root.Name.LocalName}, không phải definitions của BPMN 2.0. Hãy chọn đúng tệp .bpmn.",
                $"The root is {root.Name.LocalName}, not definitions of BPMN 2.0. Choose a .bpmn file.");
            return null;
        }
        var events = new EventReader(elements, roots);
        foreach (var x in root.Elements()) ReadRoot(x);
        foreach (var x in root.Elements().Where(EventReader.IsDefinition))
            if (events.Definition(x) is { } definition) roots.DefinitionsById.TryAdd(definition.Id, definition);
        var bodies = new BodyReader(elements, events, roots);
        List<BpmnProcess> processes = [.. root.Elements(Names.Model + "process").Select(x => Process(x, bodies))];
        var participants = new List<Participant>();
        var messageFlows = new List<MessageFlow>();
        foreach (var collaboration in root.Elements(Names.Model + "collaboration")) ReadCollaboration(collaboration, participants, messageFlows, processes);
        return new BpmnModel(source, (string?)root.Attribute("id"), (string?)root.Attribute("targetNamespace"), roots, processes,
            participants, messageFlows, DiagramReader.Read(root, report));
    }

    private void ReadRoot(XElement x)
    {
        if (x.Name.Namespace == Names.Di) return;
        if (x.Name.Namespace != Names.Model) return;
        switch (x.Name.LocalName)
        {
            case "message":
                var message = new BpmnMessage(elements.Head(x), ZeebeReader.CorrelationKey(x));
                roots.MessagesById.TryAdd(message.Id, message);
                break;
            case "signal":
                var signal = new BpmnSignal(elements.Head(x));
                roots.SignalsById.TryAdd(signal.Id, signal);
                break;
            case "error":
                var error = new BpmnError(elements.Head(x), ElementReader.Blank((string?)x.Attribute("errorCode")));
                roots.ErrorsById.TryAdd(error.Id, error);
                break;
            case "escalation":
                var escalation = new BpmnEscalation(elements.Head(x), ElementReader.Blank((string?)x.Attribute("escalationCode")));
                roots.EscalationsById.TryAdd(escalation.Id, escalation);
                break;
            case "globalTask" or "globalUserTask" or "globalManualTask" or "globalScriptTask" or "globalBusinessRuleTask":
                var global = new GlobalTask(elements.Head(x), GlobalKind(x), ZeebeReader.Read(x, report), BodyReader.Script(x));
                roots.GlobalTasksById.TryAdd(global.Id, global);
                break;
            case "process" or "collaboration":
                break;
            case "import" when (string?)x.Attribute("importType") == Names.Model.NamespaceName:
                report.Error(x, "bpmn.unsupported",
                    $"Tệp này nhập tệp BPMN khác ({(string?)x.Attribute("location")}): chưa được hỗ trợ. Hãy chép phần cần dùng vào tệp này hoặc dùng việc gọi quy trình.",
                    $"The file imports another BPMN file ({(string?)x.Attribute("location")}): not supported. Copy what is needed into this file, or call the other process.");
                break;
            case "extension" when elements.Flag(x, "mustUnderstand", false):
                Unsupported(x, elements);
                break;
            case var name when NotNeeded.Contains(name) || EventReader.IsDefinition(x):
                break;
            default:
                Unsupported(x, elements);
                break;
        }
    }

    private static TaskKind GlobalKind(XElement x) => x.Name.LocalName switch
    {
        "globalUserTask" => TaskKind.User,
        "globalManualTask" => TaskKind.Manual,
        "globalScriptTask" => TaskKind.Script,
        "globalBusinessRuleTask" => TaskKind.BusinessRule,
        _ => TaskKind.None,
    };

    private BpmnProcess Process(XElement x, BodyReader bodies)
    {
        var head = elements.Head(x);
        return new BpmnProcess(head, elements.Flag(x, "isExecutable", false), bodies.Read(x));
    }

    private void ReadCollaboration(XElement x, List<Participant> participants, List<MessageFlow> flows, List<BpmnProcess> processes)
    {
        elements.Head(x, needsId: false);
        foreach (var child in x.Elements(Names.Model + "participant"))
        {
            var process = Names.Local((string?)child.Attribute("processRef"));
            if (process is not null && processes.TrueForAll(p => p.Id != process)) elements.Dangling(child, "processRef", process);
            if (child.Element(Names.Model + "participantMultiplicity") is { } many) Multiplicity(many);
            participants.Add(new Participant(elements.Head(child), process));
        }
        foreach (var child in x.Elements(Names.Model + "messageFlow"))
            flows.Add(new MessageFlow(elements.Head(child), Names.Local((string?)child.Attribute("sourceRef")), Names.Local((string?)child.Attribute("targetRef"))));
    }

    private void Multiplicity(XElement x)
    {
        var (least, most) = (elements.Whole(x, "minimum", 0), elements.Whole(x, "maximum", 1));
        if (least >= 0 && most >= 1 && least <= most) return;
        report.Error(x, "bpmn.multiplicity", $"Số lượng của bể ({least}–{most}) không hợp lệ: minimum từ 0, maximum từ 1 và không nhỏ hơn minimum.",
            $"The number of the pool ({least}–{most}) cannot be: minimum is 0 or more, maximum 1 or more and not below minimum.");
    }

    public static void Unsupported(XElement x, ElementReader elements) =>
        elements.Report.Error(x, "bpmn.unsupported",
            $"Phần tử {x.Name.LocalName} chưa được hỗ trợ. Hãy thay bằng phần tử khác; danh sách ở docs/bpmn.md.",
            $"The element {x.Name.LocalName} is not supported. Replace it by another; docs/bpmn.md has the list.");
}
