using System.Text;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class ReadingTests
{
    static FormDiagnostic Wrong(FormRead read, string code)
    {
        Assert.Null(read.Form);
        return Assert.Single(read.Diagnostics, found => found.Code == "form." + code);
    }

    [Theory]
    [InlineData("", "json")]
    [InlineData("{", "json")]
    [InlineData("[1,]", "json")]
    [InlineData("{} {}", "json")]
    [InlineData("{\"a\":\"\\ud800\"}", "json")]
    [InlineData("[]", "not-a-form")]
    [InlineData("null", "not-a-form")]
    [InlineData("{\"type\":\"page\",\"components\":[]}", "not-a-form")]
    [InlineData("{\"type\":\"default\"}", "not-a-form")]
    [InlineData("{\"type\":\"default\",\"components\":{}}", "attribute")]
    [InlineData("{\"type\":\"default\",\"components\":[5]}", "attribute")]
    [InlineData("{\"type\":\"default\",\"schemaVersion\":20,\"components\":[]}", "schema-version")]
    public void No_form(string json, string code) => Wrong(FormReader.Read(json, "f"), code);

    [Theory]
    [InlineData("""{"type":"signature","key":"x"}""", "unknown-type")]
    [InlineData("""{"key":"x"}""", "unknown-type")]
    [InlineData("""{"type":"textfield","label":"a"}""", "key-missing")]
    [InlineData("""{"type":"dynamiclist","components":[]}""", "key-missing")]
    [InlineData("""{"type":"textfield","label":"a","key":"a b"}""", "key-invalid")]
    [InlineData("""{"type":"textfield","label":"a","key":"a..b"}""", "key-invalid")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","validate":{"pattern":"(("}}""", "pattern")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","validate":{"required":"yes"}}""", "attribute")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","validate":{"maxLength":"many"}}""", "attribute")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","validate":{"validationType":"iban"}}""", "attribute")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","key":"y"}""", "attribute")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","properties":{"haidang:kind":"shoe-size"}}""", "unknown-kind")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","defaultValue":5}""", "default-value")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","conditional":{"hide":"=a ="}}""", "feel")]
    [InlineData("""{"type":"textfield","label":"a","key":"x","conditional":{"hide":"a = 1"}}""", "feel")]
    [InlineData("""{"type":"textfield","label":"={","key":"x"}""", "feel")]
    [InlineData("""{"type":"textfield","label":"{{#if a}}b","key":"x"}""", "feel")]
    [InlineData("""{"type":"number","label":"a","key":"x","increment":0}""", "attribute")]
    [InlineData("""{"type":"number","label":"a","key":"x","decimalDigits":-1}""", "attribute")]
    [InlineData("""{"type":"datetime","label":"a","key":"x","subtype":"year"}""", "attribute")]
    [InlineData("""{"type":"select","label":"a","key":"x"}""", "options")]
    [InlineData("""{"type":"select","label":"a","key":"x","values":[{"label":"a"}]}""", "options")]
    [InlineData("""{"type":"select","label":"a","key":"x","values":["a","a"]}""", "options")]
    [InlineData("""{"type":"expression","key":"x"}""", "feel")]
    public void No_component(string component, string code)
    {
        var found = Wrong(Read(component), code);
        Assert.True(found.Vi.Length > 10 && found.En.Length > 10);
    }

    [Fact] public void Clash_of_keys() => Wrong(Read(Field("textfield", "a"), Field("number", "a")), "key-clash");
    [Fact] public void Clash_inside_a_value() => Wrong(Read(Field("textfield", "a"), Field("number", "a.b")), "key-clash");
    [Fact] public void Clash_around_a_value() => Wrong(Read(Field("textfield", "a.b"), Field("number", "a")), "key-clash");
    [Fact] public void Clash_with_a_list() => Wrong(Read(List("rows", "", Field("textfield", "a")), Field("textfield", "rows.b")), "key-clash");
    [Fact] public void Open_paths_are_shared() => Assert.NotNull(Read(Field("textfield", "a.b"), Group("g", """ "path":"a" """, Field("textfield", "c")), Group("h", """ "path":"a" """, Field("textfield", "d"))).Form);
    [Fact] public void Same_id() => Wrong(Read("""{"type":"spacer","id":"s"}""", """{"type":"spacer","id":"s"}"""), "id-twice");
    [Fact] public void No_label_is_a_warning() => Assert.Equal("form.label-missing", Assert.Single(Read("""{"type":"textfield","key":"x"}""").Diagnostics).Code);
    [Fact] public void Unknown_property_is_a_warning() => Assert.Equal("form.unknown-property", Assert.Single(Read(Field("textfield", "x", """ "properties":{"haidang:knd":"x"} """)).Diagnostics).Code);

    [Fact] public void Circle_is_a_warning() => Assert.Equal("a → b → a", Assert.Single(Read(Field("textfield", "a", """ "conditional":{"hide":"=b = 1"} """), Group("g", """ "conditional":{"hide":"=a = 1"} """, Field("textfield", "b"))).Diagnostics, found => found.Code == "form.circle").En.Split(": ")[1].Split(';')[0]);
    [Fact] public void Circle_within_items() => Assert.Contains(Read(List("rows", "", Field("textfield", "a", """ "conditional":{"hide":"=this.a = 1"} """))).Diagnostics, found => found.Code == "form.circle");

    [Fact]
    public void Every_fault_at_once_with_its_place()
    {
        var read = FormReader.Read("{\n  \"type\": \"default\",\n  \"components\": [\n    { \"type\": \"textfield\", \"id\": \"Đ\", \"label\": \"Ơ\" },\n    { \"type\": \"odd\" }\n  ]\n}", "pack/form.json");
        Assert.Equal(["pack/form.json:4:5: form.key-missing: Đ: \"key\" is missing: the name under which the answer is kept.", "pack/form.json:5:7: form.unknown-type: form-js 1.23 has no component of type \"odd\"."], read.Diagnostics.Select(found => found.ToString()));
    }

    [Fact] public void Place_of_broken_json() => Assert.Equal((2, 1), FormReader.Read("{\n\"a\" 5}", "f").Diagnostics[0] is var found ? (found.Line, 1) : default);
    [Fact] public void Too_large() => Wrong(FormReader.Read(new string(' ', FormLimits.SchemaLength + 1), "f"), "too-large");
    [Fact] public void Too_deep() => Wrong(FormReader.Read(new string('[', 100_000), "f"), "json");
    [Fact] public void Too_many() => Assert.Contains(Read([.. Enumerable.Repeat("""{"type":"spacer"}""", FormLimits.Components + 1)]).Diagnostics, found => found.Code == "form.too-many-components");

    [Fact]
    public void All_kinds_are_carried()
    {
        var form = Form(
            [.. "textfield textarea number datetime checkbox filepicker".Split(' ').Select((type, i) => Field(type, "a" + i)),
            .. "select radio checklist taglist".Split(' ').Select((type, i) => Field(type, "b" + i, """ "values":["v"] """)),
            Field("expression", "e", """ "expression":"=1" """), Group("g", ""), List("l", ""), """{"type":"text","text":"# A"}""", """{"type":"html","content":"<p>A</p>"}""",
            """{"type":"spacer"}""", """{"type":"separator"}""", """{"type":"table","dataSource":"=l","columns":[{"key":"k","label":"K"}]}""", """{"type":"button","label":"Gửi"}"""]);
        Assert.Equal(Enum.GetValues<FormKind>().Order(), form.Components.Select(component => component.Kind).Order());
    }

    [Fact]
    public void Content()
    {
        var form = Form(Field("textfield", "name"), """{"type":"text","id":"t","text":"Chào **{{name}}**{{#if name = \"\"}}!{{/if}}"}""", """{"type":"html","id":"h","content":"<style>p{}</style><p>Xin &lt;{{name}}&gt;</p><script>alert(1)</script><ul><li>a<li>b</ul>"}""",
            List("rows", "", Field("textfield", "k")), """{"type":"table","id":"tab","label":"Bảng","dataSource":"=rows","columns":[{"key":"k","label":"K"},{"key":"z"}]}""", """{"type":"text","id":"loop","text":"{{#loop rows}}- {{k}} {{/loop}}"}""");
        var view = form.At(Json("""{"name":"<b>[x](y)","rows":[{"k":"1"},{"k":"2"}]}"""));
        var nodes = view.Pages[0].Nodes.ToDictionary(node => node.Component.Id);
        Assert.Equal(@"Chào **\<b\>\[x\]\(y\)**", nodes["t"].Text("vi"));
        Assert.Equal("Xin <<b>[x](y)>\na\nb", nodes["h"].Text("vi"));
        Assert.Equal(["K", "z"], nodes["tab"].Columns("vi"));
        Assert.Equal([["1", ""], ["2", ""]], nodes["tab"].Rows);
        Assert.Equal("- 1 - 2 ", nodes["loop"].Text("vi"));
    }

    [Fact]
    public void Names_that_nothing_provides()
    {
        var form = Form(Field("textfield", "a"), Field("textfield", "b", """ "conditional":{"hide":"=a = c and unit.name = \"x\""},"label":"{{a}} {{d}}" """));
        Assert.Equal(["c", "d"], form.CheckNames(["unit"], "f").Select(found => found.En.Split('"')[1]).Order());
    }
}
