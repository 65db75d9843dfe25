using HaiDang.Dmn;
using static HaiDang.Dmn.Tests.Models;

namespace HaiDang.Dmn.Tests;

public sealed class TableTests
{
    private static DmnModel Tabled(string policy, string drawing) =>
        Model(Input("age", "number") + Input("poor", "boolean") + Decision("fee", Table(policy, drawing), "Any", "in:age", "in:poor"));

    private const string Fee = """
        age         | poor  || amount
        < 18        | -     || 0
        [18..60)    | false || 8000
        [18..60)    | true  || 4000
        >= 60       | -     || 2000
        """;

    [Theory]
    [InlineData("{age: 17, poor: false}", "0")]
    [InlineData("{age: 18, poor: false}", "8000")]
    [InlineData("{age: 59, poor: true}", "4000")]
    [InlineData("{age: 60, poor: true}", "2000")]
    [InlineData("{age: null, poor: true}", "null")]
    public void Unique(string inputs, string amount) => Tabled("UNIQUE", Fee).Gives("fee", inputs, amount);

    [Fact]
    public void Tells_which_rules_matched_and_why()
    {
        var use = Tabled("UNIQUE", Fee).Gives("fee", "{age: 30, poor: true}", "4000").Tables.Single();
        Assert.Equal(("fee", "table", DmnHitPolicy.Unique), (use.Owner, use.Table, use.HitPolicy));
        Assert.Equal(["age = 30", "poor = true"], use.Inputs.Select(i => $"{i.Label} = {i.Value}"));
        var rule = use.Matched.Single();
        Assert.Equal((3, "4000"), (rule.Number, rule.Output.ToString()));
        Assert.Equal(["[18..60)", "true"], rule.Conditions);
        Assert.Equal("4000", use.Value.ToString());
    }

    [Fact]
    public void Unique_with_two_matches_gives_null_and_says_so()
    {
        var result = Tabled("UNIQUE", "age | poor || amount\n< 18 | - || 1\n< 20 | - || 2").Gives("fee", "{age: 3, poor: false}", "null");
        var note = Assert.Single(result.Notes);
        Assert.Equal("dmn.several-match", note.Code);
        Assert.Contains("1, 2", note.Vi);
        Assert.Equal([1, 2], result.Tables.Single().Matched.Select(m => m.Number));
    }

    [Fact]
    public void No_match_gives_null_and_says_so() => Assert.Equal("dmn.no-match",
        Tabled("UNIQUE", "age | poor || amount\n< 18 | - || 1").Gives("fee", "{age: 30, poor: false}", "null").Notes.Single().Code);

    [Theory]
    [InlineData("ANY", "{age: 3, poor: true}", "1")]
    [InlineData("ANY", "{age: 19, poor: true}", "null")]
    [InlineData("FIRST", "{age: 19, poor: true}", "1")]
    [InlineData("RULE ORDER", "{age: 3, poor: true}", "[1, 1, 2]")]
    [InlineData("COLLECT", "{age: 3, poor: true}", "[1, 1, 2]")]
    [InlineData("COLLECT", "{age: 30, poor: false}", "null")]
    [InlineData("COLLECT+SUM", "{age: 3, poor: true}", "4")]
    [InlineData("COLLECT+COUNT", "{age: 3, poor: true}", "3")]
    [InlineData("COLLECT+COUNT", "{age: 30, poor: false}", "0")]
    [InlineData("COLLECT+MIN", "{age: 3, poor: true}", "1")]
    [InlineData("COLLECT+MAX", "{age: 3, poor: true}", "2")]
    public void Several_matches(string policy, string inputs, string expected) => Tabled(policy, $"""
        age  | poor || amount
        < 20 | true || 1
        < 18 | -    || 1
        {(policy == "ANY" ? "[18..20)" : "-")} | true || 2
        """).Gives("fee", inputs, expected);

    [Theory]
    [InlineData("PRIORITY", "\"high\"")]
    [InlineData("OUTPUT ORDER", "[\"high\", \"medium\", \"low\"]")]
    public void Order_of_output_values(string policy, string expected) => Tabled(policy, """
        age | poor || risk = "high","medium","low"
        -   | true || "low"
        -   | -    || "high"
        -   | -    || "medium"
        """).Gives("fee", "{age: 3, poor: true}", expected);

