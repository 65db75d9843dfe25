using HaiDang.Contracts;
using HaiDang.Directory.Desk.New;
using HaiDang.Directory.Officials;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Directory.Desk.One;

/// <summary>A new one-time link: the first was lost, or password or telephone are. The old secrets work until it is used.</summary>
internal sealed class ReinviteOfficial(OfficialDesk desk, OneTimeLinks invites, IClock clock)
{
    public async Task<Outcome<Invited>> Run(Guid id, Actor actor, CancellationToken stop = default)
    {
        Uri? link = null;
        var done = await desk.Change(id, actor, Decide,
            async (transaction, official) => link = await invites.Make(transaction, official.Id, clock.GetCurrentInstant()), stop);
        return done.Map(official => new Invited(official, link!));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(OfficialFacts facts) => facts.Official.Suspended
        ? OfficialProblems.AlreadySuspended.Now()
        : new IEvent[] { new InviteLinkMade(facts.Now + OneTimeLink.Life) };
}
