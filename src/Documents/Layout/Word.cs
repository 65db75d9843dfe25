using HaiDang.Documents.Fonts;
using HaiDang.Documents.Model;

namespace HaiDang.Documents.Layout;

/// <summary>
/// What a line cannot break: a word, or words that belong together (<see cref="VietnameseWords"/>), and what comes after it.
/// </summary>
/// <param name="Pieces">Its letters.</param>
/// <param name="After">The blank that follows and vanishes at the end of a line; null when the next word follows at once.</param>
/// <param name="EndsLine">Whether the line must end here.</param>
internal sealed record Word(IReadOnlyList<TextPiece> Pieces, TextPiece? After, bool EndsLine)
{
    public double Width { get; } = Pieces.Sum(p => p.Width);

    public int InnerBlanks { get; } = Pieces.Sum(p => p.Blanks);

    /// <summary>The words of a paragraph. None is wider than <paramref name="widest"/> unless a single letter is.</summary>
    public static List<Word> Read(IEnumerable<(string Text, TextStyle Style)> runs, double widest, Action<string> missing)
    {
        var words = new List<Word>();
        var pieces = new List<TextPiece>();
        foreach (var (text, style) in runs)
        {
            var start = 0;
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                var blank = c is ' ' or '\t' or '\r';
                if (!blank && c is not ('\n' or '\u200B' or '\u2013' or '\u2014')) continue;
                var keep = c is '\u2013' or '\u2014' ? 1 : 0;
                pieces.AddRange(TextPiece.Cut(text[start..(i + keep)], style, missing));
                start = i + 1;
                if (c == '\n') End(null, endsLine: true);
                else if (!blank) End(null);
                else if (pieces.Count > 0) End(Blank(style));
                else if (words.Count > 0 && words[^1] is { After: null, EndsLine: false }) words[^1] = words[^1] with { After = Blank(style) };
            }
            pieces.AddRange(TextPiece.Cut(text[start..], style, missing));
        }
        if (pieces.Count > 0) End(null);
        return [.. Join(words, widest).SelectMany(word => Fit(word, widest))];

        void End(TextPiece? after, bool endsLine = false)
        {
            if (pieces.Count == 0 && !endsLine) return;
            words.Add(new Word([.. pieces], after, endsLine));
            pieces.Clear();
        }
    }

    private static TextPiece Blank(TextStyle style) => new(" ", " ", style, style.BlankWidth);

    /// <summary>Joins words that belong together, unless no line could hold them.</summary>
    private static IEnumerable<Word> Join(List<Word> words, double widest)
    {
        Word? held = null;
        foreach (var word in words)
        {
            if (held is { After: not null, EndsLine: false } && VietnameseWords.BelongTogether(Letters(held), Letters(word)))
            {
                var joined = new Word([.. held.Pieces, held.After, .. word.Pieces], word.After, word.EndsLine);
                if (joined.Width <= widest)
                {
                    held = joined;
                    continue;
                }
            }
            if (held is not null) yield return held;
            held = word;
        }
        if (held is not null) yield return held;
    }

    private static string Letters(Word word) => string.Concat(word.Pieces.Select(p => p.Text));

    /// <summary>Cuts a word that no line can hold: after a sign that parts it if there is one, else between letters.</summary>
    private static IEnumerable<Word> Fit(Word word, double widest)
    {
        if (word.Width <= widest)
        {
            yield return word;
            yield break;
        }
        var letters = word.Pieces.SelectMany(p => p.Elements()).ToList();
        var from = 0;
        while (from < letters.Count)
        {
            var to = from;
            var width = 0.0;
            while (to < letters.Count && (to == from || width + letters[to].Width <= widest)) width += letters[to++].Width;
            if (to < letters.Count)
            {
                var sign = to;
                while (sign > from && letters[sign - 1].Text is not ("/" or "-" or "." or "," or "_" or "@" or "?" or "&" or "=" or ":")) sign--;
                if (sign - from > (to - from) / 2) to = sign;
            }
            var rest = to == letters.Count;
            yield return new Word(Merge(letters[from..to]), rest ? word.After : null, rest && word.EndsLine);
            from = to;
        }
    }

    /// <summary>Puts neighbours of one style together again.</summary>
    public static List<TextPiece> Merge(IEnumerable<TextPiece> pieces)
    {
        var merged = new List<TextPiece>();
        foreach (var piece in pieces)
        {
            if (merged.Count > 0 && !piece.Replaced && !merged[^1].Replaced && merged[^1].Style == piece.Style)
            {
                var text = merged[^1].Text + piece.Text;
                merged[^1] = new TextPiece(text, text, piece.Style, merged[^1].Width + piece.Width);
            }
            else
            {
                merged.Add(piece);
            }
        }
        return merged;
    }
}
