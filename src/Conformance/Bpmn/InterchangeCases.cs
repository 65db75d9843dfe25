using System.Xml.Linq;
using HaiDang.Bpmn;

namespace HaiDang.Conformance.Bpmn;

/// <summary>Reference models: every node, flow and event definition of every process must be in what was read.</summary>
internal static class InterchangeCases
{
    private static readonly XNamespace bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static readonly HashSet<string> nodes = new(StringComparer.Ordinal)
    {
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "task", "userTask", "manualTask", "serviceTask", "scriptTask",
        "businessRuleTask", "sendTask", "receiveTask", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway", "subProcess",
        "transaction", "adHocSubProcess", "callActivity",
    };

    public static KitResult Judge(string file)
    {
        var lost = Lost(File.ReadAllBytes(file), Path.GetFileName(file)).Take(5).ToList();
        return new("interchange", Path.GetFileNameWithoutExtension(file), "read", lost.Count == 0 ? KitOutcome.Success : KitOutcome.Error, string.Join("; ", lost));
    }

    private static IEnumerable<string> Lost(byte[] file, string name)
    {
        var read = BpmnReader.Read(file, name);
        if (read.Model is not { } model) return read.Diagnostics.Select(d => d.En);
        using var stream = new MemoryStream(file);
        var processes = XDocument.Load(stream).Root!.Elements(bpmn + "process").ToList();
        var bodies = model.Processes.SelectMany(p => p.Body.AllBodies()).ToList();
        var found = bodies.SelectMany(b => b.Nodes).ToList();
        var definitions = processes.SelectMany(p => p.Descendants()).Count(x => x.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal));
        return
        [
            .. Missing(processes, x => nodes.Contains(x.Name.LocalName), found.Select(n => n.Id)),
            .. Missing(processes, x => x.Name.LocalName == "sequenceFlow", bodies.SelectMany(b => b.Flows).Select(f => f.Id)),
            .. found.OfType<EventNode>().Sum(e => e.Definitions.Count) == definitions ? Array.Empty<string>() : ["event definitions"],
            .. read.Diagnostics.Where(d => d.Code is "bpmn.dangling" or "bpmn.duplicate-id" or "bpmn.edge-points").Select(d => d.En),
        ];
    }

    private static IEnumerable<string> Missing(IEnumerable<XElement> processes, Func<XElement, bool> which, IEnumerable<string> found) =>
        processes.SelectMany(p => p.Descendants()).Where(which).Select(x => (string?)x.Attribute("id") ?? "").Except(found);
}
