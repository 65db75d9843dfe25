using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Citizens;
using HaiDang.Directory.Data;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Directory.Demo;

/// <summary>The made-up officials of people.csv, with secrets that everybody knows. They exist only under <c>--demo</c>.</summary>
internal sealed class DemoPeople(
    CityDb db, EventLog log, CityFolder folder, CityUnits units, Passwords passwords, DemoSigning signing, KnownCitizens citizens, CityStart start, IClock clock) : IDemoPeople
{
    public const string Password = "hai-dang-ban-demo";
    public const string AuthenticatorSecret = "HAIDANGDEMOHAIDANGDEMOHAIDANGDEM";

    /// <summary>Adds whoever of people.csv is not there yet; nobody who is there is changed.</summary>
    public async Task Load(CancellationToken stop = default)
    {
        var problems = new PackProblems();
        var people = PeopleFile.Read(folder, units, problems);
        foreach (var problem in problems.All) Console.Error.WriteLine(problem.In(Language.Vietnamese));
        var now = clock.GetCurrentInstant();
        string? hash = null;
        await using var transaction = await db.Begin(stop);
        foreach (var person in people)
        {
            if (await OfficialStore.WithEmail(transaction.Connection, person.Email, transaction.Inner) is not null) continue;
            var invited = new OfficialInvited(Uuid.New(now), person.Name, person.Email, person.Phone, person.Unit, person.Title, person.Roles);
            await OfficialStore.Save(transaction, log, null, [invited, new OfficialJoined()], Actor.System, now);
            await CredentialStore.Set(transaction, invited.Id, hash ??= passwords.Hash(Password), Base32.Read(AuthenticatorSecret), 0);
        }
        await transaction.Commit(stop);
        await signing.GiveLeaders(stop);
    }

    public string SigningPassphrase => DemoSigning.Passphrase;

    /// <summary>Each has the account that they will find when they sign in at the simulator.</summary>
    public async Task<IReadOnlyList<CitizenCard>> Citizens(CancellationToken stop = default)
    {
        if (!start.Demo || start.Oidc is not { } provider) return [];
        var cards = new List<CitizenCard>();
        foreach (var row in PeopleFile.Citizens(folder, units, new PackProblems()))
            cards.Add((await citizens.SignIn(provider.Authority.ToString().TrimEnd('/'), row.Sub, row.Facts, stop)).Card);
        return cards;
    }

    public async Task<IReadOnlyList<Official>> Officials(CancellationToken stop = default)
    {
        var emails = PeopleFile.Read(folder, units, new PackProblems()).Select(p => p.Email).ToHashSet();
        var all = await OfficialStore.Where(await db.Connection(stop), "where o.joined_at is not null and o.suspended_at is null order by o.sort_key, o.id limit 500", new { }, db.Inner());
        return [.. all.Where(o => emails.Contains(o.Email))];
    }
}
