using System.Security.Cryptography.X509Certificates;
using Dapper;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Data;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Directory.Officials;

/// <summary>What is shown of a signing file: who it is made out to, by whom, from when to when.</summary>
internal sealed record SigningFileCard
{
    public string Holder { get; init; } = "";
    public string Issuer { get; init; } = "";
    public Instant ValidFrom { get; init; }
    public Instant ValidUntil { get; init; }
    public Instant SetAt { get; init; }
}

internal sealed class SigningFiles(CityDb db) : ISigningFiles
{
    public async Task<byte[]?> Of(string officialId, CancellationToken stop = default) => !Guid.TryParse(officialId, out var id) ? null
        : await (await db.Connection(stop)).QueryFirstOrDefaultAsync<byte[]>("select file from directory_signing_file where official=@id", new { id }, db.Inner());

    public async Task<SigningFileCard?> CardOf(Guid id, CancellationToken stop = default) =>
        await (await db.Connection(stop)).QueryFirstOrDefaultAsync<SigningFileCard>("""
            select holder, issuer, valid_from as ValidFrom, valid_until as ValidUntil, set_at as SetAt from directory_signing_file where official=@id
            """, new { id }, db.Inner());

    /// <summary>What a certificate says of itself.</summary>
    public static SigningFileCard CardOf(X509Certificate2 certificate, Instant now) => new()
    {
        Holder = certificate.GetNameInfo(X509NameType.SimpleName, false),
        Issuer = certificate.GetNameInfo(X509NameType.SimpleName, true),
        ValidFrom = Instant.FromDateTimeUtc(certificate.NotBefore.ToUniversalTime()),
        ValidUntil = Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime()),
        SetAt = now,
    };

    public static Task Keep(CityTransaction transaction, Guid official, byte[] file, SigningFileCard card) => transaction.Execute("""
        insert into directory_signing_file(official, file, holder, issuer, valid_from, valid_until, set_at)
        values (@official, @file, @Holder, @Issuer, @ValidFrom, @ValidUntil, @SetAt)
        on conflict(official) do update set file=excluded.file, holder=excluded.holder, issuer=excluded.issuer,
            valid_from=excluded.valid_from, valid_until=excluded.valid_until, set_at=excluded.set_at
        """, new { official, file, card.Holder, card.Issuer, card.ValidFrom, card.ValidUntil, card.SetAt });
}
