namespace HaiDang.Feel.Running;

/// <summary>A name that goes over a list or a range, and the slot where it lives.</summary>
/// <param name="Slot">Where the current item is.</param>
/// <param name="Source">The list or range, or the first number of an interval.</param>
/// <param name="End">The last number of an interval, or null.</param>
internal sealed record Iterator(int Slot, Node Source, Node? End)
{
    /// <summary>The items to go over; null, with a note, when there are none to speak of.</summary>
    internal Iteration? Start(Frame f)
    {
        var from = Source.Eval(f);
        if (End is not null)
        {
            return Steps(f, from, End.Eval(f), true, true, bothWays: true);
        }
        if (from.AsItems is { } list)
        {
            return new(list, 0, default, 0, list.Count);
        }
        if (from.Is<RangeValue>(out var range))
        {
            return Steps(f, range.Start, range.End, range.StartIncluded, range.EndIncluded, bothWays: false);
        }
        return from.IsNull ? null : new(new ListValue([from]), 0, default, 0, 1);
    }

    private Iteration? Steps(Frame f, FeelValue from, FeelValue to, bool fromIncluded, bool toIncluded, bool bothWays)
    {
        long first, last;
        if (from.Kind == FeelKind.Number && to.Kind == FeelKind.Number && Whole(from, out first) && Whole(to, out last))
        {
        }
        else if (from.Is<FeelDate>(out var d) && to.Is<FeelDate>(out var e))
        {
            (first, last) = (d.Days, e.Days);
        }
        else
        {
            f.Fail(Source.At, Says.NotIterable, $"{from}..{to}");
            return null;
        }
        var step = bothWays && first > last ? -1 : 1;
        first += fromIncluded ? 0 : step;
        last -= toIncluded ? 0 : step;
        return new(null, first, from, step, Math.Max(0, (last - first) * step + 1));
    }

    private static bool Whole(FeelValue value, out long whole)
    {
        whole = 0;
        if (!value.AsNum.IsInteger || value.AsNum.ToDecimal() is not { } d || Math.Abs(d) > 4_000_000_000_000_000_000m)
        {
            return false;
        }
        whole = (long)d;
        return true;
    }
}

/// <summary>Items to go over, one after the other.</summary>
internal readonly record struct Iteration(ListValue? List, long First, FeelValue Like, int Step, long Count)
{
    internal FeelValue this[long i] => List is not null ? List[(int)i]
        : Like.Kind == FeelKind.Date ? FeelValue.Of(FeelDate.FromDays(First + i * Step))
        : FeelValue.Of((decimal)(First + i * Step));
}

/// <summary>Goes over all combinations of some iterators, the last the fastest.</summary>
internal abstract class Loop(Iterator[] iterators) : Node
{
    /// <summary>Runs the body for every combination until it returns false; false when an iterator has nothing to go over.</summary>
    protected bool Run(Frame f, int depth, ref ListBuilder results, ref bool? truth)
    {
        if (!f.HasStack(At) || iterators[depth].Start(f) is not { } items)
        {
            return false;
        }
        for (long i = 0; i < items.Count; i++)
        {
            if (!f.Spend(At, Cost))
            {
                return false;
            }
            f.Slots[iterators[depth].Slot] = items[i];
            if (depth + 1 < iterators.Length)
            {
                if (!Run(f, depth + 1, ref results, ref truth))
                {
                    return false;
                }
            }
            else
            {
                Body(f, ref results, ref truth);
            }
            if (Done(truth))
            {
                return true;
            }
        }
        return true;
    }

    protected abstract void Body(Frame f, ref ListBuilder results, ref bool? truth);

    protected virtual bool Done(bool? truth) => false;
}

/// <summary>for … return …</summary>
/// <param name="iterators">What is gone over.</param>
/// <param name="partial">The slot of <c>partial</c>, or −1 when the body does not use it.</param>
/// <param name="body">What each round gives.</param>
internal sealed class For(Iterator[] iterators, int partial, Node body) : Loop(iterators)
{
    internal override FeelValue Eval(Frame f)
    {
        var results = new ListBuilder();
        bool? truth = null;
        return Run(f, 0, ref results, ref truth) ? FeelValue.Of(results.View()) : default;
    }

    protected override void Body(Frame f, ref ListBuilder results, ref bool? truth)
    {
        if (partial >= 0)
        {
            f.Slots[partial] = FeelValue.Of(results.View());
        }
        results.Add(body.Eval(f));
    }
}

/// <summary>some … satisfies … and every … satisfies …</summary>
internal sealed class Quantified(bool some, Iterator[] iterators, Node body) : Loop(iterators)
{
    internal override FeelValue Eval(Frame f)
    {
        var results = new ListBuilder();
        bool? truth = !some;
        return Run(f, 0, ref results, ref truth) ? FeelValue.Of(truth) : default;
    }

    protected override void Body(Frame f, ref ListBuilder results, ref bool? truth)
    {
        var value = body.Eval(f);
        if (value.Kind != FeelKind.Boolean)
        {
            truth = null;
        }
        else if (value.IsTrue == some)
        {
            truth = some;
        }
    }

    protected override bool Done(bool? truth) => truth == some;
}
