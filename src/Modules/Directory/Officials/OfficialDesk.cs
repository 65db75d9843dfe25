using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.Officials;

/// <summary>What a rule may know when it decides about an official.</summary>
/// <param name="OtherAdmins">How many others could administer if this one could not.</param>
internal sealed record OfficialFacts(Official Official, int OtherAdmins, Instant Now);

/// <summary>Carries a rule's answer out: loads the official, asks the rule, saves its events and what goes with them in one transaction.</summary>
internal sealed class OfficialDesk(CityDb db, EventLog log, IClock clock)
{
    /// <param name="also">What else must change with it, such as a secret; it runs only when the rule agreed.</param>
    public async Task<Outcome<Official>> Change(
        Guid id, Actor actor, Func<OfficialFacts, Outcome<IReadOnlyList<IEvent>>> rule,
        Func<CityTransaction, Official, Task>? also = null, CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Begin(stop);
        // Administrators are locked first and in order: two who change one another wait, they do not deadlock.
        var otherAdmins = await OfficialStore.OtherAdmins(transaction, id);
        if (await OfficialStore.Lock(transaction, id) is not { } official) return OfficialProblems.Missing.Now();
        var facts = new OfficialFacts(official, otherAdmins, now);
        if (!rule(facts).Is(out var events, out var problems)) return Outcome.Refuse<Official>(problems);
        if (await OfficialStore.Save(transaction, log, official, events, actor, now) is not { } after) return OfficialProblems.ChangedMeanwhile.Now();
        if (also is not null) await also(transaction, after);
        await transaction.Commit(stop);
        return after;
    }
}
