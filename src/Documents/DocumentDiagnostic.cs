namespace HaiDang.Documents;

/// <summary>Something wrong or worth knowing in a template or in what was rendered from it. A value, never an exception.</summary>
/// <param name="Source">The name of the template, as the caller gave it; empty for what comes from layout.</param>
/// <param name="Line">Line in the template, from 1; 0 when no place can be named.</param>
/// <param name="Column">Column in the line, from 1, in UTF-16 units; 0 when no place can be named.</param>
/// <param name="Code">Stable code, for example <c>document.unclosed-tag</c>.</param>
/// <param name="Vi">What is wrong and how to mend it, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record DocumentDiagnostic(string Source, int Line, int Column, string Code, string Vi, string En);
