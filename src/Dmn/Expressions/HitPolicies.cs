using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Running;
using HaiDang.Feel;

namespace HaiDang.Dmn.Expressions;

/// <summary>What a table makes of the rules that match (DMN 1.5 §8.2.8, §8.2.11).</summary>
internal static class HitPolicies
{
    // FEEL itself aggregates, so that numbers keep all 34 digits and dates and strings compare as FEEL compares them.
    private static readonly FeelExpression Sum = Of("sum(v)"), Min = Of("min(v)"), Max = Of("max(v)");

    public static FeelValue Decide(DecisionTable table, DmnAggregation aggregation, List<Hit> hits, Run run, FeelScope scope)
    {
        if (hits.Count == 0) return None(table, aggregation, run, scope);
        switch (table.Policy)
        {
            case DmnHitPolicy.Unique when hits.Count > 1:
                run.Note(table.Part, Says.SeveralMatch, Numbers(hits));
                return FeelValue.Null;
            case DmnHitPolicy.Any when hits.Exists(h => h.Value(table) != hits[0].Value(table)):
                run.Note(table.Part, Says.MatchesDiffer, Numbers(hits));
                return FeelValue.Null;
            case DmnHitPolicy.Priority:
                return ByPriority(table, hits, run)[0].Value(table);
            case DmnHitPolicy.OutputOrder:
                return FeelValue.List([.. ByPriority(table, hits, run).Select(h => h.Value(table))]);
            case DmnHitPolicy.RuleOrder:
                return FeelValue.List([.. hits.Select(h => h.Value(table))]);
            case DmnHitPolicy.Collect:
                return Collect(aggregation, [.. hits.Select(h => h.Value(table))], run, table.Part);
            default:
                return hits[0].Value(table);
        }
    }

    private static FeelValue None(DecisionTable table, DmnAggregation aggregation, Run run, FeelScope scope)
    {
        if (table.HasDefault)
        {
            var value = new Hit(null!, [.. table.Outputs.Select(o => o.Default is { } d ? DecisionTable.Fit(d, o, run, scope) : FeelValue.Null)]).Value(table);
            return table.Policy is DmnHitPolicy.OutputOrder or DmnHitPolicy.RuleOrder || (table.Policy == DmnHitPolicy.Collect && aggregation == DmnAggregation.None)
                ? value.Kind == FeelKind.List ? value : FeelValue.List([value])
                : value;
        }
        if (aggregation == DmnAggregation.Count) return FeelValue.Of(0m);
        run.Note(table.Part, Says.NoMatch);
        return FeelValue.Null;
    }

    private static FeelValue Collect(DmnAggregation aggregation, FeelValue[] values, Run run, Part part)
    {
        var how = aggregation switch
        {
            DmnAggregation.Sum => Sum,
            DmnAggregation.Min => Min,
            DmnAggregation.Max => Max,
            _ => null,
        };
        if (aggregation == DmnAggregation.Count) return FeelValue.Of((decimal)values.Length);
        if (how is null) return FeelValue.List(values);
        var notes = new List<FeelDiagnostic>();
        var value = how.Evaluate(FeelScope.Empty.With("v", FeelValue.List(values)), notes);
        foreach (var note in notes) run.Note(part, note);
        return value;
    }

    // Outputs are compared column by column, each by its place among the output values; one that is not there comes last.
    private static List<Hit> ByPriority(DecisionTable table, List<Hit> hits, Run run)
    {
        var order = table.Outputs.Select(o => o.Priorities.Select(p => p.Evaluate(run, FeelScope.Empty)).ToList()).ToList();
        return [.. hits
            .Select(h => (Hit: h, Ranks: h.Cells.Select((cell, o) => Rank(order[o], cell)).ToArray()))
            .Order(Comparer<(Hit Hit, int[] Ranks)>.Create((a, b) =>
            {
                for (var i = 0; i < a.Ranks.Length; i++)
                    if (a.Ranks[i] != b.Ranks[i]) return a.Ranks[i].CompareTo(b.Ranks[i]);
                return a.Hit.Rule.Number.CompareTo(b.Hit.Rule.Number);
            }))
            .Select(r => r.Hit)];
    }

    private static int Rank(List<FeelValue> order, FeelValue value) => order.IndexOf(value) is >= 0 and var place ? place : int.MaxValue;

    private static string Numbers(List<Hit> hits) => string.Join(", ", hits.Select(h => h.Rule.Number));

    private static FeelExpression Of(string text) => FeelExpression.Parse(text).Value!;
}
