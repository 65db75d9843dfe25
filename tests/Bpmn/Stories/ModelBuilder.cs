using System.Xml.Linq;

namespace HaiDang.Bpmn.Tests;

/// <summary>Writes small BPMN files for tests: nodes by kind, flows as paths of ids. A start event named <c>start</c> is there from the beginning.</summary>
internal sealed class ModelBuilder
{
    internal static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly string prefix;
    private readonly XElement body;
    private readonly List<XElement> roots;

    private ModelBuilder(string prefix, XElement body, List<XElement> roots, bool withStart = true)
    {
        (this.prefix, this.body, this.roots) = (prefix, body, roots);
        if (withStart) Add("startEvent", "start");
    }

    public static ModelBuilder Process(string id = "p") =>
        new("", new XElement(Bpmn + "process", new XAttribute("id", id), new XAttribute("isExecutable", true)), []);

    /// <summary>A process without the start event that is otherwise there.</summary>
    public static ModelBuilder WithoutStart(string id = "p") =>
        new("", new XElement(Bpmn + "process", new XAttribute("id", id), new XAttribute("isExecutable", true)), [], withStart: false);

    public ModelBuilder User(params string[] ids) => Each(ids, id => Add("userTask", id));

    public ModelBuilder User(string id, Action<NodeBuilder> with) => With("userTask", id, with);

    public ModelBuilder Service(string id, string? type = null, Action<NodeBuilder>? with = null) =>
        With("serviceTask", id, n => { n.Extend("taskDefinition", ("type", type ?? id)); with?.Invoke(n); });

    public ModelBuilder Rule(string id, string decision, string result) =>
        With("businessRuleTask", id, n => n.Extend("calledDecision", ("decisionId", decision), ("resultVariable", result)));

    public ModelBuilder Script(string id, string feel, string result, Action<NodeBuilder>? with = null) =>
        With("scriptTask", id, n => { n.Extend("script", ("expression", "=" + feel), ("resultVariable", result)); with?.Invoke(n); });

    public ModelBuilder Receive(string id, string message, string? key = null) => With("receiveTask", id, n => n.Set("messageRef", Message(message, key)));

    public ModelBuilder Send(string id, string message) => With("sendTask", id, n => n.Set("messageRef", Message(message, null)));

    public ModelBuilder Call(string id, string process, Action<NodeBuilder>? with = null) =>
        With("callActivity", id, n => { n.Extend("calledElement", ("processId", process)); with?.Invoke(n); });

    public ModelBuilder Xor(params string[] ids) => Each(ids, id => Add("exclusiveGateway", id));

    public ModelBuilder And(params string[] ids) => Each(ids, id => Add("parallelGateway", id));

    public ModelBuilder Or(params string[] ids) => Each(ids, id => Add("inclusiveGateway", id));

    public ModelBuilder FirstEvent(string id) => Each([id], i => Add("eventBasedGateway", i));

    public ModelBuilder Node(string kind, string id, Action<NodeBuilder>? with = null) => With(kind, id, with ?? (_ => { }));

    public ModelBuilder End(params string[] ids) => Each(ids, id => Add("endEvent", id));

    public ModelBuilder End(string id, Action<NodeBuilder> with) => With("endEvent", id, with);

    public ModelBuilder Start(string id, Action<NodeBuilder> with) => With("startEvent", id, with);

    public ModelBuilder Catch(string id, Action<NodeBuilder> with) => With("intermediateCatchEvent", id, with);

    public ModelBuilder Throw(string id, Action<NodeBuilder> with) => With("intermediateThrowEvent", id, with);

    public ModelBuilder Boundary(string id, string on, Action<NodeBuilder> with, bool interrupts = true) =>
        With("boundaryEvent", id, n => { n.Set("attachedToRef", prefix + on); n.Set("cancelActivity", interrupts ? "true" : "false"); with(n); });

    public ModelBuilder Sub(string id, Action<ModelBuilder> inside, Action<NodeBuilder>? with = null, string kind = "subProcess") => With(kind, id, n =>
    {
        with?.Invoke(n);
        inside(new ModelBuilder(n.Id + "-", n.Element, roots, withStart: kind != "adHocSubProcess"));
    });

    public ModelBuilder EventSub(string id, Action<NodeBuilder> start, Action<ModelBuilder> inside, bool interrupts = true) => With("subProcess", id, n =>
    {
        n.Set("triggeredByEvent", "true");
        var inner = new ModelBuilder(n.Id + "-", n.Element, roots, withStart: false);
        inner.With("startEvent", "start", s => { s.Set("isInterrupting", interrupts ? "true" : "false"); start(s); });
        inside(inner);
    });

