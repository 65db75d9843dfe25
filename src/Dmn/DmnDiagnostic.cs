namespace HaiDang.Dmn;

/// <summary>How grave a diagnostic is.</summary>
public enum DmnSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,
    /// <summary>Probably not what the author meant; the model runs.</summary>
    Warning,
    /// <summary>The model, or the part it names, cannot run as written: that part evaluates to null.</summary>
    Error,
}

/// <summary>Something to know about a model: when it was read, when it was checked, or why a value came out null.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Source">The name of the source that was given to <see cref="DmnReader.Read"/>, usually a file name.</param>
/// <param name="Line">Line in the source, from 1; 0 when it is about the whole source.</param>
/// <param name="Column">Column in the line, from 1, in UTF-16 units; 0 when it is about the whole source.</param>
/// <param name="Element">The id, or else the name, of the nearest element that has one; null when there is none.</param>
/// <param name="Code">Stable code: <c>dmn.…</c>, or <c>feel.…</c> for what is wrong inside an expression.</param>
/// <param name="Vi">What is wrong and how to mend it, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record DmnDiagnostic(DmnSeverity Severity, string Source, int Line, int Column, string? Element, string Code, string Vi, string En)
{
    /// <summary>As compilers write it: <c>fee.dmn:12:7: error dmn.no-such-type: …</c>.</summary>
    public override string ToString() => $"{Source}:{Line}:{Column}: {Severity.ToString().ToLowerInvariant()} {Code}: {En}";
}

/// <summary>What reading gave.</summary>
/// <param name="Model">The model, or null when the source is no DMN at all. It may hold parts that errors keep from running.</param>
/// <param name="Diagnostics">Everything that is to be known, in order of place.</param>
public sealed record DmnRead(DmnModel? Model, IReadOnlyList<DmnDiagnostic> Diagnostics)
{
    /// <summary>Whether any diagnostic is an error.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DmnSeverity.Error);
}
