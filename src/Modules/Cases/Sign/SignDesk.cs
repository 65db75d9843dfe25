using HaiDang.Cases.Definitions;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Documents;
using HaiDang.Documents.Signing;
using HaiDang.Kernel;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Sign;

/// <summary>
/// The thin shell around signing: opens the leader's certificate file with the passphrase just typed, makes the result with
/// the next number of its kind, signs it, keeps it, and only then lets the case end. The passphrase is kept nowhere.
/// </summary>
internal sealed class SignDesk(
    CaseDesk desk, LetterFacts facts, IOfficials officials, ISigningFiles signingFiles, IBlobStore files, City city)
{
    public async Task<Outcome<Case>> Sign(Guid id, int token, string passphrase, Actor who, CancellationToken stop = default)
    {
        if (await signingFiles.Of(who.Id, stop) is not { } pkcs12) return SignProblems.NoFile.Now();
        if (await officials.Find(who.Id, stop) is not { } signer) return CaseProblems.NotYours.Now("leader");
        return await desk.Do(id, (matter, setting, transaction) => Make(matter, setting, transaction, token, pkcs12, passphrase, signer, who, stop), who, stop);
    }

    private async Task<Outcome<ICaseCommand>> Make(
        Case matter, Setting setting, CityTransaction transaction, int token, byte[] pkcs12, string passphrase, OfficialCard signer, Actor who, CancellationToken stop)
    {
        var may = Guard.Work(matter, token, Verbs.Sign, who);
        if (!may.Ok) return Outcome.Refuse<ICaseCommand>(may.Problems);
        var at = setting.Now.InZone(city.Zone).ToDateTimeOffset();
        var opened = CertificateFile.Open(pkcs12, passphrase, at);
        if (opened.Certificate is not { } certificate) return SignProblems.From(opened.Diagnostics[0]);
        using var key = certificate;

        var service = setting.Service;
        var date = setting.Now.InZone(city.Zone).Date;
        var result = new IssuedResult(
            await ResultNumbers.Next(transaction, matter, service, setting.Units.Find(matter.Unit), date), date, service.Result.Name.Vi, "", Uuid.Secret(16), who.Id, signer.Name, signer.Position, setting.Now,
            service.Result.Validity is { } validity ? date + validity : null);
        var pdf = LetterMaker.Make(
            service.ResultTemplate, facts.Of(matter, service, Language.Vietnamese, setting.Now, signer, result), $"{matter.Id}/result/{result.VerifyCode}",
            setting.Now, date, service.Result.Name.Vi, (facts.Absolute(Links.Portal.Verify(result.VerifyCode)), result.VerifyCode));
        var signed = PdfSigner.Sign(pdf.Bytes, key.Certificate, key.Chain, Request(pdf.SignatureMark, signer, service, at));
        if (signed.Pdf is not { } bytes) return SignProblems.From(signed.Diagnostics[0]);

        var blob = await files.Put(bytes, stop);
        result = result with { FileHash = blob.Hash };
        await ResultNumbers.Keep(transaction, matter, result);
        return Outcome.Agree<ICaseCommand>(new SignResult(token, result));
    }

    private static PdfSignatureRequest Request(SignatureMark? mark, OfficialCard signer, ServiceDefinition service, DateTimeOffset at) => new()
    {
        SignerName = signer.Name,
        SigningTime = at,
        Reason = service.Result.Name.Vi,
        Appearance = mark is null ? null : new SignatureAppearance(mark,
            [$"Ký bởi: {signer.Name}", signer.Position, $"Ngày ký: {at:dd/MM/yyyy HH:mm:ss zzz}"]),
    };
}
