using HaiDang.Documents.Model;

namespace HaiDang.Documents.Layout;

/// <summary>Shares the width of a table among its columns by the words in them.</summary>
internal static class ColumnWidths
{
    private const int RowsMeasured = 200;

    /// <summary>The width of each column's text, in points; their sum is <paramref name="room"/>.</summary>
    public static double[] Share(TableBlock table, double size, double room)
    {
        var count = table.Columns.Count;
        var least = new double[count];
        var most = new double[count];
        var rows = table.Rows.Take(RowsMeasured);
        if (table.Header is not null) rows = rows.Prepend(table.Header);
        var first = table.Header is not null;
        foreach (var row in rows)
        {
            for (var i = 0; i < count; i++) Measure(row[i], first, ref least[i], ref most[i]);
            first = false;
        }
        for (var i = 0; i < count; i++)
        {
            least[i] = Math.Min(Math.Max(least[i], size), Math.Max(size, room / count));
            most[i] = Math.Max(most[i], least[i]);
        }

        var (narrowest, widest) = (least.Sum(), most.Sum());
        if (narrowest >= room) return [.. least.Select(w => w * room / narrowest)];
        if (widest <= room) return [.. most.Select(w => w * room / widest)];
        var share = (room - narrowest) / (widest - narrowest);
        return [.. least.Zip(most, (l, m) => l + (m - l) * share)];

        void Measure(IReadOnlyList<Span> cell, bool bold, ref double narrow, ref double wide)
        {
            var line = 0.0;
            foreach (var word in Word.Read(cell.Select(s => (s.Text, TextStyle.Of(s, size, bold))), double.PositiveInfinity, _ => { }))
            {
                narrow = Math.Max(narrow, word.Width);
                line += word.Width;
                wide = Math.Max(wide, line + 0.01);
                line = word.EndsLine ? 0 : line + (word.After?.Width ?? 0);
            }
        }
    }
}
