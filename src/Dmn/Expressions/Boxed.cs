using System.Xml.Linq;
using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Expressions;

/// <summary>An expression in a box (DMN 1.5 §10.2). Its value is fitted to the type that the box names.</summary>
internal abstract class Boxed(Part part, ItemType type)
{
    public Part Part => part;

    public FeelValue Evaluate(Run run, FeelScope scope)
    {
        if (!run.Step()) return FeelValue.Null;
        var value = Find(run, scope);
        return ReferenceEquals(type, ItemType.Any) ? value : run.Fit(value, type, part, Label);
    }

    protected abstract FeelValue Find(Run run, FeelScope scope);

    protected virtual string Label => part.Id ?? "";
}

/// <summary>FEEL in a box: read once; what could not be read gives null with a note.</summary>
internal sealed class Literal(Part part, ItemType type, XElement text, FeelExpression? expression) : Boxed(part, type)
{
    public string Text => text.Value.Trim();

    protected override string Label => Text;

    protected override FeelValue Find(Run run, FeelScope scope)
    {
        if (expression is null)
        {
            run.Note(Part, Says.NotRunnable);
            return FeelValue.Null;
        }
        var notes = new List<FeelDiagnostic>();
        var value = expression.Evaluate(scope, notes);
        if (notes.Count > 0) run.Feel(Part, text, notes);
        return value;
    }
}

/// <summary>Unary tests in a cell. Empty cells and <c>-</c> let everything through.</summary>
internal sealed class Tests(Part part, XElement? text, FeelUnaryTests? tests)
{
    public string Text => text?.Value.Trim() is { Length: > 0 } written ? written : "-";

    public bool IsAny => Text == "-";

    public Part Part => part;

    public bool Pass(FeelValue input, Run run, FeelScope scope)
    {
        if (IsAny) return true;
        if (!run.Step()) return false;
        if (tests is null)
        {
            run.Note(part, Says.NotRunnable);
            return false;
        }
        var notes = new List<FeelDiagnostic>();
        var passed = tests.Test(input, scope, notes);
        if (notes.Count > 0) run.Feel(part, text!, notes);
        return passed == true;
    }
}

/// <summary>What cannot run: an error was reported when it was read.</summary>
internal sealed class Broken(Part part) : Boxed(part, ItemType.Any)
{
    protected override FeelValue Find(Run run, FeelScope scope)
    {
        run.Note(Part, Says.NotRunnable);
        return FeelValue.Null;
    }
}

/// <summary>Entries one after another, each seeing those above it; with a last entry without name, its value (§10.2.1.4).</summary>
internal sealed class BoxedContext(Part part, ItemType type, IReadOnlyList<BoxedContext.Entry> entries) : Boxed(part, type)
{
    public sealed record Entry(string? Name, ItemType Type, Boxed Value);

    protected override FeelValue Find(Run run, FeelScope scope)
    {
        var made = new List<KeyValuePair<string, FeelValue>>();
        foreach (var entry in entries)
        {
            var value = entry.Value.Evaluate(run, scope);
            if (entry.Name is null) return value;
            value = run.Fit(value, entry.Type, entry.Value.Part, entry.Name);
            made.Add(new(entry.Name, value));
            scope = scope.With(entry.Name, value);
        }
        return FeelValue.Context(made);
    }
}

/// <summary>A list of boxes (§10.2.1.6).</summary>
internal sealed class BoxedList(Part part, ItemType type, IReadOnlyList<Boxed> items) : Boxed(part, type)
{
    protected override FeelValue Find(Run run, FeelScope scope) => FeelValue.List([.. items.Select(i => i.Evaluate(run, scope))]);
}

/// <summary>A list of contexts with the same names (§10.2.1.7).</summary>
internal sealed class Relation(Part part, ItemType type, IReadOnlyList<(string Name, ItemType Type)> columns, IReadOnlyList<IReadOnlyList<Boxed>> rows)
    : Boxed(part, type)
{
    protected override FeelValue Find(Run run, FeelScope scope) => FeelValue.List([.. rows.Select(row => FeelValue.Context(
        [.. row.Zip(columns).Select(c => KeyValuePair.Create(c.Second.Name, run.Fit(c.First.Evaluate(run, scope), c.Second.Type, c.First.Part, c.Second.Name)))]))]);
}

/// <summary>If, then, else (§10.2.1.8): false and null are else; what is neither true nor false gives null.</summary>
internal sealed class Conditional(Part part, ItemType type, Boxed condition, Boxed then, Boxed otherwise) : Boxed(part, type)
{
    protected override FeelValue Find(Run run, FeelScope scope)
    {
        var told = condition.Evaluate(run, scope);
        if (told.Kind is FeelKind.Boolean or FeelKind.Null) return (told.AsBoolean == true ? then : otherwise).Evaluate(run, scope);
        run.Note(condition.Part, Says.NotABoolean, Run.Short(told));
        return FeelValue.Null;
    }
}
