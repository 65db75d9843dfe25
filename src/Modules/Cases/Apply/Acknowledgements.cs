using System.Security.Cryptography;
using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace HaiDang.Cases.Apply;

/// <summary>
/// Keeps what was acknowledged for a short while, the secret sealed: a form that is sent twice, by a double click or a lost answer,
/// is acknowledged twice in the same words.
/// </summary>
internal sealed class Acknowledgements(CityDb db, CaseDesk cases, IDataProtectionProvider protection, IClock clock)
{
    private static readonly Duration Life = Duration.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("cases.acknowledged");

    /// <summary>To be done before the transaction begins: a new key for sealing is written by a connection of its own.</summary>
    public string Seal(string secret) => protector.Protect(secret);

    /// <summary>In the transaction that sends the draft.</summary>
    /// <param name="secret">As <see cref="Seal"/> gave it.</param>
    public async Task Keep(CityTransaction transaction, Draft draft, string secret) =>
        await transaction.Execute("insert into cases_acknowledgement(draft, owner, secret, until) values (@Id, @Owner, @secret, @Until)",
            new { draft.Id, draft.Owner, secret, Until = clock.GetCurrentInstant() + Life });

    /// <summary>What was acknowledged when this draft was sent; null when it was not sent by this person, or not lately.</summary>
    public async Task<Submitted?> Find(Guid draft, Actor who, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var kept = await connection.QueryFirstOrDefaultAsync<string>(
            "select secret from cases_acknowledgement where draft=@draft and owner=@Mark and until > @now", new { draft, who.Mark, now = clock.GetCurrentInstant() });
        if (kept is null || await cases.Find(draft, stop) is not { } matter) return null;
        try
        {
            return new Submitted(matter, protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return new Submitted(matter, "");
        }
    }
}
