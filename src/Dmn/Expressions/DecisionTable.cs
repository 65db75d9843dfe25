using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Expressions;

/// <summary>An input column: its expression and the values that it may have.</summary>
internal sealed record TableInput(string Label, Literal Expression, Tests? Allowed, ItemType Type);

/// <summary>
/// An output column: its name (null for the only one), its type, the values it may have with their texts in order of
/// priority, and what it gives when no rule matches.
/// </summary>
internal sealed record TableOutput(string? Name, string Label, ItemType Type, Tests? Allowed, IReadOnlyList<Literal> Priorities, Boxed? Default, Part Part);

/// <summary>A rule: cells in the order of the columns.</summary>
internal sealed record TableRule(
    int Number, string? Id, IReadOnlyList<Tests> Conditions, IReadOnlyList<Boxed> Outputs, IReadOnlyDictionary<string, string> Annotations, string? Description);

/// <summary>A decision table (DMN 1.5 §8).</summary>
internal sealed class DecisionTable(
    Part part, ItemType type, string owner, string? id, DmnHitPolicy policy, DmnAggregation aggregation,
    IReadOnlyList<TableInput> inputs, IReadOnlyList<TableOutput> outputs, IReadOnlyList<TableRule> rules) : Boxed(part, type)
{
    public string Owner => owner;

    public string? Id => id;

    public DmnHitPolicy Policy => policy;

    public IReadOnlyList<TableInput> Inputs => inputs;

    public IReadOnlyList<TableOutput> Outputs => outputs;

    public IReadOnlyList<TableRule> Rules => rules;

    public bool HasDefault => outputs.Any(o => o.Default is not null);

    protected override string Label => owner;

    protected override FeelValue Find(Run run, FeelScope scope)
    {
        var given = new FeelValue[inputs.Count];
        var known = true;
        for (var i = 0; i < inputs.Count; i++)
        {
            given[i] = inputs[i].Expression.Evaluate(run, scope);
            if (given[i].Kind == FeelKind.Null || inputs[i].Allowed is not { } allowed || allowed.Pass(given[i], run, scope)) continue;
            run.Note(inputs[i].Expression.Part, Says.NotAllowed, Run.Short(given[i]), inputs[i].Label, allowed.Text);
            known = false;
        }
        var hits = known ? Match(given, run, scope) : [];
        var value = known ? HitPolicies.Decide(this, aggregation, hits, run, scope) : FeelValue.Null;
        run.Use(new(owner, id, policy,
            [.. inputs.Select((input, i) => new DmnTableInput(input.Label, input.Expression.Text, given[i]))],
            [.. hits.Select(h => new DmnRuleMatch(h.Rule.Number, h.Rule.Id, [.. h.Rule.Conditions.Select(c => c.Text)], h.Value(this), h.Rule.Annotations, h.Rule.Description))],
            value));
        return value;
    }

    private List<Hit> Match(FeelValue[] given, Run run, FeelScope scope)
    {
        var hits = new List<Hit>();
        foreach (var rule in rules)
        {
            if (run.Exhausted) break;
            var matches = true;
            for (var i = 0; matches && i < given.Length; i++) matches = rule.Conditions[i].Pass(given[i], run, scope);
            if (!matches) continue;
            hits.Add(new(rule, [.. rule.Outputs.Select((cell, o) => Fit(cell, outputs[o], run, scope))]));
            if (policy == DmnHitPolicy.First) break;
        }
        return hits;
    }

    /// <summary>An output cell's value, fitted to the type of its column and held against its allowed values.</summary>
    public static FeelValue Fit(Boxed cell, TableOutput output, Run run, FeelScope scope)
    {
        var value = run.Fit(cell.Evaluate(run, scope), output.Type, cell.Part, output.Label);
        if (value.Kind == FeelKind.Null || output.Allowed is not { } allowed || output.Priorities.Count > 0 && IsAmong(value, output, run)
            || allowed.Pass(value, run, scope)) return value;
        run.Note(cell.Part, Says.NotAllowed, Run.Short(value), output.Label, allowed.Text);
        return FeelValue.Null;
    }

    private static bool IsAmong(FeelValue value, TableOutput output, Run run) =>
        output.Priorities.Any(p => p.Evaluate(run, FeelScope.Empty) == value);
}

/// <summary>A rule that matched and what its cells gave.</summary>
internal sealed record Hit(TableRule Rule, IReadOnlyList<FeelValue> Cells)
{
    /// <summary>The one value, or a context of all.</summary>
    public FeelValue Value(DecisionTable table) => table.Outputs.Count == 1
        ? Cells[0]
        : FeelValue.Context(table.Outputs.Zip(Cells).Select(c => KeyValuePair.Create(c.First.Name ?? "", c.Second)));
}
