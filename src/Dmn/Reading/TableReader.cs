using System.Xml.Linq;
using HaiDang.Dmn.Expressions;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Reading;

/// <summary>Reads decision tables (DMN 1.5 §8.3).</summary>
internal sealed class TableReader(ExpressionReader expressions, Report report, TypeReader types)
{
    /// <summary>The table, or null when it cannot work at all.</summary>
    public DecisionTable? Read(XElement xml, NameScope names, string owner)
    {
        var ns = xml.Name.Namespace;
        if (HitPolicy(xml) is not { } policy || Aggregation(xml, policy) is not { } aggregation) return null;

        var inputs = xml.Elements(ns + "input").Select(i => Input(i, names)).ToList();
        if (inputs.Contains(null)) return null;
        var columns = xml.Elements(ns + "output").ToList();
        var outputs = columns.Select((o, i) => Output(xml, o, i, columns.Count, policy, names)).ToList();
        if (outputs.Count == 0)
        {
            report.At(xml, Says.NoOutput);
            return null;
        }
        if (aggregation != DmnAggregation.None && outputs.Count > 1)
        {
            report.At(xml, Says.AggregationOfMany);
            return null;
        }
        if (policy is DmnHitPolicy.Priority or DmnHitPolicy.OutputOrder && outputs.TrueForAll(o => o.Priorities.Count == 0))
            report.At(xml, Says.PriorityNeedsValues, (string?)xml.Attribute("hitPolicy"));

        var annotations = xml.Elements(ns + "annotation").Select((a, i) => Names.Of(a) ?? $"{i + 1}").ToList();
        var rules = new List<TableRule>();
        foreach (var (index, rule) in xml.Elements(ns + "rule").Index())
            if (Rule(rule, index + 1, inputs.Count, outputs.Count, annotations, names) is { } read) rules.Add(read);
        if (rules.Count == 0) report.At(xml, Says.NoRules);

        return new(Part.Of(report.Source, xml), types.Of(xml), owner, (string?)xml.Attribute("id"), policy, aggregation, inputs!, outputs, rules);
    }

    private DmnHitPolicy? HitPolicy(XElement xml)
    {
        var written = ((string?)xml.Attribute("hitPolicy"))?.Trim();
        DmnHitPolicy? policy = written switch
        {
            null or "" or "UNIQUE" => DmnHitPolicy.Unique,
            "ANY" => DmnHitPolicy.Any,
            "PRIORITY" => DmnHitPolicy.Priority,
            "FIRST" => DmnHitPolicy.First,
            "COLLECT" => DmnHitPolicy.Collect,
            "RULE ORDER" => DmnHitPolicy.RuleOrder,
            "OUTPUT ORDER" => DmnHitPolicy.OutputOrder,
            _ => null,
        };
        if (policy is null) report.At(xml, Says.NoSuchHitPolicy, written);
        return policy;
    }

    private DmnAggregation? Aggregation(XElement xml, DmnHitPolicy policy)
    {
        var written = ((string?)xml.Attribute("aggregation"))?.Trim();
        DmnAggregation? aggregation = written switch
        {
            null or "" => DmnAggregation.None,
            "SUM" => DmnAggregation.Sum,
            "COUNT" => DmnAggregation.Count,
            "MIN" => DmnAggregation.Min,
            "MAX" => DmnAggregation.Max,
            _ => null,
        };
        if (aggregation is null) report.At(xml, Says.NoSuchAggregation, written);
        if (aggregation is null or DmnAggregation.None || policy == DmnHitPolicy.Collect) return aggregation;
        report.At(xml, Says.AggregationNeedsCollect);
        return DmnAggregation.None;
    }

    private TableInput? Input(XElement xml, NameScope names)
    {
        var ns = xml.Name.Namespace;
        if (xml.Element(ns + "inputExpression") is not { } expression)
        {
            report.At(xml, Says.MissingPart, "input", "inputExpression");
            return null;
        }
        var literal = expressions.ReadLiteral(expression, names);
        var label = (string?)xml.Attribute("label");
        return new(string.IsNullOrWhiteSpace(label) ? literal.Text : label, literal,
            xml.Element(ns + "inputValues") is { } values ? expressions.ReadTests(values, names) : null, types.Of(expression));
    }

    private TableOutput Output(XElement table, XElement xml, int index, int count, DmnHitPolicy policy, NameScope names)
    {
        var ns = xml.Name.Namespace;
        var name = Names.Of(xml);
        if (count > 1 && string.IsNullOrEmpty(name)) report.At(xml, Says.OutputNeedsName, index + 1);
        var values = xml.Element(ns + "outputValues");
        return new(
            name,
            (string?)xml.Attribute("label") ?? name ?? (string?)table.Attribute("outputLabel") ?? $"{index + 1}",
            types.Of(xml),
            values is null ? null : expressions.ReadTests(values, NameScope.Empty),
            values is not null && policy is DmnHitPolicy.Priority or DmnHitPolicy.OutputOrder ? Priorities(values!) : [],
            xml.Element(ns + "defaultOutputEntry") is { } fallback && !string.IsNullOrWhiteSpace(fallback.Value) ? expressions.ReadLiteral(fallback, names, ItemType.Any) : null,
            Part.Of(report.Source, xml));
    }

    // The output values, one by one, in the order in which they are written: the most wanted first.
    private List<Literal> Priorities(XElement values)
    {
        var text = values.Element(values.Name.Namespace + "text");
        var part = Part.Of(report.Source, values);
        return text is null ? [] : [.. CellText.Split(text.Value).Select(v => new Literal(part, ItemType.Any, text, FeelExpression.Parse(v).Value))];
    }

    private TableRule? Rule(XElement xml, int number, int inputs, int outputs, List<string> annotations, NameScope names)
    {
        var ns = xml.Name.Namespace;
        var (conditions, results) = (xml.Elements(ns + "inputEntry").ToList(), xml.Elements(ns + "outputEntry").ToList());
        if (conditions.Count != inputs)
        {
            report.At(xml, Says.RuleWidth, number, conditions.Count, "inputEntry", inputs);
            return null;
        }
        if (results.Count != outputs)
        {
            report.At(xml, Says.RuleWidth, number, results.Count, "outputEntry", outputs);
            return null;
        }
        var notes = new Dictionary<string, string>();
        foreach (var (i, entry) in xml.Elements(ns + "annotationEntry").Index())
            if (entry.Value.Trim() is { Length: > 0 } note) notes[i < annotations.Count ? annotations[i] : $"{i + 1}"] = note;
        return new(number, (string?)xml.Attribute("id"),
            [.. conditions.Select(c => expressions.ReadTests(c, names))],
            [.. results.Select(r => Result(r, names))],
            notes, xml.Element(ns + "description")?.Value.Trim());
    }

    // An empty result cell means null, quietly: tables leave cells empty where an output does not apply.
    private Boxed Result(XElement xml, NameScope names) =>
        string.IsNullOrWhiteSpace(xml.Element(xml.Name.Namespace + "text")?.Value)
            ? new Literal(Part.Of(report.Source, xml), ItemType.Any, new XElement("text", "null"), FeelExpression.Parse("null").Value)
            : expressions.ReadLiteral(xml, names);
}
