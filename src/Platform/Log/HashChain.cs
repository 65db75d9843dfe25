using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HaiDang.Platform.Data;

namespace HaiDang.Platform.Log;

/// <summary>The hash of a line covers everything it says and the hash of the line before it in the same stream.</summary>
internal static class HashChain
{
    internal static readonly string Start = new('0', 64);

    internal static string HashOf(LogLine line)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var part in (ReadOnlySpan<string?>)
                 [line.Previous, line.Stream, Columns.Text.Format(line.At), line.Type, line.Actor, line.Subject, line.Body])
        {
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt64LittleEndian(number, part is null ? -1 : bytes.Length);
            sha.AppendData(number);
            sha.AppendData(bytes);
        }
        BinaryPrimitives.WriteInt64LittleEndian(number, line.Version);
        sha.AppendData(number);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
