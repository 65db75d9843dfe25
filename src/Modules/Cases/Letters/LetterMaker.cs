using System.Text.Json.Nodes;
using HaiDang.Documents;
using HaiDang.Feel;
using NodaTime;

namespace HaiDang.Cases.Letters;

/// <summary>Makes a letter or a result as PDF: the template's text in the frame that its head describes.</summary>
internal static class LetterMaker
{
    /// <param name="seed">What makes the file's identifiers; the same seed and facts give the same bytes.</param>
    /// <param name="verify">Address and code of the page that verifies a result, or null for a letter.</param>
    public static RenderedPdf Make(
        DocumentTemplate template, JsonObject facts, string seed, Instant at, LocalDate date, string title, (string Address, string Code)? verify = null)
    {
        var rendered = template.Render(new FeelScope(FeelValue.FromJson(facts)));
        var frame = Frame(rendered.FrontMatter, date, verify);
        return DocumentPdf.Render(rendered, frame, new PdfOptions { IdSeed = seed, Created = at.ToDateTimeOffset(), Title = title });
    }

    private static OfficialFrame Frame(IReadOnlyDictionary<string, string> head, LocalDate date, (string Address, string Code)? verify)
    {
        var qr = Text("qr");
        return new OfficialFrame
        {
            SuperiorAgency = Text("superior"),
            Agency = Text("authority") ?? "",
            Number = Text("number"),
            Place = Text("place"),
            Date = date.ToDateOnly(),
            Kind = Text("title"),
            Subtitle = Text("subtitle"),
            AddressedTo = Lines("addressed-to"),
            Recipients = Lines("recipients"),
            Signer = Signer("signer"),
            LeftSigner = Signer("left-signer"),
            ReserveSignature = Text("sign") == "true",
            Verification = verify is { } v
                ? new OfficialVerification { Url = v.Address, Code = v.Code, Caption = "Quét mã để kiểm tra văn bản này" }
                : qr is null ? null : new OfficialVerification { Url = qr, Caption = "Quét mã để theo dõi hồ sơ" },
        };

        string? Text(string key) => head.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;
        IReadOnlyList<string> Lines(string key) => Text(key)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        OfficialSigner? Signer(string who) => Text(who) is null && Text(who + "-title") is null ? null : new OfficialSigner
        {
            Authority = Lines(who + "-authority"), Title = Text(who + "-title"), Hint = Text(who + "-hint"), Name = Text(who),
        };
    }
}
