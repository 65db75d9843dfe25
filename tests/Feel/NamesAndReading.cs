using HaiDang.Feel;

namespace HaiDang.Feel.Tests;

public sealed class NamesAndReading : Specification
{
    [Fact]
    public void Names_may_hold_spaces_signs_and_any_letter()
    {
        Feel("Monthly income * 12").Given("""{"Monthly income": 5}""").Is("60");
        Feel("Monthly   income").Given("""{"Monthly income": 5}""").Is("5");
        Feel("họ tên").Given("""{"họ tên": "Lan"}""").Is("\"Lan\"");
        Feel("applicant.Monthly income + 1").Given("""{"applicant": {"Monthly income": 5}}""").Is("6");
        Feel("a-b").Knowing("a-b").Given("""{"a": 5, "b": 3, "a-b": 7}""").Is("7");
        Feel("(a)-(b)").Knowing("a-b").Given("""{"a": 5, "b": 3, "a-b": 7}""").Is("2");
        Feel("a-b").Given("""{"a": 5, "b": 3, "a-b": 7}""").Is("2");
        Feel("Profit and loss > 1").Knowing("Profit and loss").Given("""{"Profit and loss": 5}""").Is("true");
        Feel("x.Profit and loss").Knowing("Profit and loss").Given("""{"x": {"Profit and loss": 5}}""").Is("5");
        Feel("line 2 total").Given("""{"line 2 total": 5}""").Is("5");
        Feel("values in a list").Knowing("values in a list").Given("""{"values in a list": 5}""").Is("5");
        Feel("a + a b").Given("""{"a": 1, "a b": 2}""").Is("3");
        Feel("tiền/tháng").Knowing("tiền/tháng").Given("""{"tiền/tháng": 4}""").Is("4");
    }

    [Fact]
    public void A_name_of_the_host_hides_a_built_in_function_unless_it_is_called()
    {
        Feel("date").Given("""{"date": "2026-01-30"}""").Is("\"2026-01-30\"");
        Feel("date(date)").Given("""{"date": "2026-01-30"}""").Is("@\"2026-01-30\"");
        Feel("count + 1").Given("""{"count": 1}""").Is("2");
        Feel("date and time > 5").Given("""{"date": true, "time": 6}""").Is("true");
        Feel("abs(1)").Knowing("abs").Where("abs", "function(x) \"mine\"").Is("\"mine\"");
    }

    [Fact]
    public void An_expression_tells_what_it_needs()
    {
        Feel("applicant.name + applicant.address.city").Needs("applicant.address.city", "applicant.name");
        Feel("a + b + a").Needs("a", "b");
        Feel("for x in items return x.price * rate").Needs("items", "rate");
        Feel("{a: 1, b: a + c}").Needs("c");
        Feel("count(list) + now().year").Needs("list");
        Feel("function(x) x + y").Needs("y");
        Feel("date").Needs("date");
        Feel("fee(kind)").Needs("fee", "kind");
        Feel("people[age > limit].name").Needs("people");
        Feel("people[age > limit].name").MayNeed("age", "limit");
        Feel("people[item.age > 18]").MayNeed();
        Feel("people[count(pets) > 1]").MayNeed("pets");
        Feel("(a).b").Needs("a.b");
        Feel("a[1].b").Needs("a");
        Assert.Equal(["limit"], FeelUnaryTests.Parse("< limit, ? > 5").Value!.Names);
    }

