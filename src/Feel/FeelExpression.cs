namespace HaiDang.Feel;

/// <summary>Something wrong in an expression: when it was read, or while it ran (a warning with the reason for a null).</summary>
/// <param name="Line">Line within the expression, from 1.</param>
/// <param name="Column">Column within the line, from 1, in UTF-16 units.</param>
/// <param name="Code">Stable code, for example <c>feel.unexpected-token</c>.</param>
/// <param name="Vi">What is wrong and how to mend it, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record FeelDiagnostic(int Line, int Column, string Code, string Vi, string En);

/// <summary>An expression or list of unary tests that was read, or the reasons why it could not be.</summary>
/// <typeparam name="T">What was read.</typeparam>
/// <param name="Value">What was read, or null when <paramref name="Diagnostics"/> holds errors.</param>
/// <param name="Diagnostics">Everything that is wrong, in order of place.</param>
public sealed record FeelParse<T>(T? Value, IReadOnlyList<FeelDiagnostic> Diagnostics) where T : class;

/// <summary>A FEEL expression, compiled once. Thread-safe; evaluation is pure and never throws for what an expression says.</summary>
public sealed class FeelExpression
{
    /// <summary>
    /// Reads an expression. <paramref name="names"/> are the names in scope that hold spaces or operators
    /// (<c>"Monthly income"</c>); simple names need not be given.
    /// </summary>
    public static FeelParse<FeelExpression> Parse(string text, IEnumerable<string>? names = null) => throw new NotImplementedException();

    /// <summary>The text as it was written.</summary>
    public string Text => throw new NotImplementedException();

    /// <summary>The names that the expression takes from its scope, as paths (<c>applicant.name</c>), each once, sorted.</summary>
    public IReadOnlyList<string> Names => throw new NotImplementedException();

    /// <summary>
    /// The value in a scope. What fails gives null and, when <paramref name="notes"/> is given, a located reason there.
    /// </summary>
    public FeelValue Evaluate(FeelScope scope, ICollection<FeelDiagnostic>? notes = null) => throw new NotImplementedException();
}

/// <summary>A list of unary tests (a cell of a decision table), compiled once. Thread-safe.</summary>
public sealed class FeelUnaryTests
{
    /// <summary>Reads unary tests: <c>-</c>, <c>&lt; 5</c>, <c>"a","b"</c>, <c>[1..10]</c>, <c>not(…)</c>, or an expression that uses <c>?</c>.</summary>
    public static FeelParse<FeelUnaryTests> Parse(string text, IEnumerable<string>? names = null) => throw new NotImplementedException();

    /// <summary>The text as it was written.</summary>
    public string Text => throw new NotImplementedException();

    /// <summary>The names taken from the scope, as in <see cref="FeelExpression.Names"/>.</summary>
    public IReadOnlyList<string> Names => throw new NotImplementedException();

    /// <summary>Whether the input passes: true, false, or null where that cannot be told.</summary>
    public bool? Test(FeelValue input, FeelScope scope, ICollection<FeelDiagnostic>? notes = null) => throw new NotImplementedException();
}

/// <summary>
/// What an expression can see: named values, the clock that <c>now()</c> and <c>today()</c> read, and limits. Immutable.
/// </summary>
public sealed class FeelScope
{
    /// <summary>A scope of a context's entries (a value that is no context counts as an empty one).</summary>
    /// <param name="variables">The names in scope.</param>
    /// <param name="now">What <c>now()</c> gives; null makes <c>now()</c> and <c>today()</c> give null, so that a pure host stays pure.</param>
    public FeelScope(FeelValue variables, DateTimeOffset? now = null) => throw new NotImplementedException();

    /// <summary>A scope with nothing in it.</summary>
    public static FeelScope Empty => throw new NotImplementedException();

    /// <summary>This scope with one more name, which hides an older one.</summary>
    public FeelScope With(string name, FeelValue value) => throw new NotImplementedException();
}
