namespace HaiDang.Bpmn;

/// <summary>What every element of a model has (BPMN 2.0 §8.2.1 BaseElement). Immutable once read.</summary>
public abstract class BpmnElement
{
    private protected BpmnElement(ElementHead head) => Head = head;

    internal ElementHead Head { get; }

    /// <summary>The id, unique in the file. Never empty: a missing id is reported and replaced by one made of line and column.</summary>
    public string Id => Head.Id;

    /// <summary>The name that people read, or null.</summary>
    public string? Name => Head.Name;

    /// <summary>The text of the documentation elements, joined by blank lines, or null.</summary>
    public string? Documentation => Head.Documentation;

    /// <summary>The <c>zeebe:properties</c> of the element by name; a later one of the same name wins. Hosts keep their own settings here.</summary>
    public IReadOnlyDictionary<string, string> Properties => Head.Properties;

    /// <summary>Line in the XML, from 1.</summary>
    public int Line => Head.Line;

    /// <summary>Column in the line, from 1.</summary>
    public int Column => Head.Column;

    /// <summary>The name, or the id of an element without one.</summary>
    public string Title => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} {Id}";
}

internal sealed record ElementHead(
    string Id, string? Name, string? Documentation, IReadOnlyDictionary<string, string> Properties, int Line, int Column);
