using System.Globalization;
using System.Text;
using HaiDang.Documents.Fonts;

namespace HaiDang.Documents.Layout;

/// <summary>Letters of one style that the face can draw, or the replacement of one that it cannot.</summary>
/// <param name="Text">What was written.</param>
/// <param name="Shown">What is drawn; other than <paramref name="Text"/> only in a replacement.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Width">Its width in points, blanks unstretched.</param>
internal sealed record TextPiece(string Text, string Shown, TextStyle Style, double Width)
{
    private const string Unknown = "\uFFFD";
    private const string EmptyBox = "\u25A1";

    public bool Replaced => !ReferenceEquals(Text, Shown) && Text != Shown;

    public int Blanks => Shown.Count(c => Blank.Stretches(c));

    /// <summary>Cuts text into pieces, and tells <paramref name="missing"/> what the face has no letter for.</summary>
    public static IEnumerable<TextPiece> Cut(string text, TextStyle style, Action<string> missing)
    {
        var font = Typeface.Of(style.Face);
        var plain = new StringBuilder();
        var width = 0.0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var advance = 0.0;
            var drawable = true;
            foreach (var rune in element.EnumerateRunes())
            {
                var glyph = font.Glyph(rune.Value);
                drawable &= glyph != 0;
                advance += font.Advance(glyph);
            }
            if (drawable)
            {
                plain.Append(element);
                width += advance * style.Size / 1000;
                continue;
            }
            if (plain.Length > 0) yield return Plain();
            var shown = element.StartsWith('\u2610') ? EmptyBox : Unknown;
            if (shown == Unknown) missing(element);
            yield return new TextPiece(element, shown, style, font.Advance(font.Glyph(shown[0])) * style.Size / 1000);
        }
        if (plain.Length > 0) yield return Plain();

        TextPiece Plain()
        {
            var run = plain.ToString();
            var piece = new TextPiece(run, run, style, width);
            plain.Clear();
            width = 0;
            return piece;
        }
    }

    /// <summary>The piece cut into its text elements, for words that no line can hold.</summary>
    public IEnumerable<TextPiece> Elements()
    {
        if (Replaced)
        {
            yield return this;
            yield break;
        }
        var elements = StringInfo.GetTextElementEnumerator(Text);
        while (elements.MoveNext())
        {
            foreach (var piece in Cut(elements.GetTextElement(), Style, _ => { })) yield return piece;
        }
    }
}
