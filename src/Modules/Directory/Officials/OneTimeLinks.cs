using System.Security.Cryptography;
using System.Text;
using Dapper;
using HaiDang.Contracts;
using HaiDang.Directory.Data;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Directory.Officials;

internal enum LinkState
{
    Unknown,
    Good,
    Expired,
    Used,
}

internal sealed record OneTimeLink
{
    public static readonly Duration Life = Duration.FromHours(72);

    public Guid Official { get; init; }
    public Instant ExpiresAt { get; init; }
    public Instant? UsedAt { get; init; }

    /// <summary>What a link is worth now; a link that does not exist, or that a newer one replaced, is unknown.</summary>
    public static LinkState StateOf(OneTimeLink? invite, Instant now) => invite switch
    {
        null => LinkState.Unknown,
        { UsedAt: not null } => LinkState.Used,
        _ => now < invite.ExpiresAt ? LinkState.Good : LinkState.Expired,
    };
}

/// <summary>One-time links. Whoever holds one becomes that official, so it is shown once and kept as a hash.</summary>
internal sealed class OneTimeLinks(CityDb db, CityStart start)
{
    private const int TokenLength = 32;

    /// <summary>A new link for an official; links made before and not used no longer work.</summary>
    public async Task<Uri> Make(CityTransaction transaction, Guid official, Instant now)
    {
        var token = Uuid.Secret(TokenLength);
        await transaction.Execute("delete from directory_invite where official=@official and used_at is null", new { official });
        await transaction.Execute("insert into directory_invite(hash, official, made_at, expires_at) values (@hash, @official, @now, @expiresAt)",
            new { hash = HashOf(token), official, now, expiresAt = now + OneTimeLink.Life });
        return new Uri(start.Address, Links.SignIn.Invite(token));
    }

    public async Task<OneTimeLink?> Find(string token, CancellationToken stop = default) => await (await db.Connection(stop)).QueryFirstOrDefaultAsync<OneTimeLink>(
        "select official, expires_at as ExpiresAt, used_at as UsedAt from directory_invite where hash=@hash", new { hash = HashOf(token) }, db.Inner());

    /// <summary>Uses a link up; false when it is no longer good, whoever was first.</summary>
    public static async Task<bool> Use(CityTransaction transaction, string token, Instant now) => await transaction.Execute(
        "update directory_invite set used_at=@now where hash=@hash and used_at is null and expires_at > @now", new { hash = HashOf(token), now }) == 1;

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
