using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about the data of events and about how messages go in and out (BPMN 2.0 §10.5.1, table 10.89).</summary>
internal static class EventData
{
    private static readonly string[] events = ["startEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "endEvent"];

    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All(events))
        {
            Payloads(file, x, report);
            foreach (var message in x.Elements(Names.Model + "messageEventDefinition")) Operation(file, x, message, report);
        }
    }

    /// <summary>One data input or output for each definition that carries data, in the same order and of the same item.</summary>
    private static void Payloads(NotationFile file, XElement x, Report report)
    {
        var isThrown = x.Name.LocalName is "intermediateThrowEvent" or "endEvent";
        var data = (isThrown ? NotationFile.Inputs(x) : NotationFile.Outputs(x)).ToList();
        if (data.Count == 0) return;
        var carriers = x.Elements().Where(e => e.Name.LocalName is "messageEventDefinition" or "signalEventDefinition" or "errorEventDefinition" or "escalationEventDefinition").ToList();
        var word = isThrown ? "dataInput" : "dataOutput";
        if (carriers.Count > 0 && carriers.Count != data.Count)
            report.Error(x, "bpmn.event-data", $"\"{NotationFile.Title(x)}\" có {carriers.Count} loại sự kiện mang dữ liệu nhưng có {data.Count} {word}. Mỗi loại cần đúng một.",
                $"\"{NotationFile.Title(x)}\" has {carriers.Count} definitions that carry data but {data.Count} {word} elements. Each needs exactly one.");
        foreach (var (carrier, item) in carriers.Zip(data))
        {
            var kind = carrier.Name.LocalName[..^"EventDefinition".Length];
            if (file.ItemOf(file.Refers(carrier, $"{kind}Ref")) is { } carried && file.ItemOf(item) is { } held && !NotationFile.AreEquivalent(carried, held))
                report.Error(item, "bpmn.data-item", $"{word} \"{NotationFile.IdOf(item)}\" thuộc kiểu \"{NotationFile.IdOf(held)}\", còn {kind} mang kiểu \"{NotationFile.IdOf(carried)}\". Hãy dùng cùng một kiểu.",
                    $"The {word} \"{NotationFile.IdOf(item)}\" is of \"{NotationFile.IdOf(held)}\", but the {kind} carries \"{NotationFile.IdOf(carried)}\". Use one item.");
        }
    }

    /// <summary>
    /// In a process that runs, a message must come in or go out somehow: by an operation (the standard's way) or by what zeebe extension
    /// elements say of the event or its message. A message that starts a process needs neither.
    /// </summary>
    private static void Operation(NotationFile file, XElement x, XElement definition, Report report)
    {
        if (file.Refers(definition, "messageRef") is not { } message || NotationFile.Value(definition, "operationRef") is not null) return;
        if (x.Name.LocalName == "startEvent" || NotationFile.HasExtensions(x) || NotationFile.HasExtensions(message)) return;
        if (((string?)x.Ancestors(Names.Model + "process").FirstOrDefault()?.Attribute("isExecutable"))?.Trim() is not ("true" or "1")) return;
        report.Error(x, "bpmn.no-operation",
            $"Sự kiện thông điệp \"{NotationFile.Title(x)}\" không nói thông điệp đến hay đi bằng cách nào. Hãy điền Subscription correlation key của thông điệp (chờ) hoặc Task definition (gửi) trong Camunda Modeler, hoặc operationRef.",
            $"The message event \"{NotationFile.Title(x)}\" does not say how its message comes or goes. Fill in the message's subscription correlation key (waiting) or a task definition (sending) in Camunda Modeler, or an operationRef.");
    }
}
