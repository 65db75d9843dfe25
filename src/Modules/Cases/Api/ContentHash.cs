using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Kernel;

namespace HaiDang.Cases.Api;

/// <summary>Whether two sendings say the same: a hash over the JSON with its members in order, whatever the order or the blanks they came in.</summary>
internal static class ContentHash
{
    public static string Of<T>(T content)
    {
        using var kept = new MemoryStream();
        using (var writer = new Utf8JsonWriter(kept)) Write(JsonSerializer.SerializeToNode(content, KernelJson.Options), writer);
        return Convert.ToHexStringLower(SHA256.HashData(kept.GetBuffer().AsSpan(0, (int)kept.Length)));
    }

    private static void Write(JsonNode? node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(value, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items) Write(item, writer);
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
