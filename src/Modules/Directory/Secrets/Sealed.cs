using System.Security.Cryptography;
using System.Text.Json;
using HaiDang.Platform.Log;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace HaiDang.Directory.Secrets;

/// <summary>Hands a value to the browser that it can neither read nor change and that ends by itself: state between two steps.</summary>
internal sealed class Sealed(IDataProtectionProvider protection, IClock clock)
{
    private sealed record Box<T>(Instant Until, T Value);

    /// <param name="purpose">Only the same purpose opens it again.</param>
    public string Close<T>(string purpose, T value, Duration life) => protection.CreateProtector("directory", purpose)
        .Protect(JsonSerializer.Serialize(new Box<T>(clock.GetCurrentInstant() + life, value), LogJson.Options));

    /// <summary>The value, or null when it is not ours, was changed, or has ended.</summary>
    public T? Open<T>(string purpose, string? text) where T : class
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var box = JsonSerializer.Deserialize<Box<T>>(protection.CreateProtector("directory", purpose).Unprotect(text), LogJson.Options);
            return box is not null && clock.GetCurrentInstant() < box.Until ? box.Value : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
