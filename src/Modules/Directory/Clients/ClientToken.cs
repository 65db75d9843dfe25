using System.Security.Cryptography;
using System.Text;
using HaiDang.Kernel;

namespace HaiDang.Directory.Clients;

/// <summary>
/// The bearer token of a client: <c>hd_</c>, the client's id and 40 random letters. The id finds the row, the letters are compared
/// by their hash; they hold 200 bits, so one plain hash is enough.
/// </summary>
internal static class ClientToken
{
    private const string Mark = "hd_";
    private const int Letters = 40;
    private const int Length = 3 + 32 + Letters;

    public static (string Token, string Hash) New(Guid client)
    {
        var letters = Uuid.Secret(Letters);
        return ($"{Mark}{client:n}{letters}", HashOf(letters));
    }

    /// <summary>The client's id and the hash of the letters; null for anything that is no token.</summary>
    public static (Guid Client, string Hash)? Read(string? token) =>
        token is { Length: Length } && token.StartsWith(Mark, StringComparison.Ordinal) && Guid.TryParseExact(token.AsSpan(Mark.Length, 32), "N", out var client)
            ? (client, HashOf(token[^Letters..])) : null;

    public static bool Same(string hash, string kept) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(kept));

    private static string HashOf(string letters) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));
}
