using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Expressions;

/// <summary>A parameter of a function.</summary>
internal sealed record Parameter(string Name, ItemType Type);

/// <summary>A function (§10.2.1.5): of FEEL, with parameters and a body that sees what surrounds it.</summary>
internal sealed class BoxedFunction(Part part, ItemType type, IReadOnlyList<Parameter> parameters, Boxed body) : Boxed(part, type)
{
    public IReadOnlyList<Parameter> Parameters => parameters;

    protected override FeelValue Find(Run run, FeelScope scope) => Make(run, () => scope, Part.Id ?? "function", ItemType.Any);

    /// <summary>The function as a value, in a scope that is made at each call, under a name for notes and with the type of its result.</summary>
    public FeelValue Make(Run run, Func<FeelScope> scope, string name, ItemType result) => FeelValue.Function(
        [.. parameters.Select(p => p.Name)],
        arguments => run.Call(() =>
        {
            var inner = scope();
            for (var i = 0; i < parameters.Count; i++)
            {
                if (!run.FitArgument(arguments[i], parameters[i].Type, Part, $"{name}.{parameters[i].Name}", out var fitted)) return FeelValue.Null;
                inner = inner.With(parameters[i].Name, fitted);
            }
            return run.Fit(body.Evaluate(run, inner), result, Part, name);
        }));
}

/// <summary>A function of Java or PMML: it has parameters, and always gives null.</summary>
internal sealed class ForeignFunction(Part part, IReadOnlyList<Parameter> parameters, string kind) : Boxed(part, ItemType.Any)
{
    protected override FeelValue Find(Run run, FeelScope scope) => FeelValue.Function([.. parameters.Select(p => p.Name)], _ =>
    {
        run.Note(Part, Says.ForeignFunction, kind);
        return FeelValue.Null;
    });
}

/// <summary>A call with named arguments (§10.2.1.3), left to FEEL. A parameter that is not bound is null.</summary>
internal sealed class Invocation : Boxed
{
    private readonly Literal function;
    private readonly IReadOnlyList<(Parameter Parameter, Boxed Value)> bindings;
    private readonly FeelExpression? call;

    public Invocation(Part part, ItemType type, Literal function, IReadOnlyList<(Parameter Parameter, Boxed Value)> bindings) : base(part, type)
    {
        (this.function, this.bindings) = (function, bindings);
        call = FeelExpression.Parse(
            $"called({string.Join(", ", bindings.Select((b, i) => $"{b.Parameter.Name}: argument{i}"))})",
            bindings.Select(b => b.Parameter.Name)).Value;
    }

    protected override FeelValue Find(Run run, FeelScope scope)
    {
        var called = function.Evaluate(run, scope);
        if (called.Kind != FeelKind.Function || call is null)
        {
            run.Note(Part, Says.NotAFunction, function.Text);
            return FeelValue.Null;
        }
        var inner = run.Scope([], scope.Types).With("called", called);
        for (var i = 0; i < bindings.Count; i++)
        {
            var (parameter, value) = bindings[i];
            inner = inner.With($"argument{i}", run.Fit(value.Evaluate(run, scope), parameter.Type, value.Part, parameter.Name));
        }
        var notes = new List<FeelDiagnostic>();
        var result = call.Evaluate(inner, notes);
        foreach (var note in notes) run.Note(Part, note);
        return result;
    }
}
