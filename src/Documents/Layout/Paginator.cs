using System.Globalization;
using HaiDang.Documents.Fonts;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>
/// Puts strips on pages from top to bottom. Pages are numbered from the second on, each appendix on its own (Decree 30/2020/NĐ-CP,
/// Appendix I, part I, section I item 7 and section III item 1 point đ).
/// </summary>
internal sealed class Paginator(PdfDocument document)
{
    private const double Room = OfficialStyle.PageHeight - OfficialStyle.Top - OfficialStyle.Bottom;
    private const double Bottom = OfficialStyle.PageHeight - OfficialStyle.Bottom;

    private PdfCanvas? page;
    private double y;
    private int number;

    /// <summary>The tallest strip that a page holds, in points.</summary>
    public const double Tallest = Room;

    /// <summary>How much of the last page is filled, from 0 to 1.</summary>
    public double Filled => (y - OfficialStyle.Top) / Room;

    public void Place(IReadOnlyList<Strip> strips)
    {
        page ??= NextPage();
        for (var from = 0; from < strips.Count;)
        {
            var to = from + 1;
            while (to < strips.Count && strips[to - 1].KeepWithNext && Height(strips, from, to + 1) <= Room) to++;
            var first = strips[from];
            var needed = Height(strips, from, to) + (AtTop ? 0 : first.Gap);
            if (!AtTop && (first.BeginsPage || y + needed > Bottom + 0.01)) TurnPage(strips, from);
            for (var i = from; i < to; i++) Put(strips[i], i > from);
            from = to;
        }
    }

    private bool AtTop => y <= OfficialStyle.Top + 0.01;

    /// <summary>The height of a group without the gap above it.</summary>
    private static double Height(IReadOnlyList<Strip> strips, int from, int to)
    {
        var height = strips[from].Height;
        for (var i = from + 1; i < to; i++) height += strips[i].Gap + strips[i].Height;
        return height;
    }

    private void TurnPage(IReadOnlyList<Strip> strips, int next)
    {
        var first = strips[next];
        if (first.BeginsPage) number = 0;
        if (next > 0) strips[next - 1].Close?.Invoke(page!, y);
        page = NextPage();
        foreach (var repeated in first.Repeated) Put(repeated, true);
        if (first.Repeated.Count == 0) first.Reopen?.Invoke(page, y);
    }

    private void Put(Strip strip, bool withGap)
    {
        if (withGap || !AtTop) y += strip.Gap;
        strip.Draw(page!, y);
        y += strip.Height;
    }

    private PdfCanvas NextPage()
    {
        var next = document.AddPage(OfficialStyle.PageWidth, OfficialStyle.PageHeight);
        y = OfficialStyle.Top;
        if (++number == 1) return next;
        var text = number.ToString(CultureInfo.InvariantCulture);
        var style = TextStyle.Of(OfficialStyle.PageNumber);
        var width = TextPiece.Cut(text, style, _ => { }).Sum(p => p.Width);
        next.Text(null, FontFace.Regular, style.Size, (OfficialStyle.PageWidth - width) / 2, OfficialStyle.Top / 2 + style.Size / 2, text);
        return next;
    }
}
