using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.SignIn.Officials;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.SignIn.Invite;

/// <summary>Whose link it is, or why it is worth nothing.</summary>
internal sealed record InviteView(LinkState State, Official? Official);

/// <summary>What is typed on the page of a one-time link.</summary>
/// <param name="Secret">The authenticator's secret as the page showed it.</param>
internal sealed record AcceptAsk(string? Password, string? Repeated, byte[]? Secret, string? Code);

/// <summary>An official takes up a one-time link: chooses a password and proves the authenticator, both at once, and is signed in.</summary>
internal sealed class AcceptInvite(CityDb db, EventLog log, OneTimeLinks invites, Passwords passwords, IClock clock)
{
    public static readonly ProblemType LinkOver = new("directory.invite-over", ProblemKind.Conflict,
        new("Liên kết này đã được dùng, đã hết hạn hoặc đã được thay bằng liên kết mới.", "This link has been used, has run out, or was replaced by a newer one."),
        new("Nhờ quản trị viên gửi liên kết mới.", "Ask your administrator for a new link."));

    public async Task<InviteView> Look(string token, CancellationToken stop = default)
    {
        var invite = await invites.Find(token, stop);
        var state = OneTimeLink.StateOf(invite, clock.GetCurrentInstant());
        var official = state == LinkState.Good ? await OfficialStore.Find(await db.Connection(stop), invite!.Official) : null;
        return official is { Suspended: true } ? new(LinkState.Unknown, null) : new(state, official);
    }

    public async Task<Outcome<Official>> Run(string token, AcceptAsk ask, string address, CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        if (await Look(token, stop) is not { Official: { } invited }) return LinkOver.Now();
        var problems = Problems(ask, invited, now);
        if (problems.Count > 0) return Outcome.Refuse<Official>(problems);
        var hash = passwords.Hash(ask.Password!);

        await using var transaction = await db.Begin(stop);
        if (await OfficialStore.Lock(transaction, invited.Id) is not { Suspended: false } official) return LinkOver.Now();
        if (!await OneTimeLinks.Use(transaction, token, now)) return LinkOver.Now();
        await CredentialStore.Set(transaction, official.Id, hash, ask.Secret!, Totp.StepOf(ask.Secret!, ask.Code, now, 0)!.Value);
        var after = await OfficialStore.Save(transaction, log, official, [new OfficialJoined(), new OfficialSignedIn(address)], official.Actor, now);
        if (after is null) return OfficialProblems.ChangedMeanwhile.Now();
        await transaction.Commit(stop);
        return after;
    }

    private static List<Problem> Problems(AcceptAsk ask, Official invited, Instant now)
    {
        List<Problem> problems = [.. PasswordRules.Problems(ask.Password, ask.Repeated, invited.Name, invited.Email)];
        if (ask.Secret is null || Totp.StepOf(ask.Secret, ask.Code, now, 0) is null) problems.Add(OfficialEntry.WrongCode.At("code"));
        return problems;
    }
}
