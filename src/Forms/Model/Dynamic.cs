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

/// <summary>A yes or no of a schema that is given outright or by FEEL (<c>readonly</c>, <c>multiple</c>).</summary>
/// <param name="Value">The answer, when it is given outright.</param>
/// <param name="Expression">What gives it, when it is computed; anything but true counts as no.</param>
public sealed record FormFlag(bool Value, FeelExpression? Expression)
{
    /// <summary>No.</summary>
    public static FormFlag No { get; } = new(false, null);

    /// <summary>The answer in a scope.</summary>
    public bool In(FeelScope scope) => Expression is null ? Value : Expression.Evaluate(scope).AsBoolean == true;
}

/// <summary>
/// A condition, as form-js's <c>conditional.hide</c> holds it: FEEL after a <c>=</c>, hiding only when it gives exactly true.
/// </summary>
public sealed class FormCondition
{
    readonly FeelExpression? _expression;
    readonly FeelUnaryTests? _tests;

    internal FormCondition(string source, FeelExpression expression) => (Source, _expression) = (source, expression);

    internal FormCondition(string source, FeelUnaryTests tests) => (Source, _tests) = (source, tests);

    /// <summary>The condition as written, with its <c>=</c>.</summary>
    public string Source { get; }

    /// <summary>The names it takes from the answers, as paths.</summary>
    public IReadOnlyList<string> Names => _expression?.Names ?? _tests!.Names;

    /// <summary>Whether it holds in a scope; null counts as no.</summary>
    public bool Holds(FeelScope scope) =>
        (_expression is not null ? _expression.Evaluate(scope).AsBoolean : _tests!.Test(FeelValue.Null, scope)) == true;
}
