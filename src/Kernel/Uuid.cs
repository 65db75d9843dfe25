using System.Security.Cryptography;
using NodaTime;

namespace HaiDang.Kernel;

/// <summary>UUID version 7 (RFC 9562 §5.7): ordered by time, so that an index of them grows at its end.</summary>
public static class Uuid
{
    /// <summary>
    /// An identifier whose first 48 bits are the milliseconds of <paramref name="now"/> and whose other 74 free bits are
    /// random. Two made in the same millisecond differ but have no order between them.
    /// </summary>
#pragma warning disable RS0030 // the one place where identifiers are made
    public static Guid New(Instant now) => Guid.CreateVersion7(now.ToDateTimeOffset());
#pragma warning restore RS0030

    /// <summary>The time at which a version 7 identifier was made, to the millisecond.</summary>
    public static Instant TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        long ms = 0;
        for (var i = 0; i < 6; i++) ms = (ms << 8) | bytes[i];
        return Instant.FromUnixTimeMilliseconds(ms);
    }

    /// <summary>
    /// A secret for a person to keep: <paramref name="length"/> characters of Crockford's base 32 in lower case without
    /// letters that look alike (5 bits each), from the system's secure random source.
    /// </summary>
    public static string Secret(int length) => RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", length);
}
