using System.Globalization;

namespace HaiDang.Dmn.Checking;

/// <summary>
/// A column cut into the fewest pieces that its cells tell apart: single points, the stretches between them, single texts,
/// and everything else. Every cell is then a set of pieces.
/// </summary>
internal sealed class Column
{
    private readonly string label;
    private readonly Piece[] pieces;

    private Column(string label, Piece[] pieces, bool[][] cells) => (this.label, this.pieces, Cells) = (label, pieces, cells);

    /// <summary>For each rule, the pieces that pass.</summary>
    public bool[][] Cells { get; }

    public int Count => pieces.Length;

    /// <summary>The column of these cells, within the allowed values; null when the cells are of different kinds.</summary>
    public static Column? Of(string label, IReadOnlyList<Cell> cells, Cell? allowed)
    {
        IReadOnlyList<Cell> told = allowed is null ? cells : [.. cells, allowed];
        var domains = told.Where(c => c.Domain is not null).Select(c => c.Domain!.Value).Distinct().ToList();
        if (domains.Count > 1) return null;
        Piece[] pieces = domains switch
        {
            [] => [Piece.Other],
            [Domain.Boolean] => [Piece.Exactly("true"), Piece.Exactly("false")],
            [Domain.Text] => [.. told.SelectMany(c => c.Equal).Select(e => e.Text).Distinct().Select(Piece.Exactly), Piece.Other],
            [var ordered] => Cut(told, ordered),
            _ => [],
        };
        if (allowed is not null) pieces = [.. pieces.Where(p => p.Passes(allowed))];
        return new(label, pieces, [.. cells.Select(c => pieces.Select(p => p.Passes(c)).ToArray())]);
    }

    /// <summary>A set of pieces, in order, in words of both languages; empty when it is the whole column.</summary>
    public (string Vi, string En) Describe(IReadOnlyList<int> chosen)
    {
        if (chosen.Count == Count) return ("", "");
        var (vi, en) = (new List<string>(), new List<string>());
        for (var i = 0; i < chosen.Count; i++)
        {
            var first = pieces[chosen[i]];
            if (first.Domain is null)
            {
                vi.Add(first.Text is null ? $"{label} có giá trị khác" : $"{label} = {first.Text}");
                en.Add(first.Text is null ? $"{label} has another value" : $"{label} = {first.Text}");
                continue;
            }
            var last = first;
            while (i + 1 < chosen.Count && chosen[i + 1] == chosen[i] + 1) last = pieces[chosen[++i]];
            vi.Add(Stretch(first, last));
            en.Add(Stretch(first, last));
        }
        return (string.Join(" hoặc ", vi), string.Join(" or ", en));
    }

    private string Stretch(Piece first, Piece last)
    {
        if (first.From is { } point && point == last.To) return $"{label} = {first.Show(point)}";
        var above = last.To is { } to ? $" {(last.IsPoint ? "≤" : "<")} {last.Show(to)}" : "";
        if (first.From is not { } from) return label + above;
        return above.Length == 0
            ? $"{label} {(first.IsPoint ? "≥" : ">")} {first.Show(from)}"
            : $"{first.Show(from)} {(first.IsPoint ? "≤" : "<")} {label}{above}";
    }

    private static Piece[] Cut(IReadOnlyList<Cell> cells, Domain domain)
    {
        var points = cells.SelectMany(c => c.Spans).SelectMany(s => new[] { s.From, s.To }).OfType<decimal>().Distinct().Order().ToList();
        var pieces = new List<Piece> { new(domain, null, points[0], null) };
        for (var i = 0; i < points.Count; i++)
        {
            pieces.Add(new(domain, points[i], points[i], null));
            decimal? next = i + 1 < points.Count ? points[i + 1] : null;
            // Between one day and the next there is no date.
            if (domain != Domain.Date || next is null || next > points[i] + 1) pieces.Add(new(domain, points[i], next, null));
        }
        return [.. pieces];
    }

    // With a domain a point (both ends the same) or an open stretch; without, one text, or all that no cell names.
    private sealed record Piece(Domain? Domain, decimal? From, decimal? To, string? Text)
    {
        public static readonly Piece Other = new(null, null, null, null);

        public static Piece Exactly(string text) => new(null, null, null, text);

        public bool IsPoint => From is not null && From == To;

        public bool Passes(Cell cell)
        {
            if (cell.IsAny) return true;
            var among = Domain is null
                ? Text is not null && cell.Equal.Any(e => e.Text == Text)
                : cell.Spans.Any(s => IsPoint ? s.HoldsPoint(From!.Value) : s.HoldsBetween(From, To));
            return among != cell.IsNot;
        }

        public string Show(decimal value) => Domain == Checking.Domain.Date
            ? DateOnly.FromDayNumber((int)value).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : value.ToString(CultureInfo.InvariantCulture);
    }
}
