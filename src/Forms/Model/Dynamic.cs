using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>A number of a schema that is given outright or by FEEL (<c>min</c>, <c>maxLength</c>, …).</summary>
/// <param name="Value">The number, when it is given outright.</param>
/// <param name="Expression">What gives it, when it is computed.</param>
public sealed record FormNumber(decimal? Value, FeelExpression? Expression)
{
    /// <summary>The number in a scope; null when the expression gives none.</summary>
    public decimal? In(FeelScope scope) => Expression is null ? Value : Expression.Evaluate(scope).AsDecimal;
}

/// <summary>A yes or no of a schema that is given outright or by a condition (<c>readonly</c>).</summary>
/// <param name="Value">The answer, when it is given outright.</param>
/// <param name="Condition">What gives it, when it is computed.</param>
public sealed record FormFlag(bool Value, FormCondition? Condition)
{
    /// <summary>No.</summary>
    public static FormFlag No { get; } = new(false, null);

    /// <summary>The answer in a scope.</summary>
    public bool In(FeelScope scope) => Condition?.Holds(scope) ?? Value;
}

/// <summary>
/// A condition as form-js's <c>conditional.hide</c> and <c>readonly</c> hold it: FEEL after a <c>=</c>, which form-js runs as a unary
/// test of nothing. So it holds when FEEL gives true, and also when FEEL gives null: a condition on a name that does not exist hides.
/// Around a whole condition, <c>not(…)</c> turns that answer round (<c>not(null)</c> does not hold).
/// </summary>
public sealed class FormCondition
{
    readonly FeelExpression _expression;
    readonly bool _negated;

    FormCondition(string source, FeelExpression expression, bool negated) => (Source, _expression, _negated) = (source, expression, negated);

    /// <summary>The condition as written, with its <c>=</c>.</summary>
    public string Source { get; }

    /// <summary>The names it takes from the answers, as paths.</summary>
    public IReadOnlyList<string> Names => _expression.Names;

    internal FeelExpression Expression => _expression;

    /// <summary>Whether it holds in a scope.</summary>
    public bool Holds(FeelScope scope)
    {
        var value = _expression.Evaluate(scope);
        return _negated != (value.Kind == FeelKind.Null || value.AsBoolean == true);
    }

    internal static FormCondition? Read(string source, ICollection<FeelDiagnostic> problems)
    {
        var text = source[1..].Trim();
        if (text.StartsWith("not(", StringComparison.Ordinal) && text.EndsWith(')') && FeelExpression.Parse(text[4..^1]).Value is { } inner)
            return new(source, inner, negated: true);
        var parse = FeelExpression.Parse(source[1..]);
        if (parse.Value is not null) return new(source, parse.Value, negated: false);
        foreach (var problem in parse.Diagnostics) problems.Add(problem);
        return null;
    }
}
