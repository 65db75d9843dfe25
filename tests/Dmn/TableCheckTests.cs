using FsCheck;
using FsCheck.Fluent;
using HaiDang.Dmn;
using HaiDang.Feel;
using HaiDang.Testing;
using static HaiDang.Dmn.Tests.Models;

namespace HaiDang.Dmn.Tests;

public sealed class TableCheckTests
{
    private static DmnModel Tabled(string policy, string drawing) =>
        Model("""<itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"small","large"</text></allowedValues></itemDefinition>"""
            + Input("age", "number") + Input("poor", "boolean") + Input("kind", "string") + Input("day", "date")
            + Decision("fee", Table(policy, drawing), "Any", "in:age", "in:poor", "in:kind", "in:day"));

    private static string[] Check(string policy, string drawing) => [.. Tabled(policy, drawing).CheckTables().Select(d => $"{d.Code["dmn.".Length..]}: {d.En}")];

    [Fact]
    public void A_whole_table_is_clean() => Assert.Empty(Check("UNIQUE", """
        age      | poor         || amount
        < 18     | -            || 0
        [18..60] | true         || 1
        [18..60] | not(true)    || 2
        > 60     | true, false  || 3
        """));

    [Theory]
    [InlineData("age || x\n< 18 || 1\n> 18 || 2", "table-gap: No rule applies when age = 18; add a rule or a default")]
    [InlineData("age || x\n<= 17 || 1\n>= 18 || 2", "table-gap: No rule applies when 17 < age < 18; add a rule or a default")]
    [InlineData("age || x\n[0..17] || 1\n(17..60] || 2", "table-gap: No rule applies when age < 0 or age > 60; add a rule or a default")]
    [InlineData("age = [0..60] || x\n[0..17] || 1\n(17..60] || 2", null)]
    [InlineData("age = [0..100] || x\n[0..17] || 1\n(17..60] || 2", "table-gap: No rule applies when 60 < age ≤ 100; add a rule or a default")]
    [InlineData("kind = \"small\",\"large\" || x\n\"small\" || 1", "table-gap: No rule applies when kind = large; add a rule or a default")]
    [InlineData("kind || x\n\"small\" || 1\n\"large\" || 2", "table-gap: No rule applies when kind has another value; add a rule or a default")]
    [InlineData("kind || x\n\"small\" || 1\nnot(\"small\") || 2", null)]
    [InlineData("poor | age || x\ntrue | - || 1\nfalse | < 5 || 2", "table-gap: No rule applies when poor = false and age ≥ 5; add a rule or a default")]
    [InlineData("day || x\n< date(\"2026-01-01\") || 1\n>= date(\"2026-01-02\") || 2", "table-gap: No rule applies when day = 01/01/2026; add a rule or a default")]
    [InlineData("day || x\n<= @\"2026-01-01\" || 1\n>= @\"2026-01-02\" || 2", null)]
    public void Gaps(string drawing, string? gap) => Assert.Equal(gap is null ? [] : [gap], Check("UNIQUE", drawing));

    [Fact]
    public void Overlaps_break_UNIQUE_and_with_different_results_ANY()
    {
        const string two = "age || x\n<= 18 || 1\n>= 18 || 2";
        Assert.Equal(["table-overlap: Rules 1 and 2 both match when age = 18; the table's policy Unique does not allow it"], Check("UNIQUE", two));
        Assert.Equal(["table-overlap: Rules 1 and 2 both match when age = 18; the table's policy Any does not allow it"], Check("ANY", two));
        Assert.Empty(Check("ANY", "age || x\n<= 18 || 1\n>= 18 || 1"));
        Assert.Empty(Check("FIRST", two));
        Assert.Empty(Check("COLLECT", two));
        Assert.Equal(["table-overlap: Rules 1 and 2 both match when anything is given; the table's policy Unique does not allow it"], Check("UNIQUE", "age || x\n- || 1\n- || 2"));
    }

