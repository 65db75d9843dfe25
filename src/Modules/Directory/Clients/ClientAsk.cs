using System.Globalization;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Access;

namespace HaiDang.Directory.Clients;

/// <summary>What an administrator typed about a program.</summary>
/// <param name="May">Words of <see cref="ApiPermit.Words"/> that were ticked.</param>
/// <param name="Messages">Names of messages, between them spaces or commas: only these may be sent.</param>
public sealed record ClientAsk(string? Name, string? Unit, IReadOnlyList<string> May, string? Messages, string? PerMinute)
{
    private const string OneMessage = ApiPermit.Message + ":";

    internal static ClientAsk Of(ApiClient client) => new(
        client.Name, client.Unit, [.. client.May.Where(w => !IsOneMessage(w))],
        string.Join(' ', client.May.Where(IsOneMessage).Select(w => w[OneMessage.Length..])), client.PerMinute.ToString(CultureInfo.InvariantCulture));

    internal static bool IsOneMessage(string word) => word.StartsWith(OneMessage, StringComparison.Ordinal);

    internal Outcome<ClientTerms> Terms(IUnits units)
    {
        var typed = PerMinute?.Trim() ?? "";
        var rate = typed.Length == 0 ? ApiPermit.UsualPerMinute : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var named = (Messages ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(m => OneMessage + m).ToList();
        var terms = ClientTerms.Of(string.IsNullOrEmpty(Unit) ? null : Unit, [.. May, .. named], rate, units);
        return terms.Ok ? terms : Outcome.Refuse<ClientTerms>([.. terms.Problems.Select(p => IsOfMessages(p) ? p with { Field = "messages" } : p)]);
    }

    private static bool IsOfMessages(Problem problem) => problem.Type == ClientProblems.UnknownPermission && problem.Args is [string word, ..] && IsOneMessage(word);
}
