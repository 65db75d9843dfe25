using HaiDang.Documents.Model;

namespace HaiDang.Documents.Layout;

/// <summary>
/// Chooses the breaks of a whole paragraph together, so that the sum of what its lines cost is least. A justified line costs the cube of
/// how far its blanks are stretched, and much more when they would be stretched too far; it then stays ragged. Any other line
/// costs the square of the white that it leaves. A last line of one short word costs extra.
/// </summary>
internal static class LineBreaker
{
    private const double LonelyWord = 0.05;
    private const double Ragged = 2;

    /// <summary>The lines of a paragraph.</summary>
    /// <param name="words">Its words, from <see cref="Word.Read"/>.</param>
    /// <param name="width">Room for a line, in points.</param>
    /// <param name="firstIndent">How much less room the first line has.</param>
    /// <param name="size">Type size of a line without letters.</param>
    /// <param name="alignment">Where the lines stand; of centred lines the last should be about as long as the others.</param>
    public static List<TextLine> Break(IReadOnlyList<Word> words, double width, double firstIndent, double size, Alignment alignment)
    {
        var lines = new List<TextLine>();
        var from = 0;
        while (from < words.Count)
        {
            var to = from;
            while (to < words.Count - 1 && !words[to].EndsLine) to++;
            BreakStretch(words, from, to + 1, width, lines.Count == 0 ? firstIndent : 0, size, alignment, lines);
            from = to + 1;
        }
        if (lines.Count == 0) lines.Add(new TextLine([], 0, 0, true, size));
        return lines;
    }

    private static void BreakStretch(IReadOnlyList<Word> words, int from, int to, double width, double indent, double size, Alignment alignment, List<TextLine> lines)
    {
        var count = to - from;
        var cost = new double[count + 1];
        var start = new int[count + 1];
        for (var end = 1; end <= count; end++)
        {
            cost[end] = double.PositiveInfinity;
            var used = 0.0;
            var blanks = 0;
            for (var begin = end - 1; begin >= 0; begin--)
            {
                used += words[from + begin].Width;
                blanks += words[from + begin].InnerBlanks;
                if (begin < end - 1 && words[from + begin].After is { } after)
                {
                    used += after.Width;
                    blanks++;
                }
                var room = begin == 0 ? width - indent : width;
                if (used > room + 0.001 && begin < end - 1) break;
                var white = Math.Max(0, room - used);
                var isLast = end == count && alignment != Alignment.Center;
                var price = isLast ? begin == end - 1 && begin > 0 && white > 0.85 * width ? LonelyWord : 0
                    : alignment == Alignment.Justify ? Stretched(white, blanks, size, width) : white / width * (white / width);
                if (cost[begin] + price >= cost[end]) continue;
                cost[end] = cost[begin] + price;
                start[end] = begin;
            }
        }
        var breaks = new Stack<(int Begin, int End)>();
        for (var end = count; end > 0; end = start[end]) breaks.Push((start[end], end));
        foreach (var (begin, end) in breaks) lines.Add(Line(words, from + begin, from + end, last: end == count, size));
    }

    private static double Stretched(double white, int blanks, double size, double width)
    {
        var stretch = blanks == 0 ? double.PositiveInfinity : white / blanks / (TextLine.WidestStretch * size);
        return white < 0.01 ? 0 : stretch <= 1 ? stretch * stretch * stretch : Ragged + white / width;
    }

    private static TextLine Line(IReadOnlyList<Word> words, int from, int to, bool last, double size)
    {
        var pieces = new List<TextPiece>();
        for (var i = from; i < to; i++)
        {
            pieces.AddRange(words[i].Pieces);
            if (words[i].After is { } blank) pieces.Add(blank);
        }
        var trailing = words[to - 1].After;
        var merged = Word.Merge(pieces);
        var blanks = merged.Sum(p => p.Blanks) - (trailing is null ? 0 : 1);
        return new TextLine(merged, pieces.Sum(p => p.Width) - (trailing?.Width ?? 0), blanks, last, pieces.Select(p => p.Style.Size).DefaultIfEmpty(size).Max());
    }
}
