using HaiDang.Contracts.Directory;
using HaiDang.Feel;

namespace HaiDang.Cases.Definitions;

/// <summary>
/// What <c>haidang:unit</c> says: <c>kind:tax</c>, the nearest unit of that kind, or FEEL that gives the id of a unit.
/// Nearest: within the case's own unit, else within the unit above it, and so on to the top, else anywhere; inside one of
/// these the one least deep.
/// </summary>
internal static class OtherUnit
{
    private const string Kind = "kind:";

    /// <summary>The kind that is asked for; null when the text is FEEL.</summary>
    public static string? KindOf(string text) => text.StartsWith(Kind, StringComparison.Ordinal) ? text[Kind.Length..].Trim() : null;

    public static bool IsFeel(string text) => text.StartsWith('=');

    /// <summary>The units that the text may mean from a case of <paramref name="from"/>: one where it is clear, several where it is not.</summary>
    public static IReadOnlyList<Unit> Find(string text, string from, IUnits units, Func<FeelScope> variables)
    {
        if (KindOf(text) is { } kind) return Nearest(kind, from, units);
        var id = IsFeel(text) ? FeelExpression.Parse(text[1..]).Value?.Evaluate(variables()).AsString : text;
        return id is not null && units.Find(id) is { } unit ? [unit] : [];
    }

    public static IReadOnlyList<Unit> Nearest(string kind, string from, IUnits units)
    {
        var all = units.OfKind(kind);
        for (var top = units.Find(from); top is not null && all.Count > 0; top = Above(top, units))
        {
            var within = all.Select(u => (Unit: u, Depth: Depth(u, top.Id, units))).Where(u => u.Depth is not null).ToList();
            if (within.Count > 0) return [.. within.Where(u => u.Depth == within.Min(w => w.Depth)).Select(u => u.Unit)];
        }
        return all;
    }

    /// <summary>How many steps a unit lies below another; null when it does not.</summary>
    private static int? Depth(Unit unit, string top, IUnits units)
    {
        var depth = 0;
        for (var at = unit; at is not null; at = Above(at, units), depth++)
            if (at.Id == top) return depth;
        return null;
    }

    private static Unit? Above(Unit unit, IUnits units) => unit.Parent is { } parent ? units.Find(parent) : null;
}
