using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class DescribingTests
{
    static readonly Form Sample = Form(
        Group("p1", """ "label":"Ai?","path":"who" """, Field("textfield", "name", """ "label":"Họ tên","validate":{"required":true,"maxLength":50} """), Field("datetime", "birth", """ "dateLabel":"Ngày sinh","label":"Ngày sinh" """)),
        Group("p2", """ "label":"Con" """, List("children", """ "label":"Con" """, Field("textfield", "name", """ "label":"Tên","validate":{"required":true} """), Field("number", "age", """ "label":"Tuổi","decimalDigits":0,"validate":{"min":0,"max":18} """))),
        Group("p3", """ "label":"Khác" """, Field("radio", "how", """ "id":"F_how","label":"Nhận ở đâu?","values":[{"label":"Tại nhà","value":"home"},{"label":"Tại quầy","value":"desk"}],"validate":{"required":true} """),
            Field("checkbox", "sure", """ "label":"Tôi cam đoan","validate":{"required":true},"conditional":{"hide":"=how = \"desk\""},"properties":{"haidang:error":"Hãy cam đoan."} """), Field("expression", "count_", """ "expression":"=count(children)" """)));

    [Fact]
    public void Summary()
    {
        var rows = Sample.Summary(Json("""{"who":{"name":"Nguyễn Thị Lan","birth":"1996-03-05"},"children":[{"name":"An","age":3}],"how":"desk"}"""), "vi", Now);
        Assert.Equal(["p1|Ai?|Họ tên|Nguyễn Thị Lan", "p1|Ai?|Ngày sinh|05/03/1996", "p2|Con|Con 1: Tên|An", "p2|Con|Con 1: Tuổi|3", "p3|Khác|Nhận ở đâu?|Tại quầy"],
            rows.Select(row => $"{row.PageId}|{row.PageLabel}|{row.Label}|{row.Value}"));
        Assert.Equal("children[0].age", rows[3].Path);
    }

    [Fact]
    public void Second_language()
    {
        var texts = new Dictionary<string, string>
        {
            ["p1.label"] = "Who?", ["who.name.label"] = "Full name", ["how.label"] = "Where do you collect?", ["F_how.option.desk"] = "At the counter", ["how.values.home"] = "At home", ["sure.error"] = "Please declare.", ["sure.label"] = "I declare",
        };
        var form = Sample.WithTexts(texts);
        var data = Json("""{"who":{"name":"Lan"},"children":[],"how":"desk"}""");
        Assert.Equal(["Who?|Full name|Lan", "Who?|Ngày sinh|", "Khác|Where do you collect?|At the counter"], form.Summary(data, "en").Select(row => $"{row.PageLabel}|{row.Label}|{row.Value}"));
        Assert.Equal("Ai?", form.Summary(data, "vi")[0].PageLabel);
        Assert.Equal(["Enter “Full name”.", "Please declare."], form.Validate(Json("""{"children":[],"how":"home"}"""), Now).Select(problem => problem.En));
        Assert.Equal(["Hãy nhập “Họ tên”.", "Hãy cam đoan."], form.Validate(Json("""{"children":[],"how":"home"}"""), Now).Select(problem => problem.Vi));
    }

    [Fact]
    public void Texts_are_checked()
    {
        var found = Sample.CheckTexts(new Dictionary<string, string> { ["p1.label"] = "Who?", ["nobody.label"] = "x", ["p2.label"] = "={" }, "texts.en.yaml");
        Assert.Contains(found, one => one.Code == "form.text-unknown" && one.En.Contains("nobody.label"));
        Assert.Contains(found, one => one.Code == "form.text-missing" && one.Component == "F_how");
        Assert.Contains(found, one => one.Code == "form.feel" && one.Component == "p2");
        Assert.DoesNotContain(found, one => one.Component == "p1");
    }

    [Fact]
    public void Types()
    {
        Assert.Equal(["children list<context>", "children.age number", "children.name string", "count_ Any", "how string", "sure boolean", "who context", "who.birth string", "who.name string"], Sample.Type.Entries.Select(entry => $"{entry.Key} {entry.Value.Feel}"));
        Assert.Equal("date", Sample.Type["who.birth"]!.Format);
        Assert.Equal(["where", "who.age", "who.name.first"], Sample.Type.Unknown(["who", "who.name", "where", "who.age", "who.name.first", "count_.x", "children.name"]));
    }

    [Fact]
    public void Json_schema()
    {
        var schema = Sample.ToJsonSchema();
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema["$schema"]!.GetValue<string>());
        Same("""["how","who"]""", schema["required"]);
        Same("""{"type":"string","minLength":1,"maxLength":50,"title":"Họ tên"}""", schema["properties"]!["who"]!["properties"]!["name"]);
        Same("""{"type":["integer","null"],"minimum":0,"maximum":18,"title":"Tuổi"}""", schema["properties"]!["children"]!["items"]!["properties"]!["age"]);
        Same("""{"enum":["home","desk"],"title":"Nhận ở đâu?"}""", schema["properties"]!["how"]);
        Same("""{"const":true,"title":"Tôi cam đoan"}""", schema["properties"]!["sure"]);
    }

    [Fact] public void Json_schema_asks_no_more_than_the_form() => Same("""{"a":{"type":["array","null"],"items":{"type":"string"},"title":"Ô"},"b":{"type":"string","minLength":1,"maxLength":500,"title":"Ô"}}""",
        Form(Field("filepicker", "a", """ "validate":{"required":true} """), Field("textfield", "b", """ "validate":{"required":true,"validationType":"email"} """)).ToJsonSchema()["properties"]);
}
