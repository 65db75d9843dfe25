using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

/// <summary>What must not run is refused with its element.</summary>
public sealed class CheckerTests
{
    public static TheoryData<string, string> Faulty()
    {
        var data = new TheoryData<string, string>();
        void Add(string fault, ModelBuilder process) => data.Add(fault, process.Xml);
        Add("bpmn.unreachable b", Process().User("a", "b").End("ok").Flow("start a ok").Flow("b ok"));
        Add("bpmn.unreachable b", Process().User("a", "b", "c").End("ok").Flow("start a ok").Flow("b c b").Flow("c ok"));
        Add("bpmn.no-way-on b", Process().User("a", "b").End("ok").Flow("start a ok").Flow("a b"));
        Add("bpmn.no-condition g_b", Process().User("a", "b").Xor("g").End("ok").Flow("start g").When("g", "a", "x").Flow("g b ok").Flow("a ok"));
        Add("bpmn.gateway-direction g", Process().Node("parallelGateway", "g").End("ok").Flow("start g ok"));
        Add("bpmn.dangling g", Process().User("a").Node("exclusiveGateway", "g", n => n.Set("default", "nowhere")).End("ok").Flow("start g").When("g", "a", "x").When("g", "ok", "y").Flow("a ok"));
        Add("bpmn.default-condition g_a", Process().User("a").Node("exclusiveGateway", "g", n => n.Set("default", "g_a")).End("ok").Flow("start g").When("g", "a", "x").When("g", "ok", "y").Flow("a ok"));
        Add("bpmn.feel g_a", Process().User("a").Xor("g").End("ok").Flow("start g").When("g", "a", "x ==== 1").Else("g", "ok").Flow("a ok"));
        Add("bpmn.incomplete s", Process().Node("serviceTask", "s").End("ok").Flow("start s ok"));
        Add("bpmn.incomplete s", Process().Node("businessRuleTask", "s").End("ok").Flow("start s ok"));
        Add("bpmn.incomplete s", Process().Node("scriptTask", "s").End("ok").Flow("start s ok"));
        Add("bpmn.incomplete s", Process().Node("callActivity", "s").End("ok").Flow("start s ok"));
        Add("bpmn.incomplete s", Process().Node("receiveTask", "s").End("ok").Flow("start s ok"));
        Add("bpmn.timer-time t", Process().Catch("t", n => n.Timer("3 ngày")).End("ok").Flow("start t ok"));
        Add("bpmn.event-kind t", Process().Catch("t", n => n.Error("E")).End("ok").Flow("start t ok"));
        Add("bpmn.event-kind t", Process().Catch("t", _ => { }).End("ok").Flow("start t ok"));
        Add("bpmn.event-kind ok", Process().End("ok", n => n.Timer("P1D")).Flow("start ok"));
        Add("bpmn.event-sub-process-start s", Process().Sub("s", s => s.End("e").Flow("start e"), n => n.Set("triggeredByEvent", "true")).End("ok").Flow("start ok"));
        Add("bpmn.flow-target a_start", Process().User("a").End("ok").Flow("start a start").Flow("a ok"));
        Add("bpmn.flow-source ok_a", Process().User("a").End("ok").Flow("start a ok a"));
        Add("bpmn.event-gateway-target a", Process().FirstEvent("g").User("a").Catch("m", n => n.Message("m")).End("ok").Flow("start g a ok").Flow("g m ok"));
        Add("bpmn.event-gateway-ways g", Process().FirstEvent("g").Catch("m", n => n.Message("m")).End("ok").Flow("start g m ok"));
        Add("bpmn.quantity a", Process().User("a", n => n.Set("startQuantity", "0")).End("ok").Flow("start a ok"));
        Add("bpmn.incomplete l", Process().Throw("l", n => n.Link("đâu")).End("ok").User("a").Flow("start a ok").Flow("a l"));
        Add("bpmn.instantiate g", Process().Node("eventBasedGateway", "g", n => n.Set("instantiate", "true")).Catch("m", n => n.Message("m")).Catch("n", n => n.Message("n")).End("ok").Flow("start g m ok").Flow("g n ok"));
        Add("bpmn.instantiate g", Process().Node("eventBasedGateway", "g", n => n.Set("eventGatewayType", "Parallel")).Catch("m", n => n.Message("m")).Catch("n", n => n.Message("n")).End("ok").Flow("start g m ok").Flow("g n ok"));
        Add("bpmn.language f", WithoutStart().Start("s", _ => { }).End("ok").Node("sequenceFlow", "f", n => n.Set("sourceRef", "s").Set("targetRef", "ok").Child("conditionExpression", new System.Xml.Linq.XAttribute("language", "python"), "x")));
        Add("bpmn.no-end start", Process().User("a").Flow("start a"));
        Add("bpmn.condition-here a_ok", Process().User("a").End("ok").Flow("start a").When("a", "ok", "x"));
        Add("bpmn.flow-list ok", Process().End("ok", n => n.Child("incoming", "other")).Flow("start ok"));
        Add("bpmn.flow-list start_ok", Process().End("ok", n => n.Child("incoming", "start_ok")).Flow("start ok"));
        Add("bpmn.not-for-compensation undo", Process().Service("pay").Boundary("c", "pay", n => n.Compensate()).Service("undo").Associate("c", "undo").End("ok").Flow("start pay ok"));
        Add("bpmn.text-format s", Process().Node("scriptTask", "s", n => n.Set("scriptFormat", "groovy").Child("script", "x")).End("ok").Flow("start s ok"));
        Add("bpmn.not-a-choice g", Process().Node("exclusiveGateway", "g", n => n.Set("gatewayDirection", "Sideways")).End("ok", "no").Flow("start g").When("g", "ok", "x").Else("g", "no"));
        Add("bpmn.not-a-choice g", Process().Node("eventBasedGateway", "g", n => n.Set("eventGatewayType", "Both")).Catch("m", n => n.Message("m")).Catch("n", n => n.Message("n")).End("ok").Flow("start g m ok").Flow("g n ok"));
        Add("bpmn.no-start ok", WithoutStart().User("a").End("ok").Flow("a ok"));
        Add("bpmn.no-start s-x", Process().Node("subProcess", "s", n => n.Child("userTask", new System.Xml.Linq.XAttribute("id", "s-a")).Child("endEvent", new System.Xml.Linq.XAttribute("id", "s-x"))).End("ok").Flow("start s ok"));
        Add("bpmn.compensation-target undo", Process().Service("pay").Throw("undo", n => n.Child("compensateEventDefinition", new System.Xml.Linq.XAttribute("activityRef", "pay"))).End("ok").Flow("start pay undo ok"));
        Add("bpmn.compensation-target undo", Process().Sub("s", s => s.Service("pay").End("x").Flow("start pay x")).Throw("undo", n => n.Child("compensateEventDefinition", new System.Xml.Linq.XAttribute("activityRef", "s-pay"))).End("ok").Flow("start s undo ok"));
        Add("bpmn.incomplete t-no", Process().Sub("t", t => t.End("no", n => n.Cancel()).Flow("start no"), kind: "transaction").End("ok").Flow("start t ok"));
        Add("bpmn.misplaced late", Process().EventSub("e", n => n.Message("m"), s => s.End("x").Flow("start x")).Boundary("late", "e", n => n.Timer("PT1H")).End("ok", "no").Flow("start ok").Flow("late no"));
        Add("bpmn.reference-kind c", Process().Node("callActivity", "c", n => n.Set("calledElement", "a")).User("a").End("ok").Flow("start c a ok"));
        Add("bpmn.dangling c", Process().Node("callActivity", "c", n => n.Set("calledElement", "nowhere")).End("ok").Flow("start c ok"));
        Add("bpmn.loop-data a", Process().User("a", n => n.Child("multiInstanceLoopCharacteristics", ModelBuilder.Formal("loopCardinality", "\"three\""))).End("ok").Flow("start a ok"));
        Add("bpmn.loop-data a", Process().User("a", n => n.Child("standardLoopCharacteristics", ModelBuilder.Formal("loopCondition", "5"))).End("ok").Flow("start a ok"));
        Add("bpmn.incomplete a", Process().User("a", n => n.Child("performer", new System.Xml.Linq.XElement(ModelBuilder.Bpmn + "resourceParameterBinding", new System.Xml.Linq.XAttribute("parameterRef", "a")))).End("ok").Flow("start a ok"));
        Add("bpmn.data-set own", Process().User("a", n => n.Child("ioSpecification", Io("dataInput", "in"), Io("inputSet", "first", ("dataInputRefs", "in")), Io("outputSet", "o1")))
            .User("b", n => n.Child("ioSpecification", Io("inputSet", "own", ("dataInputRefs", "in")), Io("outputSet", "o2"))).End("ok").Flow("start a b ok"));
        return data;
    }

