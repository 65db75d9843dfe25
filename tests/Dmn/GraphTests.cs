using System.Text.Json;
using HaiDang.Dmn;
using HaiDang.Feel;
using static HaiDang.Dmn.Tests.Models;

namespace HaiDang.Dmn.Tests;

public sealed class GraphTests
{
    private static string Knowledge(string name, string parameters, string body, params string[] needs) =>
        $"<businessKnowledgeModel id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"/>{string.Concat(needs.Select(Need))}<encapsulatedLogic>"
        + string.Concat(parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => $"<formalParameter name=\"{p.Split(':')[0]}\" typeRef=\"{p.Split(':')[1]}\"/>"))
        + body + "</encapsulatedLogic></businessKnowledgeModel>";

    [Fact]
    public void Decisions_use_decisions_each_worked_out_once()
    {
        var model = Model(Input("Monthly income", "number").Replace("id=\"Monthly income\"", "id=\"income\"")
            + Decision("yearly", Literal("Monthly income * 12"), "number", "in:income")
            + Decision("low", Literal("yearly < 60000000"), "boolean", "de:yearly")
            + Decision("both", Literal("[yearly, low]"), "Any", "de:yearly", "de:low"));
        var result = model.Gives("both", "{\"Monthly income\": 4000000}", "[48000000, true]");
        Assert.Equal(["both", "low", "yearly"], result.Decisions.Keys.Order());
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void A_missing_input_is_null_with_a_note()
    {
        var result = Model(Input("age") + Decision("d", Literal("age = null"), "Any", "in:age")).Gives("d", "{}", "true");
        Assert.Equal("dmn.input-missing", result.Notes.Single().Code);
    }

    [Fact]
    public void An_unknown_decision_is_a_note() =>
        Assert.Equal("dmn.no-such-decision", Model(Decision("d", Literal("1"))).Evaluate("e", FeelValue.Null).Notes.Single().Code);

    [Fact]
    public void Knowledge_is_called_and_calls_itself()
    {
        var model = Model(Knowledge("factorial", "n:number", Literal("if n <= 1 then 1 else n * factorial(n - 1)"), "kn:factorial")
            + Decision("d", Literal("factorial(5)"), "number", "kn:factorial"));
        Assert.Equal("120", model.Evaluate("factorial", Value("{n: 5}")).Value.ToString());
        model.Gives("d", "{}", "120");
    }

    [Fact]
    public void A_knowledge_model_knows_itself_without_being_drawn_to() =>
        Model(Knowledge("factorial", "n:number", Literal("if n <= 1 then 1 else n * factorial(n - 1)")) + Decision("d", Literal("factorial(5)"), "number", "kn:factorial")).Gives("d", "{}", "120");

    [Fact]
    public void Endless_recursion_ends_with_null_and_a_note()
    {
        var model = Model(Knowledge("f", "n:number", Literal("f(n + 1)"), "kn:f") + Decision("d", Literal("f(1)"), "number", "kn:f"));
        Assert.Contains(model.Gives("d", "{}", "null").Notes, n => n.Code == "dmn.too-much" || n.Code.StartsWith("feel.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_argument_of_another_type_makes_the_call_null() => Assert.Equal("dmn.does-not-conform",
        Model(Knowledge("f", "n:number", Literal("1")) + Decision("d", Literal("f(\"x\")"), "Any", "kn:f")).Gives("d", "{}", "null").Notes.Single().Code);

    [Fact]
    public void Services_are_functions_that_see_only_what_they_are_given()
    {
        var body = Input("x", "number") + Decision("double", Literal("x * 2"), "number", "in:x")
            + "<decisionService id=\"s\" name=\"s\"><variable name=\"s\"/><outputDecision href=\"#double\"/><inputData href=\"#x\"/></decisionService>"
            + Decision("d", Literal("s(21)"), "number", "kn:s");
        var model = Model(body);
        model.Gives("d", "{x: 1}", "42");
        model.Gives("s", "{x: 4}", "8");
        Assert.Equal(["x"], model.Services.Single().Requires);
        Model(body.Replace("<inputData href=\"#x\"/>", "").Replace("s(21)", "s()")).Gives("d", "{x: 1}", "null");
    }

    [Fact]
    public void An_input_decision_of_a_service_is_given_not_worked_out() => Model(
        Decision("rate", Literal("0.1")) + Decision("tax", Literal("100 * rate"), "number", "de:rate")
        + "<decisionService id=\"s\" name=\"s\"><outputDecision href=\"#tax\"/><inputDecision href=\"#rate\"/></decisionService>").Gives("s", "{rate: 0.2}", "20");

    [Fact]
    public void Imports_bring_types_and_functions_under_their_name()
    {
        var shared = DmnReader.Read(Xml("<itemDefinition name=\"tAge\"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition>"
            + Knowledge("is adult", "age:tAge", Literal("age >= 18")), own: "urn:shared"), "shared.dmn").Model;
        var read = DmnReader.Read(Xml("<import namespace=\"urn:shared\" name=\"law\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" locationURI=\"shared.dmn\"/>"
            + Input("age", "law.tAge") + "<decision id=\"d\" name=\"d\">" + Need("in:age")
            + "<knowledgeRequirement><requiredKnowledge href=\"urn:shared#is adult\"/></knowledgeRequirement>" + Literal("law.is adult(age)") + "</decision>"),
            "city.dmn", import => import is { Namespace: "urn:shared", Name: "law", Location: "shared.dmn" } ? shared : null);
        Assert.Empty(read.Diagnostics);
        read.Model!.Gives("d", "{age: 20}", "true");
        Assert.Equal("dmn.does-not-conform", read.Model!.Gives("d", "{age: 200}", "null").Notes[0].Code);
    }

    private static readonly string Types = """
        <itemDefinition name="tPerson">
          <itemComponent name="name"><typeRef>string</typeRef></itemComponent>
          <itemComponent name="born"><typeRef>date</typeRef></itemComponent>
          <itemComponent name="stays" isCollection="true"><typeRef>days and time duration</typeRef></itemComponent>
        </itemDefinition>
        <itemDefinition name="tColour"><typeRef>string</typeRef><allowedValues><text>"red","blue"</text></allowedValues></itemDefinition>
        <itemDefinition name="tColours" isCollection="true"><typeRef>tColour</typeRef></itemDefinition>
        <itemDefinition name="tThree" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) = 3</text></typeConstraint></itemDefinition>
        """;

    [Theory]
    [InlineData("number", "1", "1")]
    [InlineData("number", "\"1\"", "null")]
    [InlineData("number", "[1]", "1")]
    [InlineData("tColour", "\"red\"", "\"red\"")]
    [InlineData("tColour", "\"green\"", "null")]
    [InlineData("tColours", "[\"red\", \"blue\"]", "[\"red\", \"blue\"]")]
    [InlineData("tColours", "[\"red\", \"green\"]", "null")]
    [InlineData("tColours", "\"red\"", "[\"red\"]")]
    [InlineData("tThree", "[1, 2, 3]", "[1, 2, 3]")]
    [InlineData("tThree", "[1, 2]", "null")]
    [InlineData("date and time", "date(\"2026-11-22\")", "date and time(\"2026-11-22T00:00:00Z\")")]
    [InlineData("tPerson", "{name: \"An\", born: date(\"2000-01-01\"), stays: [], more: 1}", "{name: \"An\", born: date(\"2000-01-01\"), stays: [], more: 1}")]
    [InlineData("tPerson", "{name: \"An\"}", "null")]
    [InlineData("tPerson", "{name: \"An\", born: \"2000-01-01\", stays: []}", "null")]
    public void Values_are_fitted_to_types(string type, string value, string fitted) =>
        Model(Types + Input("x", type) + Decision("d", Literal("x"), "Any", "in:x")).Gives("d", $"{{x: {value}}}", fitted);

    [Fact]
    public void JSON_is_read_by_the_types_of_the_inputs()
    {
        var model = Model(Types + Input("p", "tPerson") + Input("t", "time") + Decision("d", Literal("p.born.year + t.hour + p.stays[1].hours"), "number", "in:p", "in:t"));
        using var json = JsonDocument.Parse("""{"p": {"name": "An", "born": "2000-01-01", "stays": ["PT4H"]}, "t": "14:30:00", "other": 1}""");
        var inputs = model.ReadInputs(json.RootElement);
        Assert.Equal(FeelKind.Date, inputs["p"]["born"].Kind);
        Assert.Equal("2018", model.Evaluate("d", inputs).Value.ToString());
        Assert.Equal("1", inputs["other"].ToString());
    }

    [Theory]
    [InlineData("<context><contextEntry><variable name=\"a\"/>§1§</contextEntry><contextEntry><variable name=\"b c\"/>§a + 1§</contextEntry></context>", "{a: 1, \"b c\": 2}")]
    [InlineData("<context><contextEntry><variable name=\"b c\"/>§2§</contextEntry><contextEntry>§b c * 3§</contextEntry></context>", "6")]
    [InlineData("<list>§1§ §2§</list>", "[1, 2]")]
    [InlineData("<relation><column name=\"a\"/><column name=\"b\"/><row>§1§§2§</row><row>§3§§4§</row></relation>", "[{a: 1, b: 2}, {a: 3, b: 4}]")]
    [InlineData("<conditional><if>§null§</if><then>§1§</then><else>§2§</else></conditional>", "2")]
    [InlineData("<conditional><if>§5§</if><then>§1§</then><else>§2§</else></conditional>", "null")]
    [InlineData("<filter><in>§[{a: 1}, {a: 5}]§</in><match>§a > 2§</match></filter>", "[{a: 5}]")]
    [InlineData("<filter><in>§[1, 5]§</in><match>§item > 2§</match></filter>", "[5]")]
    [InlineData("<for iteratorVariable=\"i\"><in>§[1, 2, 3]§</in><return>§i + count(partial)§</return></for>", "[1, 3, 5]")]
    [InlineData("<some iteratorVariable=\"i\"><in>§[1, 2]§</in><satisfies>§i > 1§</satisfies></some>", "true")]
    [InlineData("<every iteratorVariable=\"i\"><in>§[1, 2]§</in><satisfies>§i > 1§</satisfies></every>", "false")]
    [InlineData("<for iteratorVariable=\"i\"><in>§\"x\"§</in><return>§i§</return></for>", "null")]
    [InlineData("<context><contextEntry><variable name=\"f\"/><functionDefinition><formalParameter name=\"x y\"/>§x y * 2§</functionDefinition></contextEntry>"
        + "<contextEntry><invocation>§f§<binding><parameter name=\"x y\"/>§21§</binding></invocation></contextEntry></context>", "42")]
    public void Boxes(string logic, string expected)
    {
        var parts = logic.Split('§');
        var xml = string.Concat(parts.Select((p, i) => i % 2 == 0 ? p : Literal(p)));
        Model(Decision("d", xml)).Gives("d", "{}", expected);
    }

    [Fact]
    public void Now_comes_from_outside()
    {
        var model = Model(Decision("d", Literal("today()")));
        Assert.Equal(new DateOnly(2026, 11, 22), model.Evaluate("d", FeelValue.Null, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7))).Value.AsDate);
        Assert.Equal(FeelKind.Null, model.Evaluate("d", FeelValue.Null).Value.Kind);
    }

    [Fact]
    public void A_model_serves_many_threads()
    {
        var model = Model(Input("x", "number") + Decision("d", Table("UNIQUE", "x || y\n< 500 || \"low\"\n>= 500 || \"high\""), "string", "in:x"));
        Parallel.For(0, 2000, i => Assert.Equal(i % 1000 < 500 ? "low" : "high", model.Evaluate("d", Value($"{{x: {i % 1000}}}")).Value.AsString));
    }

    [Fact]
    public void One_model_imported_under_two_names_is_given_two_sets_of_inputs()
    {
        const string import = "<import namespace=\"urn:{0}\" name=\"{1}\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>";
        var people = DmnReader.Read(Xml(Input("who", "string"), own: "urn:people"), "people.dmn").Model!;
        DmnModel Greeting(string ns) => DmnReader.Read(Xml(string.Format(import, "people", "p")
            + Decision("say", Literal("\"Hello \" + p.who"), "string").Replace("<literalExpression>", "<informationRequirement><requiredInput href=\"urn:people#who\"/></informationRequirement><literalExpression>"), own: ns), "b.dmn", _ => people).Model!;
        var (one, two) = (Greeting("urn:one"), Greeting("urn:two"));
        var all = DmnReader.Read(Xml(string.Format(import, "one", "first") + string.Format(import, "two", "second")
            + Decision("both", Literal("first.say + \"; \" + second.say"), "string").Replace("<literalExpression>",
                "<informationRequirement><requiredDecision href=\"urn:one#say\"/></informationRequirement><informationRequirement><requiredDecision href=\"urn:two#say\"/></informationRequirement><literalExpression>")),
            "c.dmn", asked => asked.Namespace == "urn:one" ? one : two);
        Assert.Empty(all.Diagnostics);
        all.Model!.Gives("both", "{first: {p: {who: \"An\"}}, second: {p: {who: \"Lan\"}}}", "\"Hello An; Hello Lan\"");
        all.Model!.Gives("both", "{who: \"An\"}", "\"Hello An; Hello An\"");
    }
}
