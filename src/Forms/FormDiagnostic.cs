namespace HaiDang.Forms;

/// <summary>How grave a diagnostic is.</summary>
public enum FormSeverity
{
    /// <summary>The form can be used; somebody should look at it.</summary>
    Warning,
    /// <summary>The form cannot be used.</summary>
    Error,
}

/// <summary>Something wrong in a form's schema, with its place.</summary>
/// <param name="Source">The name of the source, as it was given to <see cref="FormReader.Read"/>.</param>
/// <param name="Line">Line in the source, from 1; 0 when the diagnostic is about no place in it.</param>
/// <param name="Column">Column within the line, from 1, in UTF-16 units; 0 with line 0.</param>
/// <param name="Component">Id, or else key, of the component; null when it is about the whole form.</param>
/// <param name="Code">Stable code, for example <c>form.key-missing</c>.</param>
/// <param name="Vi">What is wrong and how to mend it, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Severity">Whether the form can still be used.</param>
public sealed record FormDiagnostic(
    string Source, int Line, int Column, string? Component, string Code, string Vi, string En, FormSeverity Severity = FormSeverity.Error)
{
    /// <summary><c>source:line:column: code: English text</c>, for logs and test output.</summary>
    public override string ToString() => $"{Source}:{Line}:{Column}: {Code}: {(Component is null ? "" : Component + ": ")}{En}";
}

/// <summary>What came of reading a schema.</summary>
/// <param name="Form">The form, or null when <paramref name="Diagnostics"/> holds an error.</param>
/// <param name="Diagnostics">Everything found, in order of place.</param>
public sealed record FormRead(Form? Form, IReadOnlyList<FormDiagnostic> Diagnostics)
{
    /// <summary>Whether any diagnostic is an error.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == FormSeverity.Error);
}
