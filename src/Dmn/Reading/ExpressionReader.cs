using System.Xml.Linq;
using HaiDang.Dmn.Expressions;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Reading;

/// <summary>Reads boxed expressions and gathers the decision tables among them.</summary>
internal sealed class ExpressionReader
{
    private static readonly HashSet<string> Kinds =
    [
        "literalExpression", "decisionTable", "context", "invocation", "list", "relation", "functionDefinition", "encapsulatedLogic",
        "conditional", "filter", "for", "every", "some",
    ];

    private readonly Report report;
    private readonly TypeReader types;
    private readonly TableReader tableReader;
    private readonly List<DecisionTable> tables = [];

    // Names of components and entries that FEEL could not tell from operators: they may stand after any dot.
    private readonly HashSet<string> special;

    public ExpressionReader(Report report, TypeReader types, IEnumerable<string> special)
    {
        (this.report, this.types) = (report, types);
        this.special = [.. special.Where(n => !Names.IsSimple(n))];
        tableReader = new(this, report, types);
    }

    public IReadOnlyList<DecisionTable> Tables => tables;

    /// <summary>The expression that stands directly in an element, or null.</summary>
    public static XElement? In(XElement holder) =>
        holder.Elements().FirstOrDefault(e => e.Name.Namespace == holder.Name.Namespace && Kinds.Contains(e.Name.LocalName));

    public Boxed Read(XElement xml, NameScope names, string owner)
    {
        var (part, type) = (Part.Of(report.Source, xml), types.Of(xml));
        switch (xml.Name.LocalName)
        {
            case "literalExpression": return ReadLiteral(xml, names);
            case "decisionTable":
                var table = tableReader.Read(xml, names, owner);
                if (table is null) return new Broken(part);
                tables.Add(table);
                return table;
            case "context": return ReadContext(xml, part, type, names, owner);
            case "invocation": return ReadInvocation(xml, part, type, names, owner);
            case "list": return new BoxedList(part, type, [.. xml.Elements().Where(IsExpression).Select(e => Read(e, names, owner))]);
            case "relation": return ReadRelation(xml, part, type, names, owner);
            case "functionDefinition" or "encapsulatedLogic": return ReadFunction(xml, part, type, names, owner);
            case "conditional":
                return new Conditional(part, type, Slot(xml, "if", names, owner), Slot(xml, "then", names, owner), Slot(xml, "else", names, owner));
            case "filter":
                return new Filter(part, type, Slot(xml, "in", names, owner), Slot(xml, "match", names.With("item"), owner));
            case "for" or "every" or "some": return ReadIteration(xml, part, type, names, owner);
            default:
                report.At(xml, Says.UnknownExpression, xml.Name.LocalName);
                return new Broken(part);
        }
    }

    /// <summary>FEEL in the text child of an element; null text gives a literal that says so when it is run.</summary>
    public Literal ReadLiteral(XElement xml, NameScope names, ItemType? type = null)
    {
        var part = Part.Of(report.Source, xml);
        var text = xml.Element(xml.Name.Namespace + "text");
        var language = (string?)xml.Attribute("expressionLanguage");
        if (!DmnVersion.IsFeel(language)) report.At(xml, Says.NotFeel, language);
        else if (string.IsNullOrWhiteSpace(text?.Value)) report.At(xml, Says.NoText);
        else
        {
            var read = FeelExpression.Parse(text.Value, InScope(names));
            report.Feel(text, read.Diagnostics);
            return new(part, type ?? types.Of(xml), text, read.Value);
        }
        return new(part, ItemType.Any, text ?? new XElement("text"), null);
    }

    /// <summary>Unary tests in the text child of an element.</summary>
    public Tests ReadTests(XElement xml, NameScope names)
    {
        var part = Part.Of(report.Source, xml);
        var text = xml.Element(xml.Name.Namespace + "text");
        if (text?.Value.Trim() is not { Length: > 0 } written || written == "-") return new(part, null, null);
        var language = (string?)xml.Attribute("expressionLanguage");
        if (!DmnVersion.IsFeel(language))
        {
            report.At(xml, Says.NotFeel, language);
            return new(part, text, null);
        }
        var read = FeelUnaryTests.Parse(text.Value, InScope(names));
        report.Feel(text, read.Diagnostics);
        return new(part, text, read.Value);
    }

    /// <summary>The parameters of a function definition.</summary>
    private IReadOnlyList<Parameter> Parameters(XElement xml) =>
        [.. xml.Elements(xml.Name.Namespace + "formalParameter").Select(p => new Parameter(Names.Of(p) ?? "", types.Of(p)))];

