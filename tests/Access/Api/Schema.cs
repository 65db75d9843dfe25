using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Access.Tests.Api;

/// <summary>Whether JSON is as a JSON Schema (2020-12, as OpenAPI 3.1 uses it) says. A keyword that it does not know fails, rather than being passed over.</summary>
internal sealed class Schema(JsonNode document)
{
    private static readonly HashSet<string> OnlyWords = ["title", "description", "example", "examples", "format", "default", "$schema", "$id"];

    public IReadOnlyList<string> Faults(JsonNode? value, JsonNode schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults;
    }

    private void Check(JsonNode? value, JsonNode schema, string at, List<string> faults)
    {
        if (schema is not JsonObject rules)
        {
            if (schema.GetValueKind() == JsonValueKind.False) faults.Add($"{at} must not be there");
            return;
        }
        foreach (var (word, rule) in rules)
        {
            if (OnlyWords.Contains(word)) continue;
            switch (word)
            {
                case "$ref": Check(value, Find(rule!.ToString()), at, faults); break;
                case "type": if (!Types(rule!).Any(t => Is(value, t))) faults.Add($"{at} is no {rule!.ToJsonString()}: {value?.ToJsonString() ?? "null"}"); break;
                case "enum": if (rule is JsonArray choices && !choices.Any(one => JsonNode.DeepEquals(one, value))) faults.Add($"{at} is none of {choices.ToJsonString()}: {value?.ToJsonString() ?? "null"}"); break;
                case "const": if (!JsonNode.DeepEquals(rule, value)) faults.Add($"{at} is not {rule?.ToJsonString()}"); break;
                case "required" when value is JsonObject members:
                    faults.AddRange(rule!.AsArray().Select(name => name!.ToString()).Where(name => !members.ContainsKey(name)).Select(name => $"{at}.{name} is missing"));
                    break;
                case "properties" when value is JsonObject members:
                    foreach (var (name, inner) in rule!.AsObject())
                        if (members.TryGetPropertyValue(name, out var member)) Check(member, inner!, $"{at}.{name}", faults);
                    // An answer may hold nothing that the description does not name.
                    if (!rules.ContainsKey("additionalProperties"))
                        faults.AddRange(members.Where(m => !rule.AsObject().ContainsKey(m.Key)).Select(m => $"{at}.{m.Key} is not described"));
                    break;
                case "additionalProperties" when value is JsonObject members:
                    foreach (var (name, member) in members)
                        if (rules["properties"]?.AsObject().ContainsKey(name) != true) Check(member, rule!, $"{at}.{name}", faults);
                    break;
                case "items" when value is JsonArray items:
                    for (var i = 0; i < items.Count; i++) Check(items[i], rule!, $"{at}[{i}]", faults);
                    break;
                case "oneOf" or "anyOf":
                    if (!rule!.AsArray().Any(one => Faults(value, one!).Count == 0)) faults.Add($"{at} is as none of {word} says: {value?.ToJsonString()}");
                    break;
                case "allOf": foreach (var one in rule!.AsArray()) Check(value, one!, at, faults); break;
                case "minLength": if (value is JsonValue text && text.TryGetValue<string>(out var s) && s.Length < rule!.GetValue<int>()) faults.Add($"{at} is too short"); break;
                case "maxLength": if (value is JsonValue words && words.TryGetValue<string>(out var w) && w.Length > rule!.GetValue<int>()) faults.Add($"{at} is too long"); break;
                case "minimum" or "maximum" or "pattern" or "minItems" or "maxItems" or "multipleOf" or "required" or "properties" or "additionalProperties" or "items": break;
                default: faults.Add($"{at}: the keyword {word} is not known here"); break;
            }
        }
    }

    private JsonNode Find(string reference)
    {
        var at = document;
        foreach (var name in reference.Split('/').Skip(1)) at = at[name] ?? throw new InvalidOperationException($"{reference} leads nowhere.");
        return at;
    }

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray many ? many.Select(t => t!.ToString()) : [rule.ToString()];

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), out var number) && number == decimal.Truncate(number),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => false,
    };
}
