using System.Text.RegularExpressions;
using HaiDang.Bpmn;

namespace HaiDang.Conformance.Bpmn;

/// <summary>Models that break one rule of the standard each. Refused means: for that rule, with the element and its line.</summary>
internal static partial class RefusalCases
{
    public static KitResult Judge(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var errors = BpmnChecker.ReadAndCheck(File.ReadAllText(file), name).Diagnostics.Where(d => d.Severity == BpmnSeverity.Error).ToList();
        var own = RuleOf(name) is { } rule && RefusalRules.Codes.TryGetValue(rule, out var codes) ? codes : null;
        var fitting = errors.FirstOrDefault(e => e is { Line: > 0, ElementId.Length: > 0 } && own?.Contains(e.Code) != false);
        return new("refuse", name, "refused", fitting is not null ? KitOutcome.Success : KitOutcome.Error,
            fitting is not null ? $"{fitting.Code} {fitting.ElementId} line {fitting.Line}"
            : errors.Count == 0 ? "taken" : $"refused for another reason: {string.Join(", ", errors.Take(3).Select(e => $"{e.Code} {e.ElementId}"))}");
    }

    private static string? RuleOf(string name) => Rule().Match(name) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("^(EXT\\d+|REF)")]
    private static partial Regex Rule();
}
