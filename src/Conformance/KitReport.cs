using System.Globalization;
using System.Text;

namespace HaiDang.Conformance;

/// <summary>The results of a kit, written for people and for programs.</summary>
public static class KitReport
{
    /// <summary>One line for each expectation, in the form of the DMN kit's own result files: five quoted columns without a head.</summary>
    public static string Csv(IEnumerable<KitResult> results)
    {
        var text = new StringBuilder();
        foreach (var r in results)
            text.AppendJoin(',', new[] { r.Folder, r.Test, r.Node, r.Outcome.ToString().ToUpperInvariant(), r.Remark }.Select(Quoted)).Append('\n');
        return text.ToString();
    }

    /// <summary>A table in Markdown, a row for each group of folders and a last one for all.</summary>
    /// <param name="results">What came out.</param>
    /// <param name="group">The row that a result is counted in.</param>
    public static string Table(IReadOnlyList<KitResult> results, Func<KitResult, string> group)
    {
        var text = new StringBuilder("| | passed | of | failed | ignored |\n|---|---:|---:|---:|---:|\n");
        foreach (var rows in results.GroupBy(group)) Row(rows.Key, [.. rows]);
        Row("**all**", results);
        return text.ToString();

        void Row(string name, IReadOnlyList<KitResult> rows) => text.Append(CultureInfo.InvariantCulture,
            $"| {name} | {Count(rows, KitOutcome.Success)} | {rows.Count} | {Count(rows, KitOutcome.Error)} | {Count(rows, KitOutcome.Ignored)} |\n");
    }

    private static int Count(IEnumerable<KitResult> results, KitOutcome outcome) => results.Count(r => r.Outcome == outcome);

    private static string Quoted(string text) =>
        $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ')}\"";
}
