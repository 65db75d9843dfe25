using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>The JSON shape that a field's value has.</summary>
internal static class ValueShape
{
    /// <summary>Whether a value has the shape of the field's kind; null always has.</summary>
    public static bool Fits(FormField field, JsonNode? value) => value is null || field.Kind switch
    {
        FormKind.TextField or FormKind.TextArea or FormKind.DateTime => IsText(value),
        FormKind.Number => Number(value) is not null && (IsText(value) ? field.NumberAsText : true),
        FormKind.Checkbox => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        FormKind.Checklist or FormKind.TagList => value is JsonArray,
        FormKind.FilePicker => IsText(value) || (value is JsonArray files && files.All(file => file is not null && IsText(file))),
        _ => true,
    };

    /// <summary>The value that form-js gives a field that nobody answered.</summary>
    public static JsonNode? Empty(FormField field) => field.Kind switch
    {
        FormKind.TextField or FormKind.TextArea => JsonValue.Create(""),
        FormKind.Checkbox => JsonValue.Create(false),
        FormKind.Checklist or FormKind.TagList => new JsonArray(),
        _ => null,
    };

    /// <summary>Whether form-js counts the value as no answer (a blank text too).</summary>
    public static bool IsEmpty(JsonNode? value) => value is null
        || (value is JsonArray list && list.Count == 0)
        || (IsText(value) && string.IsNullOrWhiteSpace(value.GetValue<string>()));

    public static bool IsText(JsonNode value) => value.GetValueKind() == JsonValueKind.String;

    public static string? Text(JsonNode? value) => value is not null && IsText(value) ? value.GetValue<string>() : null;

    /// <summary>The number in a JSON number or in a string written as one; null when there is none or it does not fit a decimal.</summary>
    public static decimal? Number(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => Parse(value.ToJsonString()),
        JsonValueKind.String => Parse(value.GetValue<string>()),
        _ => null,
    };

    static decimal? Parse(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Equality of JSON values; numbers by value.</summary>
    public static bool Same(JsonNode? a, JsonNode? b) =>
        JsonNode.DeepEquals(a, b) || (a is JsonValue && b is JsonValue && a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number && Number(a) is { } x && x == Number(b));
}
