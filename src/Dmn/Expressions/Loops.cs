using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Expressions;

/// <summary>A loop over a list: what it goes over must be a list or a range of whole numbers.</summary>
internal abstract class Loop(Part part, ItemType type, Boxed over) : Boxed(part, type)
{
    private static readonly FeelExpression Spread = FeelExpression.Parse("for i in v return i").Value!;

    protected override FeelValue Find(Run run, FeelScope scope)
    {
        var list = over.Evaluate(run, scope);
        if (list.Kind == FeelKind.Range) list = Spread.Evaluate(FeelScope.Empty.With("v", list));
        if (list.AsList is { } items) return Go(items, run, scope);
        run.Note(over.Part, Says.NotAList, Run.Short(list));
        return FeelValue.Null;
    }

    protected abstract FeelValue Go(IReadOnlyList<FeelValue> items, Run run, FeelScope scope);
}

/// <summary>The items for which the match is true (§10.2.1.9); inside, <c>item</c> is the item and its entries have their names.</summary>
internal sealed class Filter(Part part, ItemType type, Boxed over, Boxed match) : Loop(part, type, over)
{
    protected override FeelValue Go(IReadOnlyList<FeelValue> items, Run run, FeelScope scope)
    {
        var kept = new List<FeelValue>();
        foreach (var item in items)
        {
            var inner = scope;
            foreach (var (name, value) in item.AsContext ?? EmptyEntries) inner = inner.With(name, value);
            var matched = match.Evaluate(run, inner.With("item", item));
            if (matched.AsBoolean is not { } yes)
            {
                run.Note(match.Part, Says.NotABoolean, Run.Short(matched));
                return FeelValue.Null;
            }
            if (yes) kept.Add(item);
        }
        return FeelValue.List(kept);
    }

    private static readonly IReadOnlyDictionary<string, FeelValue> EmptyEntries = new Dictionary<string, FeelValue>();
}

/// <summary>One value for each item (§10.2.1.10); inside, <c>partial</c> is the list so far.</summary>
internal sealed class For(Part part, ItemType type, string variable, Boxed over, Boxed result) : Loop(part, type, over)
{
    protected override FeelValue Go(IReadOnlyList<FeelValue> items, Run run, FeelScope scope)
    {
        var made = new List<FeelValue>();
        foreach (var item in items)
        {
            if (run.Exhausted) return FeelValue.Null;
            made.Add(result.Evaluate(run, scope.With("partial", FeelValue.List(made)).With(variable, item)));
        }
        return FeelValue.List(made);
    }
}

/// <summary>Whether every or some item satisfies (§10.2.1.11): null as soon as an answer is neither true nor false and decides.</summary>
internal sealed class Quantified(Part part, ItemType type, bool every, string variable, Boxed over, Boxed satisfies) : Loop(part, type, over)
{
    protected override FeelValue Go(IReadOnlyList<FeelValue> items, Run run, FeelScope scope)
    {
        var unknown = false;
        foreach (var item in items)
        {
            var value = satisfies.Evaluate(run, scope.With(variable, item));
            if (value.AsBoolean is not { } yes)
            {
                run.Note(satisfies.Part, Says.NotABoolean, Run.Short(value));
                unknown = true;
            }
            else if (yes != every) return FeelValue.Of(!every);
        }
        return unknown ? FeelValue.Null : FeelValue.Of(every);
    }
}
