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
