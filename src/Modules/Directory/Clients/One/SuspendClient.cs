using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Directory.Clients.One;

/// <summary>Closes the API to a program for a while, with a reason, and opens it again with the same token.</summary>
internal static class SuspendClient
{
    public static Outcome<IReadOnlyList<IEvent>> Suspend(ApiClient client, string? reason)
    {
        if (ReasonOf(reason) is not { } why) return ClientProblems.ReasonRequired.At("reason", ClientProblems.LongestReason);
        return client.SuspendedAt is null ? new IEvent[] { new ClientSuspended(why) } : ClientProblems.AlreadySuspended.Now();
    }

    public static Outcome<IReadOnlyList<IEvent>> Restore(ApiClient client, string? reason)
    {
        if (ReasonOf(reason) is not { } why) return ClientProblems.ReasonRequired.At("reason", ClientProblems.LongestReason);
        return client.SuspendedAt is not null ? new IEvent[] { new ClientRestored(why) } : ClientProblems.NotSuspended.Now();
    }

    private static string? ReasonOf(string? typed) =>
        Vietnamese.Nfc(typed ?? "").Trim() is { Length: > 0 and <= ClientProblems.LongestReason } reason ? reason : null;
}