    /// <summary>Connects along a path: <c>"start a b end"</c>; ids are those of this body.</summary>
    public ModelBuilder Flow(string path)
    {
        var ids = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < ids.Length; i++) Connect(ids[i], ids[i + 1], null);
        return this;
    }

    /// <summary>A flow with a condition.</summary>
    public ModelBuilder When(string from, string to, string condition) => Connect(from, to, condition);

    /// <summary>A default flow.</summary>
    public ModelBuilder Else(string from, string to)
    {
        Connect(from, to, null);
        Find(from).SetAttributeValue("default", $"{prefix}{from}_{to}");
        return this;
    }

    public ModelBuilder Associate(string from, string to)
    {
        body.Add(new XElement(Bpmn + "association", new XAttribute("id", $"{prefix}{from}-to-{to}"), new XAttribute("sourceRef", prefix + from), new XAttribute("targetRef", prefix + to)));
        return this;
    }

    public string Xml => new XElement(Bpmn + "definitions", new XAttribute("id", "d"), new XAttribute(XNamespace.Xmlns + "zeebe", Zeebe.NamespaceName),
        roots.Concat([new XElement(body)])).ToString();

    /// <summary>The model, which must be without errors.</summary>
    public BpmnModel Model()
    {
        var read = BpmnChecker.ReadAndCheck(Xml, "test.bpmn");
        Assert.True(read.IsWhole, string.Join("\n", read.Diagnostics.Select(d => $"{d.Line}: {d.ElementId} {d.Code} {d.En}")));
        return read.Model!;
    }

    /// <summary>Error codes and the elements that they name, in order: <c>"bpmn.unreachable b"</c>.</summary>
    public IReadOnlyList<string> Faults(BpmnSeverity severity = BpmnSeverity.Error) =>
        [.. BpmnChecker.ReadAndCheck(Xml, "test.bpmn").Diagnostics.Where(d => d.Severity == severity).Select(d => $"{d.Code} {d.ElementId}")];

    private ModelBuilder Connect(string from, string to, string? condition)
    {
        var id = $"{prefix}{from}_{to}";
        while (body.Elements().Any(e => (string?)e.Attribute("id") == id)) id += "+";
        body.Add(new XElement(Bpmn + "sequenceFlow", new XAttribute("id", id), new XAttribute("sourceRef", prefix + from), new XAttribute("targetRef", prefix + to),
            condition is null ? null : Formal("conditionExpression", "=" + condition)));
        return this;
    }

    private ModelBuilder With(string kind, string id, Action<NodeBuilder> with)
    {
        with(new NodeBuilder(Add(kind, id), this));
        return this;
    }

    private static ModelBuilder Each(string[] ids, Func<string, XElement> add, ModelBuilder self)
    {
        foreach (var id in ids) add(id);
        return self;
    }

    private ModelBuilder Each(string[] ids, Func<string, XElement> add) => Each(ids, add, this);

    private XElement Add(string kind, string id)
    {
        var element = new XElement(Bpmn + kind, new XAttribute("id", prefix + id));
        body.Add(element);
        return element;
    }

    private XElement Find(string id) => body.Elements().First(e => (string?)e.Attribute("id") == prefix + id);

    /// <summary>An expression that runs, marked as the standard wants it.</summary>
    public static XElement Formal(string name, string text) => new(Bpmn + name, new XAttribute(Xsi + "type", "tFormalExpression"), text);

    /// <summary>An operation through which messages without a correlation key come and go.</summary>
    public string Operation()
    {
        Root("interface", "outside", new XElement(Bpmn + "operation", new XAttribute("id", "operation"), new XAttribute("name", "operation"),
            new XElement(Bpmn + "inMessageRef", Message("anything", null))));
        return "operation";
    }

    public string Message(string name, string? key) => Root("message", name,
        key is null ? null : new XElement(Bpmn + "extensionElements", new XElement(Zeebe + "subscription", new XAttribute("correlationKey", "=" + key))));

    public string Root(string kind, string name, params object?[] content)
    {
        var id = $"{kind}-{name}";
        if (roots.TrueForAll(r => (string?)r.Attribute("id") != id)) roots.Add(new XElement(Bpmn + kind, new XAttribute("id", id), new XAttribute("name", name), content));
        return id;
    }

    /// <summary>Adds what one node says beyond its kind and id.</summary>
    internal sealed class NodeBuilder(XElement element, ModelBuilder model)
    {
        public XElement Element => element;

        public string Id => (string)element.Attribute("id")!;

        public NodeBuilder Set(string attribute, string value)
        {
            element.SetAttributeValue(attribute, value);
            return this;
        }

        public NodeBuilder Name(string name) => Set("name", name);

        public NodeBuilder Child(string name, params object[] content)
        {
            element.Add(new XElement(Bpmn + name, content));
            return this;
        }

        public NodeBuilder Extend(string name, params (string Name, string Value)[] attributes) => Extend(new XElement(Zeebe + name, attributes.Select(a => new XAttribute(a.Name, a.Value))));

        public NodeBuilder Input(string source, string target) => Mapping("input", source, target);

        public NodeBuilder Output(string source, string target) => Mapping("output", source, target);

        public NodeBuilder Property(string name, string value)
        {
            Extension("properties").Add(new XElement(Zeebe + "property", new XAttribute("name", name), new XAttribute("value", value)));
            return this;
        }

        public NodeBuilder Timer(string duration) => Child("timerEventDefinition", Formal("timeDuration", duration));

        public NodeBuilder Cycle(string cycle) => Child("timerEventDefinition", Formal("timeCycle", cycle));

        public NodeBuilder Date(string date) => Child("timerEventDefinition", Formal("timeDate", date));

        public NodeBuilder Message(string name, string? key = null) => Child("messageEventDefinition", new XAttribute("messageRef", model.Message(name, key)),
            key is null ? [new XElement(Bpmn + "operationRef", model.Operation())] : Array.Empty<XElement>());

        public NodeBuilder Signal(string name) => Child("signalEventDefinition", new XAttribute("signalRef", model.Root("signal", name)));

        public NodeBuilder Error(string? code) => Child("errorEventDefinition",
            code is null ? [] : [new XAttribute("errorRef", model.Root("error", code, new XAttribute("errorCode", code)))]);

        public NodeBuilder Escalation(string code) => Child("escalationEventDefinition",
            new XAttribute("escalationRef", model.Root("escalation", code, new XAttribute("escalationCode", code))));

        public NodeBuilder Condition(string feel) => Child("conditionalEventDefinition", Formal("condition", "=" + feel));

        public NodeBuilder Terminate() => Child("terminateEventDefinition");

        public NodeBuilder Compensate() => Child("compensateEventDefinition");

        public NodeBuilder Cancel() => Child("cancelEventDefinition");

        public NodeBuilder Link(string name) => Child("linkEventDefinition", new XAttribute("name", name));

        public NodeBuilder Each(string collection, string item, bool oneByOne = false, string? output = null, string? into = null, string? until = null) => Child("multiInstanceLoopCharacteristics",
            new XAttribute("isSequential", oneByOne),
            new XElement(Bpmn + "extensionElements", new XElement(Zeebe + "loopCharacteristics", new XAttribute("inputCollection", "=" + collection), new XAttribute("inputElement", item),
                output is null ? null : new XAttribute("outputElement", "=" + output), into is null ? null : new XAttribute("outputCollection", into))),
            until is null ? "" : Formal("completionCondition", "=" + until));

        /// <summary>Rounds that throw an event: behaviour <c>None</c> (each) or <c>One</c> (the first), and <c>signal</c>, <c>message</c>, <c>escalation</c> or another kind.</summary>
        public NodeBuilder EachTells(string behaviour, string kind, string name)
        {
            Each("units", "unit");
            var root = kind == "message" ? model.Message(name, "\"k\"") : model.Root(kind, name, new XAttribute(kind + "Code", name));
            var definition = model.Root(kind + "EventDefinition", name + "-told", new XAttribute(kind + "Ref", root));
            element.Element(Bpmn + "multiInstanceLoopCharacteristics")!.Add(
                new XAttribute("behavior", behaviour), new XAttribute(behaviour == "One" ? "oneBehaviorEventRef" : "noneBehaviorEventRef", definition));
            return this;
        }

        public NodeBuilder While(string condition, bool first = false) => Child("standardLoopCharacteristics", new XAttribute("testBefore", first), Formal("loopCondition", condition));

        private NodeBuilder Mapping(string kind, string source, string target)
        {
            Extension("ioMapping").Add(new XElement(Zeebe + kind, new XAttribute("source", source), new XAttribute("target", target)));
            return this;
        }

        private NodeBuilder Extend(XElement extension)
        {
            Extensions().Add(extension);
            return this;
        }

        private XElement Extension(string name)
        {
            var extensions = Extensions();
            if (extensions.Element(Zeebe + name) is { } there) return there;
            extensions.Add(new XElement(Zeebe + name));
            return extensions.Element(Zeebe + name)!;
        }

        private XElement Extensions()
        {
            if (element.Element(Bpmn + "extensionElements") is null) element.AddFirst(new XElement(Bpmn + "extensionElements"));
            return element.Element(Bpmn + "extensionElements")!;
        }
    }
}
