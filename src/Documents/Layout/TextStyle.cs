using HaiDang.Documents.Fonts;
using HaiDang.Documents.Model;

namespace HaiDang.Documents.Layout;

/// <summary>How a run of letters looks, and where it leads.</summary>
internal readonly record struct TextStyle(FontFace Face, double Size, string? Link = null)
{
    public static TextStyle Of(double size, bool bold = false, bool italic = false) => new(Typeface.Face(bold, italic), size);

    /// <summary>The style of a span in surroundings that may be bold or italic themselves.</summary>
    public static TextStyle Of(Span span, double size, bool bold = false, bool italic = false) =>
        new(Typeface.Face(bold || span.Bold, italic ^ span.Italic), size, span.Link);

    public double BlankWidth => Typeface.Of(Face).Advance(Typeface.Of(Face).Glyph(' ')) * Size / 1000;
}
