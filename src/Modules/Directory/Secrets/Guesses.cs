using System.Collections.Concurrent;
using System.Net;
using HaiDang.Kernel;
using HaiDang.Platform.Http;
using NodaTime;

namespace HaiDang.Directory.Secrets;

/// <summary>
/// What went wrong at the officials' door within a quarter of an hour, by the name that was typed, whether or not anybody has it, and by
/// where it came from. What went right counts nowhere, so a big office behind one address comes in at eight o'clock. Kept in this node's
/// memory; the count that locks an account (<see cref="Tries"/>) is kept with the account.
/// </summary>
internal sealed class Guesses(IClock clock)
{
    public const int MostForName = 10, MostFromAddress = 200;
    private const int MostKept = 50_000;

    public static readonly Duration Window = Duration.FromMinutes(15);

    public static readonly ProblemType TooMany = new("directory.too-many-guesses", ProblemKind.TooOften,
        new("Đã có quá nhiều lần nhập sai với thư điện tử này hoặc từ mạng bạn đang dùng.", "Too much was typed wrong with this e-mail, or from the network that you use."),
        new("Đợi 15 phút rồi thử lại, hoặc nhờ quản trị viên của cơ quan.", "Wait 15 minutes and try again, or ask your administrator."));

    private readonly ConcurrentDictionary<string, Wrong> wrong = new(StringComparer.Ordinal);

    /// <summary>Takes a guess at a name before it is judged, so that many at once are not more than the limit; false: it is not to be judged.</summary>
    public bool Take(string name, string address) => IsOpen(address) && wrong.GetOrAdd(NameKey(name), _ => new()).Take(clock.GetCurrentInstant(), MostForName);

    /// <summary>The guess was right.</summary>
    public void GiveBack(string name)
    {
        if (wrong.TryGetValue(NameKey(name), out var counted)) counted.GiveBack();
    }

    /// <summary>Whoever has the name has come in, with everything that was asked.</summary>
    public void Forget(string name) => wrong.TryRemove(NameKey(name), out _);

    /// <summary>Whether anything from there is still judged.</summary>
    public bool IsOpen(string address) => !wrong.TryGetValue(AddressKey(address), out var counted) || counted.Within(clock.GetCurrentInstant()) < MostFromAddress;

    /// <summary>Something from there went wrong.</summary>
    public void Missed(string address)
    {
        var now = clock.GetCurrentInstant();
        wrong.GetOrAdd(AddressKey(address), _ => new()).Take(now, MostFromAddress);
        if (wrong.Count <= MostKept) return;
        foreach (var (key, counted) in wrong)
            if (counted.Within(now) == 0) wrong.TryRemove(key, out _);
    }

    private static string NameKey(string name) => $"name {name}";

    private static string AddressKey(string address) => $"from {CallerNetwork.Of(IPAddress.TryParse(address, out var ip) ? ip : null)}";

    /// <summary>The moments of the latest wrong guesses.</summary>
    private sealed class Wrong
    {
        private readonly LinkedList<Instant> moments = [];

        public bool Take(Instant now, int most)
        {
            lock (moments)
            {
                if (Forget(now) >= most) return false;
                moments.AddLast(now);
                return true;
            }
        }

        public void GiveBack()
        {
            lock (moments)
                if (moments.Count > 0) moments.RemoveLast();
        }

        public int Within(Instant now)
        {
            lock (moments) return Forget(now);
        }

        private int Forget(Instant now)
        {
            while (moments.First is { } oldest && oldest.Value <= now - Window) moments.RemoveFirst();
            return moments.Count;
        }
    }
}
