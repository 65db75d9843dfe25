using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HaiDang.Feel.Values;

/// <summary>Named values in the order of their making. Few are searched one by one, many through an index.</summary>
internal sealed class ContextValue : IReadOnlyDictionary<string, FeelValue>
{
    private const int Few = 8;

    private readonly string[] names;
    private readonly FeelValue[] values;
    private readonly Dictionary<string, int>? index;

    internal static readonly ContextValue Empty = new([], []);

    /// <summary>Takes the arrays over; the names are distinct.</summary>
    internal ContextValue(string[] names, FeelValue[] values)
    {
        (this.names, this.values) = (names, values);
        if (names.Length > Few)
        {
            index = new(names.Length, StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                index[names[i]] = i;
            }
        }
    }

    public int Count => names.Length;

    internal ReadOnlySpan<string> Names => names;

    internal ReadOnlySpan<FeelValue> Items => values;

    public FeelValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public IEnumerable<string> Keys => names.AsEnumerable();

    public IEnumerable<FeelValue> Values => values.AsEnumerable();

    public bool ContainsKey(string key) => Find(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FeelValue value)
    {
        var at = Find(key);
        value = at < 0 ? default : values[at];
        return at >= 0;
    }

    private int Find(string key)
    {
        if (index is not null)
        {
            return index.TryGetValue(key, out var at) ? at : -1;
        }
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], key))
            {
                return i;
            }
        }
        return -1;
    }

    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
        {
            yield return new(names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Gathers the entries of a context.</summary>
internal sealed class ContextBuilder
{
    private readonly List<string> names = [];
    private readonly List<FeelValue> values = [];
    private Dictionary<string, int>? index;

    internal ContextBuilder()
    {
    }

    internal ContextBuilder(ContextValue from)
    {
        for (var i = 0; i < from.Count; i++)
        {
            Set(from.Names[i], from.Items[i]);
        }
    }

    internal int Count => names.Count;

    internal bool Has(string name) => index?.ContainsKey(name) ?? names.Contains(name);

    internal void Set(string name, FeelValue value)
    {
        if (index is null && names.Count == 16)
        {
            index = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        }
        var at = index is null ? names.IndexOf(name) : index.GetValueOrDefault(name, -1);
        if (at >= 0)
        {
            values[at] = value;
            return;
        }
        index?.Add(name, names.Count);
        names.Add(name);
        values.Add(value);
    }

    internal ContextValue Build() => names.Count == 0 ? ContextValue.Empty : new([.. names], [.. values]);
}
