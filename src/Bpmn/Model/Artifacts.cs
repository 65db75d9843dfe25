namespace HaiDang.Bpmn;

/// <summary>An association (BPMN 2.0 §8.4.1).</summary>
public sealed class Association : BpmnElement
{
    internal Association(ElementHead head, string? sourceId, string? targetId) : base(head) => (SourceId, TargetId) = (sourceId, targetId);

    /// <summary>One end, as written; null when missing.</summary>
    public string? SourceId { get; }

    /// <summary>The other end, as written; null when missing.</summary>
    public string? TargetId { get; }
}

/// <summary>A text annotation or group (§8.4.1): drawn only.</summary>
public sealed class TextAnnotation : BpmnElement
{
    internal TextAnnotation(ElementHead head, string? text) : base(head) => Text = text;

    /// <summary>The text, or null for a group.</summary>
    public string? Text { get; }
}

/// <summary>A data object, data store, input, output or property (§10.4): drawn only.</summary>
public sealed class DataItem : BpmnElement
{
    internal DataItem(ElementHead head, string kind, string? reference) : base(head) => (Kind, Reference) = (kind, reference);

    /// <summary>The name of the XML element, for example <c>dataObjectReference</c>.</summary>
    public string Kind { get; }

    /// <summary>The id of the data object or store that a reference means, or null.</summary>
    public string? Reference { get; }
}

/// <summary>A lane (§10.8): drawn only.</summary>
public sealed class Lane : BpmnElement
{
    internal Lane(ElementHead head, IReadOnlyList<string> nodes) : base(head) => Nodes = nodes;

    /// <summary>The ids of the nodes in it, as written.</summary>
    public IReadOnlyList<string> Nodes { get; }
}
