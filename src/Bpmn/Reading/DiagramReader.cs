using System.Globalization;
using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Reads the picture of a file.</summary>
internal static class DiagramReader
{
    public static BpmnDiagram Read(XElement root, Report report)
    {
        var shapes = new Dictionary<string, DiagramShape>(StringComparer.Ordinal);
        var edges = new Dictionary<string, DiagramEdge>(StringComparer.Ordinal);
        foreach (var x in root.Elements(Names.Di + "BPMNDiagram").Descendants())
        {
            if (Names.Local((string?)x.Attribute("bpmnElement")) is not { } id) continue;
            if (x.Name == Names.Di + "BPMNShape" && Bounds(x) is { } bounds)
                shapes.TryAdd(id, new DiagramShape(id, bounds, Flag(x, "isExpanded"), Flag(x, "isHorizontal"), Flag(x, "isMarkerVisible") ?? false, Label(x)));
            else if (x.Name == Names.Di + "BPMNEdge")
            {
                List<DiagramPoint> points = [.. x.Elements(Names.Dd + "waypoint").Select(Point).OfType<DiagramPoint>()];
                if (points.Count >= 2) edges.TryAdd(id, new DiagramEdge(id, points, Label(x)));
                else
                    report.Error(x, "bpmn.edge-points",
                        $"Đường vẽ của \"{id}\" có ít hơn hai điểm. Hãy vẽ lại đường này.",
                        $"The drawn line of \"{id}\" has fewer than two points. Draw it again.");
            }
        }
        return new BpmnDiagram(shapes, edges);
    }

    private static DiagramBounds? Label(XElement x) => x.Element(Names.Di + "BPMNLabel") is { } label ? Bounds(label) : null;

    private static DiagramBounds? Bounds(XElement x) =>
        x.Element(Names.Dc + "Bounds") is { } b && Number(b, "x") is { } left && Number(b, "y") is { } top
        && Number(b, "width") is >= 0 and var width && Number(b, "height") is >= 0 and var height
            ? new DiagramBounds(left, top, width, height) : null;

    private static DiagramPoint? Point(XElement x) =>
        Number(x, "x") is { } left && Number(x, "y") is { } top ? new DiagramPoint(left, top) : null;

    private static double? Number(XElement x, string attribute) =>
        double.TryParse((string?)x.Attribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1_000_000 ? number : null;

    private static bool? Flag(XElement x, string attribute) => (string?)x.Attribute(attribute) switch { "true" => true, "false" => false, _ => null };
}
