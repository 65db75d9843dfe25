using System.Globalization;
using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>
/// Lays out the lower part of the frame: the signer (boxes 7a to 7c) at the right; at the left a second signer, the recipients (box 9b)
/// and the QR code. It stays on one page; recipients that are too many for that follow as paragraphs.
/// </summary>
internal sealed class FrameFoot(OfficialFrame frame, LayoutNotes notes)
{
    private const double Left = OfficialStyle.Left;
    private const double TextWidth = OfficialStyle.PageWidth - OfficialStyle.Left - OfficialStyle.Right;
    private const double RightWidth = TextWidth * 0.54;
    private const double LeftWidth = TextWidth - RightWidth - 8;
    private const double RightStart = Left + TextWidth - RightWidth;
    private const double Gap = 10;

    /// <summary>Where the mark of the signature is, once the pages are drawn.</summary>
    public SignatureMark? Mark { get; private set; }

    /// <summary>The strips, the first of which holds what must stay together.</summary>
    public IEnumerable<Strip> Lay(PdfTag parent)
    {
        var left = new List<Part>();
        if (frame.LeftSigner is { } second) left.AddRange(Signer(second, LeftWidth, parent, reserve: false));
        var right = frame.Signer is { } signer ? Signer(signer, RightWidth, parent, frame.ReserveSignature).ToList() : [];
        var recipients = Recipients(parent).ToList();
        var verification = frame.Verification is { } v ? Verification(v, parent) : null;

        var together = left.Concat(recipients).Sum(p => p.Height) + (verification?.Height ?? 0);
        var overflow = together > Paginator.Tallest * 0.8 ? recipients : [];
        if (overflow.Count == 0) left.AddRange(recipients);
        if (verification is not null) left.Add(verification);
        if (left.Count > 0 || right.Count > 0)
        {
            yield return new Strip(Math.Max(left.Sum(p => p.Height), right.Sum(p => p.Height)), (canvas, y) =>
            {
                Draw(left, canvas, Left, y);
                Draw(right, canvas, RightStart, y);
            }) { Gap = 2 * Gap };
        }
        foreach (var part in overflow) yield return new Strip(part.Height, (canvas, y) => part.Draw(canvas, Left, y));
    }

    private static void Draw(IEnumerable<Part> parts, PdfCanvas canvas, double left, double y)
    {
        foreach (var part in parts)
        {
            part.Draw(canvas, left, y);
            y += part.Height;
        }
    }

    private IEnumerable<Part> Signer(OfficialSigner signer, double width, PdfTag parent, bool reserve)
    {
        foreach (var line in signer.Authority) yield return Text(Capitals(line), OfficialStyle.Signer, width, parent, Alignment.Center, bold: true);
        if (signer.Title is { Length: > 0 } title) yield return Text(Capitals(title), OfficialStyle.Signer, width, parent, Alignment.Center, bold: true);
        if (signer.Hint is { Length: > 0 } hint) yield return Text(hint, OfficialStyle.Number, width, parent, Alignment.Center, italic: true);
        yield return new Part(reserve ? OfficialStyle.SignatureHeight + 2 * 4 : OfficialStyle.PenHeight, (canvas, x, y) =>
        {
            if (!reserve) return;
            var markWidth = Math.Min(width, OfficialStyle.SignatureWidth);
            var markLeft = x + (width - markWidth) / 2;
            Mark = new SignatureMark(
                canvas.Index, Math.Round(markLeft, 2), Math.Round(canvas.Height - y - 4 - OfficialStyle.SignatureHeight, 2), Math.Round(markWidth, 2), Math.Round(OfficialStyle.SignatureHeight, 2));
        });
        if (signer.Name is { Length: > 0 } name) yield return Text(name, OfficialStyle.Signer, width, parent, Alignment.Center, bold: true);
    }

    private IEnumerable<Part> Recipients(PdfTag parent)
    {
        if (frame.Recipients.Count == 0) yield break;
        if (frame.LeftSigner is not null) yield return new Part(Gap, (_, _, _) => { });
        yield return Text("Nơi nhận:", OfficialStyle.RecipientsTitle, LeftWidth, parent, Alignment.Left, bold: true, italic: true);
        foreach (var line in OfficialText.Recipients(frame)) yield return Text(line, OfficialStyle.Recipients, LeftWidth, parent, Alignment.Left);
    }

    private Part? Verification(OfficialVerification verification, PdfTag parent)
    {
        const double Side = OfficialStyle.QrSide;
        if (Qr.Matrix(verification.Url) is not { } code)
        {
            notes.Add("document.long-qr",
                $"Địa chỉ kiểm tra dài quá {Qr.LongestText} byte hoặc để trống nên không vẽ được mã QR.",
                $"The address for verification is empty or longer than {Qr.LongestText} bytes, so no QR code is drawn.");
            return null;
        }
        var figure = parent.Add(new PdfTag("Figure") { Alt = OfficialText.QrAlt(verification) });
        var width = LeftWidth - Side - 4;
        var caption = new List<Part>();
        caption.Add(Text(verification.Caption, OfficialStyle.QrCaption, width, parent, Alignment.Left));
        if (verification.Code is { Length: > 0 } words) caption.Add(Text(words, OfficialStyle.QrCaption + 1, width, parent, Alignment.Left, bold: true));
        var height = caption.Sum(p => p.Height);
        return new Part(Gap + Math.Max(Side, height), (canvas, x, y) =>
        {
            canvas.Fill(figure, Qr.Rectangles(code, x, y + Gap, Side));
            Draw(caption, canvas, x + Side + 4, y + Gap + Math.Max(0, (Side - height) / 2));
        });
    }

    private Part Text(string text, double size, double width, PdfTag parent, Alignment alignment, bool bold = false, bool italic = false)
    {
        var tag = parent.Add("P");
        var paragraph = Paragraph.Set([(text, TextStyle.Of(size, bold, italic))], width, alignment, notes.Missing, spacing: OfficialStyle.Single);
        return new Part(paragraph.Height, (canvas, x, y) => paragraph.Draw(canvas, tag, x, y));
    }

    private static string Capitals(string text) => text.ToUpper(CultureInfo.InvariantCulture);

    private sealed record Part(double Height, Action<PdfCanvas, double, double> Draw);
}