    [Fact]
    public void Rules_that_FIRST_never_reaches() => Assert.Equal(["rule-unreachable: Rule 3 is never used: earlier rules cover all of it"],
        Check("FIRST", "age || x\n< 10 || 1\n>= 5 || 2\n[3..20] || 3"));

    [Theory]
    [InlineData("age || x\nodd(?) || 1")]
    [InlineData("age || x\n> limit || 1")]
    [InlineData("age || x\nnull || 1")]
    [InlineData("age || x\n1 || 1\n\"one\" || 2")]
    public void What_is_not_understood_is_said(string drawing)
    {
        var said = Tabled("UNIQUE", drawing).CheckTables().Single();
        Assert.Equal((DmnSeverity.Info, "dmn.table-not-analysed"), (said.Severity, said.Code));
        Assert.True(said.Line > 1);
    }

    [Fact]
    public void A_default_closes_gaps()
    {
        var xml = Table("UNIQUE", "age || x\n< 1 || 1").Replace("</output>", "<defaultOutputEntry><text>0</text></defaultOutputEntry></output>");
        Assert.Empty(Model(Input("age") + Decision("d", xml, "Any", "in:age")).CheckTables());
    }

    [Fact]
    public void A_table_of_many_columns_is_not_analysed_for_ever()
    {
        var names = string.Join(" | ", Enumerable.Range(0, 25).Select(i => $"c{i}"));
        var rules = string.Join('\n', Enumerable.Range(0, 60).Select(r => string.Join(" | ", Enumerable.Range(0, 25).Select(c => (r * 7 + c * 3) % 5 == 0 ? "-" : $"> {(r * 31 + c * 17) % 97}")) + " || 1"));
        var model = Model(Decision("d", Table("FIRST", $"{names} || x\n{rules}")));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("dmn.table-not-analysed", model.CheckTables().Single().Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void What_the_check_says_is_what_evaluation_finds()
    {
        var number = Gen.Elements("-", "< 3", "<= 3", "> 3", ">= 3", "3", "[1..3]", "(1..5)", "[3..5]", "not(3)", "< 1, > 5", "1, 5");
        var flag = Gen.Elements("-", "true", "false", "not(true)");
        var kind = Gen.Elements("-", "\"small\"", "\"large\"", "not(\"small\")", "\"small\",\"large\"");
        var rule = from n in number from f in flag from k in kind select $"{n} | {f} | {k} || 1";
        var tables = from count in Gen.Choose(1, 5) from rules in Gen.ArrayOf(rule, count) select rules;

        Check_(tables.ToArbitrary(), rules =>
        {
            var model = Tabled("COLLECT+COUNT", "age | poor | kind || x\n" + string.Join('\n', rules));
            var unique = Tabled("UNIQUE", "age | poor | kind || x\n" + string.Join('\n', rules)).CheckTables();
            var (fewest, most) = (int.MaxValue, 0);
            foreach (var age in new[] { "0", "1", "2", "3", "4", "5", "6", "2.5" })
                foreach (var poor in new[] { "true", "false" })
                    foreach (var size in new[] { "\"small\"", "\"large\"", "\"other\"" })
                    {
                        var matched = (int)model.Evaluate("fee", Value($"{{age: {age}, poor: {poor}, kind: {size}, day: null}}")).Value.AsDecimal!.Value;
                        (fewest, most) = (Math.Min(fewest, matched), Math.Max(most, matched));
                    }
            // A boolean column in which no cell names a value counts as one piece, which changes nothing here.
            return unique.Any(d => d.Code == "dmn.table-gap") == (fewest == 0) && unique.Any(d => d.Code == "dmn.table-overlap") == (most > 1);
        });
    }

    private static void Check_<T>(Arbitrary<T> values, Func<T, bool> law) =>
        FsCheck.Check.One(Trials.Of(300), Prop.ForAll(values, law));
}
