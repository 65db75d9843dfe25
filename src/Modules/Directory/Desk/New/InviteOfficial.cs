using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.Desk.New;

/// <summary>A new official, as typed.</summary>
public sealed record InviteAsk(string? Name, string? Email, PlaceAsk Place);

/// <summary>An official and the one-time link to hand over.</summary>
public sealed record Invited(Official Official, Uri Link);

/// <summary>Makes an account that is nobody's yet, and the link by which its person takes it up.</summary>
internal sealed class InviteOfficial(CityDb db, EventLog log, CityUnits units, OneTimeLinks invites, IClock clock)
{
    public static Outcome<OfficialInvited> Decide(InviteAsk ask, CityUnits units, Guid id)
    {
        var name = PersonName.Parse(ask.Name ?? "");
        var email = EmailAddress.Parse(ask.Email, "email");
        List<Problem> problems = [.. name.Problems.Select(p => p with { Field = "name" }), .. email.Problems, .. Place.Problems(ask.Place, units)];
        return problems.Count > 0
            ? Outcome.Refuse<OfficialInvited>(problems)
            : new OfficialInvited(id, name.Value.Full, email.Value, null, ask.Place.Unit!, Place.TitleOf(ask.Place), Place.RolesOf(ask.Place));
    }

    public async Task<Outcome<Invited>> Run(InviteAsk ask, Actor actor, CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        if (!Decide(ask, units, Uuid.New(now)).Is(out var invited, out var problems)) return Outcome.Refuse<Invited>(problems);
        await using var transaction = await db.Begin(stop);
        if (await OfficialStore.WithEmail(transaction.Connection, invited.Email, transaction.Inner) is not null) return OfficialProblems.EmailTaken.At("email", invited.Email);
        var official = await OfficialStore.Save(transaction, log, null, [invited, new InviteLinkMade(now + OneTimeLink.Life)], actor, now);
        if (official is null) return OfficialProblems.ChangedMeanwhile.Now();
        var link = await invites.Make(transaction, official.Id, now);
        await transaction.Commit(stop);
        return new Invited(official, link);
    }
}
