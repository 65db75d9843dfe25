using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace HaiDang.Directory.Secrets;

/// <summary>
/// One-time codes of an authenticator app: TOTP (RFC 6238) over HOTP (RFC 4226) with SHA-1, 30 seconds and 6 digits, the
/// values that every app knows. A code is good in its own step and one step before and after; a used step never again.
/// </summary>
internal static class Totp
{
    public const int SecretBytes = 20, Digits = 6, StepSeconds = 30, StepsAround = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(Instant now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeOf(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // HOTP is defined over HMAC-SHA-1 and is not weakened by collisions of SHA-1
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[offset..]) & 0x7FFF_FFFF;
        var modulus = (uint)Math.Pow(10, digits);
        return (number % modulus).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code this is, or null when it is no code of now or of a step already used.</summary>
    /// <param name="lastStep">The last step that was used; only later ones count.</param>
    public static long? StepOf(byte[] secret, string? code, Instant now, long lastStep)
    {
        var typed = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (typed.Length != Digits || !typed.All(char.IsAsciiDigit)) return null;
        long? found = null;
        for (var step = StepAt(now) - StepsAround; step <= StepAt(now) + StepsAround; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(typed), System.Text.Encoding.ASCII.GetBytes(CodeOf(secret, step)));
            if (same && step > lastStep) found ??= step;
        }
        return found;
    }

    /// <summary>What an authenticator app reads from a QR code (the key URI format that the apps share).</summary>
    public static string KeyUri(byte[] secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Base32.Write(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
