using HaiDang.Documents.Model;

namespace HaiDang.Documents;

/// <summary>A frame whose texts are fit to be drawn.</summary>
internal static class CleanFrame
{
    public static OfficialFrame Of(OfficialFrame frame) => frame with
    {
        SuperiorAgency = Clean(frame.SuperiorAgency),
        Agency = CleanText.Of(frame.Agency),
        Number = Clean(frame.Number),
        Place = Clean(frame.Place),
        Kind = Clean(frame.Kind),
        Subtitle = Clean(frame.Subtitle),
        AddressedTo = Clean(frame.AddressedTo),
        Recipients = Clean(frame.Recipients),
        Signer = Clean(frame.Signer),
        LeftSigner = Clean(frame.LeftSigner),
        Verification = frame.Verification is { } v ? v with { Url = CleanText.Of(v.Url), Caption = CleanText.Of(v.Caption), Code = Clean(v.Code) } : null,
    };

    private static string? Clean(string? text) => text is null ? null : CleanText.Of(text) is { Length: > 0 } clean ? clean : null;

    private static List<string> Clean(IReadOnlyList<string> texts) => [.. texts.Select(CleanText.Of)];

    private static OfficialSigner? Clean(OfficialSigner? signer) => signer is null ? null : signer with
    {
        Authority = Clean(signer.Authority),
        Title = Clean(signer.Title),
        Hint = Clean(signer.Hint),
        Name = Clean(signer.Name),
    };
}
