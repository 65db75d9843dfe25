using System.Globalization;
using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>Lays out the upper part of the frame: boxes 1 to 5 and 9a.</summary>
internal sealed class FrameHead(OfficialFrame frame, LayoutNotes notes, BodySetting setting)
{
    private const double Left = OfficialStyle.Left;
    private const double TextWidth = OfficialStyle.PageWidth - OfficialStyle.Left - OfficialStyle.Right;
    private const double RuleGap = 3;
    private const double RowGap = 8;

    // The national name takes the right-hand column and has to fit on one line.
    private const double RightWidth = TextWidth * 0.6;
    private const double LeftWidth = TextWidth - RightWidth - 6;
    private const double RightStart = Left + TextWidth - RightWidth;

    public IEnumerable<Strip> Lay(PdfTag parent)
    {
        yield return Header(parent);
        if (frame.Kind is { Length: > 0 } kind)
        {
            var tag = parent.Add("H1");
            foreach (var strip in Centred(kind.ToUpper(CultureInfo.InvariantCulture), OfficialStyle.Kind).Strips(tag, Left, 18, keepWithNext: true)) yield return strip;
            if (frame.Subtitle is { Length: > 0 } subject)
            {
                var paragraph = Centred(subject, OfficialStyle.Subject);
                foreach (var strip in paragraph.Strips(parent.Add("P"), Left, 2, keepWithNext: true)) yield return strip;
                yield return RuleUnder(paragraph.LongestLine * OfficialStyle.RuleShare);
            }
            yield return new Strip(OfficialStyle.ParagraphGap, (_, _) => { });
        }
        foreach (var strip in AddressedTo(parent)) yield return strip;
    }

    private Paragraph Centred(string text, double size) =>
        Paragraph.Set([(text, TextStyle.Of(size, bold: true))], TextWidth, Alignment.Center, notes.Missing);

    private Paragraph Cell(string text, double size, double width, bool bold = false, bool italic = false) =>
        Paragraph.Set([(text, TextStyle.Of(size, bold, italic))], width, Alignment.Center, notes.Missing, spacing: OfficialStyle.Single);

    private static Strip RuleUnder(double length) =>
        new(2 * RuleGap, (canvas, y) => canvas.Line(Left + (TextWidth - length) / 2, y + RuleGap, Left + (TextWidth + length) / 2, y + RuleGap));

    private Strip Header(PdfTag parent)
    {
        var superior = frame.SuperiorAgency is { Length: > 0 } above ? Cell(Capitals(above), OfficialStyle.Agency, LeftWidth) : null;
        var agency = Cell(Capitals(frame.Agency), OfficialStyle.Agency, LeftWidth, bold: true);
        var name = Cell(OfficialFrame.NationalName, OfficialStyle.NationalName, RightWidth, bold: true);
        var motto = Cell(OfficialFrame.NationalMotto, OfficialStyle.NationalMotto, RightWidth, bold: true);
        var number = frame.Number is { Length: > 0 } symbol ? Cell("Số: " + symbol, OfficialStyle.Number, LeftWidth) : null;
        var subject = frame.Kind is null && frame.Subtitle is { Length: > 0 } about ? Cell("V/v " + about, OfficialStyle.LetterSubject, LeftWidth) : null;
        var issued = OfficialText.PlaceAndDate(frame) is { } line ? Cell(line, OfficialStyle.PlaceAndDate, RightWidth, italic: true) : null;

        var tags = new Dictionary<Paragraph, PdfTag>();
        foreach (var paragraph in new[] { superior, agency, name, motto, number, issued, subject }.OfType<Paragraph>()) tags[paragraph] = parent.Add("P");

        var upper = Math.Max((superior?.Height ?? 0) + agency.Height, name.Height + motto.Height) + RuleGap;
        var letterSubject = subject is null ? 0 : subject.Height + (number is null ? 0 : OfficialStyle.LetterSubjectGap);
        var lower = number is null && issued is null && subject is null ? 0 : RowGap + Math.Max((number?.Height ?? 0) + letterSubject, issued?.Height ?? 0);
        return new Strip(upper + lower, (canvas, top) =>
        {
            var y = Draw(superior, canvas, Left, top);
            y = Draw(agency, canvas, Left, y) + RuleGap;
            var half = agency.LongestLine * OfficialStyle.RuleShare / 2;
            canvas.Line(Left + LeftWidth / 2 - half, y, Left + LeftWidth / 2 + half, y);

            y = Draw(name, canvas, RightStart, top);
            y = Draw(motto, canvas, RightStart, y) + RuleGap;
            half = motto.LongestLine / 2;
            canvas.Line(RightStart + RightWidth / 2 - half, y, RightStart + RightWidth / 2 + half, y);

            var second = top + upper + RowGap;
            y = Draw(number, canvas, Left, second);
            Draw(issued, canvas, RightStart, second);
            Draw(subject, canvas, Left, y + (number is null ? 0 : OfficialStyle.LetterSubjectGap));
        });

        double Draw(Paragraph? paragraph, PdfCanvas canvas, double left, double y) => paragraph?.Draw(canvas, tags[paragraph], left, y) ?? y;
    }

    /// <summary>Section II item 9 point d: one addressee on the line of "Kính gửi:", several below each other, dashes under the colon.</summary>
    private IEnumerable<Strip> AddressedTo(PdfTag parent)
    {
        if (frame.AddressedTo.Count == 0) yield break;
        var style = TextStyle.Of(setting.Size);
        if (frame.AddressedTo.Count == 1)
        {
            var line = Paragraph.Set([("Kính gửi: " + frame.AddressedTo[0], style)], TextWidth, Alignment.Center, notes.Missing);
            foreach (var strip in line.Strips(parent.Add("P"), Left, 12)) yield return strip;
            yield break;
        }
        var start = TextWidth * 0.2;
        var greeting = Paragraph.Set([("Kính gửi:", style)], TextWidth - start, Alignment.Left, notes.Missing);
        foreach (var strip in greeting.Strips(parent.Add("P"), Left + start, 12, keepWithNext: true)) yield return strip;
        var indent = start + greeting.LongestLine - style.BlankWidth;
        for (var i = 0; i < frame.AddressedTo.Count; i++)
        {
            var end = i < frame.AddressedTo.Count - 1 ? ";" : ".";
            var line = Paragraph.Set([($"- {frame.AddressedTo[i]}{end}", style)], TextWidth - indent, Alignment.Left, notes.Missing);
            foreach (var strip in line.Strips(parent.Add("P"), Left + indent, 0)) yield return strip;
        }
    }

    private static string Capitals(string text) => text.ToUpper(CultureInfo.InvariantCulture);
}
