using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Feel;
using HaiDang.Forms;

namespace HaiDang.Fuzz.Tests;

/// <summary>What is fuzzed: each takes a text and must answer with values, whatever the text is.</summary>
internal static class Targets
{
    private static readonly DateTimeOffset now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7));

    private static readonly FeelScope scope = new(FeelValue.FromJson(JsonNode.Parse("""{"x": 3, "y": {"z": [1, 2]}, "items": [{"a": 1}, {"a": 2, "b": null}, 5]}""")), now)
    {
        Limits = FeelLimits.Default with { Steps = 2_000, StringLength = 20_000 },
    };

    private static readonly string[] models = [Seed("limit.bpmn"), Seed("decision.bpmn")];

    private static readonly string form = Seed("form.json");

    private static readonly JsonObject answers = JsonNode.Parse("""{"who": {"name": "Lan", "age": 30, "ward": "may-to"}, "children": [{"name": "An", "born": "2020-02-30"}], "c": ["x", 5], "files": "no"}""")!.AsObject();

    /// <summary>One case: mostly FEEL, because it is the fastest; the rest files of models and forms.</summary>
    public static string Next(Dice dice, out Action<string> target)
    {
        var kind = dice.Below(20);
        target = kind switch { 0 => Model, 1 => Form, _ => Feel };
        if (dice.OneIn(10)) return Mutation.Bytes(dice);
        return kind switch
        {
            0 => Mutation.Of(dice.Pick(models), dice),
            1 => Mutation.Of(form, dice),
            _ => dice.Below(4) switch { 0 => FeelText.Heap(dice), 1 => Mutation.Of(FeelText.Expression(dice), dice), _ => FeelText.Expression(dice) },
        };
    }

    /// <summary>Reads as an expression and as unary tests; what evaluates is written as a literal, which must read again.</summary>
    public static void Feel(string text)
    {
        var read = FeelExpression.Parse(text);
        if (read.Value is null != read.Diagnostics.Count > 0) throw new InvalidOperationException("no expression and no diagnostic, or both");
        if (read.Value is { } expression)
        {
            var notes = new List<FeelDiagnostic>();
            var value = expression.Evaluate(scope, notes);
            var literal = value.ToString();
            if (value.Kind is FeelKind.Number or FeelKind.String or FeelKind.Boolean or FeelKind.Date && literal.Length < 1_000 && FeelExpression.Parse(literal).Value?.Evaluate(scope) != value)
                throw new InvalidOperationException($"{literal} does not read back");
            value.ToJson();
        }
        FeelUnaryTests.Parse(text).Value?.Test(FeelValue.Of(3), scope);
    }

    /// <summary>Reads, judges and draws a model; what has no error is started.</summary>
    public static void Model(string text)
    {
        var read = BpmnChecker.ReadAndCheck(text, "fuzz.bpmn");
        if (read.Model is null && read.Diagnostics.Count == 0) throw new InvalidOperationException("no model and no diagnostic");
        foreach (var process in read.Model?.Processes ?? [])
        {
            var step = BpmnInterpreter.Apply(read.Model!, ProcessInstance.Of(process.Id), new Trigger.Start(BpmnVariables.Empty), now);
            if (step.Instance.Tokens.FirstOrDefault(t => t.State == TokenState.Work) is { } work)
                step = BpmnInterpreter.Apply(read.Model!, step.Instance, new Trigger.CompleteTask(work.Id, BpmnVariables.Empty), now);
            BpmnSvg.Draw(read.Model!, process.Id, BpmnMarks.Of(step.Instance), BpmnSvgStyle.Default);
        }
    }

    /// <summary>Reads a form, and asks it all that a page asks.</summary>
    public static void Form(string text)
    {
        var read = FormReader.Read(text, "fuzz.json");
        if (read.Form is null && read.Diagnostics.Count == 0) throw new InvalidOperationException("no form and no diagnostic");
        if (read.Form is not { } form) return;
        var context = new FormContext(now);
        form.At(answers, context);
        form.Validate(answers, context);
        form.Clean(answers, context);
        form.Summary(answers, "vi", context);
    }

    private static string Seed(string name)
    {
        using var file = new StreamReader(typeof(Targets).Assembly.GetManifestResourceStream(name)!);
        return file.ReadToEnd();
    }
}
