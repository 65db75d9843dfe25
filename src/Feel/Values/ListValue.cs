using System.Collections;

namespace HaiDang.Feel.Values;

/// <summary>The first items of an array that is never changed below its count.</summary>
internal sealed class ListValue(FeelValue[] items, int count) : IReadOnlyList<FeelValue>
{
    internal static readonly ListValue Empty = new([]);

    internal ListValue(FeelValue[] items) : this(items, items.Length)
    {
    }

    public int Count => count;

    public FeelValue this[int index] => index < count ? items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    internal ReadOnlySpan<FeelValue> Span => items.AsSpan(0, count);

    internal ListValue Slice(int start, int length) => new(items.AsSpan(start, length).ToArray());

    public IEnumerator<FeelValue> GetEnumerator() => items.Take(count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>
/// A growing list whose beginnings can be looked at while it grows: what is written is never written again, so a view of the
/// first items stays true without a copy.
/// </summary>
internal struct ListBuilder
{
    private FeelValue[] items;

    public ListBuilder(int capacity) => items = new FeelValue[capacity];

    internal int Count { get; private set; }

    internal void Add(FeelValue value)
    {
        items ??= new FeelValue[4];
        if (Count == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, Count * 2));
        }
        items[Count++] = value;
    }

    internal void AddRange(ReadOnlySpan<FeelValue> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    /// <summary>The items so far.</summary>
    internal readonly ListValue View() => Count == 0 ? ListValue.Empty : new(items, Count);
}