    [Fact]
    public void Several_outputs_are_a_context() =>
        Tabled("FIRST", "age | poor || amount | reason\n- | - || age * 2 | \"twice\"").Gives("fee", "{age: 3, poor: true}", "{amount: 6, reason: \"twice\"}");

    [Fact]
    public void The_looked_at_value_is_the_question_mark() =>
        Tabled("UNIQUE", "age | poor || amount\nodd(?) | - || \"odd\"\neven(?) | - || \"even\"").Gives("fee", "{age: 3, poor: true}", "\"odd\"");

    [Fact]
    public void A_value_outside_the_input_values_gives_null_and_says_so()
    {
        var result = Tabled("UNIQUE", "age = [0..120] | poor || amount\n- | - || 1").Gives("fee", "{age: 130, poor: true}", "null");
        Assert.Equal("dmn.not-allowed", result.Notes.Single().Code);
        Assert.Contains("130", result.Notes.Single().Vi);
    }

    [Fact]
    public void An_output_outside_the_output_values_is_dropped() => Assert.Equal("dmn.not-allowed",
        Tabled("UNIQUE", "age | poor || risk = \"high\",\"low\"\n- | - || \"huge\"").Gives("fee", "{age: 1, poor: true}", "null").Notes.Single().Code);

    [Fact]
    public void Defaults_step_in_when_nothing_matches()
    {
        var xml = Table("UNIQUE", "age | poor || amount\n< 18 | - || 1").Replace("</output>", "<defaultOutputEntry><text>9000</text></defaultOutputEntry></output>");
        Model(Input("age") + Input("poor") + Decision("fee", xml, "number", "in:age", "in:poor")).Gives("fee", "{age: 50, poor: true}", "9000");
    }

    [Fact]
    public void Annotations_come_with_the_match()
    {
        var xml = """
            <decisionTable id="t"><input label="Tuổi"><inputExpression typeRef="number"><text>age</text></inputExpression></input><output typeRef="number"/>
            <annotation name="Căn cứ"/><rule id="r1"><description>Trẻ em</description><inputEntry><text>&lt; 18</text></inputEntry><outputEntry><text>0</text></outputEntry>
            <annotationEntry><text>Điều 5</text></annotationEntry></rule></decisionTable>
            """;
        var use = Model(Input("age") + Decision("fee", xml, "number", "in:age")).Gives("fee", "{age: 5}", "0").Tables.Single();
        Assert.Equal("Tuổi", use.Inputs.Single().Label);
        Assert.Equal(("r1", "Trẻ em", "Điều 5"), (use.Matched[0].Id, use.Matched[0].Description, use.Matched[0].Annotations["Căn cứ"]));
    }

    [Theory]
    [InlineData("MAYBE", "age || x\n- || 1", "dmn.no-such-hit-policy")]
    [InlineData("COLLECT+AVERAGE", "age || x\n- || 1", "dmn.no-such-aggregation")]
    [InlineData("COLLECT+SUM", "age || x | y\n- || 1 | 2", "dmn.aggregation-of-many")]
    [InlineData("PRIORITY", "age || x\n- || 1", "dmn.priority-needs-values")]
    [InlineData("UNIQUE", "age || x\n- | - || 1", "dmn.rule-width")]
    [InlineData("UNIQUE", "age || x\n- || 1 | 2", "dmn.rule-width")]
    [InlineData("UNIQUE", "age || \n- || ", "dmn.no-output")]
    [InlineData("UNIQUE", "age || x\n[1.. || 1", "feel.")]
    public void Mistakes_are_told(string policy, string drawing, string code)
    {
        var read = Read(Input("age") + Decision("fee", Table(policy, drawing), "Any", "in:age"));
        Assert.Contains(read.Diagnostics, d => d.Code.StartsWith(code, StringComparison.Ordinal) && d.Severity == DmnSeverity.Error && d.Line > 0);
        Assert.NotNull(read.Model!.Evaluate("fee", Value("{age: 1}")));
    }
}
