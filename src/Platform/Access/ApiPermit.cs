namespace HaiDang.Platform.Access;

/// <summary>What a program of others may do here.</summary>
/// <param name="Unit">Only for this unit and those below it; null for the whole city.</param>
/// <param name="PerMinute">How many requests a minute it may make; 0 for any number.</param>
/// <param name="May">Words such as <c>submit</c>, <c>read</c>, <c>message</c>, <c>message:fee-paid</c>, <c>webhook</c>.</param>
public sealed record ApiPermit(string? Unit, IReadOnlySet<string> May, int PerMinute = ApiPermit.UsualPerMinute)
{
    public const string Submit = "submit";
    public const string Read = "read";
    public const string Message = "message";
    public const string Webhook = "webhook";

    public const int UsualPerMinute = 600;

    private const string OneMessage = Message + ":";

    /// <summary>The words that mean something by themselves; a message may also be named.</summary>
    public static readonly IReadOnlyList<string> Words = [Submit, Read, Message, Webhook];

    public static bool IsWord(string word) => Words.Contains(word) ||
        (word.StartsWith(OneMessage, StringComparison.Ordinal) && word.Length > OneMessage.Length && word.AsSpan(OneMessage.Length).IndexOfAnyExcept(NameLetters) < 0);

    /// <summary>The words by which endpoints are opened: a named message opens the door of messages.</summary>
    public IEnumerable<string> Doors => May.Select(w => w.StartsWith(OneMessage, StringComparison.Ordinal) ? Message : w).Distinct();

    public bool MaySend(string message) => May.Contains(Message) || May.Contains(OneMessage + message);

    private static readonly System.Buffers.SearchValues<char> NameLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
}
