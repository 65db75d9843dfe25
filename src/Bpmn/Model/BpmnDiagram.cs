namespace HaiDang.Bpmn;

/// <summary>A point in the picture, in the file's units (pixels, y downward).</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct DiagramPoint(double X, double Y);

/// <summary>A rectangle in the picture, in the file's units.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, not negative.</param>
/// <param name="Height">Height, not negative.</param>
public readonly record struct DiagramBounds(double X, double Y, double Width, double Height);

/// <summary>Where a node stands.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Bounds">Its rectangle.</param>
/// <param name="IsExpanded">For a sub-process: whether its inside is drawn; null when not said.</param>
/// <param name="IsHorizontal">For a pool or lane: whether it lies; null when not said.</param>
/// <param name="IsMarkerVisible">For an exclusive gateway: whether its mark is drawn.</param>
/// <param name="Label">Where its name stands, or null.</param>
public sealed record DiagramShape(string ElementId, DiagramBounds Bounds, bool? IsExpanded, bool? IsHorizontal, bool IsMarkerVisible, DiagramBounds? Label);

/// <summary>How a flow runs.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Points">Its corners, two or more.</param>
/// <param name="Label">Where its name stands, or null.</param>
public sealed record DiagramEdge(string ElementId, IReadOnlyList<DiagramPoint> Points, DiagramBounds? Label);

/// <summary>The picture of a file (BPMN 2.0 §12 BPMN DI); of several shapes for one element the first counts.</summary>
public sealed class BpmnDiagram
{
    internal BpmnDiagram(IReadOnlyDictionary<string, DiagramShape> shapes, IReadOnlyDictionary<string, DiagramEdge> edges) =>
        (Shapes, Edges) = (shapes, edges);

    /// <summary>Shapes by the id of their element.</summary>
    public IReadOnlyDictionary<string, DiagramShape> Shapes { get; }

    /// <summary>Edges by the id of their element.</summary>
    public IReadOnlyDictionary<string, DiagramEdge> Edges { get; }
}
