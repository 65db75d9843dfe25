using System.Xml.Linq;

namespace HaiDang.Bpmn.Tests.Conformance;

/// <summary>Reference models of the BPMN Model Interchange Working Group: what is executable in them is read without loss.</summary>
public sealed class InterchangeTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> Nodes = new(StringComparer.Ordinal)
    {
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "task", "userTask", "manualTask", "serviceTask", "scriptTask",
        "businessRuleTask", "sendTask", "receiveTask", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway", "subProcess",
        "transaction", "adHocSubProcess", "callActivity",
    };

    [Fact]
    public void Every_node_flow_and_event_definition_is_read()
    {
        foreach (var file in Directory.GetFiles(Tck.Folder("interchange"), "*.bpmn").Order(StringComparer.Ordinal))
        {
            var xml = File.ReadAllText(file);
            var read = BpmnReader.Read(xml, Path.GetFileName(file));
            Assert.NotNull(read.Model);
            output.WriteLine($"{Path.GetFileName(file)}: {string.Join(", ", read.Diagnostics.Select(d => $"{d.Severity} {d.Line} {d.Code} {d.ElementId} {d.En}"))}");
            XNamespace bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
            var processes = XDocument.Parse(xml).Root!.Elements(bpmn + "process").ToList();
            Assert.Equal(Ids(processes, x => Nodes.Contains(x.Name.LocalName)), read.Model.Processes.SelectMany(p => p.Body.AllNodes()).Select(n => n.Id).Order(StringComparer.Ordinal));
            Assert.Equal(Ids(processes, x => x.Name.LocalName == "sequenceFlow"),
                read.Model.Processes.SelectMany(p => p.Body.AllBodies()).SelectMany(b => b.Flows).Select(f => f.Id).Order(StringComparer.Ordinal));
            Assert.Equal(processes.SelectMany(p => p.Descendants()).Count(x => x.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)),
                read.Model.Processes.SelectMany(p => p.Body.AllNodes()).OfType<EventNode>().Sum(e => e.Definitions.Count));
            Assert.DoesNotContain(read.Diagnostics, d => d.Code is "bpmn.dangling" or "bpmn.duplicate-id" or "bpmn.edge-points");
        }
    }

    private static IEnumerable<string> Ids(IEnumerable<XElement> processes, Func<XElement, bool> which) =>
        processes.SelectMany(p => p.Descendants()).Where(which).Select(x => (string)x.Attribute("id")!).Order(StringComparer.Ordinal);
}
