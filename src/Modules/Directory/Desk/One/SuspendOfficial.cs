using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Kernel;

namespace HaiDang.Directory.Desk.One;

/// <summary>Suspends an official, with a reason: every session ends at once, nothing is deleted. And gives the account back.</summary>
internal static class SuspendOfficial
{
    public static Outcome<IReadOnlyList<IEvent>> Suspend(OfficialFacts facts, string? reason)
    {
        if (ReasonOf(reason) is not { } why) return OfficialProblems.ReasonRequired.At("reason", OfficialProblems.LongestReason);
        if (facts.Official.Suspended) return OfficialProblems.AlreadySuspended.Now();
        if (facts.Official is { IsAdmin: true, Active: true } && facts.OtherAdmins == 0) return OfficialProblems.LastAdmin.Now(facts.Official.Name);
        return new IEvent[] { new OfficialSuspended(why) };
    }

    public static Outcome<IReadOnlyList<IEvent>> Restore(OfficialFacts facts, string? reason)
    {
        if (ReasonOf(reason) is not { } why) return OfficialProblems.ReasonRequired.At("reason", OfficialProblems.LongestReason);
        if (!facts.Official.Suspended) return OfficialProblems.NotSuspended.Now();
        return new IEvent[] { new OfficialRestored(why) };
    }

    private static string? ReasonOf(string? typed) =>
        Vietnamese.Nfc(typed ?? "").Trim() is { Length: > 0 and <= OfficialProblems.LongestReason } reason ? reason : null;
}
