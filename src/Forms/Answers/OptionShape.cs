using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>The shapes that form-js takes for an option: a plain value, or an object with value and label.</summary>
internal static class OptionShape
{
    /// <summary>The option, or null where form-js would drop it. <c>label_en</c> may carry the English label.</summary>
    public static FormOption? Read(JsonNode? node)
    {
        if (IsPlain(node)) return new(Normal(node!), Words(node!));
        if (node is not JsonObject option || !option.TryGetPropertyValue("value", out var value) || value is null) return null;
        if (!IsPlain(value) && value is not JsonObject { Count: > 0 }) return null;
        var label = ValueShape.Text(option["label"]);
        if (string.IsNullOrEmpty(label)) return IsPlain(value) ? new(Normal(value), Words(value)) : null;
        var english = ValueShape.Text(option["label_en"]);
        return new(Normal(value), CleanText.Normal(label), string.IsNullOrEmpty(english) ? null : CleanText.Normal(english));
    }

    static bool IsPlain(JsonNode? node) => node is JsonValue && node.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>().Length > 0,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    static JsonNode Normal(JsonNode node) =>
        ValueShape.Text(node) is { } text ? JsonValue.Create(CleanText.Normal(text)) : node.DeepClone();

    static string Words(JsonNode node) => ValueShape.Text(node) is { } text ? CleanText.Normal(text) : node.ToJsonString();
}
