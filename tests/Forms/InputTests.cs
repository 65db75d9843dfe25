using System.Text.Json.Nodes;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class InputTests
{
    static readonly Form Family = Form(
        Group("who", """ "path":"applicant" """, Field("textfield", "name"), Field("datetime", "birth")),
        Group("kids", "", List("children", "", Field("textfield", "name", """ "validate":{"required":true} """), Field("number", "age"))));

    [Fact]
    public void Groups_with_a_path()
    {
        var input = Family.Read(Posted(("applicant.name", "Lan"), ("applicant.birth.day", "1"), ("applicant.birth.month", "2"), ("applicant.birth.year", "2000"), ("foreign", "x")), Family.Page("who")!);
        Same("""{"applicant":{"name":"Lan","birth":"2000-02-01"}}""", input.Data);
        Assert.Empty(input.Problems);
    }

    [Fact]
    public void Repeated_groups_are_numbered_anew()
    {
        var input = Family.Read(Posted(("children[7].name", "B"), ("children[7].age", "4"), ("children[2].name", "A"), ("children[2].age", "x")), Family.Page("kids")!);
        Same("""{"children":[{"name":"A","age":"x"},{"name":"B","age":4}]}""", input.Data);
        Assert.Equal(["children[0].age form.not-a-number"], input.Problems.Codes());
    }

    [Fact]
    public void An_emptied_list_says_so()
    {
        Same("""{"children":[]}""", Family.Read(Posted(("children", "")), Family.Page("kids")!).Data);
        Same("""{}""", Family.Read(Posted(), Family.Page("kids")!).Data);
    }

    [Fact]
    public void Merging_keeps_other_pages_and_replaces_lists()
    {
        var answers = Json("""{"applicant":{"name":"Lan","birth":"2000-02-01"},"children":[{"name":"A"},{"name":"B"}],"kept":1}""");
        Same("""{"applicant":{"name":"Lan","birth":"2000-02-01"},"children":[{"name":"C"}],"kept":1}""", Family.Merge(answers, Json("""{"children":[{"name":"C"}]}""")));
        Same("""{"applicant":{"name":"Mai","birth":"2000-02-01"},"children":[{"name":"A"},{"name":"B"}],"kept":1}""", Family.Merge(answers, Json("""{"applicant":{"name":"Mai"}}""")));
        Same("""{"applicant":{"name":"Lan"}}""", Family.Merge(null, Json("""{"applicant":{"name":"Lan"}}""")));
    }

    [Fact]
    public void Locked_fields_are_not_taken()
    {
        var form = Form(Field("textfield", "a", """ "disabled":true """), Field("textfield", "b", """ "readonly":true """), Field("textfield", "c", """ "readonly":"=d = \"x\"" """), Field("textfield", "d"));
        var posted = Posted(("a", "1"), ("b", "2"), ("c", "3"), ("d", "x"));
        Same("""{"d":"x"}""", form.Read(posted, form.Pages[0], Now, Json("""{"d":"x","c":"mine"}""")).Data);
        Same("""{"c":"3","d":"x"}""", form.Read(posted, form.Pages[0], Now, Json("""{"d":"y"}""")).Data);
    }

    [Fact]
    public void Locked_fields_of_items_keep_their_value()
    {
        var form = Form(List("rows", "", Field("textfield", "code", """ "readonly":true """), Field("textfield", "note")));
        Same("""{"rows":[{"code":"B","note":"2"}]}""", form.Read(Posted(("rows[1].code", "hack"), ("rows[1].note", "2")), form.Pages[0], Now, Json("""{"rows":[{"code":"A"},{"code":"B"}]}""")).Data);
    }

    [Fact]
    public void What_was_not_on_the_page_is_not_answered()
    {
        var form = Form(Field("textfield", "a"), Field("checkbox", "b", """ "conditional":{"hide":"=a = \"x\""} """));
        Same("""{"a":"x"}""", form.Read(Posted(("a", "x")), form.Pages[0], Now, Json("""{"a":"x","b":true}""")).Data);
        Same("""{"a":"y","b":false}""", form.Read(Posted(("a", "y")), form.Pages[0], Now, Json("""{"a":"y","b":true}""")).Data);
    }

    [Fact]
    public void Prefill_offers_what_is_unanswered()
    {
        var form = Form(Group("p", "", Field("textfield", "name", """ "properties":{"haidang:prefill":"applicant.name"} """), Field("textfield", "phone", """ "properties":{"haidang:prefill":"=applicant.phone"} """)));
        var context = Now with { Variables = Json("""{"applicant":{"name":"Lan"}}""") };
        Same("""{"name":"Lan"}""", form.Prefill(form.Pages[0], null, context));
        Same("""{}""", form.Prefill(form.Pages[0], Json("""{"name":""}"""), context));
    }

    [Fact] public void Defaults() => Same("""{"a":"","b":null,"c":false,"d":[],"e":"hn","rows":[{"f":""},{"f":""}]}""", Form(Field("textfield", "a"), Field("number", "b"), Field("checkbox", "c"), Field("checklist", "d", """ "values":["x"] """), Field("radio", "e", """ "values":["hp","hn"],"defaultValue":"hn" """), List("rows", """ "defaultRepetitions":2 """, Field("textfield", "f"))).Defaults());
    [Fact] public void Too_many_items() => Assert.Equal(["children form.too-many"], Family.Validate(new() { ["children"] = new JsonArray([.. Enumerable.Range(0, FormLimits.Items + 1).Select(_ => Json("""{"name":"a"}"""))]) }, Now).Codes());
    [Fact] public void Items_that_are_no_objects() => Assert.Equal(["children[0].name form.required"], Family.Validate(Json("""{"children":[5]}"""), Now).Codes());
}
