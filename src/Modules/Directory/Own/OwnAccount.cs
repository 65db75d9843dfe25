using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.SignIn.Officials;
using HaiDang.Documents.Signing;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.Own;

/// <summary>What an official changes of their own: password, authenticator, signing file. The first two ask for the password again.</summary>
internal sealed class OwnAccount(CityDb db, EventLog log, OfficialDesk desk, OfficialEntry entry, Passwords passwords, IClock clock)
{
    public const int LargestSigningFile = 256 * 1024;

    public static readonly ProblemType WrongPassword = new("directory.wrong-current-password", ProblemKind.Invalid,
        new("Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa.", "The current password is wrong, or the account is locked for now."),
        new("Nhập lại mật khẩu đang dùng. Sau 5 lần sai liên tiếp, tài khoản bị khóa 15 phút.", "Enter the password that you use now. After 5 wrong tries in a row an account is locked for 15 minutes."));

    public static readonly ProblemType NoFile = new("directory.signing-file-missing", ProblemKind.Invalid,
        new("Chưa chọn tệp, hoặc tệp lớn hơn {0} KB.", "No file is chosen, or it is larger than {0} KB."),
        new("Chọn tệp chứng thư số có đuôi .p12 hoặc .pfx.", "Choose a certificate file that ends in .p12 or .pfx."));

    private static readonly ProblemType Unusable = new("directory.signing-file-unusable", ProblemKind.Invalid,
        new("{0}", "{0}"),
        new("Kiểm tra tệp và mật khẩu của tệp, hoặc xin lại tệp từ nơi cấp chứng thư số.", "Check the file and its passphrase, or ask the issuer of the certificate for it again."));

    public async Task<Outcome<Official>> ChangePassword(Official official, string? current, string? next, string? repeated, string address, CancellationToken stop = default)
    {
        var problems = PasswordRules.Problems(next, repeated, official.Name, official.Email);
        if (problems.Count > 0) return Outcome.Refuse<Official>(problems);
        if (!(await entry.Password(official.Email, current, address, stop)).Ok) return WrongPassword.At("current");
        var hash = passwords.Hash(next!);
        return await desk.Change(official.Id, official.Actor, _ => new IEvent[] { new PasswordChanged() },
            (transaction, after) => CredentialStore.SetPassword(transaction, after.Id, hash), stop);
    }

    /// <param name="secret">The new authenticator's secret as the page showed it.</param>
    public async Task<Outcome<Official>> ChangeAuthenticator(Official official, string? current, byte[]? secret, string? code, string address, CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        if (secret is null || Totp.StepOf(secret, code, now, 0) is not { } step) return OfficialEntry.WrongCode.At("code");
        if (!(await entry.Password(official.Email, current, address, stop)).Ok) return WrongPassword.At("current");
        return await desk.Change(official.Id, official.Actor, _ => new IEvent[] { new AuthenticatorChanged() },
            (transaction, after) => CredentialStore.SetAuthenticator(transaction, after.Id, secret, step), stop);
    }

    /// <summary>Keeps a certificate file. The passphrase is used once, to see whose it is and whether it can sign, and not kept.</summary>
    public async Task<Outcome<Official>> SetSigningFile(Official official, byte[]? file, string? passphrase, CancellationToken stop = default)
    {
        if (file is not { Length: > 0 and <= LargestSigningFile }) return NoFile.At("file", LargestSigningFile / 1024);
        var now = clock.GetCurrentInstant();
        var opened = CertificateFile.Open(file, passphrase ?? "", now.ToDateTimeOffset());
        if (opened.Certificate is not { } certificate)
            return opened.Diagnostics.Select(d => Unusable.At(d.Code == WrongPassphraseCode ? "passphrase" : "file", new LocalText(d.Vi, d.En))).ToArray();
        using (certificate)
        {
            var card = SigningFiles.CardOf(certificate.Certificate, now);
            await using var transaction = await db.Begin(stop);
            if (await OfficialStore.Lock(transaction, official.Id) is not { Active: true } current) return OfficialProblems.Missing.Now();
            var after = await OfficialStore.Save(transaction, log, current, [new SigningFileSet(card.Holder, card.ValidUntil)], official.Actor, now);
            if (after is null) return OfficialProblems.ChangedMeanwhile.Now();
            await SigningFiles.Keep(transaction, official.Id, file, card);
            await transaction.Commit(stop);
            return after;
        }
    }

    private const string WrongPassphraseCode = "sign.wrong-passphrase";
}
