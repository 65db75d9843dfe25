using System.Security.Cryptography;
using System.Text;
using HaiDang.Cases.Life;
using HaiDang.Cases.Submit;

namespace HaiDang.Cases.Track;

/// <summary>Opens a case by its number and secret. A wrong number and a wrong secret cannot be told apart.</summary>
internal sealed class TrackedCases(CaseDesk desk)
{
    private const int Longest = 100;
    private static readonly string NoHash = new('0', 64);

    public async Task<Case?> Find(string? number, string? secret, CancellationToken stop = default)
    {
        if (number is not { Length: > 0 and <= Longest } || secret is not { Length: > 0 and <= Longest }) return null;
        var typed = string.Concat(number.Where(c => !char.IsWhiteSpace(c)));
        var matter = await desk.FindByNumber(typed, stop) ?? await desk.FindByNumber(typed.ToUpperInvariant(), stop);
        var (given, kept) = (Encoding.ASCII.GetBytes(SubmitDesk.HashOf(secret)), Encoding.ASCII.GetBytes(matter?.SecretHash ?? NoHash));
        return CryptographicOperations.FixedTimeEquals(given, kept) ? matter : null;
    }
}
