using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class VisibilityTests
{
    static string Hide(string feel) => $$""" "conditional":{"hide":"={{feel.Replace("\"", "\\\"")}}"} """;

    static string[] Visible(Form form, string data) => [.. form.VisibleFields(Json(data), Now).Select(node => node.Path)];

    [Fact] public void By_condition() => Assert.Equal(["a"], Visible(Form(Field("textfield", "a"), Field("textfield", "b", Hide("a != \"yes\""))), """{"a":"no"}"""));
    [Fact] public void Null_hides_as_in_form_js() => Assert.Equal(["a"], Visible(Form(Field("textfield", "a"), Field("textfield", "b", Hide("missing.name"))), "{}"));
    [Fact] public void Other_values_do_not() => Assert.Equal(["a", "b", "c"], Visible(Form(Field("textfield", "a"), Field("textfield", "b", Hide("5")), Field("textfield", "c", Hide("not(a = \"\")"))), "{}"));
    [Fact] public void Unanswered_has_its_default() => Assert.Equal(["a"], Visible(Form(Field("checkbox", "a"), Field("textfield", "b", Hide("a = false"))), "{}"));
    [Fact] public void Hidden_values_do_not_count() => Assert.Equal(["a", "c"], Visible(Form(Field("textfield", "a"), Field("textfield", "b", Hide("a = \"x\"")), Field("textfield", "c", Hide("b = \"y\""))), """{"a":"x","b":"y"}"""));
    [Fact] public void Hidden_values_count_as_unanswered() => Assert.Equal(["a"], Visible(Form(Field("textfield", "a"), Field("textfield", "b", Hide("a = \"x\"")), Field("textfield", "c", Hide("b = \"\""))), """{"a":"x","b":"y"}"""));
    [Fact] public void Chains_end() => Assert.Equal(["a", "c"], Visible(Form(Field("textfield", "a"), Field("textfield", "b", Hide("a = \"x\"")), Field("textfield", "c", Hide("b = \"y\"")), Field("textfield", "d", Hide("c = \"z\""))), """{"a":"x","b":"y","c":"z"}"""));
    [Fact] public void Contradictions_end() => Assert.NotNull(Visible(Form(Field("textfield", "a", Hide("b = \"x\"")), Field("textfield", "b", Hide("a = \"x\""))), """{"a":"x","b":"x"}"""));
    [Fact] public void A_field_that_hides_itself_ends() => Assert.Empty(Visible(Form(Field("textfield", "a", Hide("a = \"x\""))), """{"a":"x"}"""));
    [Fact] public void Groups_hide_all_within() => Assert.Equal(["a"], Visible(Form(Field("textfield", "a"), Group("g", Hide("a = \"x\""), Field("textfield", "b"))), """{"a":"x"}"""));

    [Fact]
    public void Hidden_fields_are_not_checked_and_not_submitted()
    {
        var form = Form(Field("textfield", "a"), Field("textfield", "b", Hide("a = \"x\"") + ""","validate":{"required":true}"""));
        Assert.Empty(form.Validate(Json("""{"a":"x"}"""), Now));
        Assert.Equal(["b form.required"], form.Validate(Json("""{"a":"y"}"""), Now).Codes());
        Same("""{"a":"x"}""", form.Clean(Json("""{"a":"x","b":"secret","c":1}""")));
        Same("""{"a":"x","b":"secret"}""", form.At(Json("""{"a":"x","b":"secret"}""")).Answers);
    }

    [Fact]
    public void Items_have_conditions_of_their_own()
    {
        var form = Form(List("children", "", Field("checkbox", "adult"), Field("textfield", "school", Hide("this.adult = true"))));
        var data = Json("""{"children":[{"adult":true,"school":"a"},{"adult":false,"school":"b"}]}""");
        Assert.Equal(["children[0].adult", "children[1].adult", "children[1].school"], form.VisibleFields(data).Select(node => node.Path));
        Same("""{"children":[{"adult":true},{"adult":false,"school":"b"}]}""", form.Clean(data));
    }

    [Fact]
    public void Items_know_their_number_and_what_is_outside()
    {
        var form = Form(Field("textfield", "who"), List("children", "", Field("textfield", "name", """ "label":"=\"Con thứ \" + string(i[1]) + \" của \" + who" """)));
        Assert.Equal("Con thứ 2 của Lan", form.VisibleFields(Json("""{"who":"Lan","children":[{},{}]}"""))[2].Label("vi"));
        Assert.Equal(["Ô", " 1: Con thứ 1 của Lan"], form.Summary(Json("""{"who":"Lan","children":[{}]}"""), "vi").Select(row => row.Label));
    }

    [Fact]
    public void Expression_fields_are_computed_here_not_taken()
    {
        var form = Form(Field("number", "a"), Field("expression", "double", """ "expression":"=a * 2" """), Field("expression", "more", """ "expression":"=double + 1" """), Field("textfield", "b", Hide("more < 10")));
        Same("""{"a":2,"double":4,"more":5}""", form.Clean(Json("""{"a":2,"double":999,"b":"x"}""")));
        Same("""{"a":5,"double":10,"more":11,"b":"x"}""", form.Clean(Json("""{"a":5,"b":"x"}""")));
    }

    [Fact] public void Expressions_that_grow_end() => Assert.NotNull(Form(Field("expression", "n", """ "expression":"=(if n = null then 0 else n) + 1" """)).Clean([]));

    [Fact]
    public void Disabled_fields_are_the_hosts()
    {
        var form = Form(Field("textfield", "unit", """ "disabled":true,"defaultValue":"UBND" """), Field("textfield", "b", Hide("unit = \"UBND\"")));
        Same("""{}""", form.Clean(Json("""{"unit":"mine"}""")));
        Same("""{"b":""}""", form.Clean([], Now with { Variables = Json("""{"unit":"Sở"}""") }));
    }

    [Fact]
    public void Pages()
    {
        var form = Form(Group("one", """ "label":"Một" """, Field("textfield", "a")), Group("two", Hide("a = \"x\""), Field("textfield", "b")), Group("three", "", Field("textfield", "c", Hide("a = \"x\""))), Field("textfield", "d"), """{"type":"button"}""");
        Assert.Equal(["one", "two", "three", "page-1"], form.Pages.Select(page => page.Id));
        Assert.Equal(["one", "page-1"], form.VisiblePages(Json("""{"a":"x"}""")).Select(page => page.Id));
        Assert.Equal("one", form.NextPage([], null)!.Id);
        Assert.Equal("two", form.NextPage([], "one")!.Id);
        Assert.Equal("page-1", form.NextPage(Json("""{"a":"x"}"""), "one")!.Id);
        Assert.Equal("page-1", form.NextPage(Json("""{"a":"x"}"""), "two")!.Id);
        Assert.Null(form.NextPage([], "page-1"));
        Assert.Null(form.NextPage([], "none"));
    }

    [Fact]
    public void Problems_know_their_page()
    {
        var form = Form(Group("one", "", Field("textfield", "a", """ "validate":{"required":true} """)), Group("two", "", Field("textfield", "b", """ "validate":{"required":true} """)));
        Assert.Equal(["one", "two"], form.Validate([], Now).Select(problem => problem.PageId));
        Assert.Equal(["b form.required"], form.Validate([], Now, "two").Codes());
    }
}
