namespace HaiDang.Feel.Running;

/// <summary>Conjunction and disjunction in three values (DMN 1.5 table 50): anything but true and false counts as unknown.</summary>
internal sealed class Junction(bool any, Node[] parts) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var unknown = false;
        foreach (var part in parts)
        {
            var value = part.Eval(f);
            if (value.Kind != FeelKind.Boolean)
            {
                unknown = true;
                if (!value.IsNull)
                {
                    f.Fail(part.At, Says.NotBoolean, value);
                }
            }
            else if (value.IsTrue == any)
            {
                return FeelValue.Of(any);
            }
        }
        return unknown ? default : FeelValue.Of(!any);
    }
}

internal enum Relation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal sealed class Comparison(Relation relation, Node left, Node right) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var (a, b) = (left.Eval(f), right.Eval(f));
        var result = Of(f.Fuel, a, b);
        return result is { } r ? FeelValue.Of(r)
            : a.IsNull || b.IsNull ? default
            : f.Fail(At, Says.NotComparable, a, b);
    }

    private bool? Of(Fuel fuel, FeelValue a, FeelValue b) => relation switch
    {
        Relation.Equal => Equality.Equal(fuel, a, b),
        Relation.NotEqual => !Equality.Equal(fuel, a, b),
        _ => Ordering.Compare(fuel, a, b) is not { } order ? null : relation switch
        {
            Relation.Less => order < 0,
            Relation.LessOrEqual => order <= 0,
            Relation.Greater => order > 0,
            _ => order >= 0,
        },
    };
}

internal sealed class Between(Node value, Node low, Node high) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var (v, a, b) = (value.Eval(f), low.Eval(f), high.Eval(f));
        bool? above = Ordering.Compare(f.Fuel, v, a) is { } l ? l >= 0 : null;
        bool? below = Ordering.Compare(f.Fuel, v, b) is { } h ? h <= 0 : null;
        return above == false || below == false ? FeelValue.Of(false)
            : above is null || below is null ? f.Fail(At, Says.NotComparable, v, above is null ? a : b)
            : FeelValue.Of(true);
    }
}

/// <summary>One test of a list of tests, which may speak of the tested value as <c>?</c>.</summary>
/// <param name="Value">What is compared with the tested value, or says itself whether the test passes.</param>
/// <param name="UsesInput">Whether <c>?</c> occurs in it.</param>
internal sealed record UnaryTest(Node Value, bool UsesInput)
{
    internal bool? Passes(Frame f, FeelValue input)
    {
        var expected = Value.Eval(f);
        if (UsesInput && expected.Kind is FeelKind.Boolean or FeelKind.Null)
        {
            return expected.AsBoolean;
        }
        return Matches(f, input, expected) ?? (expected.Kind == FeelKind.Boolean && !UsesInput ? expected.AsBoolean : null);
    }

    private bool? Matches(Frame f, FeelValue input, FeelValue expected)
    {
        if (expected.Is<RangeValue>(out var range) && input.Kind != FeelKind.Range)
        {
            return range.Includes(f.Fuel, input);
        }
        if (expected.AsItems is not { } list)
        {
            return Equality.Equal(f.Fuel, input, expected);
        }
        if (input.Kind == FeelKind.List && Equality.Equal(f.Fuel, input, expected) == true)
        {
            return true;
        }
        foreach (var item in list.Span)
        {
            if (!f.Spend(Value.At))
            {
                return null;
            }
            if (item.Is<RangeValue>(out var inner) && input.Kind != FeelKind.Range ? inner.Includes(f.Fuel, input) == true : Equality.Equal(f.Fuel, input, item) == true)
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>Several tests of which one is enough.</summary>
internal sealed class UnaryTestList(UnaryTest[] tests, int slot)
{
    internal bool? Passes(Frame f, FeelValue input)
    {
        if (slot >= 0)
        {
            f.Slots[slot] = input;
        }
        var unknown = false;
        foreach (var test in tests)
        {
            switch (test.Passes(f, input))
            {
                case true: return true;
                case null: unknown = true; break;
            }
        }
        return unknown ? null : false;
    }
}

internal sealed class In(Node value, UnaryTestList tests) : Node
{
    internal override FeelValue Eval(Frame f) => FeelValue.Of(tests.Passes(f, value.Eval(f)));
}
