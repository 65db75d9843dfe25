namespace HaiDang.Feel.Functions;

/// <summary>sort(list, precedes): a stable merge sort, which ends whatever the function answers.</summary>
internal static class Sorting
{
    internal static FeelValue Sort(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var items = a[0].As<ListValue>().Span.ToArray();
        var precedes = a[1].As<FunctionValue>();
        var spare = new FeelValue[items.Length];
        for (long width = 1; width < items.Length; width *= 2)
        {
            for (long start = 0; start < items.Length; start += 2 * width)
            {
                var middle = (int)Math.Min(start + width, items.Length);
                var end = (int)Math.Min(start + 2 * width, items.Length);
                if (!Merge(call, precedes, items, spare, (int)start, middle, end))
                {
                    return default;
                }
            }
            (items, spare) = (spare, items);
        }
        return FeelValue.Of(new ListValue(items));
    }

    private static bool Merge(in Call call, FunctionValue precedes, FeelValue[] from, FeelValue[] to, int start, int middle, int end)
    {
        var (left, right) = (start, middle);
        for (var i = start; i < end; i++)
        {
            bool takeRight;
            if (left < middle && right < end)
            {
                var earlier = precedes.Call(call.Frame, call.At, [from[right], from[left]]);
                if (call.Frame.Over || earlier.Kind != FeelKind.Boolean)
                {
                    call.Refuse(earlier);
                    return false;
                }
                takeRight = earlier.IsTrue;
            }
            else
            {
                takeRight = left == middle;
            }
            to[i] = takeRight ? from[right++] : from[left++];
        }
        return true;
    }
}
