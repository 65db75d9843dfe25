using System.Xml;
using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Reads how an activity repeats.</summary>
internal static class LoopReader
{
    public static LoopCharacteristics? Read(XElement activity, ElementReader elements, EventReader events, BpmnRoots roots)
    {
        var standard = activity.Element(Names.Model + "standardLoopCharacteristics");
        var multi = activity.Element(Names.Model + "multiInstanceLoopCharacteristics");
        if (standard is not null && multi is not null)
            elements.Report.Error(multi, "bpmn.two-loops",
                "Một hoạt động không thể vừa lặp theo điều kiện vừa lặp theo danh sách. Hãy giữ một kiểu.",
                "An activity cannot both loop and be multi-instance. Keep one of the two.");
        if (multi is not null) return Multi(multi, elements, events, roots);
        if (standard is null) return null;
        return new StandardLoop
        {
            Condition = ElementReader.Condition(standard, "loopCondition"),
            TestBefore = elements.Flag(standard, "testBefore", false),
            Maximum = elements.Whole(standard, "loopMaximum", null),
        };
    }

    private static MultiInstance Multi(XElement x, ElementReader elements, EventReader events, BpmnRoots roots)
    {
        var zeebe = ZeebeReader.Loop(x);
        var behaviour = (string?)x.Attribute("behavior") switch
        {
            "None" => LoopBehaviour.None, "One" => LoopBehaviour.One, "Complex" => LoopBehaviour.Complex, _ => LoopBehaviour.All,
        };
        var round = (string?)x.Attribute(behaviour == LoopBehaviour.One ? "oneBehaviorEventRef" : "noneBehaviorEventRef");
        return new MultiInstance
        {
            IsSequential = elements.Flag(x, "isSequential", false),
            Cardinality = ElementReader.Condition(x, "loopCardinality"),
            InputCollection = ElementReader.Feel(zeebe, "inputCollection"),
            InputElement = ElementReader.Blank((string?)zeebe?.Attribute("inputElement")),
            OutputCollection = ElementReader.Blank((string?)zeebe?.Attribute("outputCollection")),
            OutputElement = ElementReader.Feel(zeebe, "outputElement"),
            CompletionCondition = ElementReader.Condition(x, "completionCondition"),
            Behaviour = behaviour,
            RoundEvent = behaviour is LoopBehaviour.None or LoopBehaviour.One ? RoundEvent(x, round, elements, events, roots) : null,
            Complex = [.. x.Elements(Names.Model + "complexBehaviorDefinition").Select(c => Complex(c, events))],
        };
    }

    private static EventDefinition? RoundEvent(XElement x, string? reference, ElementReader elements, EventReader events, BpmnRoots roots)
    {
        if (Names.Local(reference) is not { } id) return null;
        if (roots.DefinitionsById.TryGetValue(id, out var shared)) return shared;
        var elsewhere = x.Document!.Descendants().FirstOrDefault(e => EventReader.IsDefinition(e) && (string?)e.Attribute("id") == id);
        if (elsewhere is not null) return new EventReader(new ElementReader(new Report("")), roots).Definition(elsewhere);
        elements.Dangling(x, "noneBehaviorEventRef / oneBehaviorEventRef", id);
        return null;
    }

    private static ComplexBehaviour Complex(XElement x, EventReader events)
    {
        var thrown = x.Element(Names.Model + "event")?.Elements().FirstOrDefault(EventReader.IsDefinition);
        return new ComplexBehaviour(ElementReader.Condition(x, "condition"), thrown is null ? null : events.Definition(thrown));
    }
}
