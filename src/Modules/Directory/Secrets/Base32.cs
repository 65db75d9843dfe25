using System.Text;

namespace HaiDang.Directory.Secrets;

/// <summary>Base 32 (RFC 4648 §6) without padding, as authenticator apps read secrets.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int buffer = 0, bits = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Letters[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Letters[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>The bytes; spaces and case do not matter. Throws <see cref="FormatException"/> on any other character.</summary>
    public static byte[] Read(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        int buffer = 0, bits = 0;
        foreach (var c in text.ToUpperInvariant())
        {
            if (c is ' ' or '=') continue;
            var value = Letters.IndexOf(c);
            if (value < 0) throw new FormatException($"'{c}' is not a character of base 32.");
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
