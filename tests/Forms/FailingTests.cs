using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

/// <summary>FEEL in a form that fails at a set of answers is told with its place and reason; what is only unanswered is no failure.</summary>
public sealed class FailingTests
{
    private const string Days = """ "conditional":{"hide":"=days < \"3\""} """;

    private static string[] Told(Form form, string data) => [.. form.Failing(Json(data), Now).Select(d => $"{d.Line} {d.Component} {d.Code}")];

    private static Form With(string field) => Form(Field("number", "days"), field);

    [Fact] public void A_condition() => Assert.Equal(["2 b feel.not-comparable"], Told(With(Field("textfield", "b", $"\"id\":\"b\",{Days}")), """{"days":2}"""));
    [Fact] public void A_condition_on_what_nobody_answered() => Assert.Empty(Told(With(Field("textfield", "b", Days)), "{}"));
    [Fact] public void A_name_that_is_not_there_is_told_by_the_check_of_names() => Assert.Empty(Told(With(Field("textfield", "b", """ "conditional":{"hide":"=nobody < 3"} """)), "{}"));
    [Fact] public void A_computed_value() => Assert.Equal(["2 b feel.bad-argument-value"], Told(With(Field("expression", "b", """ "id":"b","expression":"=date(\"2023-02-30\")" """)), "{}"));
    [Fact] public void What_is_offered() => Assert.Equal(["2 b feel.division-by-zero"], Told(With(Field("number", "b", """ "id":"b","properties":{"haidang:prefill":"1 / days"} """)), """{"days":0}"""));
    [Fact] public void A_label() => Assert.Equal(["2 b feel.bad-operands"], Told(With(Field("textfield", "b", """ "id":"b","label":"Ô {{days + \"x\"}}" """)), """{"days":1}"""));
    [Fact] public void Options() => Assert.Equal(["2 b feel.not-comparable"], Told(With("""{"type":"select","id":"b","key":"b","label":"Ô","valuesExpression":"=if days < \"x\" then [] else []"}"""), """{"days":1}""").Take(1));
    [Fact] public void Rows_of_a_table() => Assert.Equal(["2 b feel.not-comparable"], Told(With("""{"type":"table","id":"b","label":"Ô","dataSource":"=[1][item < \"x\"]","columns":[{"key":"a","label":"A"}]}"""), "{}"));

    [Fact]
    public void A_check_only_where_there_is_an_answer()
    {
        var form = With(Field("textfield", "b", """ "id":"b","properties":{"haidang:check":"date(b) > today()"} """));
        Assert.Empty(Told(form, "{}"));
        Assert.Equal(["2 b feel.bad-argument-value"], Told(form, """{"b":"mai"}"""));
        Assert.Empty(Told(form, """{"b":"2026-11-23"}"""));
    }

    [Fact]
    public void What_is_hidden_with_its_container_is_not_looked_at_but_each_item_of_a_list_is()
    {
        var hidden = Form(Field("number", "days"), Group("g", """ "conditional":{"hide":"=days = 1"} """, Field("textfield", "b", Days)));
        Assert.Empty(Told(hidden, """{"days":1}"""));
        Assert.Single(Told(hidden, """{"days":2}"""));
        var list = Form(List("children", "", Field("number", "age"), Field("textfield", "school", """ "id":"school","conditional":{"hide":"=this.age / 0 = 1"} """)));
        Assert.Single(Told(list, """{"children":[{"age":5},{"age":6}]}"""));
        Assert.Empty(Told(list, """{"children":[]}"""));
    }

    [Fact]
    public void The_words_say_where_and_why()
    {
        var told = Assert.Single(With(Field("textfield", "b", $"\"id\":\"b\",{Days}")).Failing(Json("""{"days":2}"""), Now));
        Assert.StartsWith("b: FEEL of conditional.hide gives no value: ", told.En, StringComparison.Ordinal);
        Assert.StartsWith("b: FEEL của conditional.hide không ra giá trị: ", told.Vi, StringComparison.Ordinal);
        Assert.Equal(("form.json", FormSeverity.Warning), (told.Source, told.Severity));
    }
}