    private IEnumerable<string> InScope(NameScope names) => names.Names.Concat(special);

    private static bool IsExpression(XElement e) => Kinds.Contains(e.Name.LocalName);

    private BoxedContext ReadContext(XElement xml, Part part, ItemType type, NameScope names, string owner)
    {
        var entries = new List<BoxedContext.Entry>();
        foreach (var entry in xml.Elements(xml.Name.Namespace + "contextEntry"))
        {
            var variable = entry.Element(xml.Name.Namespace + "variable");
            var name = variable is null ? null : Names.Of(variable);
            if (name is not null && !Names.IsSimple(name)) special.Add(name);
            var value = In(entry);
            if (value is null) report.At(entry, Says.MissingPart, "contextEntry", "expression");
            entries.Add(new(name, types.Of(variable), value is null ? new Broken(Part.Of(report.Source, entry)) : Read(value, names, owner)));
            if (name is not null) names = names.With(name);
        }
        return new(part, type, entries);
    }

    private Boxed ReadInvocation(XElement xml, Part part, ItemType type, NameScope names, string owner)
    {
        if (xml.Element(xml.Name.Namespace + "literalExpression") is not { } function)
        {
            report.At(xml, Says.MissingPart, "invocation", "literalExpression");
            return new Broken(part);
        }
        var bindings = new List<(Parameter, Boxed)>();
        foreach (var binding in xml.Elements(xml.Name.Namespace + "binding"))
        {
            var parameter = binding.Element(xml.Name.Namespace + "parameter");
            if (parameter is null || Names.Of(parameter) is not { Length: > 0 } name)
            {
                report.At(binding, Says.MissingPart, "binding", "parameter");
                continue;
            }
            if (In(binding) is { } value) bindings.Add((new(name, types.Of(parameter)), Read(value, names, owner)));
        }
        return new Invocation(part, type, ReadLiteral(function, names), bindings);
    }

    private Relation ReadRelation(XElement xml, Part part, ItemType type, NameScope names, string owner)
    {
        var columns = xml.Elements(xml.Name.Namespace + "column").Select(c => (Names.Of(c) ?? "", types.Of(c))).ToList();
        special.UnionWith(columns.Select(c => c.Item1).Where(n => !Names.IsSimple(n)));
        var rows = new List<IReadOnlyList<Boxed>>();
        foreach (var (number, row) in xml.Elements(xml.Name.Namespace + "row").Index())
        {
            var cells = row.Elements().Where(IsExpression).Select(e => Read(e, names, owner)).ToList();
            if (cells.Count != columns.Count) report.At(row, Says.RelationWidth, number + 1, cells.Count, columns.Count);
            rows.Add(cells);
        }
        return new(part, type, columns, rows);
    }

    private Boxed ReadFunction(XElement xml, Part part, ItemType type, NameScope names, string owner)
    {
        var parameters = Parameters(xml);
        var kind = ((string?)xml.Attribute("kind") ?? "FEEL").Trim();
        if (!kind.Equals("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            report.At(xml, Says.ForeignFunction, kind);
            return new ForeignFunction(part, parameters, kind);
        }
        if (In(xml) is { } body) return new BoxedFunction(part, type, parameters, Read(body, names.With(parameters.Select(p => p.Name)), owner));
        report.At(xml, Says.MissingPart, xml.Name.LocalName, "expression");
        return new Broken(part);
    }

    private Boxed ReadIteration(XElement xml, Part part, ItemType type, NameScope names, string owner)
    {
        var variable = Names.Tidy((string?)xml.Attribute("iteratorVariable") ?? "");
        if (variable.Length == 0) report.At(xml, Says.MissingPart, xml.Name.LocalName, "iteratorVariable");
        var over = Slot(xml, "in", names, owner);
        return xml.Name.LocalName == "for"
            ? new For(part, type, variable, over, Slot(xml, "return", names.With(variable, "partial"), owner))
            : new Quantified(part, type, xml.Name.LocalName == "every", variable, over, Slot(xml, "satisfies", names.With(variable), owner));
    }

    // A named child that holds one expression.
    private Boxed Slot(XElement xml, string child, NameScope names, string owner)
    {
        if (xml.Element(xml.Name.Namespace + child) is { } holder && In(holder) is { } expression) return Read(expression, names, owner);
        report.At(xml, Says.MissingPart, xml.Name.LocalName, child);
        return new Broken(Part.Of(report.Source, xml));
    }
}
