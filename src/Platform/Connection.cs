using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace HaiDang.Platform;

/// <summary>A system outside: where it is, and the secret with which both sides sign what they send (HMAC-SHA256).</summary>
/// <param name="Secret">Shared with the other side; null where nothing is signed.</param>
public sealed record Connection(Uri Address, string? Secret)
{
    /// <summary>The header that holds a signature: <c>t=1696471200,v1=…</c>, seconds since 1970 and hexadecimal digits.</summary>
    public const string Header = "X-HaiDang-Signature";

    /// <summary>The connection by which the payment gateway is reached.</summary>
    public const string Payment = "payment";

    private static readonly Duration Oldest = Duration.FromMinutes(5);

    /// <summary>The signature of a body sent now; null where there is no secret.</summary>
    public string? Sign(string body, Instant now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Secret is null ? null : $"t={seconds},v1={Convert.ToHexStringLower(Mac(seconds, body))}";
    }

    /// <summary>Whether the signature is of this body, made with the secret at most five minutes ago.</summary>
    public bool Verify(string? signature, string body, Instant now)
    {
        if (Secret is null || signature?.Split(',') is not [['t', '=', .. var seconds], ['v', '1', '=', .. var digits]]) return false;
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > 253_402_300_799) return false;
        var age = now - Instant.FromUnixTimeSeconds(at);
        return age <= Oldest && age >= -Oldest
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Mac(seconds, body))));
    }

    private byte[] Mac(string seconds, string body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret!), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
}

/// <summary>A folder with one PKCS#12 file for each unit, <c>unit.p12</c>, and the passphrase that opens them.</summary>
public sealed record SealSettings(string Folder, string Passphrase);
