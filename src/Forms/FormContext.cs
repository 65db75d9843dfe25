using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>All that a form may know besides the answers. Immutable.</summary>
/// <param name="Now">The moment of asking, in the city's zone: its date is today, its offset is the one that times are kept with.</param>
public sealed record FormContext(DateTimeOffset Now)
{
    /// <summary>Code lists by name, for <c>valuesKey</c> and for FEEL.</summary>
    public FormCodeLists CodeLists { get; init; } = FormCodeLists.None;

    /// <summary>
    /// The files present, by path of their field (<c>children[0].photo</c>); null when files are not to be checked by kind and number
    /// (a required file field then needs a value).
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FormFile>>? Files { get; init; }

    /// <summary>Further values that FEEL in the form can see, and values of disabled fields; answers hide those of the same name.</summary>
    public JsonObject? Variables { get; init; }

    /// <summary>The date of <see cref="Now"/>.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The offset of times; that of Viet Nam where no moment is known.</summary>
    internal static TimeSpan OffsetOf(FormContext? context) => context?.Now.Offset ?? TimeSpan.FromHours(7);
}

/// <summary>A file that is present.</summary>
/// <param name="Name">Its name with extension.</param>
/// <param name="MediaType">Its media type, as found by looking at its content.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record FormFile(string Name, string MediaType, long Size);

/// <summary>
/// Code lists by name: JSON arrays as form-js takes them (plain values, or objects with <c>value</c>, <c>label</c>, optionally
/// <c>label_en</c> and anything else that FEEL filters by). Read once, so that one instance may serve many requests. Thread-safe.
/// </summary>
public sealed class FormCodeLists
{
    readonly Dictionary<string, Lazy<IReadOnlyList<FormOption>>> _options = new(StringComparer.Ordinal);
    readonly Dictionary<string, Lazy<FeelValue>> _values = new(StringComparer.Ordinal);

    /// <summary>Takes the lists; they must not be changed afterwards.</summary>
    public FormCodeLists(IReadOnlyDictionary<string, JsonArray> lists)
    {
        foreach (var (name, list) in lists)
        {
            _options[name] = new(() => [.. list.Select(OptionShape.Read).OfType<FormOption>()]);
            _values[name] = new(() => FeelValue.FromJson(list));
        }
    }

    /// <summary>No lists.</summary>
    public static FormCodeLists None { get; } = new(new Dictionary<string, JsonArray>());

    /// <summary>The names of the lists, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _options.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The options of a list; none when there is no such list.</summary>
    public IReadOnlyList<FormOption> this[string name] => _options.TryGetValue(name, out var list) ? list.Value : [];

    internal IEnumerable<KeyValuePair<string, FeelValue>> Values => _values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value));
}
