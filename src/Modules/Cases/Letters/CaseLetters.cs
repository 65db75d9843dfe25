using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Letters;

/// <summary>Gives the letters of a case as files. All but the signed result are made when asked for, from what the log holds.</summary>
internal sealed class CaseLetters(LetterFacts facts, CaseDesk desk, IOfficials officials, IBlobStore files, City city)
{
    /// <summary>The PDF, or null when this case has no such letter.</summary>
    /// <param name="key">As <see cref="CaseLetter.Key"/> has it.</param>
    public async Task<byte[]?> Read(Case c, string key, CancellationToken stop = default)
    {
        if (LetterKinds.Of(c).FirstOrDefault(l => l.Key == key) is not { } letter) return null;
        var kind = letter.Kind;
        if (kind == LetterKinds.Result) return await files.Read(c.Result!.FileHash, stop);

        var service = await desk.ServiceOf(c, stop);
        var (at, by) = kind switch
        {
            LetterKinds.Receipt => (c.AcceptedAt!.Value, c.AcceptedBySending ? null : c.AcceptedBy),
            LetterKinds.Supplement => (c.Asked!.At, c.Asked.By),
            LetterKinds.Refusal => (c.Refusal!.At, c.Refusal.By),
            LetterKinds.FeeReceipt => (letter.Payment!.PaidAt, null),
            _ => (c.Apologies[^1].At, null),
        };
        var official = by is null ? null : await officials.Find(by, stop);
        if ((service.Letters.GetValueOrDefault(kind) ?? (kind == LetterKinds.FeeReceipt ? Pay.FeeReceipt.Template : null)) is not { } template) return null;
        return LetterMaker.Make(template, facts.Of(c, service, Language.Vietnamese, at, official, payment: letter.Payment), $"{c.Id}/{key}/{at}", at,
            at.InZone(city.Zone).Date, letter.Name.Vi).Bytes;
    }
}
