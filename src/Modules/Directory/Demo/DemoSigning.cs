using System.Security.Cryptography.X509Certificates;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Officials;
using HaiDang.Documents.Signing;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.Demo;

/// <summary>
/// The demo's certificate authority: kept in the data folder, it issues each leader a signing file. Its root certificate
/// lies beside it as <c>demo-authority.cer</c>, for whoever checks a signature of the demo.
/// </summary>
internal sealed class DemoSigning(CityDb db, EventLog log, CityStart start, IUnits units, IClock clock)
{
    public const string Passphrase = "hai-dang-demo";
    private const string KeyFile = "demo-authority.p12", RootFile = "demo-authority.cer", LeaderRole = "leader";
    private static readonly Duration LifeOfAuthority = Duration.FromDays(3650), LifeOfCertificate = Duration.FromDays(730), Before = Duration.FromDays(1200);

    /// <summary>Gives a signing file to each leader who has none.</summary>
    public async Task GiveLeaders(CancellationToken stop)
    {
        var without = await OfficialStore.Where(await db.Connection(stop), """
            join directory_key k on k.official = o.id
            where k.role=@LeaderRole and not exists (select 1 from directory_signing_file f where f.official = o.id) order by o.sort_key, o.id
            """, new { LeaderRole });
        if (without.Count == 0) return;
        var now = clock.GetCurrentInstant();
        using var authority = Open(now);
        foreach (var leader in without) await Give(authority, leader, now, stop);
    }

    private async Task Give(DemoAuthority authority, Official leader, Instant now, CancellationToken stop)
    {
        var subject = new DemoSubject(leader.Name, leader.Title, units.Find(leader.Unit)?.Name.Vi, start.City.Name.Vi);
        // Valid from long ago, so that the demo's cases of last year can be signed on their day.
        var (from, until) = (now - Before + Duration.FromDays(1), now + LifeOfCertificate);
        var file = authority.Issue(subject, from.ToDateTimeOffset(), until.ToDateTimeOffset(), BitConverter.ToInt64(leader.Id.ToByteArray()) & long.MaxValue | 1, Passphrase);
        var card = new SigningFileCard { Holder = leader.Name, Issuer = authority.Root.GetNameInfo(X509NameType.SimpleName, false), ValidFrom = from, ValidUntil = until, SetAt = now };
        await using var transaction = await db.Begin(stop);
        if (await OfficialStore.Lock(transaction, leader.Id) is not { } official) return;
        await OfficialStore.Save(transaction, log, official, [new SigningFileSet(card.Holder, until)], Actor.System, now);
        await SigningFiles.Keep(transaction, leader.Id, file, card);
        await transaction.Commit(stop);
    }

    private DemoAuthority Open(Instant now) => Open(start, now);

    internal static DemoAuthority Open(CityStart start, Instant now)
    {
        var path = Path.Combine(start.Data, KeyFile);
        if (File.Exists(path)) return DemoAuthority.Open(File.ReadAllBytes(path), Passphrase);
        var authority = DemoAuthority.Create($"Cơ quan chứng thực bản demo – {start.City.Name.Vi}",
            (now - Before).ToDateTimeOffset(), (now + LifeOfAuthority).ToDateTimeOffset(), now.ToUnixTimeSeconds());
        File.WriteAllBytes(Path.Combine(start.Data, RootFile), authority.Root.Export(X509ContentType.Cert));
        File.WriteAllBytes(path, authority.Export(Passphrase));
        return authority;
    }
}
