using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Directory.Secrets;

/// <summary>What an official signs in with. It never leaves the module and is in no event.</summary>
internal sealed record Credential
{
    public Guid Official { get; init; }
    public string? PasswordHash { get; init; }
    public byte[]? TotpKey { get; init; }
    public long TotpStep { get; init; }
    public int WrongTries { get; init; }
    public Instant? LockedUntil { get; init; }

    public Tries Tries => new(WrongTries, LockedUntil);
}

internal static class CredentialStore
{
    /// <summary>The credential of an official, locked until the transaction ends; null before they joined.</summary>
    public static Task<Credential?> Lock(CityTransaction transaction, Guid official) => transaction.One<Credential>($"""
        select official, password_hash as PasswordHash, totp_key as TotpKey, totp_step as TotpStep, wrong_tries as WrongTries, locked_until as LockedUntil
        from directory_credential where official=@official {transaction.Pick("", "for update")}
        """, new { official });

    /// <summary>Both secrets at once, as an invitation sets them. The step of the code that proved the authenticator counts as used.</summary>
    public static Task Set(CityTransaction transaction, Guid official, string passwordHash, byte[] totpKey, long totpStep) => transaction.Execute("""
        insert into directory_credential(official, password_hash, totp_key, totp_step, wrong_tries, locked_until)
        values (@official, @passwordHash, @totpKey, @totpStep, 0, null)
        on conflict(official) do update set password_hash=excluded.password_hash, totp_key=excluded.totp_key, totp_step=excluded.totp_step,
            wrong_tries=0, locked_until=null
        """, new { official, passwordHash, totpKey, totpStep });

    public static Task SetPassword(CityTransaction transaction, Guid official, string passwordHash) => transaction.Execute(
        "update directory_credential set password_hash=@passwordHash, wrong_tries=0, locked_until=null where official=@official", new { official, passwordHash });

    public static Task SetAuthenticator(CityTransaction transaction, Guid official, byte[] totpKey, long totpStep) => transaction.Execute(
        "update directory_credential set totp_key=@totpKey, totp_step=@totpStep, wrong_tries=0, locked_until=null where official=@official", new { official, totpKey, totpStep });

    public static Task SetTries(CityTransaction transaction, Guid official, Tries tries) => transaction.Execute(
        "update directory_credential set wrong_tries=@Wrong, locked_until=@LockedUntil where official=@official", new { official, tries.Wrong, tries.LockedUntil });

    /// <summary>A code was right: its step is used and the count of wrong tries begins anew.</summary>
    public static Task Used(CityTransaction transaction, Guid official, long step) => transaction.Execute(
        "update directory_credential set totp_step=@step, wrong_tries=0, locked_until=null where official=@official", new { official, step });
}
