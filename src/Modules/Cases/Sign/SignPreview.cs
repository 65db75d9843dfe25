using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Work;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Sign;

/// <summary>The result as it would be signed now, for the signer to read first: no number taken, no code, no signature.</summary>
internal sealed class SignPreview(LetterFacts facts, IOfficials officials, City city, IClock clock)
{
    /// <summary>Stands where the name of a letter does.</summary>
    public const string Name = "xem-truoc";

    /// <summary>Null unless this official is to sign this case now.</summary>
    public async Task<byte[]?> Of(Opening opening, Actor who, CancellationToken stop = default)
    {
        if (opening.Work is not { } work || !work.Actions.Contains(Verbs.Sign) || await officials.Find(who.Id, stop) is not { } signer) return null;
        var (matter, service, now) = (opening.Matter, opening.Service, clock.GetCurrentInstant());
        var date = now.InZone(city.Zone).Date;
        var result = new IssuedResult(
            ResultNumbers.Unfilled(service), date, service.Result.Name.Vi, "", "", who.Id, signer.Name, signer.Position, now,
            service.Result.Validity is { } validity ? date + validity : null);
        return LetterMaker.Make(
            service.ResultTemplate, facts.Of(matter, service, Language.Vietnamese, now, signer, result), $"{matter.Id}/preview/{matter.Version}", now, date,
            $"Bản xem trước – {service.Result.Name.Vi}").Bytes;
    }
}
