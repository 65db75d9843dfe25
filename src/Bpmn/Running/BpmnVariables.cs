using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HaiDang.Feel;

namespace HaiDang.Bpmn;

/// <summary>Named JSON values. Immutable; equal when names and values are; written as one JSON object with its names sorted.</summary>
[JsonConverter(typeof(BpmnVariablesJson))]
public sealed class BpmnVariables : IReadOnlyDictionary<string, JsonElement>, IEquatable<BpmnVariables>
{
    private readonly SortedDictionary<string, JsonElement> values;

    private BpmnVariables(SortedDictionary<string, JsonElement> values) => this.values = values;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>No variables.</summary>
    public static BpmnVariables Empty { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The entries of a JSON object; null counts as an empty one.</summary>
    public static BpmnVariables From(JsonObject? entries) =>
        entries is null ? Empty : Of(entries.Select(e => KeyValuePair.Create(e.Key, Element(e.Value))));

    /// <summary>The given entries; a later one of the same name replaces an earlier one.</summary>
    public static BpmnVariables Of(IEnumerable<KeyValuePair<string, JsonElement>> entries)
    {
        var values = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in entries) values[name] = value;
        return values.Count == 0 ? Empty : new BpmnVariables(values);
    }

    /// <summary>One variable.</summary>
    public static BpmnVariables Of(string name, JsonNode? value) => Empty.With(name, value);

    /// <summary>These with one more, which replaces an older one of its name.</summary>
    public BpmnVariables With(string name, JsonNode? value) => With(name, Element(value));

    /// <summary>These with one more, which replaces an older one of its name.</summary>
    public BpmnVariables With(string name, JsonElement value) => Of(values.Append(KeyValuePair.Create(name, value)));

    /// <summary>These and others; where both have a name, the others' value counts.</summary>
    public BpmnVariables With(BpmnVariables others) => others.Count == 0 ? this : Of(values.Concat(others));

    /// <summary>These without one.</summary>
    public BpmnVariables Without(string name) => Of(values.Where(e => e.Key != name));

    /// <summary>A JSON value that is kept as it reads: letters stay letters.</summary>
    internal static JsonElement Element(JsonNode? value) => JsonSerializer.SerializeToElement(value, Plain);

    /// <summary>A new JSON object with these entries.</summary>
    public JsonObject ToJsonObject()
    {
        var json = new JsonObject();
        foreach (var (name, value) in values) json[name] = JsonNode.Parse(value.GetRawText());
        return json;
    }

    /// <summary>A FEEL context with these entries.</summary>
    public FeelValue ToFeel() => FeelValue.Context(values.Select(e => KeyValuePair.Create(e.Key, FeelValue.FromJson(e.Value))));

    /// <inheritdoc/>
    public JsonElement this[string key] => values[key];

    /// <inheritdoc/>
    public IEnumerable<string> Keys => values.Keys;

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => values.Values;

    /// <inheritdoc/>
    public int Count => values.Count;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(BpmnVariables? other) => other is not null && Count == other.Count
        && values.All(e => other.values.TryGetValue(e.Key, out var value) && JsonElement.DeepEquals(e.Value, value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BpmnVariables);

    /// <inheritdoc/>
    public override int GetHashCode() => values.Keys.Aggregate(Count, HashCode.Combine);

    /// <summary>The JSON.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);
}

internal sealed class BpmnVariablesJson : JsonConverter<BpmnVariables>
{
    public override BpmnVariables Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("Variables are a JSON object.");
        return BpmnVariables.Of([.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.Clone()))]);
    }

    public override void Write(Utf8JsonWriter writer, BpmnVariables value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, element) in value)
        {
            writer.WritePropertyName(name);
            element.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
