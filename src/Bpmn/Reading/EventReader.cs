using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Reads events and event definitions.</summary>
internal sealed class EventReader(ElementReader elements, BpmnRoots roots)
{
    public static bool IsDefinition(XElement x) => x.Name.Namespace == Names.Model && x.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal);

    public EventNode Read(XElement x, EventPosition position)
    {
        var head = elements.Head(x);
        var definitions = new List<EventDefinition>();
        foreach (var child in x.Elements())
        {
            if (IsDefinition(child) && Definition(child) is { } own) definitions.Add(own);
            else if (child.Name == Names.Model + "eventDefinitionRef"
                && elements.Refer(child, child.Value, roots.DefinitionsById, "eventDefinitionRef") is { } shared) definitions.Add(shared);
        }
        return new EventNode(head, ZeebeReader.Read(x, elements.Report), position, definitions)
        {
            NeedsAll = elements.Flag(x, "parallelMultiple", false),
            Interrupts = position == EventPosition.Boundary ? elements.Flag(x, "cancelActivity", true) : elements.Flag(x, "isInterrupting", true),
            AttachedToId = Names.Local((string?)x.Attribute("attachedToRef")),
        };
    }

    public EventDefinition? Definition(XElement x)
    {
        var head = elements.Head(x, needsId: false);
        string? Attribute(string name) => (string?)x.Attribute(name);
        switch (x.Name.LocalName)
        {
            case "messageEventDefinition":
                return new MessageDefinition(head, elements.Refer(x, Attribute("messageRef"), roots.MessagesById, "messageRef"));
            case "signalEventDefinition":
                return new SignalDefinition(head, elements.Refer(x, Attribute("signalRef"), roots.SignalsById, "signalRef"));
            case "errorEventDefinition":
                return new ErrorDefinition(head, elements.Refer(x, Attribute("errorRef"), roots.ErrorsById, "errorRef"));
            case "escalationEventDefinition":
                return new EscalationDefinition(head, elements.Refer(x, Attribute("escalationRef"), roots.EscalationsById, "escalationRef"));
            case "timerEventDefinition":
                return Timer(x, head);
            case "conditionalEventDefinition":
                return new ConditionalDefinition(head, ElementReader.Condition(x, "condition"));
            case "linkEventDefinition":
                return new LinkDefinition(head, head.Name);
            case "compensateEventDefinition":
                return new CompensateDefinition(head, Names.Local(Attribute("activityRef")), elements.Flag(x, "waitForCompletion", true));
            case "terminateEventDefinition":
                return new TerminateDefinition(head);
            case "cancelEventDefinition":
                return new CancelDefinition(head);
            default:
                DefinitionsReader.Unsupported(x, elements);
                return null;
        }
    }

    private TimerDefinition Timer(XElement x, ElementHead head)
    {
        var said = new (string Name, TimerKind Kind)[] { ("timeDate", TimerKind.Date), ("timeDuration", TimerKind.Duration), ("timeCycle", TimerKind.Cycle) }
            .Select(way => (way.Kind, Time: x.Element(Names.Model + way.Name))).Where(way => way.Time is not null).ToList();
        if (said.Count == 1 && !string.IsNullOrWhiteSpace(said[0].Time!.Value))
            return new TimerDefinition(head, said[0].Kind, ElementReader.Inside(said[0].Time!, always: false));
        elements.Report.Error(x, "bpmn.timer-time",
            "Sự kiện hẹn giờ phải có đúng một trong timeDate, timeDuration, timeCycle và không để trống, ví dụ PT4H.",
            "A timer event needs exactly one of timeDate, timeDuration, timeCycle, not empty, for example PT4H.");
        return new TimerDefinition(head, null, null);
    }
}
