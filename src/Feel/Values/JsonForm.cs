using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Feel.Values;

/// <summary>FEEL to JSON and back.</summary>
internal static class JsonForm
{
    private const int Depth = 500;

    internal static FeelValue Read(JsonElement json, int depth)
    {
        if (depth > Depth)
        {
            return default;
        }
        switch (json.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return FeelValue.Of(json.ValueKind == JsonValueKind.True);
            case JsonValueKind.Number:
                return Number(json.GetRawText());
            case JsonValueKind.String:
                return FeelValue.Of(json.GetString());
            case JsonValueKind.Array:
                var items = new FeelValue[json.GetArrayLength()];
                var i = 0;
                foreach (var item in json.EnumerateArray())
                {
                    items[i++] = Read(item, depth + 1);
                }
                return FeelValue.Of(new ListValue(items));
            case JsonValueKind.Object:
                var builder = new ContextBuilder();
                foreach (var property in json.EnumerateObject())
                {
                    builder.Set(property.Name, Read(property.Value, depth + 1));
                }
                return FeelValue.Of(builder.Build());
            default:
                return default;
        }
    }

    internal static FeelValue Read(JsonNode? json, int depth)
    {
        if (depth > Depth)
        {
            return default;
        }
        switch (json)
        {
            case JsonObject entries:
                var builder = new ContextBuilder();
                foreach (var (name, value) in entries)
                {
                    builder.Set(name, Read(value, depth + 1));
                }
                return FeelValue.Of(builder.Build());
            case JsonArray array:
                var items = new FeelValue[array.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = Read(array[i], depth + 1);
                }
                return FeelValue.Of(new ListValue(items));
            case JsonValue value:
                return value.GetValueKind() switch
                {
                    JsonValueKind.String => FeelValue.Of(value.TryGetValue<string>(out var text) ? text : JsonSerializer.Deserialize<string>(value.ToJsonString())),
                    JsonValueKind.True => FeelValue.Of(true),
                    JsonValueKind.False => FeelValue.Of(false),
                    JsonValueKind.Number => value.TryGetValue<decimal>(out var number) && number != 0 && number.Scale < 28 ? FeelValue.Of(number) : Number(value.ToJsonString()),
                    _ => default,
                };
            default:
                return default;
        }
    }

    private static FeelValue Number(string text) => Num.TryParse(text, out var number) ? FeelValue.Of(number) : default;

    internal static JsonNode? Write(FeelValue value, int depth, Fuel fuel)
    {
        if (depth > Depth || !fuel.Burn())
        {
            return null;
        }
        switch (value.Kind)
        {
            case FeelKind.Null:
                return null;
            case FeelKind.Boolean:
                return JsonValue.Create(value.IsTrue);
            case FeelKind.Number:
                return value.AsNum.Big is null
                    ? JsonValue.Create(value.AsNum.Small)
                    : JsonNode.Parse(value.AsNum.ToString());
            case FeelKind.String:
                return JsonValue.Create(value.As<string>());
            case FeelKind.List:
                var array = new JsonArray();
                foreach (var item in value.As<ListValue>().Span)
                {
                    array.Add(Write(item, depth + 1, fuel));
                }
                return array;
            case FeelKind.Context:
                var entries = new JsonObject();
                var context = value.As<ContextValue>();
                for (var i = 0; i < context.Count; i++)
                {
                    entries[context.Names[i]] = Write(context.Items[i], depth + 1, fuel);
                }
                return entries;
            default:
                return JsonValue.Create(Writing.Text(value));
        }
    }
}
