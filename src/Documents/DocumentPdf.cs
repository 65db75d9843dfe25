using System.Security.Cryptography;
using System.Text;
using HaiDang.Documents.Layout;
using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents;

/// <summary>What a PDF needs to know beside its words; nothing is taken from a clock or from chance.</summary>
public sealed record PdfOptions
{
    /// <summary>What the file's permanent identifier is made from (ISO 32000-1 §14.4): same seed, same identifier. For example the id of the case.</summary>
    public required string IdSeed { get; init; }

    /// <summary>When the document was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The title that a reader's window shows.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the text (BCP 47).</summary>
    public string Language { get; init; } = "vi-VN";
}

/// <summary>The place kept for the visible mark of a signature. Points from the lower left corner of the page, as PDF counts.</summary>
/// <param name="Page">The page, from 0.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Lower edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record SignatureMark(int Page, double X, double Y, double Width, double Height);

/// <summary>A document as PDF.</summary>
/// <param name="Bytes">The file: PDF 1.7, tagged, fonts embedded, classic cross-reference table and trailer.</param>
/// <param name="PageCount">How many pages it has.</param>
/// <param name="SignatureMark">The place for the signature's mark, when <see cref="OfficialFrame.ReserveSignature"/> asked for one and there is a signer.</param>
/// <param name="Notes">What could not be shown as it was written.</param>
public sealed record RenderedPdf(byte[] Bytes, int PageCount, SignatureMark? SignatureMark, IReadOnlyList<DocumentDiagnostic> Notes);

/// <summary>Draws documents as PDF in the layout of Decree 30/2020/NĐ-CP, Appendix I. Pure: the same arguments give the same bytes.</summary>
public static class DocumentPdf
{
    private const double LittleOnAPage = 0.5;

    /// <summary>The document within its frame.</summary>
    /// <param name="document">The content.</param>
    /// <param name="frame">The formal parts around it; null for a plain document.</param>
    /// <param name="options">Identity, date, title and language.</param>
    public static RenderedPdf Render(RenderedDocument document, OfficialFrame? frame, PdfOptions options)
    {
        var clean = frame is null ? null : CleanFrame.Of(frame);
        var (pdf, foot, notes, filled) = Compose(document, clean, BodySetting.Roomy);
        if (pdf.Pages.Count > 1 && filled < LittleOnAPage)
        {
            var close = Compose(document, clean, BodySetting.Close);
            if (close.Pdf.Pages.Count < pdf.Pages.Count) (pdf, foot, notes, _) = close;
        }

        var title = CleanText.Of(options.Title);
        var metadata = new PdfMetadata(title.Length > 0 ? title : clean?.Kind ?? "…", clean?.Agency, clean?.Subtitle, options.Language, options.Created);
        var id = SHA256.HashData(Encoding.UTF8.GetBytes(options.IdSeed))[..16];
        var bytes = pdf.Write(metadata, id);
        return new RenderedPdf(bytes, pdf.Pages.Count, foot?.Mark, notes.All);
    }

    private static (PdfDocument Pdf, FrameFoot? Foot, LayoutNotes Notes, double Filled) Compose(RenderedDocument document, OfficialFrame? frame, BodySetting setting)
    {
        var notes = new LayoutNotes();
        var pdf = new PdfDocument();
        var head = frame is null ? [] : new FrameHead(frame, notes, setting).Lay(pdf.Root).ToList();
        var content = new BlockLayout(notes, frame?.Kind is null ? 0 : 1, setting);
        var body = content.Lay([.. document.Main], pdf.Root);
        var foot = frame is null ? null : new FrameFoot(frame, notes);
        var closing = foot?.Lay(pdf.Root).ToList() ?? [];
        var appendices = content.Lay([.. document.Appendices], pdf.Root);

        // The signature never stands alone on a page: the last lines of the content go with it.
        if (closing.Count > 0 && body.Count > 0) body[^1] = body[^1] with { KeepWithNext = true };
        var pages = new Paginator(pdf);
        pages.Place([.. head, .. body, .. closing, .. appendices]);
        return (pdf, foot, notes, pages.Filled);
    }
}
