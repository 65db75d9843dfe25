namespace HaiDang.Feel.Running;

/// <summary>A piece of a compiled expression.</summary>
internal abstract class Node
{
    /// <summary>Where it stands in the text, for notes.</summary>
    internal int At { get; init; }

    /// <summary>How many nodes lie beneath one another from here; limited while reading, so that evaluation has stack enough.</summary>
    internal int Depth { get; set; } = 1;

    /// <summary>How many nodes there are from here on: what is done again and again costs steps by its size.</summary>
    internal int Size { get; set; } = 1;

    /// <summary>The steps of doing this once.</summary>
    protected int Cost => 1 + Size / 16;

    /// <summary>The path of names that this takes from the host's scope, when it is nothing else.</summary>
    internal FreePath? Free { get; init; }

    internal abstract FeelValue Eval(Frame f);
}

/// <summary>A name taken from the host's scope, with the entries asked of it.</summary>
/// <param name="path">The names with dots between them.</param>
/// <param name="possible">Whether it stands in a filter, where it may be an entry of the items instead.</param>
internal sealed class FreePath(string path, bool possible)
{
    internal string Path { get; set; } = path;

    internal bool Possible { get; } = possible;
}

internal sealed class Constant(FeelValue value) : Node
{
    internal FeelValue Value => value;

    internal override FeelValue Eval(Frame f) => value;
}

internal sealed class LocalName(int slot) : Node
{
    internal override FeelValue Eval(Frame f) => f.Slots[slot];
}

/// <summary>A name of the host's scope; a built-in function when the scope does not have it.</summary>
internal sealed class ScopeName(string name, FunctionValue? builtin) : Node
{
    internal string Name => name;

    internal override FeelValue Eval(Frame f) =>
        f.Scope.TryGet(name, out var value) ? value
        : builtin is not null ? FeelValue.Of(builtin)
        : f.Fail(At, Says.UnknownName, name);
}

/// <summary>In a filter: an entry of the item when it has one of that name, else the name further out.</summary>
internal sealed class EntryOrName(int slot, string name, Node outer) : Node
{
    internal override FeelValue Eval(Frame f) =>
        f.Slots[slot].AsEntries is { } entries && entries.TryGetValue(name, out var value) ? value : outer.Eval(f);
}

internal sealed class Conditional(Node test, Node then, Node otherwise) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var chosen = test.Eval(f);
        if (chosen.Kind is not (FeelKind.Boolean or FeelKind.Null))
        {
            f.Fail(At, Says.NotBoolean, chosen);
        }
        return chosen.IsTrue ? then.Eval(f) : otherwise.Eval(f);
    }
}

internal sealed class ListLiteral(Node[] items) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        if (!f.Spend(At, items.Length))
        {
            return default;
        }
        var values = new FeelValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Eval(f);
        }
        return FeelValue.Of(new ListValue(values));
    }
}

/// <summary>A context whose entries see those before them.</summary>
internal sealed class ContextLiteral(string[] names, int[] slots, Node[] values) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        if (!f.Spend(At, names.Length))
        {
            return default;
        }
        var items = new FeelValue[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            items[i] = f.Slots[slots[i]] = values[i].Eval(f);
            if (values[i] is FunctionLiteral && items[i].Is<Closure>(out var closure))
            {
                closure.Remember(slots[i], items[i]);
            }
        }
        return FeelValue.Of(new ContextValue(names, items));
    }
}

internal sealed class RangeLiteral(RangeForm form, Node start, bool startIncluded, Node end, bool endIncluded) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var from = start.Eval(f);
        if (form != RangeForm.Between)
        {
            return FeelValue.Of(RangeValue.Comparison(form, from));
        }
        var to = end.Eval(f);
        if (!from.IsNull && !to.IsNull && Ordering.Compare(f.Fuel, from, to) is null)
        {
            return f.Fail(At, Says.NotComparable, from, to);
        }
        return FeelValue.Of(new RangeValue(from, startIncluded, to, endIncluded));
    }
}

internal sealed class InstanceOf(Node value, FeelType type) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var v = value.Eval(f);
        if (!type.IsKnown(f.Scope))
        {
            return f.Fail(At, Says.UnknownType, type);
        }
        return FeelValue.Of(v.IsNull ? type.Base(f.Scope)?.Kind == TypeKind.Null : type.IsTypeOf(v, f.Scope, f.Fuel));
    }
}
