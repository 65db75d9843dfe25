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
        var frame = rendered.Frame is { } head ? head with
        {
            Date = date.ToDateOnly(),
            Verification = verify is { } v
                ? new OfficialVerification { Url = v.Address, Code = v.Code, Caption = "Quét mã để kiểm tra văn bản này" }
                : head.Verification,
        } : null;
        return DocumentPdf.Render(rendered, frame, new PdfOptions { IdSeed = seed, Created = at.ToDateTimeOffset(), Title = title });
    }
}
