using HaiDang.Dmn.Expressions;
using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;

namespace HaiDang.Dmn.Checking;

/// <summary>
/// Gaps, overlaps and unreachable rules of one decision table. Null inputs are left aside: a table that wants to treat them
/// says so in a cell, and that cell is not analysed.
/// </summary>
internal sealed class TableCheck
{
    private const int MostGaps = 5, MostOverlaps = 10;
    private const long MostWork = 20_000_000;

    private readonly DecisionTable table;
    private readonly List<Column> columns = [];
    private readonly List<(string Vi, string En)> gaps = [];
    private readonly HashSet<int> winners = [];
    private int gapCount;
    private long work;

    private TableCheck(DecisionTable table) => this.table = table;

    public static IEnumerable<DmnDiagnostic> Of(DecisionTable table)
    {
        if (table.Rules.Count == 0 || table.Inputs.Count == 0) yield break;
        var check = new TableCheck(table);
        if (check.Understand() is { } why)
        {
            yield return why;
            yield break;
        }
        foreach (var overlap in check.Overlaps().Take(MostOverlaps)) yield return overlap;

        check.Walk(0, [.. Enumerable.Range(0, table.Rules.Count)], []);
        if (check.work > MostWork)
        {
            yield return NotAnalysed(table.Part, "bảng quá lớn", "it is too large");
            yield break;
        }
        if (!table.HasDefault && table.Policy is not (DmnHitPolicy.Collect or DmnHitPolicy.RuleOrder or DmnHitPolicy.OutputOrder))
        {
            foreach (var (vi, en) in check.gaps) yield return Say(table.Part, Says.Gap, [vi], [en]);
            if (check.gapCount > check.gaps.Count) yield return Say(table.Part, Says.MoreGaps, [check.gaps.Count], [check.gaps.Count]);
        }
        if (table.Policy == DmnHitPolicy.First)
            foreach (var rule in table.Rules.Where((_, i) => !check.winners.Contains(i)))
                yield return Say(PartOf(rule), Says.Unreachable, [rule.Number], [rule.Number]);
    }

    // Null when every cell is understood; else what is not.
    private DmnDiagnostic? Understand()
    {
        for (var i = 0; i < table.Inputs.Count; i++)
        {
            var input = table.Inputs[i];
            var cells = new List<Cell>();
            foreach (var rule in table.Rules)
            {
                var condition = rule.Conditions[i];
                if (Cell.Read(condition.Text) is not { } cell)
                    return NotAnalysed(condition.Part,
                        $"ô “{condition.Text}” của luật {rule.Number} không phải là hằng số, so sánh hay khoảng",
                        $"the cell “{condition.Text}” of rule {rule.Number} is no constant, comparison or range");
                cells.Add(cell);
            }
            var values = input.Allowed is { IsAny: false } written ? written.Text : input.Type.AllowedText;
            var allowed = values is null ? null : Cell.Read(values);
            if (values is not null && allowed is null)
                return NotAnalysed(input.Expression.Part,
                    $"các giá trị cho phép “{values}” không phải là hằng số, so sánh hay khoảng", $"the allowed values “{values}” are no constants, comparisons or ranges");
            if (Column.Of(input.Label, cells, allowed) is not { } column)
                return NotAnalysed(input.Expression.Part,
                    $"các ô của cột “{input.Label}” khác kiểu nhau", $"the cells of the column “{input.Label}” are of different kinds");
            columns.Add(column);
        }
        return null;
    }

    private IEnumerable<DmnDiagnostic> Overlaps()
    {
        if (table.Policy is not (DmnHitPolicy.Unique or DmnHitPolicy.Any)) yield break;
        for (var a = 0; a < table.Rules.Count; a++)
            for (var b = a + 1; b < table.Rules.Count; b++)
            {
                if ((work += columns.Count) > MostWork) yield break;
                if (table.Policy == DmnHitPolicy.Any && SameOutputs(table.Rules[a], table.Rules[b])) continue;
                var both = columns.Select(c => Both(c, a, b)).ToList();
                if (both.Exists(c => c.Count == 0)) continue;
                var (vi, en) = Describe(both);
                var (first, second) = (table.Rules[a].Number, table.Rules[b].Number);
                yield return Say(PartOf(table.Rules[b]), Says.Overlap, [first, second, vi, table.Policy], [first, second, en, table.Policy]);
            }
    }

    // Goes through the columns; pieces that leave the same rules in play are taken together. Where no rule is left, there
    // is a gap whatever the other columns hold; at the end, the first rule left wins under FIRST.
    private void Walk(int at, List<int> rules, List<IReadOnlyList<int>> chosen)
    {
        if (at == columns.Count)
        {
            winners.Add(rules[0]);
            return;
        }
        var column = columns[at];
        if ((work += (long)column.Count * rules.Count) > MostWork) return;
        var groups = new Dictionary<string, (List<int> Rules, List<int> Pieces)>();
        for (var piece = 0; piece < column.Count; piece++)
        {
            var left = rules.FindAll(r => column.Cells[r][piece]);
            var key = string.Join(',', left);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = (left, []);
            group.Pieces.Add(piece);
        }
        foreach (var (left, pieces) in groups.Values)
        {
            if (left.Count > 0) Walk(at + 1, left, [.. chosen, pieces]);
            else if (gapCount++ < MostGaps) gaps.Add(Describe([.. chosen, pieces]));
        }
    }

    private (string Vi, string En) Describe(IReadOnlyList<IReadOnlyList<int>> box)
    {
        var told = box.Select((pieces, i) => columns[i].Describe(pieces)).Where(d => d.Vi.Length > 0).ToList();
        return told.Count == 0
            ? ("mọi trường hợp", "anything is given")
            : (string.Join(" và ", told.Select(d => d.Vi)), string.Join(" and ", told.Select(d => d.En)));
    }

    private static IReadOnlyList<int> Both(Column column, int a, int b) =>
        [.. Enumerable.Range(0, column.Count).Where(p => column.Cells[a][p] && column.Cells[b][p])];

    private static bool SameOutputs(TableRule a, TableRule b) =>
        a.Outputs.Zip(b.Outputs).All(o => o.First is Literal x && o.Second is Literal y && x.Text == y.Text);

    private static Part PartOf(TableRule rule) => rule.Conditions[0].Part;

    private static DmnDiagnostic NotAnalysed(Part part, string vi, string en) => Say(part, Says.NotAnalysed, [vi, en], [vi, en]);

    private static DmnDiagnostic Say(Part part, Saying saying, object[] vi, object[] en) =>
        saying.At(part.Source.Name, part.Place, part.Id, vi) with { En = saying.At("", default, null, en).En };
}