    [Fact]
    public void Comments_and_white_space_do_not_count()
    {
        Feel("1 // one\n + 2").Is("3");
        Feel("/* a */ 1 /* b */ + 2").Is("3");
        Feel("  1\u00A0+\u30002 ").Is("3");
        Feel("1 /* a").IsRefused("feel.unclosed-comment", column: 3);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_where_it_is()
    {
        Feel("").IsRefused("feel.empty");
        Feel("  ").IsRefused("feel.empty");
        Feel("1 +").IsRefused("feel.unexpected-end", column: 4);
        Feel("1 + * 2").IsRefused("feel.unexpected-token", column: 5);
        Feel("(1 + 2").IsRefused("feel.unexpected-end");
        Feel("[1, 2").IsRefused("feel.unexpected-end");
        Feel("if a then b").IsRefused("feel.unexpected-end");
        Feel("if a\nthen b els c").IsRefused("feel.unexpected-end", line: 2);
        Feel("for x on y return x").IsRefused("feel.unexpected-end");
        Feel("\"abc").IsRefused("feel.unclosed-string", column: 1);
        Feel("\"ab\nc\"").IsRefused("feel.unclosed-string");
        Feel("1 # 2").IsRefused("feel.bad-character", column: 3);
        Feel("a ; b").IsRefused("feel.bad-character", column: 3);
        Feel("a == b").IsRefused("feel.bad-operator", column: 3);
        Feel("a && !b").IsRefused("feel.bad-operator", column: 3);
        Feel("“a”").IsRefused("feel.bad-quote", column: 1);
        Feel("@\"yesterday\"").IsRefused("feel.bad-literal");
        Feel("1 2").IsRefused("feel.unexpected-token", column: 3);
        Feel("f(a: 1, 2)").IsRefused("feel.unexpected-end");
        Feel("{a 1}").IsRefused("feel.unexpected-token");
        Feel("[1..5").IsRefused("feel.unexpected-end");
    }

    [Fact]
    public void A_note_says_where_and_why()
    {
        Feel("1 +\n  nothing").Value(out var notes);
        var note = Assert.Single(notes);
        Assert.Equal((2, 3, "feel.unknown-name"), (note.Line, note.Column, note.Code));
        Assert.Contains("«nothing»", note.Vi);
        Assert.Contains("“nothing”", note.En);
    }

    [Fact]
    public void A_refusal_is_in_two_languages()
    {
        var problem = Assert.Single(FeelExpression.Parse("(1 + 2").Diagnostics);
        Assert.Equal("Biểu thức kết thúc quá sớm: còn thiếu «)».", problem.Vi);
        Assert.Equal("The expression ends too soon: “)” is missing.", problem.En);
        Assert.Equal("“2” is not understood here: an operator, or the end of the expression is needed.", Assert.Single(FeelExpression.Parse("1 2").Diagnostics).En);
    }

    [Fact]
    public void The_examples_of_the_readme_are_true()
    {
        var due = FeelExpression.Parse("date(received) + duration(\"P3D\")").Value!;
        var scope = new FeelScope(FeelValue.FromJson(System.Text.Json.Nodes.JsonNode.Parse("""{"received": "2026-01-27", "n": 0}""")));
        Assert.Equal("@\"2026-01-30\"", due.Evaluate(scope).ToString());
        Assert.Equal(["received"], due.Names);
        Assert.True(FeelUnaryTests.Parse("< 18, [60..120]").Value!.Test(FeelValue.Of(65), FeelScope.Empty));
        var notes = new List<FeelDiagnostic>();
        Assert.Equal(FeelValue.Null, FeelExpression.Parse("1 / n").Value!.Evaluate(scope, notes));
        Assert.Equal((1, 5, "feel.division-by-zero"), (notes[0].Line, notes[0].Column, notes[0].Code));
    }

    [Fact]
    public void A_scope_can_be_narrowed()
    {
        var scope = new FeelScope(FeelValue.Context([new("a", FeelValue.Of(1))]));
        var a = FeelExpression.Parse("a").Value!;
        Assert.Equal(FeelValue.Of(2), a.Evaluate(scope.With("a", FeelValue.Of(2))));
        Assert.Equal(FeelValue.Of(1), a.Evaluate(scope.With("b", FeelValue.Of(2))));
        Assert.Equal("a", a.Text);
    }
}
