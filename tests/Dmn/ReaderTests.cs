using System.Text;
using HaiDang.Dmn;
using static HaiDang.Dmn.Tests.Models;

namespace HaiDang.Dmn.Tests;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "1.1")]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/", "1.2")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/", "1.3")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/", "1.4")]
    [InlineData("https://www.omg.org/spec/DMN/20230324/MODEL/", "1.5")]
    public void Reads_all_versions(string ns, string version)
    {
        var read = DmnReader.Read(Xml(Input("age", "number") + Decision("next", Literal("age + 1"), "number", "in:age"), ns), "v.dmn");
        Assert.Empty(read.Diagnostics);
        Assert.Equal(version, read.Model!.Version);
        read.Model.Gives("next", "{age: 41}", "42");
    }

    [Fact]
    public void Describes_what_it_holds()
    {
        var model = Model(Input("age", "number") + Decision("next", Literal("age + 1"), "number", "in:age"));
        Assert.Equal(("Test", "https://haidang.example/test"), (model.Name, model.Namespace));
        Assert.Equal(("age", "number"), (model.Inputs.Single().Name, model.Inputs.Single().Type));
        Assert.Equal(["age"], model.Decisions.Single().Requires);
    }

    [Theory]
    [InlineData("", "dmn.malformed")]
    [InlineData("<definitions", "dmn.malformed")]
    [InlineData("<html/>", "dmn.not-dmn")]
    [InlineData("<definitions xmlns=\"https://example.org/\"/>", "dmn.not-dmn")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>", "dmn.document-type")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>", "dmn.document-type")]
    public void Refuses_what_is_no_model(string xml, string code)
    {
        var read = DmnReader.Read(xml, "x.dmn");
        Assert.Null(read.Model);
        Assert.Equal(code, Assert.Single(read.Diagnostics).Code);
        Assert.True(read.HasErrors);
    }

    [Fact]
    public void Refuses_depth_and_length_without_falling_over()
    {
        var deep = new StringBuilder(Xml("§"));
        deep.Replace("§", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)));
        Assert.Equal("dmn.too-deep", DmnReader.Read(deep.ToString(), "x.dmn").Diagnostics.Single().Code);
        Assert.Equal("dmn.too-large", DmnReader.Read(new string(' ', 8_000_001), "x.dmn").Diagnostics.Single().Code);
    }

    [Fact]
    public void Says_where_in_the_source_an_expression_is_wrong()
    {
        var xml = Xml("<decision id=\"d1\" name=\"x &gt; y\">\n  <literalExpression>\n    <text>1 &lt; 2 and\n      [1, 2</text>\n  </literalExpression></decision>");
        var problem = DmnReader.Read(xml, "place.dmn").Diagnostics.First(d => d.Code.StartsWith("feel.", StringComparison.Ordinal));
        Assert.Equal(("place.dmn", 5), (problem.Source, problem.Line));
        Assert.InRange(problem.Column, 7, 13);
        Assert.Equal("d1", problem.Element);
    }

    [Fact]
    public void Places_pass_entities_and_CDATA()
    {
        var model = Model("<decision id=\"a\" name=\"a\"><literalExpression><text>1 &lt; 2 and nothing</text></literalExpression></decision>\n"
            + "<decision id=\"b\" name=\"b\"><literalExpression><text><![CDATA[1 < 2 and nothing]]></text></literalExpression></decision>");
        foreach (var (decision, line) in new[] { ("a", 2), ("b", 3) })
        {
            var note = model.Evaluate(decision, Value("{}")).Notes.First();
            var text = DmnReaderText(line);
            Assert.Equal(line, note.Line);
            Assert.StartsWith("nothing", text[(note.Column - 1)..]);
        }

        string DmnReaderText(int line) => Xml("<decision id=\"a\" name=\"a\"><literalExpression><text>1 &lt; 2 and nothing</text></literalExpression></decision>\n"
            + "<decision id=\"b\" name=\"b\"><literalExpression><text><![CDATA[1 < 2 and nothing]]></text></literalExpression></decision>").Split('\n')[line - 1];
    }

    [Theory]
    [InlineData("<decision id=\"a\" name=\"a\"/><decision id=\"a\" name=\"b\"/>", "dmn.id-twice")]
    [InlineData("<decision id=\"a\" name=\"a\"/><decision id=\"b\" name=\"a\"/>", "dmn.name-twice")]
    [InlineData("<decision id=\"a\"/>", "dmn.no-name")]
    [InlineData("<decision id=\"a\" name=\"a\"><informationRequirement><requiredInput href=\"#x\"/></informationRequirement></decision>", "dmn.no-such-element")]
    [InlineData("<inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"tNone\"/></inputData>", "dmn.no-such-type")]
    [InlineData("<itemDefinition name=\"a\"><typeRef>b</typeRef></itemDefinition><itemDefinition name=\"b\"><typeRef>a</typeRef></itemDefinition>", "dmn.type-cycle")]
    [InlineData("<import namespace=\"urn:x\" name=\"x\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>", "dmn.no-import")]
    [InlineData("<decision id=\"a\" name=\"a\"><literalExpression expressionLanguage=\"javascript\"><text>1</text></literalExpression></decision>", "dmn.not-feel")]
    [InlineData("<decision id=\"a\" name=\"a\"><conditional><if><literalExpression><text>true</text></literalExpression></if></conditional></decision>", "dmn.missing-part")]
    [InlineData("<decisionService id=\"s\" name=\"s\"><outputDecision href=\"#i\"/></decisionService><inputData id=\"i\" name=\"i\"/>", "dmn.wrong-kind")]
    public void Mistakes_are_told_in_both_languages_with_their_place(string body, string code)
    {
        var problem = Read(body).Diagnostics.First(d => d.Severity == DmnSeverity.Error);
        Assert.Equal(code, problem.Code);
        Assert.True(problem.Line >= 2 && problem.Column >= 1);
        Assert.NotEqual(problem.Vi, problem.En);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_in_order_of_place()
    {
        var read = Read("<decision id=\"a\" name=\"a\">" + Literal("1 +") + "</decision>\n<decision id=\"b\" name=\"b\"><variable typeRef=\"tNone\"/>" + Literal("]") + "</decision>");
        Assert.True(read.Diagnostics.Count >= 3);
        Assert.Equal(read.Diagnostics.OrderBy(d => (d.Line, d.Column)), read.Diagnostics);
        Assert.True(read.Model!.Evaluate("a", Value("{}")).Value.Kind == HaiDang.Feel.FeelKind.Null);
    }

    [Fact]
    public void Circles_of_decisions_are_told_and_end()
    {
        var read = Read(Decision("a", Literal("b"), "Any", "de:b") + Decision("b", Literal("a"), "Any", "de:a"));
        var circle = Assert.Single(read.Diagnostics);
        Assert.Equal("dmn.cycle", circle.Code);
        Assert.Contains("a → b → a", circle.En);
        Assert.Equal(HaiDang.Feel.FeelKind.Null, read.Model!.Evaluate("a", Value("{}")).Value.Kind);
    }

    [Fact]
    public void A_very_long_chain_is_refused_not_followed()
    {
        var chain = string.Concat(Enumerable.Range(1, 20_000).Select(i => Decision($"d{i}", Literal("1"), "Any", $"de:d{i + 1}"))) + Decision("d20001", Literal("1"));
        var read = Read(chain);
        Assert.Contains(read.Diagnostics, d => d.Code == "dmn.chain-too-long");
        Assert.Equal("dmn.too-much", read.Model!.Evaluate("d1", Value("{}")).Notes[0].Code);
    }
}
