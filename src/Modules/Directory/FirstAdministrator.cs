using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Officials;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory;

/// <summary>
/// <c>haidang admin invite</c>: whoever runs the program can make an administrator of the city's top unit. There is no
/// other way in to an empty city, and no default password.
/// </summary>
public sealed class FirstAdministrator
{
    private static readonly LocalText DefaultName = new("Quản trị viên", "Administrator");
    private const string Title = "Quản trị hệ thống";

    private readonly CityDb db;
    private readonly EventLog log;
    private readonly IUnits units;
    private readonly OneTimeLinks links;
    private readonly IClock clock;

    internal FirstAdministrator(CityDb db, EventLog log, IUnits units, OneTimeLinks links, IClock clock) =>
        (this.db, this.log, this.units, this.links, this.clock) = (db, log, units, links, clock);

    /// <summary>
    /// The one-time link for the administrator of that address. An account that is there already becomes one (again):
    /// suspension and lost secrets are mended by it.
    /// </summary>
    public async Task<Outcome<Uri>> Invite(string email, string? name = null, CancellationToken stop = default)
    {
        if (!EmailAddress.Parse(email, "email").Is(out var address, out var problems)) return Outcome.Refuse<Uri>(problems);
        var called = PersonName.Parse(name ?? DefaultName.Vi);
        if (!called.Ok) return Outcome.Refuse<Uri>(called.Problems);
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Begin(stop);
        var before = await OfficialStore.WithEmail(transaction.Connection, address, transaction.Inner);
        if (before is not null) before = await OfficialStore.Lock(transaction, before.Id);
        var events = Events(before, Uuid.New(now), called.Value.Full, address, now);
        if (await OfficialStore.Save(transaction, log, before, events, Actor.System, now) is not { } official) return OfficialProblems.ChangedMeanwhile.Now();
        var link = await links.Make(transaction, official.Id, now);
        await transaction.Commit(stop);
        return link;
    }

    private List<IEvent> Events(Official? before, Guid id, string name, string email, Instant now)
    {
        List<IEvent> events = [];
        if (before is null) events.Add(new OfficialInvited(id, name, email, null, units.All[0].Id, Title, [Official.AdminRole]));
        else
        {
            if (!before.IsAdmin) events.Add(new OfficialMoved(before.Unit, before.Title, [.. before.Roles.Append(Official.AdminRole).Order(StringComparer.Ordinal)]));
            if (before.Suspended) events.Add(new OfficialRestored("haidang admin invite"));
        }
        events.Add(new InviteLinkMade(now + OneTimeLink.Life));
        return events;
    }
}
