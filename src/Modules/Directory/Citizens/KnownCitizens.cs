using Dapper;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Data;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.Citizens;

internal sealed record Citizen
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string? Birthdate { get; init; }
    public string? Gender { get; init; }
    public string? IdentityNumber { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
    public string FormKey { get; init; } = "";
    public long Version { get; init; }

    public string Account => Id.ToString();
    public Actor Actor => Actor.Citizen(Account, Name);
    public CitizenCard Card => new(Account, Name, IdentityNumber, Birthdate, Gender, Phone, Email, Address);
    public CitizenFacts Facts => new(Name, Birthdate, Gender, IdentityNumber, Phone, Email, Address);
}

internal sealed class KnownCitizens(CityDb db, EventLog log, IClock clock) : ICitizens
{
    private const string Select = """
        select id, name, birthdate, gender, identity_number as IdentityNumber, phone, email, address, form_key as FormKey, version from directory_citizen
        """;

    /// <summary>Who vouches for accounts that wait for their person: nobody yet.</summary>
    private const string Waiting = "urn:haidang:named";

    public async Task<CitizenCard?> Find(string id, CancellationToken stop = default) =>
        Guid.TryParse(id, out var guid) ? (await Load(guid, stop))?.Card : null;

    public async Task<Citizen?> Load(Guid id, CancellationToken stop = default) =>
        await (await db.Connection(stop)).QueryFirstOrDefaultAsync<Citizen>($"{Select} where id=@id", new { id }, db.Inner());

    public async Task<CitizenCard> Named(string identityNumber, string name, Actor by, CancellationToken stop = default)
    {
        if (await OfNumber(identityNumber, stop) is { } known) return known.Card;
        var now = clock.GetCurrentInstant();
        var facts = new CitizenFacts(name, null, null, identityNumber, null, null, null);
        var citizen = new Citizen { Id = Uuid.New(now), Name = name, IdentityNumber = identityNumber, FormKey = Uuid.Secret(20), Version = 1 };
        await using (var transaction = await db.Begin(stop))
        {
            var added = await transaction.Execute("""
                insert into directory_citizen(id, issuer, sub, name, identity_number, form_key, signed_in_at, version)
                values (@Id, @Waiting, @IdentityNumber, @Name, @IdentityNumber, @FormKey, @now, @Version) on conflict(issuer, sub) do nothing
                """, new { citizen.Id, Waiting, citizen.IdentityNumber, citizen.Name, citizen.FormKey, now, citizen.Version });
            if (added == 1)
            {
                if (!await log.Append(transaction, StreamOf(citizen.Id), 0, [new CitizenNamed(facts)], by, now, citizen.Account))
                    throw new InvalidOperationException($"The log of citizen {citizen.Id} has begun already.");
                await transaction.Commit(stop);
                return citizen.Card;
            }
        }
        return (await OfNumber(identityNumber, stop))!.Card;
    }

    /// <summary>Of several accounts the one that the person used last; one that still waits comes after all others.</summary>
    private async Task<Citizen?> OfNumber(string identityNumber, CancellationToken stop) =>
        await (await db.Connection(stop)).QueryFirstOrDefaultAsync<Citizen>(
            $"{Select} where identity_number=@identityNumber order by case when issuer=@Waiting then 1 else 0 end, signed_in_at desc limit 1", new { identityNumber, Waiting }, db.Inner());

    private static string StreamOf(Guid citizen) => $"directory/citizen/{citizen}";

    /// <summary>A person whom the identity provider vouches for signs in: known by issuer and subject, never by name or number.</summary>
    public async Task<Citizen> SignIn(string issuer, string sub, CitizenFacts facts, CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Begin(stop);
        // Whoever was named before their first sign-in finds the account that waited for them, with its cases.
        if (facts.IdentityNumber is { } number)
            await transaction.Execute("""
                update directory_citizen set issuer=@issuer, sub=@sub where issuer=@Waiting and sub=@number
                and not exists (select 1 from directory_citizen known where known.issuer=@issuer and known.sub=@sub)
                """, new { issuer, sub, number, Waiting });
        // The empty insert makes two first sign-ins at once wait for one another.
        var id = Uuid.New(now);
        await transaction.Execute("""
            insert into directory_citizen(id, issuer, sub, name, form_key, signed_in_at, version)
            values (@id, @issuer, @sub, '', @formKey, @now, 0) on conflict(issuer, sub) do nothing
            """, new { id, issuer, sub, formKey = Uuid.Secret(20), now });
        var before = (await transaction.One<Citizen>($"{Select} where issuer=@issuer and sub=@sub {transaction.Pick("", "for update")}", new { issuer, sub }))!;
        List<IEvent> events = [];
        if (before.Version == 0) events.Add(new CitizenRegistered(facts));
        else if (before.Facts != facts) events.Add(new CitizenChanged(facts));
        events.Add(new CitizenSignedIn());
        var after = before with
        {
            Name = facts.Name, Birthdate = facts.Birthdate, Gender = facts.Gender, IdentityNumber = facts.IdentityNumber, Phone = facts.Phone,
            Email = facts.Email, Address = facts.Address, Version = before.Version + events.Count,
        };
        await transaction.Execute("""
            update directory_citizen set name=@Name, birthdate=@Birthdate, gender=@Gender, identity_number=@IdentityNumber, phone=@Phone, email=@Email,
                address=@Address, signed_in_at=@now, version=@Version
            where id=@Id
            """, new { after.Id, after.Name, after.Birthdate, after.Gender, after.IdentityNumber, after.Phone, after.Email, after.Address, now, after.Version });
        if (!await log.Append(transaction, StreamOf(after.Id), before.Version, events, after.Actor, now, after.Account))
            throw new InvalidOperationException($"The log of citizen {after.Id} does not stand at version {before.Version}.");
        await transaction.Commit(stop);
        return after;
    }
}
