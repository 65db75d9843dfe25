using System.Xml.Linq;
using HaiDang.Feel;

namespace HaiDang.Feel.Tests;

/// <summary>
/// The expressions of the public DMN conformance kit: decisions that are one FEEL expression, over inputs, other such decisions
/// and functions. The environment variable HAIDANG_TCK names the folder that holds <c>dmn/</c>; whole models are the matter of Dmn.
/// </summary>
public sealed class ConformanceKit
{
    /// <summary>Folders whose results follow from what surrounds an expression in a model (types of decisions, imports, services), which Dmn does.</summary>
    private static readonly string[] matterOfModels =
        ["0021-", "0082-", "0085-"];

    [Fact]
    public void Expressions_give_what_the_kit_expects()
    {
        var kit = Environment.GetEnvironmentVariable("HAIDANG_TCK");
        Assert.SkipWhen(string.IsNullOrEmpty(kit), "HAIDANG_TCK does not name a folder with the DMN conformance kit.");

        var failures = new List<string>();
        var passed = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(kit, "dmn"), "*-test-*.xml", SearchOption.AllDirectories).Order())
        {
            var folder = Path.GetFileName(Path.GetDirectoryName(file))!;
            if (!Array.Exists(matterOfModels, folder.StartsWith))
            {
                Run(file, folder, ref passed, failures);
            }
        }
        Assert.True(failures.Count == 0, $"{passed} as expected, {failures.Count} not:\n{string.Join('\n', failures)}");
        Assert.True(passed > 2_000, $"only {passed} were tried");
    }

    private static void Run(string file, string folder, ref int passed, List<string> failures)
    {
        var tests = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        var model = Path.Combine(Path.GetDirectoryName(file)!, tests.Elements().First(e => e.Name.LocalName == "modelName").Value);
        var root = XDocument.Load(model).Root!;
        var expressions = Expressions(root);
        var scope = new FeelScope(FeelValue.Null, now) { Types = Types(root) };
        foreach (var test in tests.Elements().Where(e => e.Name.LocalName == "testCase"))
        {
            var inputs = test.Elements().Where(e => e.Name.LocalName == "inputNode")
                .ToDictionary(e => e.Attribute("name")!.Value, Value);
            foreach (var node in test.Elements().Where(e => e.Name.LocalName == "resultNode"))
            {
                var name = node.Attribute("name")!.Value;
                var expected = node.Elements().FirstOrDefault(e => e.Name.LocalName == "expected");
                if (!expressions.ContainsKey(name) || expected is null)
                {
                    continue;
                }
                var notes = new List<FeelDiagnostic>();
                if (Evaluate(name, expressions, inputs, scope, notes, 0) is not { } actual)
                {
                    continue;
                }
                if (Same(Value(expected), actual))
                {
                    passed++;
                }
                else
                {
                    failures.Add($"{folder} {test.Attribute("id")?.Value} {expressions[name].Text.Trim()}\n    is {actual}, expected {Value(expected)} {notes.FirstOrDefault()?.En}");
                }
            }
        }
    }

    private static readonly DateTimeOffset now = new(2026, 1, 30, 8, 0, 0, TimeSpan.FromHours(7));

    private sealed record Logic(string Text, string[] Needs, string[]? Parameters);

    /// <summary>The types that a model declares.</summary>
    private static Dictionary<string, FeelType> Types(XElement model) => model.Elements().Where(e => e.Name.LocalName == "itemDefinition")
        .ToDictionary(e => e.Attribute("name")!.Value, TypeOf);

    private static FeelType Named(XAttribute? reference) => reference is null ? FeelType.Any : FeelType.Parse(reference.Value).Value!;

    private static FeelType TypeOf(XElement definition)
    {
        var components = definition.Elements().Where(e => e.Name.LocalName == "itemComponent").ToArray();
        var type = components.Length > 0
            ? FeelType.ContextOf(components.Select(c => new KeyValuePair<string, FeelType>(c.Attribute("name")!.Value, TypeOf(c))))
            : definition.Elements().FirstOrDefault(e => e.Name.LocalName == "functionItem") is { } function
            ? FeelType.FunctionOf(
                [.. function.Elements().Where(e => e.Name.LocalName == "parameters").Select(e => Named(e.Attribute("typeRef")))],
                Named(function.Attribute("outputTypeRef")))
            : FeelType.Parse(definition.Elements().FirstOrDefault(e => e.Name.LocalName == "typeRef")?.Value.Trim() ?? "Any").Value!;
        var allowed = definition.Elements().FirstOrDefault(e => e.Name.LocalName == "allowedValues");
        type = allowed is null ? type : type.Restricted(definition.Attribute("name")!.Value, FeelUnaryTests.Parse(allowed.Value).Value);
        return definition.Attribute("isCollection")?.Value == "true" ? FeelType.ListOf(type) : type;
    }

    /// <summary>The decisions and functions of a model that are one expression.</summary>
    private static Dictionary<string, Logic> Expressions(XElement model)
    {
        var names = model.Descendants().Where(e => e.Attribute("id") is not null && e.Attribute("name") is not null)
            .GroupBy(e => "#" + e.Attribute("id")!.Value).ToDictionary(g => g.Key, g => g.First().Attribute("name")!.Value);
        var found = new Dictionary<string, Logic>();
        foreach (var element in model.Elements())
        {
            var body = element.Name.LocalName switch
            {
                "decision" => element,
                "businessKnowledgeModel" => element.Elements().FirstOrDefault(e => e.Name.LocalName == "encapsulatedLogic"),
                _ => null,
            };
            if (body?.Elements().FirstOrDefault(e => e.Name.LocalName == "literalExpression") is not { } literal)
            {
                continue;
            }
            var needs = element.Descendants().Where(e => e.Name.LocalName is "requiredInput" or "requiredDecision" or "requiredKnowledge")
                .Select(e => names.GetValueOrDefault(e.Attribute("href")!.Value, "?")).ToArray();
            var parameters = body == element ? null : body.Elements().Where(e => e.Name.LocalName == "formalParameter").Select(e => e.Attribute("name")!.Value).ToArray();
            found[element.Attribute("name")!.Value] = new(literal.Elements().FirstOrDefault(e => e.Name.LocalName == "text")?.Value ?? "", needs, parameters);
        }
        return found;
    }

    /// <summary>The value of a decision; nothing when it needs something that is not one expression.</summary>
    private static FeelValue? Evaluate(string name, Dictionary<string, Logic> all, Dictionary<string, FeelValue> inputs, FeelScope scope, List<FeelDiagnostic> notes, int depth)
    {
        if (depth > 20)
        {
            return null;
        }
        foreach (var need in all[name].Needs)
        {
            if (inputs.TryGetValue(need, out var input))
            {
                scope = scope.With(need, input);
            }
            else if (!all.ContainsKey(need) || Evaluate(need, all, inputs, scope, notes, depth + 1) is not { } value)
            {
                return null;
            }
            else
            {
                scope = scope.With(need, value);
            }
        }
        var parameters = all[name].Parameters;
        var parse = FeelExpression.Parse(all[name].Text, [.. all[name].Needs, .. parameters ?? []]);
        if (parse.Value is not { } expression)
        {
            notes.AddRange(parse.Diagnostics);
            return FeelValue.Null;
        }
        return parameters is null
            ? expression.Evaluate(scope, notes)
            : FeelValue.Function(parameters, a => expression.Evaluate(parameters.Zip(a).Aggregate(scope, (s, p) => s.With(p.First, p.Second)), notes));
    }

    private static FeelValue Value(XElement element)
    {
        var child = element.Elements().FirstOrDefault();
        if (child is null || child.Attributes().Any(a => a.Name.LocalName == "nil" && a.Value == "true"))
        {
            return FeelValue.Null;
        }
        switch (child.Name.LocalName)
        {
            case "list":
                return FeelValue.List(child.Elements().Select(Value));
            case "component":
                return FeelValue.Context(element.Elements().Select(c => new KeyValuePair<string, FeelValue>(c.Attribute("name")!.Value, Value(c))));
        }
        var type = child.Attributes().FirstOrDefault(a => a.Name.LocalName == "type")?.Value.Split(':')[^1];
        var text = child.Value;
        return type switch
        {
            "boolean" => FeelValue.Of(text == "true"),
            "decimal" or "double" or "integer" or "float" => FeelExpression.Parse(text).Value?.Evaluate(FeelScope.Empty) ?? FeelValue.FromJson(System.Text.Json.Nodes.JsonNode.Parse(text)),
            "date" or "time" or "dateTime" or "duration" => FeelExpression.Parse($"@\"{text}\"").Value!.Evaluate(FeelScope.Empty),
            _ => FeelValue.Of(text),
        };
    }

    private static bool Same(FeelValue a, FeelValue b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) => a == b || (a.AsDecimal is { } x && b.AsDecimal is { } y && Math.Abs(x - y) <= 0.000_000_01m),
        (FeelKind.List, FeelKind.List) => a.AsList!.Count == b.AsList!.Count && a.AsList.Zip(b.AsList).All(p => Same(p.First, p.Second)),
        (FeelKind.Context, FeelKind.Context) => a.AsContext!.Count == b.AsContext!.Count && a.AsContext.All(e => b.AsContext.TryGetValue(e.Key, out var v) && Same(e.Value, v)),
        _ => a == b,
    };
}
