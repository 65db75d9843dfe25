using System.Xml.Linq;
using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

public sealed class DrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static ModelBuilder Sample() => Process().User("a", n => n.Name("Thẩm định hồ sơ đề nghị cấp giấy xác nhận")).Service("job", with: n => n.Name("Gửi <script>alert(1)</script> & \"biên nhận\""))
        .Boundary("late", "a", n => n.Timer("P1D")).Sub("s", s => s.User("b").End("e").Flow("start b e")).Xor("g").End("ok", "no")
        .Flow("start a g").When("g", "job", "x = 1").Else("g", "s").Flow("job ok").Flow("s ok").Flow("late no");

    private static XElement Draw(BpmnModel model, BpmnMarks marks, BpmnSvgStyle? style = null, string process = "p") =>
        XElement.Parse(BpmnSvg.Draw(model, process, marks, style ?? BpmnSvgStyle.Default));

    [Fact]
    public void A_picture_is_accessible_and_keeps_to_a_strict_policy()
    {
        var svg = Draw(Sample().Model(), BpmnMarks.None, new BpmnSvgStyle { IdPrefix = "case-7" });
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("case-7-title case-7-desc", (string?)svg.Attribute("aria-labelledby"));
        Assert.Equal("case-7-title", (string?)svg.Element(Svg + "title")!.Attribute("id"));
        Assert.Contains("Thẩm định hồ sơ đề nghị cấp giấy xác nhận", svg.Element(Svg + "desc")!.Value);
        var names = svg.DescendantsAndSelf().Select(x => x.Name.LocalName).Concat(svg.DescendantsAndSelf().Attributes().Select(a => a.Name.LocalName)).ToHashSet();
        Assert.DoesNotContain(names, n => n is "style" or "script" or "href" or "foreignObject" or "image" || n.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal("url(#case-7-arrow-ahead)", svg.Descendants(Svg + "path").Select(p => (string?)p.Attribute("marker-end")).First(m => m is not null));
    }

    [Fact]
    public void Every_node_and_flow_is_drawn_even_without_a_picture_in_the_file()
    {
        var model = Sample().Model();
        var drawn = Drawn(Draw(model, BpmnMarks.None));
        Assert.Equal(model.Process("p")!.Body.AllBodies().SelectMany(b => b.Nodes.Select(n => n.Id).Concat(b.Flows.Select(f => f.Id))).Order(StringComparer.Ordinal), drawn);
    }

    [Fact]
    public void Every_node_and_flow_of_the_cities_processes_is_drawn()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(ReaderTests.Repository(), "cities"), "*.bpmn", SearchOption.AllDirectories))
        {
            var model = BpmnReader.Read(File.ReadAllText(file), file).Model!;
            foreach (var process in model.Processes)
                Assert.Superset(process.Body.AllBodies().SelectMany(b => b.Nodes.Select(n => n.Id).Concat(b.Flows.Select(f => f.Id))).ToHashSet(),
                    Drawn(Draw(model, BpmnMarks.None, process: process.Id)).ToHashSet());
        }
    }

    [Fact]
    public void State_is_told_by_class_sign_and_word()
    {
        var model = Sample().Model();
        var story = new Story(model).Starts(new { x = 1 }).Does("a");
        var svg = Draw(model, BpmnMarks.Of(story.Instance));
        XElement Group(string id) => svg.Descendants(Svg + "g").Single(g => (string?)g.Attribute("data-element") == id);
        Assert.Equal("bpmn-node is-done", (string?)Group("a").Attribute("class"));
        Assert.Equal("bpmn-node is-current", (string?)Group("job").Attribute("class"));
        Assert.Equal("bpmn-flow is-done", (string?)Group("g_job").Attribute("class"));
        Assert.EndsWith("đang làm", Group("job").Element(Svg + "title")!.Value);
        Assert.Contains(Group("a").Elements(Svg + "circle"), c => (string?)c.Attribute("class") == "bpmn-badge");
        Assert.DoesNotContain(Group("s-b").Elements(Svg + "circle"), c => (string?)c.Attribute("class") == "bpmn-badge");
    }

    [Fact]
    public void A_step_with_an_incident_is_shown_as_stuck()
    {
        var model = Process().Service("job", "=kind").End("ok").Flow("start job ok").Model();
        Assert.Contains("is-failed", Draw(model, BpmnMarks.Of(new Story(model).Starts().Instance)).Descendants(Svg + "g").Single(g => (string?)g.Attribute("data-element") == "job").Attribute("class")!.Value);
    }

    [Theory]
    [InlineData("Thẩm định hồ sơ đề nghị cấp giấy xác nhận tình trạng hôn nhân của công dân")]
    [InlineData("NghiêngNghiêngNghiêngNghiêngNghiêngNghiêng")]
    [InlineData("Ký")]
    public void Names_stay_inside_their_shapes(string name)
    {
        var svg = Draw(Process().User("a", n => n.Name(name)).End("ok").Flow("start a ok").Model(), BpmnMarks.None);
        var group = svg.Descendants(Svg + "g").Single(g => (string?)g.Attribute("data-element") == "a");
        var box = group.Element(Svg + "rect")!;
        double Of(XElement x, string attribute) => double.Parse((string)x.Attribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.All(group.Elements(Svg + "text"), t => Assert.InRange(Of(t, "y"), Of(box, "y") + 8, Of(box, "y") + Of(box, "height") - 2));
        Assert.All(group.Elements(Svg + "text"), t => Assert.InRange(t.Value.Length, 1, 18));
        if (name.Length < 60) Assert.StartsWith(name[..2], string.Concat(group.Elements(Svg + "text").Select(t => t.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_of_the_plain_arrangement_do_not_overlap()
    {
        var svg = Draw(Sample().Model(), BpmnMarks.None);
        var boxes = svg.Descendants(Svg + "rect").Where(r => r.Parent!.Attribute("data-element") is { Value: "a" or "job" or "s" }).Select(r =>
            (X: (double)r.Attribute("x")!, Y: (double)r.Attribute("y")!, Width: (double)r.Attribute("width")!, Height: (double)r.Attribute("height")!)).ToList();
        Assert.Equal(3, boxes.Count);
        Assert.All(boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => (a, b))), pair =>
            Assert.False(pair.a.X < pair.b.X + pair.b.Width && pair.b.X < pair.a.X + pair.a.Width && pair.a.Y < pair.b.Y + pair.b.Height && pair.b.Y < pair.a.Y + pair.a.Height));
    }

    [Fact]
    public void An_unknown_process_gives_no_picture() => Assert.Equal("", BpmnSvg.Draw(Sample().Model(), "other", BpmnMarks.None, BpmnSvgStyle.Default));

    [Fact]
    public void The_steps_in_words()
    {
        var model = Process().User("a", n => n.Name("Tiếp nhận")).User("b", n => n.Name("Thẩm định")).User("c", n => n.Name("Ký")).Xor("g").End("ok", n => n.Name("Đã cấp"))
            .Flow("start a g").When("g", "b", "true").Else("g", "c").Flow("b ok").Flow("c ok").Model();
        var story = new Story(model).Starts();
        Assert.Equal(["Tiếp nhận: đang làm", "Thẩm định: chưa đến", "Ký: chưa đến", "Đã cấp: chưa đến"], Words());
        story.Does("a");
        Assert.Equal(["Tiếp nhận: đã xong", "Thẩm định: đang làm", "Ký: chưa đến", "Đã cấp: chưa đến"], Words());
        story.Does("b");
        Assert.Equal(["Tiếp nhận: đã xong", "Thẩm định: đã xong", "Ký: không qua bước này", "Đã cấp: đã xong"], Words());

        IEnumerable<string> Words() => BpmnWords.Describe(model, story.Instance).Select(w => $"{w.Name}: {w.Vi}");
    }

    private static IEnumerable<string> Drawn(XElement svg) =>
        svg.Descendants(Svg + "g").Select(g => (string?)g.Attribute("data-element")).OfType<string>().Order(StringComparer.Ordinal);
}
