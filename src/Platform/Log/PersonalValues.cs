using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HaiDang.Platform.Log;

/// <summary>Encrypts the personal properties of one event (AES-256-GCM) with its person's key, and opens them again.</summary>
internal static class PersonalValues
{
    private const string Mark = "$sealed";

    internal static void Seal(JsonObject body, IReadOnlyList<string> properties, byte[] key)
    {
        foreach (var name in properties)
        {
            if (body[name] is not { } value) continue;
            var plain = Encoding.UTF8.GetBytes(value.ToJsonString(LogJson.Options));
            var box = new byte[12 + plain.Length + 16];
            RandomNumberGenerator.Fill(box.AsSpan(0, 12));
            using var aes = new AesGcm(key, 16);
            aes.Encrypt(box.AsSpan(0, 12), plain, box.AsSpan(12, plain.Length), box.AsSpan(12 + plain.Length), Encoding.UTF8.GetBytes(name));
            body[name] = new JsonObject { [Mark] = Convert.ToBase64String(box) };
        }
    }

    /// <summary>Without a key the values are gone: they read as null.</summary>
    internal static void Open(JsonObject body, byte[]? key)
    {
        foreach (var (name, value) in body.ToList())
        {
            if (value is not JsonObject { Count: 1 } sealedValue || sealedValue[Mark] is not JsonValue text) continue;
            body[name] = key is null ? null : Unseal(name, text.GetValue<string>(), key);
        }
    }

    private static JsonNode? Unseal(string name, string text, byte[] key)
    {
        var box = Convert.FromBase64String(text);
        var plain = new byte[box.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(box.AsSpan(0, 12), box.AsSpan(12, plain.Length), box.AsSpan(12 + plain.Length), plain, Encoding.UTF8.GetBytes(name));
        return JsonNode.Parse(plain);
    }
}
