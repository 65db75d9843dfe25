using System.Globalization;
using System.Xml.Linq;
using HaiDang.Dmn;
using HaiDang.Feel;

namespace HaiDang.Dmn.Tests;

/// <summary>
/// The public DMN Technology Compatibility Kit, read from the folder that HAIDANG_TCK names. Counted as result nodes, as the
/// kit's own site counts them.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const int Floor = 3080;
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly string? Kit = Environment.GetEnvironmentVariable("HAIDANG_TCK") is { Length: > 0 } folder ? Path.Combine(folder, "dmn") : null;

    [Fact]
    public void The_kit_passes_at_least_as_far_as_before()
    {
        Assert.SkipUnless(Kit is not null, "HAIDANG_TCK does not name the folder of the conformance kit.");
        var (passed, all, failures) = (0, 0, new List<string>());
        foreach (var folder in Directory.GetDirectories(Kit!, "*-*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var tests in Directory.GetFiles(folder, "*-test-*.xml").Order(StringComparer.Ordinal))
                foreach (var (name, why) in Run(folder, XDocument.Load(tests).Root!))
                {
                    all++;
                    if (why is null) passed++;
                    else failures.Add($"{Path.GetFileName(folder)} {name}: {why}");
                }
        output.WriteLine($"{passed} of {all} result nodes");
        if (Environment.GetEnvironmentVariable("HAIDANG_TCK_REPORT") is { Length: > 0 } report) File.WriteAllLines(report, failures.Append($"{passed} of {all} result nodes"));
        Assert.True(passed >= Floor, $"{passed} of {all} result nodes pass; the floor is {Floor}.");
    }

    private static IEnumerable<(string Name, string? Why)> Run(string folder, XElement tests)
    {
        var ns = tests.Name.Namespace;
        var model = Load(folder, Path.Combine(folder, tests.Element(ns + "modelName")!.Value));
        foreach (var test in tests.Elements(ns + "testCase"))
        {
            var inputs = FeelValue.Context(test.Elements(ns + "inputNode").Select(i => KeyValuePair.Create((string)i.Attribute("name")!, Value(i))));
            foreach (var node in test.Elements(ns + "resultNode"))
            {
                var asked = (string?)test.Attribute("type") is "decisionService" or "bkm" ? (string)test.Attribute("invocableName")! : (string)node.Attribute("name")!;
                var wanted = node.Element(ns + "expected") is { } expected ? Value(expected) : FeelValue.Null;
                var result = model?.Evaluate(asked, inputs, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7)));
                // A service with several outputs gives a context; the kit then asks for its entries.
                if (result is not null && model!.Services.FirstOrDefault(s => s.Name == asked) is not null && result.Value.AsContext?.TryGetValue((string)node.Attribute("name")!, out var entry) == true)
                    result = result with { Value = entry };
                yield return ($"{(string?)test.Attribute("id")} {asked}", result is null ? "no model"
                    : Same(result.Value, wanted) ? null
                    : $"wanted {Short(wanted)}, got {Short(result.Value)} {string.Join(" | ", result.Notes.Take(2).Select(n => $"{n.Line}:{n.Column} {n.En}"))}");
            }
        }
    }

    private static DmnModel? Load(string folder, string path)
    {
        return DmnReader.Read(File.ReadAllText(path), path, import => Directory.GetFiles(folder, "*.dmn")
            .Where(f => f != path).Select(f => Load(folder, f)).FirstOrDefault(m => m?.Namespace == import.Namespace)).Model;
    }

    private static FeelValue Value(XElement node)
    {
        var ns = node.Name.Namespace;
        if ((bool?)node.Attribute(Xsi + "nil") == true) return FeelValue.Null;
        if (node.Element(ns + "list") is { } list)
            return (bool?)list.Attribute(Xsi + "nil") == true ? FeelValue.Null : FeelValue.List(list.Elements(ns + "item").Select(Value));
        if (node.Elements(ns + "component").ToList() is { Count: > 0 } components)
            return FeelValue.Context(components.Select(c => KeyValuePair.Create((string)c.Attribute("name")!, Value(c))));
        if (node.Element(ns + "value") is not { } value || (bool?)value.Attribute(Xsi + "nil") == true) return FeelValue.Null;
        var text = value.Value;
        return ((string?)value.Attribute(Xsi + "type"))?.Split(':')[^1] switch
        {
            "boolean" => FeelValue.Of(bool.Parse(text)),
            "decimal" or "double" or "integer" or "int" or "long" or "float" => Number(text),
            "date" => Feel("date(v)", text),
            "time" => Feel("time(v)", text),
            "dateTime" => Feel("date and time(v)", text),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => Feel("duration(v)", text),
            _ => FeelValue.Of(text),
        };
    }

    private static FeelValue Number(string text) => text.Contains('E', StringComparison.OrdinalIgnoreCase)
        ? FeelValue.Of(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
        : FeelExpression.Parse(text).Value!.Evaluate(FeelScope.Empty);

    private static FeelValue Feel(string expression, string text) =>
        FeelExpression.Parse(expression).Value!.Evaluate(FeelScope.Empty.With("v", FeelValue.Of(text)));

    // Numbers may differ in the last places: the kit's expected values were made with fewer digits than FEEL has.
    private static bool Same(FeelValue got, FeelValue wanted)
    {
        if (got == wanted) return true;
        if (got.AsDecimal is { } a && wanted.AsDecimal is { } b) return Math.Abs(a - b) <= 0.00000001m * Math.Max(1, Math.Abs(b));
        if (got.AsList is { } items && wanted.AsList is { } expected) return items.Count == expected.Count && items.Zip(expected).All(p => Same(p.First, p.Second));
        return got.AsContext is { } entries && wanted.AsContext is { } other && entries.Count == other.Count
            && other.All(o => entries.TryGetValue(o.Key, out var value) && Same(value, o.Value));
    }

    private static string Short(FeelValue value) => value.ToString() is { Length: > 120 } text ? text[..120] + "…" : value.ToString();
}
