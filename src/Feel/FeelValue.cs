using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Feel;

/// <summary>A value of FEEL. Immutable; equality is FEEL's own (numbers by value, contexts without order of names).</summary>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    /// <summary>null.</summary>
    public static FeelValue Null => default;

    /// <summary>What kind of value this is.</summary>
    public FeelKind Kind => throw new NotImplementedException();

    /// <summary>true or false.</summary>
    public static FeelValue Of(bool value) => throw new NotImplementedException();

    /// <summary>A number.</summary>
    public static FeelValue Of(decimal value) => throw new NotImplementedException();

    /// <summary>A string, or null.</summary>
    public static FeelValue Of(string? value) => throw new NotImplementedException();

    /// <summary>A date.</summary>
    public static FeelValue Of(DateOnly value) => throw new NotImplementedException();

    /// <summary>A date and time with offset.</summary>
    public static FeelValue Of(DateTimeOffset value) => throw new NotImplementedException();

    /// <summary>A duration of days and time.</summary>
    public static FeelValue Of(TimeSpan value) => throw new NotImplementedException();

    /// <summary>A list.</summary>
    public static FeelValue List(IEnumerable<FeelValue> items) => throw new NotImplementedException();

    /// <summary>A context; a later entry of the same name replaces an earlier one.</summary>
    public static FeelValue Context(IEnumerable<KeyValuePair<string, FeelValue>> entries) => throw new NotImplementedException();

    /// <summary>JSON as FEEL: objects become contexts, arrays lists; dates stay strings.</summary>
    public static FeelValue FromJson(JsonElement json) => throw new NotImplementedException();

    /// <summary>JSON as FEEL: objects become contexts, arrays lists; dates stay strings.</summary>
    public static FeelValue FromJson(JsonNode? json) => throw new NotImplementedException();

    /// <summary>FEEL as JSON: dates, times and durations become ISO 8601 strings; functions and ranges their text.</summary>
    public JsonNode? ToJson() => throw new NotImplementedException();

    /// <summary>The boolean, or null when this is none.</summary>
    public bool? AsBoolean => throw new NotImplementedException();

    /// <summary>The number, or null when this is none or does not fit (28 significant digits).</summary>
    public decimal? AsDecimal => throw new NotImplementedException();

    /// <summary>The string, or null when this is none.</summary>
    public string? AsString => throw new NotImplementedException();

    /// <summary>The items, or null when this is no list.</summary>
    public IReadOnlyList<FeelValue>? AsList => throw new NotImplementedException();

    /// <summary>The entries in order, or null when this is no context.</summary>
    public IReadOnlyDictionary<string, FeelValue>? AsContext => throw new NotImplementedException();

    /// <summary>The date, or null when this is none or out of <see cref="DateOnly"/>'s range.</summary>
    public DateOnly? AsDate => throw new NotImplementedException();

    /// <summary>The days-and-time duration, or null when this is none or out of range.</summary>
    public TimeSpan? AsTimeSpan => throw new NotImplementedException();

    /// <summary>The date and time; one without offset is taken in <paramref name="zone"/>. Null when this is none or out of range.</summary>
    public DateTimeOffset? AsDateTimeOffset(TimeZoneInfo zone) => throw new NotImplementedException();

    /// <summary>The entry of that name, or null when this is no context or has none.</summary>
    public FeelValue this[string name] => throw new NotImplementedException();

    /// <inheritdoc/>
    public bool Equals(FeelValue other) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => throw new NotImplementedException();

    /// <summary>The value as FEEL's <c>string()</c> writes it for people: strings without quotes, null as an empty text.</summary>
    public string ToText() => throw new NotImplementedException();

    /// <summary>The value as a FEEL literal.</summary>
    public override string ToString() => throw new NotImplementedException();

    /// <summary>Equality of FEEL.</summary>
    public static bool operator ==(FeelValue a, FeelValue b) => a.Equals(b);

    /// <summary>Inequality of FEEL.</summary>
    public static bool operator !=(FeelValue a, FeelValue b) => !a.Equals(b);
}
