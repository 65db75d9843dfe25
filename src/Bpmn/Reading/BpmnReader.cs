namespace HaiDang.Bpmn;

/// <summary>A BPMN file that was read, or the reasons why it could not be.</summary>
/// <param name="Model">What was read; null when the text is no BPMN at all. A model beside errors may be drawn, but must not run.</param>
/// <param name="Diagnostics">What is wrong with the file itself, in order of place; <see cref="BpmnChecker"/> judges what it says.</param>
public sealed record BpmnRead(BpmnModel? Model, IReadOnlyList<BpmnDiagnostic> Diagnostics)
{
    /// <summary>Whether there is a model and nothing in it is an error.</summary>
    public bool IsWhole => Model is not null && !Diagnostics.Any(d => d.Severity == BpmnSeverity.Error);
}

/// <summary>Reads BPMN 2.0 XML with the extension elements of Camunda Modeler. Pure; safe for text from strangers.</summary>
public static class BpmnReader
{
    /// <summary>The most characters that a file may have.</summary>
    public const int MostCharacters = 4_000_000;

    /// <summary>The deepest nesting of XML elements that a file may have.</summary>
    public const int DeepestNesting = 100;

    /// <summary>Reads the bytes of a file in whatever encoding its byte order mark or its XML declaration names; else they are UTF-8.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sourceName">The name for diagnostics, for example its path in the city's folder.</param>
    public static BpmnRead Read(ReadOnlySpan<byte> file, string sourceName) => Read(XmlText.Decode(file), sourceName);

    /// <summary>Reads a file. Document types, external entities, over-long and over-deep files are refused.</summary>
    /// <param name="xml">The text of the file.</param>
    /// <param name="sourceName">The name for diagnostics, for example its path in the city's folder.</param>
    public static BpmnRead Read(string xml, string sourceName)
    {
        var report = new Report(sourceName);
        var root = HardenedXml.Load(xml, report);
        var model = root is null ? null : new DefinitionsReader(sourceName, report).Read(root);
        if (model is not null) NotationRules.Check(root!, report);
        return new BpmnRead(model, report.InOrder());
    }
}
