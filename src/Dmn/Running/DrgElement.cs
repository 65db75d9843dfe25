using HaiDang.Dmn.Expressions;
using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Running;

/// <summary>Something in a decision requirements graph that has a value or can be called (DMN 1.5 §6).</summary>
internal abstract class DrgElement(Part part, TypeReader types, string id, string name)
{
    public Part Part => part;

    public string Id => id;

    public string Name => name;

    /// <summary>The name under which others see its value: its variable's.</summary>
    public string Variable { get => field ?? Name; set; }

    public string? Label { get; set; }

    /// <summary>The type of its variable.</summary>
    public ItemType Type { get; set; } = ItemType.Any;

    /// <summary>What it needs, each under the prefix of the import that it comes from, or empty.</summary>
    public List<(string Prefix, DrgElement Element)> Requires { get; } = [];

    public FeelValue Value(Run run)
    {
        if (run.Known.TryGetValue(this, out var known)) return known;
        var value = run.Call(() => Find(run));
        run.Known[this] = value;
        return value;
    }

    /// <summary>The types of the model that it stands in.</summary>
    protected TypeReader Types => types;

    protected abstract FeelValue Find(Run run);

    /// <summary>What its logic sees: the values of what it needs, those of an import inside a context of the import's name.</summary>
    protected FeelScope ScopeOf(Run run)
    {
        var entries = new List<KeyValuePair<string, FeelValue>>();
        foreach (var group in Requires.GroupBy(r => r.Prefix))
        {
            var values = group.Select(r => KeyValuePair.Create(r.Element.Variable, run.Within(r.Prefix, () => r.Element.Value(run))));
            if (group.Key.Length == 0) entries.AddRange(values);
            else entries.Add(new(group.Key, FeelValue.Context([.. values])));
        }
        return run.Scope(entries, types.Feel);
    }
}

/// <summary>Data from outside (§6.3.10).</summary>
internal sealed class InputData(Part part, TypeReader types, string id, string name) : DrgElement(part, types, id, name)
{
    protected override FeelValue Find(Run run)
    {
        if (run.Inputs.AsContext is { } given && (given.TryGetValue(Name, out var value) || given.TryGetValue(Variable, out value)))
            return run.Fit(value, Type, Part, Name);
        run.Note(Part, Says.InputMissing, Name);
        return FeelValue.Null;
    }
}

/// <summary>A decision (§6.3.7).</summary>
internal sealed class Decision(Part part, TypeReader types, string id, string name) : DrgElement(part, types, id, name)
{
    public Boxed? Logic { get; set; }

    protected override FeelValue Find(Run run)
    {
        if (Logic is null) run.Note(Part, Says.NoLogic, Name);
        var value = Logic is null ? FeelValue.Null : run.Fit(Logic.Evaluate(run, ScopeOf(run)), Type, Part, Name);
        run.Decisions[Name] = value;
        return value;
    }
}

/// <summary>A business knowledge model (§6.3.9): a function.</summary>
internal sealed class Knowledge(Part part, TypeReader types, string id, string name) : DrgElement(part, types, id, name)
{
    public Boxed? Logic { get; set; }

    public IReadOnlyList<Parameter> Parameters { get; set; } = [];

    protected override FeelValue Find(Run run)
    {
        if (Logic is null) run.Note(Part, Says.NoLogic, Name);
        return Logic switch
        {
            null => FeelValue.Null,
            // What it needs is looked up when it is called, so that knowledge models may call themselves and one another.
            BoxedFunction function => function.Make(run, () => ScopeOf(run).With(Variable, Value(run)), Name, Type),
            _ => Logic.Evaluate(run, run.Scope([], Types.Feel)),
        };
    }
}

/// <summary>
/// A decision service (§6.3.12): a function of its input data and then its input decisions, whose value is that of its
/// output decision, or a context of several. Inside, nothing is seen but what it was given.
/// </summary>
internal sealed class Service(Part part, TypeReader types, string id, string name) : DrgElement(part, types, id, name)
{
    public List<DrgElement> Inputs { get; } = [];

    public List<Decision> Outputs { get; } = [];

    protected override FeelValue Find(Run run) => FeelValue.Function([.. Inputs.Select(i => i.Variable)], arguments => Serve(run, arguments));

    public FeelValue Serve(Run run, IReadOnlyList<FeelValue> arguments)
    {
        var known = new Dictionary<DrgElement, FeelValue>();
        for (var i = 0; i < Inputs.Count; i++)
        {
            if (!run.FitArgument(arguments[i], Inputs[i].Type, Part, $"{Name}.{Inputs[i].Name}", out var fitted)) return FeelValue.Null;
            known[Inputs[i]] = fitted;
        }
        return run.Call(() =>
        {
            var value = Outputs is [var single]
                ? single.Value(run)
                : FeelValue.Context([.. Outputs.Select(o => KeyValuePair.Create(o.Variable, o.Value(run)))]);
            return run.Fit(value, Type, Part, Name);
        }, known);
    }
}
