using System.Globalization;
using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>
/// Code lists by name: JSON arrays as form-js takes them (plain values, or objects with <c>value</c>, <c>label</c>, optionally
/// <c>label_en</c> and anything else that FEEL filters by). An entry with <c>validFrom</c> or <c>validTo</c> (ISO dates, both inclusive) is offered
/// on these days only, while answers that have it keep its label. Read once, so that one instance may serve many requests. Thread-safe.
/// </summary>
public sealed class FormCodeLists
{
    readonly Dictionary<string, CodeListEntries> _lists = new(StringComparer.Ordinal);

    /// <summary>Takes the lists; they must not be changed afterwards.</summary>
    public FormCodeLists(IReadOnlyDictionary<string, JsonArray> lists)
    {
        foreach (var (name, list) in lists) _lists[name] = new(list);
    }

    /// <summary>No lists.</summary>
    public static FormCodeLists None { get; } = new(new Dictionary<string, JsonArray>());

    /// <summary>The names of the lists, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _lists.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The options of a list, whenever they are valid; none when there is no such list.</summary>
    public IReadOnlyList<FormOption> this[string name] => _lists.TryGetValue(name, out var list) ? list.Options : [];

    /// <summary>Whether there is a list of that name.</summary>
    public bool Has(string name) => _lists.ContainsKey(name);

    /// <summary>The options of a list that are offered on a day; none when there is no such list.</summary>
    public IReadOnlyList<FormOption> On(string name, DateOnly day) => _lists.TryGetValue(name, out var list) ? list.On(day).Options : [];

    /// <summary>What FEEL sees on a day.</summary>
    internal IEnumerable<KeyValuePair<string, FeelValue>> ValuesOn(DateOnly day) => _lists.Select(list => KeyValuePair.Create(list.Key, list.Value.On(day).Value));
}

/// <summary>The entries of one list, each read once, when it is first asked for.</summary>
internal sealed class CodeListEntries
{
    readonly JsonArray _list;
    readonly bool _isDated;
    readonly Lazy<IReadOnlyList<FormOption>> _options;
    readonly Lazy<FeelValue> _value;
    KeptDay? _latest;

    public CodeListEntries(JsonArray list) : this(list, list.Any(IsDated)) { }

    CodeListEntries(JsonArray list, bool isDated)
    {
        (_list, _isDated) = (list, isDated);
        _options = new(() => [.. _list.Select(OptionShape.Read).OfType<FormOption>()]);
        _value = new(() => FeelValue.FromJson(_list));
    }

    public IReadOnlyList<FormOption> Options => _options.Value;

    public FeelValue Value => _value.Value;

    /// <summary>Itself where nothing in it has dates. The entries of the latest day that was asked for are kept.</summary>
    public CodeListEntries On(DateOnly day)
    {
        if (!_isDated) return this;
        if (_latest is { } kept && kept.Day == day) return kept.Entries;
        var entries = new CodeListEntries([.. _list.Where(entry => Holds(entry, day)).Select(entry => entry!.DeepClone())], isDated: false);
        _latest = new(day, entries);
        return entries;
    }

    static bool Holds(JsonNode? entry, DateOnly day) => entry is not null && !(Date(entry, "validFrom") > day) && !(Date(entry, "validTo") < day);

    static bool IsDated(JsonNode? entry) => Date(entry, "validFrom") is not null || Date(entry, "validTo") is not null;

    static DateOnly? Date(JsonNode? entry, string name) =>
        entry is JsonObject map && DateOnly.TryParseExact(ValueShape.Text(map[name]), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    sealed record KeptDay(DateOnly Day, CodeListEntries Entries);
}
