using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.SignIn.Officials;

/// <summary>An official signs in: first the password, then the code of the authenticator.</summary>
internal sealed class OfficialEntry(CityDb db, EventLog log, Passwords passwords, Guesses guesses, IClock clock)
{
    // One answer for all: who has an account, and whether it is locked, is told to nobody who does not know its password.
    public static readonly ProblemType WrongPair = new("directory.wrong-pair", ProblemKind.Forbidden,
        new("Thư điện tử hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa.", "The e-mail or the password is wrong, or the account is locked for now."),
        new("Kiểm tra rồi nhập lại. Sau 5 lần sai liên tiếp, tài khoản bị khóa 15 phút.", "Check and enter them again. After 5 wrong tries in a row an account is locked for 15 minutes."));

    public static readonly ProblemType Suspended = new("directory.suspended", ProblemKind.Forbidden,
        new("Tài khoản của bạn đang bị tạm dừng.", "Your account is suspended."),
        new("Liên hệ quản trị viên của cơ quan.", "Talk to your administrator."));

    public static readonly ProblemType WrongCode = new("directory.wrong-code", ProblemKind.Forbidden,
        new("Mã không đúng hoặc đã được dùng.", "The code is wrong or has been used."),
        new("Đợi ứng dụng hiện mã mới rồi nhập 6 chữ số. Nếu vẫn sai, kiểm tra giờ trên điện thoại.", "Wait for the app to show a new code and enter its 6 digits. If it is still wrong, check the clock of your phone."));

    /// <summary>The official whose password this is. It does not sign them in.</summary>
    public async Task<Outcome<Official>> Password(string? email, string? password, string address, CancellationToken stop = default)
    {
        var name = EmailAddress.Normal(email);
        // Nothing that could be anybody's: nothing is guessed, nothing is counted.
        if (name.Length is 0 or > OfficialProblems.LongestEmail || string.IsNullOrEmpty(password)) return WrongPair.Now();
        if (!guesses.Take(name, address)) return Guesses.TooMany.Now();
        var official = await OfficialStore.WithEmail(await db.Connection(stop), name);
        var credential = official is null ? null : await TakeTry(official.Id, stop);
        // Judged outside of any transaction: it is slow on purpose.
        if (!passwords.IsRight(credential?.PasswordHash, password))
        {
            guesses.Missed(address);
            if (official is not null && credential?.LockedUntil is { } until) await Note(official, new OfficialLockedOut(address, until), stop);
            return WrongPair.Now();
        }
        guesses.GiveBack(name);
        await GiveBack(official!.Id, stop);
        return official.Suspended ? Suspended.Now() : official;
    }

    /// <summary>The second step: a right and unused code signs the official in.</summary>
    public async Task<Outcome<Official>> Code(Guid id, string stamp, string? code, string address, CancellationToken stop = default)
    {
        if (!guesses.IsOpen(address)) return Guesses.TooMany.Now();
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Begin(stop);
        var official = await OfficialStore.Lock(transaction, id);
        if (official is not { Active: true } || official.Stamp != stamp) return Suspended.Now();
        if (await CredentialStore.Lock(transaction, id) is not { TotpKey: { } key } credential) return Suspended.Now();
        if (!credential.Tries.Take(now).Is(out var tries, out var problems)) return Outcome.Refuse<Official>(problems);
        if (Totp.StepOf(key, code, now, credential.TotpStep) is not { } step)
        {
            guesses.Missed(address);
            await CredentialStore.SetTries(transaction, id, tries);
            if (tries.LockedUntil is { } until) await OfficialStore.Save(transaction, log, official, [new OfficialLockedOut(address, until)], Actor.System, now);
            await transaction.Commit(stop);
            return WrongCode.At("code");
        }
        await CredentialStore.Used(transaction, id, step);
        var after = await Enter(transaction, official, address, now);
        await transaction.Commit(stop);
        guesses.Forget(official.Email);
        return after;
    }

    /// <summary>Without password and code, for the demo on one's own machine; callers make sure of that.</summary>
    public async Task<Outcome<Official>> AsDemo(Guid id, string address, CancellationToken stop = default)
    {
        await using var transaction = await db.Begin(stop);
        if (await OfficialStore.Lock(transaction, id) is not { Active: true } official) return Suspended.Now();
        var after = await Enter(transaction, official, address, clock.GetCurrentInstant());
        await transaction.Commit(stop);
        return after;
    }

    private async Task<Official> Enter(CityTransaction transaction, Official official, string address, Instant now) =>
        await OfficialStore.Save(transaction, log, official, [new OfficialSignedIn(address)], official.Actor, now)
        ?? throw new InvalidOperationException($"The log of official {official.Id} does not stand at version {official.Version}.");

    /// <summary>Counts a try before it is judged. Null when the account is locked or has no password yet.</summary>
    private async Task<Credential?> TakeTry(Guid id, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        if (await CredentialStore.Lock(transaction, id) is not { } credential) return null;
        if (!credential.Tries.Take(clock.GetCurrentInstant()).Is(out var tries, out _)) return null;
        await CredentialStore.SetTries(transaction, id, tries);
        await transaction.Commit(stop);
        return credential with { WrongTries = tries.Wrong, LockedUntil = tries.LockedUntil };
    }

    private async Task GiveBack(Guid id, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        if (await CredentialStore.Lock(transaction, id) is { } credential) await CredentialStore.SetTries(transaction, id, credential.Tries.GiveBack());
        await transaction.Commit(stop);
    }

    private async Task Note(Official official, OfficialLockedOut happened, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        if (await OfficialStore.Lock(transaction, official.Id) is { } current)
            await OfficialStore.Save(transaction, log, current, [happened], Actor.System, clock.GetCurrentInstant());
        await transaction.Commit(stop);
    }
}
