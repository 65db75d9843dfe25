using HaiDang.Documents.Fonts;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>A line of text. It ends with the blank that vanished there, so that words stay apart for whoever reads the file aloud.</summary>
/// <param name="Pieces">Its letters, neighbours of one style together.</param>
/// <param name="Width">Width in points without the last blank.</param>
/// <param name="Blanks">Blanks that can be stretched.</param>
/// <param name="Last">Whether the paragraph or a forced line ends here, so that nothing is stretched.</param>
/// <param name="Size">Size of the largest letters.</param>
internal sealed record TextLine(IReadOnlyList<TextPiece> Pieces, double Width, int Blanks, bool Last, double Size)
{
    /// <summary>How far a blank may be stretched, in type sizes; beyond that a ragged line looks better.</summary>
    public const double WidestStretch = 0.6;

    /// <summary>Draws the line on its baseline, stretched to <paramref name="justifyTo"/> when that is given.</summary>
    public void Draw(PdfCanvas canvas, PdfTag? tag, double x, double baseline, double? justifyTo)
    {
        var stretch = 0.0;
        if (justifyTo is { } width && !Last && Blanks > 0 && width > Width)
        {
            stretch = (width - Width) / Blanks;
            if (stretch > WidestStretch * Size) stretch = 0;
        }
        PdfTag? link = null;
        string? address = null;
        foreach (var piece in Pieces)
        {
            if (piece.Style.Link != address)
            {
                address = piece.Style.Link;
                link = address is null ? null : tag?.Add("Link");
            }
            var drawn = piece.Width + stretch * piece.Blanks;
            if (piece.Replaced) canvas.Replacement(link ?? tag, piece.Style.Face, piece.Style.Size, x, baseline, piece.Shown, piece.Text);
            else canvas.Text(link ?? tag, piece.Style.Face, piece.Style.Size, x, baseline, piece.Shown, stretch);
            if (link is not null) canvas.Link(link, address!, x, baseline - piece.Style.Size * 0.8, drawn, piece.Style.Size);
            x += drawn;
        }
    }
}
