namespace HaiDang.Bpmn;

/// <summary>How much a diagnostic weighs.</summary>
public enum BpmnSeverity
{
    /// <summary>The model can run, but probably not as its author thinks.</summary>
    Warning,
    /// <summary>The model must not run, or the trigger was refused.</summary>
    Error,
}

/// <summary>Something wrong in a model, or the reason why a trigger was refused.</summary>
/// <param name="Source">The name of the file or stored definition, as given to <see cref="BpmnReader.Read(string, string)"/>.</param>
/// <param name="Line">Line in the XML, from 1; 0 when nothing in the file can be pointed at.</param>
/// <param name="Column">Column in the line, from 1; 0 as for <paramref name="Line"/>.</param>
/// <param name="ElementId">The id of the BPMN element that is at fault, or null when it is the file as a whole.</param>
/// <param name="Code">Stable code, for example <c>bpmn.unreachable</c>.</param>
/// <param name="Vi">What is wrong and how to mend it, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Severity">Whether the model may still run.</param>
public sealed record BpmnDiagnostic(
    string Source, int Line, int Column, string? ElementId, string Code, string Vi, string En, BpmnSeverity Severity = BpmnSeverity.Error);
