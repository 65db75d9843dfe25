using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

public sealed class ReaderTests
{
    private const string Head = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\">\n";

    private static BpmnDiagnostic Fault(string xml)
    {
        var read = BpmnReader.Read(xml, "x.bpmn");
        var fault = read.Diagnostics.First(d => d.Severity == BpmnSeverity.Error);
        Assert.Equal("x.bpmn", fault.Source);
        Assert.NotEmpty(fault.Vi);
        Assert.NotEmpty(fault.En);
        return fault;
    }

    [Theory]
    [InlineData("", "bpmn.not-xml")]
    [InlineData("<a>", "bpmn.not-xml")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "bpmn.not-xml")]
    [InlineData("<html/>", "bpmn.not-bpmn")]
    public void What_is_no_bpmn_is_refused(string xml, string code) => Assert.Equal(code, Fault(xml).Code);

    [Theory]
    [InlineData("utf-8", "", false)]
    [InlineData("utf-8", "", true)]
    [InlineData("utf-16", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", true)]
    [InlineData("utf-16", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", false)]
    [InlineData("utf-16BE", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", false)]
    [InlineData("iso-8859-1", "<?xml version='1.0' encoding='ISO-8859-1' standalone='yes'?>", false)]
    [InlineData("us-ascii", "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>", false)]
    [InlineData("utf-8", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", false)]
    public void A_file_may_have_any_encoding(string encoding, string declaration, bool hasMark)
    {
        var (text, coding) = ($"{declaration}{Head}<process id=\"p\" name=\"{(encoding == "us-ascii" ? "kh&#xF4;ng" : "không")}\"/></definitions>", System.Text.Encoding.GetEncoding(encoding));
        var read = BpmnReader.Read([.. hasMark ? coding.GetPreamble() : [], .. coding.GetBytes(text)], "x.bpmn");
        Assert.Equal("không", read.Model!.Processes[0].Name);
    }

    [Theory]
    [InlineData("bpmn:", "xmlns:bpmn")]
    [InlineData("semantic:", "xmlns:semantic")]
    [InlineData("", "xmlns")]
    public void Prefixes_are_anybodys_choice(string prefix, string declared)
    {
        var xml = $"""
            <!-- by a tool --><?tool x?><{prefix}definitions {declared}="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="urn:target" targetNamespace="urn:target">
            <{prefix}message id="m" name="paid"/><{prefix}process id="p"><{prefix}receiveTask id="r" messageRef="t:m"/></{prefix}process></{prefix}definitions>
            """;
        Assert.Equal("paid", Assert.IsType<TaskNode>(BpmnReader.Read(xml, "x.bpmn").Model!.Node("r")).Message!.Name);
    }

    [Fact]
    public void A_file_that_is_too_deep_is_refused() =>
        Assert.Equal("bpmn.too-deep", Fault(string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))).Code);

    [Fact]
    public void A_file_that_is_too_long_is_refused() => Assert.Equal("bpmn.too-long", Fault(new string(' ', BpmnReader.MostCharacters + 1)).Code);

    [Theory]
    [InlineData("<process id=\"p\"><userTask id=\"a\"/>\n<userTask id=\"a\"/></process>", "bpmn.duplicate-id", "a", 3)]
    [InlineData("<process id=\"p\"><userTask id=\"a\"/>\n<sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/></process>", "bpmn.dangling", "f", 3)]
    [InlineData("<process id=\"p\">\n<boundaryEvent id=\"b\" attachedToRef=\"a\"/></process>", "bpmn.dangling", "b", 3)]
    [InlineData("<process id=\"p\">\n<choreographyTask id=\"c\"/></process>", "bpmn.unsupported", "c", 3)]
    [InlineData("<process id=\"p\">\n<receiveTask id=\"r\" messageRef=\"m\"/></process>", "bpmn.dangling", "r", 3)]
    [InlineData("<process id=\"p\"><startEvent id=\"s\">\n<timerEventDefinition/></startEvent></process>", "bpmn.timer-time", "s", 3)]
    [InlineData("<process id=\"p\">\n<userTask id=\"u\"><extensionElements><zeebe:taskDefinition/></extensionElements></userTask></process>", "bpmn.missing-attribute", "u", 3)]
    [InlineData("<process id=\"p\">\n<userTask/></process>", "bpmn.no-id", "line-3-2", 3)]
    public void Faults_name_their_place(string body, string code, string element, int line)
    {
        var fault = Fault(Head + body + "</definitions>");
        Assert.Equal((code, element, line), (fault.Code, fault.ElementId, fault.Line));
    }

    [Fact]
    public void Extension_elements_are_read()
    {
        var model = Process().User("u", n => n.Name("Tiếp nhận").Property("haidang:step", "reception").Property("haidang:actions", "accept,refuse").Extend("formDefinition", ("formId", "form"))
                .Extend("assignmentDefinition", ("candidateGroups", "counter")))
            .Service("s", with: n => n.Input("=a", "b").Output("=c", "d")).Rule("r", "fee", "amount").Call("c", "other").End("ok", n => n.Property("haidang:outcome", "issued"))
            .Flow("start u s r c ok").Model();
        var user = Assert.IsType<TaskNode>(model.Node("u"));
        Assert.Equal(("Tiếp nhận", "reception", "accept,refuse", "form", "counter"),
            (user.Name, user.Properties["haidang:step"], user.Properties["haidang:actions"], user.Extensions.FormId, user.Extensions.CandidateGroups!.Text));
        var service = model.Node("s")!.Extensions;
        Assert.Equal(("s", "=a", "b", "=c", "d"), (service.Job!.Type.Text, service.Inputs[0].Source.Text, service.Inputs[0].Target, service.Outputs[0].Source.Text, service.Outputs[0].Target));
        Assert.Equal(("fee", "amount"), (model.Node("r")!.Extensions.Decision!.DecisionId.Text, model.Node("r")!.Extensions.Decision!.ResultVariable));
        Assert.Equal("other", ((CallActivity)model.Node("c")!).Called!.Text);
        Assert.Equal("issued", model.Node("ok")!.Properties["haidang:outcome"]);
    }

    [Fact]
    public void The_processes_of_the_cities_in_this_repository_are_whole()
    {
        var files = Directory.GetFiles(Path.Combine(Repository(), "cities"), "*.bpmn", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var read = BpmnChecker.ReadAndCheck(File.ReadAllText(file), file);
            Assert.True(read.IsWhole && read.Diagnostics.Count == 0, string.Join("\n", read.Diagnostics.Select(d => $"{d.Source}:{d.Line}: {d.En}")));
        }
    }

    internal static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HaiDang.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