    private static System.Xml.Linq.XElement Io(string name, string id, params (string Name, string Value)[] children) =>
        new(ModelBuilder.Bpmn + name, new System.Xml.Linq.XAttribute("id", id), children.Select(c => new System.Xml.Linq.XElement(ModelBuilder.Bpmn + c.Name, c.Value)));

    [Theory]
    [InlineData("taskSchedule")]
    [InlineData("executionListeners")]
    public void An_extension_that_has_no_effect_is_warned_of(string extension) =>
        Assert.Equal(["bpmn.not-performed a"], Process().User("a", n => n.Extend(extension)).End("ok").Flow("start a ok").Faults(BpmnSeverity.Warning));

    [Fact]
    public void Data_in_the_standards_own_notation_is_warned_of() =>
        Assert.Equal(["bpmn.not-performed a"], Process().User("a", n => n.Child("dataInputAssociation")).End("ok").Flow("start a ok").Faults(BpmnSeverity.Warning));

    [Theory]
    [InlineData("""<process id="q"><laneSet id="ls"><lane id="l"><flowNodeRef>nowhere</flowNodeRef></lane></laneSet></process>""")]
    [InlineData("""<process id="q"><laneSet id="ls"><lane id="l" partitionElementRef="nowhere"/></laneSet></process>""")]
    [InlineData("""<process id="q"><association id="x" sourceRef="q" targetRef="nowhere"/></process>""")]
    [InlineData("""<correlationProperty id="cp"><correlationPropertyRetrievalExpression messageRef="nowhere"><messagePath>x</messagePath></correlationPropertyRetrievalExpression></correlationProperty>""")]
    [InlineData("""<interface id="i" name="i"><operation id="o" name="o"><inMessageRef>m</inMessageRef><errorRef>nowhere</errorRef></operation></interface>""")]
    [InlineData("""<resource id="r" name="r"><resourceParameter id="rp" type="nowhere"/></resource>""")]
    [InlineData("""<process id="q"><property id="p" itemSubjectRef="nowhere"/></process>""")]
    public void A_reference_to_nothing_is_told_wherever_it_stands(string part)
    {
        var xml = Process().User("a").End("ok").Flow("start a ok").Xml.Replace("</definitions>", $"<message id=\"m\"/>{part}</definitions>", StringComparison.Ordinal);
        Assert.Contains("bpmn.dangling", BpmnChecker.ReadAndCheck(xml, "x.bpmn").Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_relationship_joins_anything_with_anything()
    {
        var xml = Process().User("a").End("ok").Flow("start a ok").Xml.Replace("</definitions>", "<relationship id=\"r\" type=\"x\"><source>a</source><target>p</target></relationship></definitions>", StringComparison.Ordinal);
        Assert.Empty(BpmnChecker.ReadAndCheck(xml, "x.bpmn").Diagnostics);
    }

    [Theory]
    [InlineData("bpmn.conversation-link", "p1", "p2")]
    [InlineData("bpmn.conversation-link", "c", "c")]
    [InlineData("bpmn.dangling", "p1", "nowhere")]
    [InlineData(null, "p1", "c")]
    [InlineData(null, "c", "p2")]
    public void A_conversation_link_joins_a_participant_with_a_conversation(string? code, string from, string to)
    {
        var xml = Process().User("a").End("ok").Flow("start a ok").Xml.Replace("</definitions>", $"""
            <collaboration id="col"><participant id="p1" processRef="p"/><participant id="p2"/><conversation id="c"><participantRef>p1</participantRef><participantRef>p2</participantRef></conversation>
            <conversationLink id="l" sourceRef="{from}" targetRef="{to}"/></collaboration></definitions>
            """, StringComparison.Ordinal);
        Assert.Equal(code is null ? [] : [code], BpmnChecker.ReadAndCheck(xml, "x.bpmn").Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Refused(string fault, string xml)
    {
        var faults = BpmnChecker.ReadAndCheck(xml, "x.bpmn").Diagnostics.Where(d => d.Severity == BpmnSeverity.Error).ToList();
        Assert.Contains(fault, faults.Select(d => $"{d.Code} {d.ElementId}"));
        Assert.All(faults, d => Assert.True(d.Line > 0 && d.Column > 0 && d.Vi.Length > 0 && d.En.Length > 0));
    }

    [Fact]
    public void People_named_one_by_one_are_told_to_have_no_effect() =>
        Assert.Equal(["bpmn.not-performed a"], Process().User("a", n => n.Extend("assignmentDefinition", ("candidateGroups", "x"), ("candidateUsers", "y"))).End("ok").Flow("start a ok").Faults(BpmnSeverity.Warning));

    [Fact]
    public void Every_code_is_explained_in_the_documentation()
    {
        var explained = File.ReadAllText(Path.Combine(ReaderTests.Repository(), "docs", "bpmn.md"));
        var codes = Directory.GetFiles(Path.Combine(ReaderTests.Repository(), "src", "Bpmn"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), "\"(bpmn\\.[a-z-]+)\"").Select(m => m.Groups[1].Value)).ToHashSet();
        Assert.True(codes.Count > 40);
        Assert.DoesNotContain(codes, code => !explained.Contains($"`{code}`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gateway_that_may_find_no_way_is_warned_of() =>
        Assert.Equal(["bpmn.no-default g"], Process().User("a").Xor("g").End("ok").Flow("start g").When("g", "a", "x").When("g", "ok", "y").Flow("a ok").Faults(BpmnSeverity.Warning));

    [Fact]
    public void A_condition_that_always_holds_needs_no_default() =>
        Assert.Empty(Process().User("a").Xor("g").End("ok").Flow("start g").When("g", "a", "x").When("g", "ok", "true").Flow("a ok").Faults(BpmnSeverity.Warning));

    [Fact]
    public void Event_sub_processes_and_what_undoes_need_no_flow() =>
        Assert.Empty(Process().Service("pay").Boundary("undo", "pay", n => n.Compensate()).Service("refund", with: n => n.Set("isForCompensation", "true")).Associate("undo", "refund")
            .EventSub("info", n => n.Message("m"), s => s.End("e").Flow("start e"), interrupts: false).End("ok").Flow("start pay ok").Faults());
}
