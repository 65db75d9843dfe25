using HaiDang.Feel;

namespace HaiDang.Bpmn;

/// <summary>What can be told of an expression without running a process.</summary>
internal static class Constants
{
    /// <summary>Whether an expression takes nothing from the process and is neither true nor false.</summary>
    public static bool IsNoCondition(string text) =>
        FeelExpression.Parse(text.TrimStart().TrimStart('=')).Value is { Names.Count: 0, PossibleNames.Count: 0 } read
        && read.Evaluate(FeelScope.Empty) is { Kind: not (FeelKind.Boolean or FeelKind.Null) };

    /// <summary>Whether an expression takes nothing from the process and is no whole number.</summary>
    public static bool IsNoNumber(string text) =>
        FeelExpression.Parse(text.TrimStart().TrimStart('=')).Value is { Names.Count: 0, PossibleNames.Count: 0 } read
        && read.Evaluate(FeelScope.Empty) is { Kind: not FeelKind.Null } value && (value.AsDecimal is not { } number || number != decimal.Truncate(number));
}
