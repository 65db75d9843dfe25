using HaiDang.Dmn;
using HaiDang.Feel;

namespace HaiDang.Dmn.Tests;

/// <summary>Short ways to write models and to ask them.</summary>
internal static class Models
{
    public const string Namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    public static string Xml(string body, string ns = Namespace, string own = "https://haidang.example/test") =>
        $"<definitions xmlns=\"{ns}\" id=\"d\" name=\"Test\" namespace=\"{own}\">\n{body}\n</definitions>";

    /// <summary>The model of a body that must read without any error.</summary>
    public static DmnModel Model(string body)
    {
        var read = DmnReader.Read(Xml(body), "test.dmn");
        Assert.Empty(read.Diagnostics.Where(d => d.Severity == DmnSeverity.Error).Select(d => d.ToString()));
        return read.Model!;
    }

    public static DmnRead Read(string body) => DmnReader.Read(Xml(body), "test.dmn");

    public static FeelValue Value(string expression) => FeelExpression.Parse(expression).Value!.Evaluate(FeelScope.Empty);

    /// <summary>Asserts what a decision gives for inputs written as a FEEL context.</summary>
    public static DmnResult Gives(this DmnModel model, string decision, string inputs, string expected)
    {
        var result = model.Evaluate(decision, Value(inputs));
        Assert.Equal(Value(expected).ToString(), result.Value.ToString());
        return result;
    }

    /// <summary>A literal expression as the logic of a decision.</summary>
    public static string Literal(string feel) => $"<literalExpression><text><![CDATA[{feel}]]></text></literalExpression>";

    /// <summary>A decision that needs input data or decisions (<c>in:x</c>, <c>de:y</c>) or knowledge (<c>kn:z</c>).</summary>
    public static string Decision(string name, string logic, string type = "Any", params string[] needs) =>
        $"<decision id=\"{name}\" name=\"{name}\"><variable name=\"{name}\" typeRef=\"{type}\"/>{string.Concat(needs.Select(Need))}{logic}</decision>";

    public static string Input(string name, string type = "Any") =>
        $"<inputData id=\"{name}\" name=\"{name}\"><variable name=\"{name}\" typeRef=\"{type}\"/></inputData>";

    public static string Need(string need) => need.Split(':') switch
    {
        ["in", var id] => $"<informationRequirement><requiredInput href=\"#{id}\"/></informationRequirement>",
        ["de", var id] => $"<informationRequirement><requiredDecision href=\"#{id}\"/></informationRequirement>",
        ["kn", var id] => $"<knowledgeRequirement><requiredKnowledge href=\"#{id}\"/></knowledgeRequirement>",
        _ => throw new ArgumentException(need),
    };

    /// <summary>
    /// A table drawn as text: the first line names inputs and, after <c>||</c>, outputs; the others are rules. An output may
    /// carry its values (<c>risk = "high","low"</c>), an input likewise.
    /// </summary>
    public static string Table(string policy, string drawing)
    {
        var lines = drawing.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (inputs, outputs) = Sides(lines[0]);
        var parts = policy.Split('+');
        var xml = $"<decisionTable id=\"table\" hitPolicy=\"{parts[0]}\"{(parts.Length > 1 ? $" aggregation=\"{parts[1]}\"" : "")}>";
        foreach (var input in inputs)
        {
            var (name, values) = Values(input);
            xml += $"<input><inputExpression><text>{name}</text></inputExpression>{(values is null ? "" : $"<inputValues><text><![CDATA[{values}]]></text></inputValues>")}</input>";
        }
        foreach (var output in outputs)
        {
            var (name, values) = Values(output);
            xml += $"<output name=\"{name}\">{(values is null ? "" : $"<outputValues><text><![CDATA[{values}]]></text></outputValues>")}</output>";
        }
        foreach (var line in lines.Skip(1))
        {
            var (conditions, results) = Sides(line);
            xml += "\n<rule>" + string.Concat(conditions.Select(c => $"<inputEntry><text><![CDATA[{c}]]></text></inputEntry>"))
                + string.Concat(results.Select(r => $"<outputEntry><text><![CDATA[{r}]]></text></outputEntry>")) + "</rule>";
        }
        return xml + "</decisionTable>";
    }

    private static (string[], string[]) Sides(string line)
    {
        var sides = line.Split("||");
        return (Cells(sides[0]), Cells(sides[1]));
        static string[] Cells(string side) => side.Trim().Length == 0 ? [] : side.Split('|', StringSplitOptions.TrimEntries);
    }

    private static (string Name, string? Values) Values(string column) =>
        column.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var values] ? (name, values) : (column, null);
}
