using HaiDang.Cases.Definitions;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Documents;
using HaiDang.Documents.Signing;
using HaiDang.Kernel;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Jobs;

/// <summary>Makes results that nobody signs: with the next number of their kind, sealed with the seal of the agency.</summary>
internal sealed class SealedResult(LetterFacts facts, ISeals seals, IUnits units, IBlobStore files, City city)
{
    /// <summary>The seal of the unit that does the step; null where it has none.</summary>
    public AgencySeal? SealOf(Wait job) => seals.Of(job.Unit);

    public async Task<IssuedResult> Numbered(CityTransaction transaction, Case matter, Wait job, Setting setting)
    {
        var (service, date) = (setting.Service, setting.Now.InZone(city.Zone).Date);
        var unit = units.Find(job.Unit)!;
        return new IssuedResult(
            await ResultNumbers.Next(transaction, matter, service, units.Find(matter.Unit), date), date, service.Result.Name.Vi, "", Uuid.Secret(16), Case.AgencyMark + unit.Id, unit.Name.Vi, "", setting.Now,
            service.Result.Validity is { } validity ? date + validity : null);
    }

    /// <summary>The document, sealed and kept. Touches no database, so that several can be made at once.</summary>
    public async Task<Outcome<IssuedResult>> Make(Case matter, IssuedResult result, AgencySeal seal, Setting setting, CancellationToken stop)
    {
        var service = setting.Service;
        var pdf = LetterMaker.Make(
            service.ResultTemplate, facts.Of(matter, service, Language.Vietnamese, setting.Now, new OfficialCard(result.Signer, result.SignerName, "", matter.Unit, null), result),
            $"{matter.Id}/result/{result.VerifyCode}", setting.Now, result.Date, service.Result.Name.Vi, (facts.Absolute(Links.Portal.Verify(result.VerifyCode)), result.VerifyCode));
        var at = setting.Now.InZone(city.Zone).ToDateTimeOffset();
        var signed = PdfSigner.Sign(pdf.Bytes, seal.Certificate, seal.Chain, new PdfSignatureRequest
        {
            SignerName = result.SignerName,
            SigningTime = at,
            Reason = service.Result.Name.Vi,
            Appearance = pdf.SignatureMark is not { } mark ? null
                : new SignatureAppearance(mark, [$"Đóng dấu số: {result.SignerName}", $"Cấp tự động: {at:dd/MM/yyyy HH:mm:ss zzz}"]),
        });
        if (signed.Pdf is not { } bytes) return SignProblems.From(signed.Diagnostics[0]);
        return result with { FileHash = (await files.Put(bytes, stop)).Hash };
    }
}
