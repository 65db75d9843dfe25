using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HaiDang.Platform.Packs;

/// <summary>YAML (core schema) as JSON.</summary>
internal static class YamlJson
{
    internal static JsonNode? Of(YamlNode? node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c =>
            KeyValuePair.Create(((YamlScalarNode)c.Key).Value ?? "", Of(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Of)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var plain } => Scalar(plain),
        YamlScalarNode { Value: var quoted } => quoted,
        _ => null,
    };

    private static JsonNode? Scalar(string? text) => text switch
    {
        null or "" or "~" or "null" => null,
        "true" => true,
        "false" => false,
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && !(text.Length > 1 && text[0] == '0' && text[1] != '.') => number,
        _ => text,
    };
}
