using System.Text.Json;
using HaiDang.Directory.Citizens;
using HaiDang.Directory.Officials;
using HaiDang.Kernel;
using NodaTime.Text;

namespace HaiDang.Directory.SignIn.Citizens;

/// <summary>Reads what the provider tells of a person (OpenID Connect Core 1.0 §5.1, with <c>identity_number</c>). What cannot be right is left out.</summary>
internal static class CitizenClaims
{
    private const int Longest = 400;

    public static Outcome<CitizenFacts> Read(JsonElement claims)
    {
        if (Text(claims, "name") is not { } name || !PersonName.Parse(name).Is(out var parsed, out _)) return EntryProblems.NoName.Now();
        return new CitizenFacts(
            parsed.Full,
            Text(claims, "birthdate") is { } birth && LocalDatePattern.Iso.Parse(birth).Success ? birth : null,
            Text(claims, "gender") is "male" or "female" ? Text(claims, "gender") : null,
            Text(claims, "identity_number") is { Length: 12 } number && number.All(char.IsAsciiDigit) ? number : null,
            Text(claims, "phone_number") is { } phone && PhoneNumber.Parse(phone).Is(out var dialled, out _) ? dialled.Digits : null,
            Text(claims, "email") is { } email && EmailAddress.Parse(email, "").Is(out var address, out _) ? address : null,
            Address(claims));
    }

    private static string? Address(JsonElement claims) => claims.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.Object
        ? Text(address, "formatted")?.ReplaceLineEndings(", ")
        : Text(claims, "address");

    private static string? Text(JsonElement claims, string name) =>
        claims.ValueKind == JsonValueKind.Object && claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= Longest } text && text.Trim() is { Length: > 0 } kept ? Vietnamese.Nfc(kept) : null;
}
