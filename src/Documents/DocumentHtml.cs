using System.Globalization;
using System.Text;
using HaiDang.Documents.Html;
using HaiDang.Documents.Model;

namespace HaiDang.Documents;

/// <summary>
/// Draws documents as accessible HTML from the same model as <see cref="DocumentPdf"/>. Names of classes only, no style in the text; the
/// page that shows it brings a style sheet, for example <see cref="StyleSheet"/>. Every text is escaped.
/// </summary>
public static class DocumentHtml
{
    /// <summary>A style sheet for the classes that <see cref="Render"/> uses, on screens and on A4.</summary>
    public static string StyleSheet { get; } = ReadStyleSheet();

    /// <summary>The document within its frame as one <c>article</c> element of class <c>doc</c>.</summary>
    /// <param name="document">The content.</param>
    /// <param name="frame">The formal parts around it; null for a plain document.</param>
    /// <param name="language">The language of the text (BCP 47).</param>
    public static string Render(RenderedDocument document, OfficialFrame? frame, string language = "vi")
    {
        var html = new HtmlText();
        var clean = frame is null ? null : CleanFrame.Of(frame);
        html.Open("article", "doc", ("lang", language));
        if (clean is not null) new HtmlFrame(html, clean).Head();
        var blocks = new HtmlBlocks(html, clean?.Kind is null ? 0 : 1);
        html.Open("div", "doc-body");
        blocks.Write(document.Main);
        html.Close("div");
        if (clean is not null) new HtmlFrame(html, clean).Foot();
        if (document.Appendices.Any())
        {
            html.Open("div", "doc-body");
            blocks.Write(document.Appendices);
            html.Close("div");
        }
        html.Close("article");
        return html.ToString();
    }

    /// <summary>A whole HTML page around <see cref="Render"/>.</summary>
    /// <param name="document">The content.</param>
    /// <param name="frame">The formal parts around it; null for a plain document.</param>
    /// <param name="title">The title of the page.</param>
    /// <param name="styleSheetAddress">The address of a style sheet.</param>
    /// <param name="language">The language of the text (BCP 47).</param>
    public static string RenderPage(RenderedDocument document, OfficialFrame? frame, string title, string styleSheetAddress, string language = "vi") =>
        string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{HtmlText.Escape(language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{HtmlText.Escape(CleanText.Of(title))}</title><link rel="stylesheet" href="{HtmlText.Escape(styleSheetAddress)}"></head>
            <body><main>{Render(document, frame, language)}</main></body>
            </html>

            """);

    private static string ReadStyleSheet()
    {
        using var resource = typeof(DocumentHtml).Assembly.GetManifestResourceStream("document.css")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
