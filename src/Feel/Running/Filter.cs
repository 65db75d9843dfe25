namespace HaiDang.Feel.Running;

/// <summary>Items of a list by position or by condition (DMN 1.5 table 68).</summary>
/// <param name="list">What is filtered; a value that is no list counts as a list of one item.</param>
/// <param name="condition">A number, or a condition that sees the item and its entries.</param>
/// <param name="slot">Where the item is.</param>
/// <param name="dependent">Whether the condition can see the item at all.</param>
internal sealed class Filter(Node list, Node condition, int slot, bool dependent) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        if (!f.HasStack(At))
        {
            return default;
        }
        var value = list.Eval(f);
        var items = value.AsItems ?? (value.IsNull ? ListValue.Empty : new ListValue([value]));
        var before = f.Slots[slot];
        var result = Apply(f, items);
        f.Slots[slot] = before;
        return result;
    }

    private FeelValue Apply(Frame f, ListValue items)
    {
        f.Slots[slot] = items.Count > 0 ? items[0] : default;
        var first = condition.Eval(f);
        if (first.Kind == FeelKind.Number)
        {
            return ItemAt(f, items, first);
        }
        if (!dependent)
        {
            return first.Kind is FeelKind.Boolean or FeelKind.Null
                ? FeelValue.Of(first.IsTrue ? items : ListValue.Empty)
                : f.Fail(At, Says.BadFilter, first);
        }
        var kept = new ListBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            if (!f.Spend(At, Cost))
            {
                return default;
            }
            f.Slots[slot] = items[i];
            var keep = i == 0 ? first : condition.Eval(f);
            if (keep.IsTrue)
            {
                kept.Add(items[i]);
            }
        }
        return FeelValue.Of(kept.View());
    }

    private FeelValue ItemAt(Frame f, ListValue items, FeelValue position)
    {
        if (!position.AsNum.TryInt(out var n))
        {
            return f.Fail(At, Says.BadFilter, position);
        }
        var index = n < 0 ? items.Count + n : n - 1;
        return n != 0 && index >= 0 && index < items.Count ? items[index] : f.Fail(At, Says.NoSuchItem, n, items.Count);
    }
}
