using System.Globalization;

namespace HaiDang.Documents;

/// <summary>The frame that a head describes; the keys are told at <see cref="RenderedDocument.Frame"/>.</summary>
internal static class FrontMatterFrame
{
    private const string Caption = "Quét mã để kiểm tra văn bản";
    private const string EnglishCaption = "Scan to verify this document";

    public static OfficialFrame? Of(IReadOnlyDictionary<string, string> head, string language)
    {
        if (Text("authority") is not { } agency) return null;
        var signer = Signer("signer");
        return new OfficialFrame
        {
            SuperiorAgency = Text("superior"),
            Agency = agency,
            Number = Text("number"),
            Place = Text("place"),
            Date = Date(Text("date")),
            Kind = Text("title"),
            Subtitle = Text("subtitle"),
            AddressedTo = Lines("addressed-to"),
            Recipients = Lines("recipients"),
            LeftSigner = Signer("left-signer"),
            Signer = signer,
            ReserveSignature = signer is not null && Text("sign") == "true",
            Verification = Text("qr") is { } url
                ? new OfficialVerification { Url = url, Caption = Text("qr-caption") ?? (language == "en" ? EnglishCaption : Caption), Code = Text("qr-code") }
                : null,
        };

        string? Text(string key) => head.TryGetValue(key, out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

        IReadOnlyList<string> Lines(string key) => Text(key)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

        OfficialSigner? Signer(string who) => Text(who) is null && Text(who + "-title") is null ? null : new OfficialSigner
        {
            Authority = Lines(who + "-authority"),
            Title = Text(who + "-title"),
            Hint = Text(who + "-hint"),
            Name = Text(who),
        };
    }

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
