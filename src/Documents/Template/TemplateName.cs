namespace HaiDang.Documents;

/// <summary>A name that a template takes from its scope.</summary>
/// <param name="Name">The name as a path, for example <c>applicant.name</c>.</param>
/// <param name="Line">Line of the expression that uses it, from 1.</param>
/// <param name="Column">Column where that expression begins, from 1.</param>
public sealed record TemplateName(string Name, int Line, int Column);
