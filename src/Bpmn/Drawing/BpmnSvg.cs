namespace HaiDang.Bpmn;

/// <summary>Draws a process as accessible SVG. Pure; the SVG holds no inline style, no script and nothing that is fetched.</summary>
public static class BpmnSvg
{
    /// <summary>
    /// Draws a process as its file shows it, or plainly arranged when the file shows nothing. Classes: <c>bpmn</c> on the root;
    /// <c>bpmn-node</c>, <c>bpmn-flow</c> and <c>is-ahead</c>, <c>is-current</c>, <c>is-done</c>, <c>is-failed</c> on the groups, which carry
    /// <c>data-element</c>. State is shown by sign and line as well as by colour. An unknown process gives an empty text.
    /// </summary>
    public static string Draw(BpmnModel model, string processId, BpmnMarks marks, BpmnSvgStyle style)
    {
        if (model.Process(processId) is not { } process) return "";
        var diagram = PlainLayout.For(model, process);
        var elements = Visible(model, process, diagram).ToList();
        var bounds = Around(elements, diagram);
        var svg = new SvgWriter();
        var (titleId, textId) = ($"{style.IdPrefix}-title", $"{style.IdPrefix}-desc");
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "bpmn"), ("role", "img"), ("aria-labelledby", $"{titleId} {textId}"),
            ("viewBox", string.Join(' ', new[] { bounds.X, bounds.Y, bounds.Width, bounds.Height }.Select(SvgWriter.Number))),
            ("width", bounds.Width), ("height", bounds.Height), ("font-family", "\"Be Vietnam Pro\", system-ui, sans-serif"), ("font-size", 12));
        svg.Leaf("title", style.Title ?? (style.English ? $"Process: {process.Title}" : $"Quy trình: {process.Title}"), ("id", titleId));
        svg.Leaf("desc", Description(process, marks, style), ("id", textId));
        Arrows(svg, style);
        var pen = new SvgPen(svg, diagram, marks, style);
        foreach (var element in elements) pen.Draw(element);
        foreach (var element in elements) pen.DrawLabel(element);
        return svg.Close().ToString();
    }

    /// <summary>What is drawn, from back to front.</summary>
    private static IEnumerable<BpmnElement> Visible(BpmnModel model, BpmnProcess process, BpmnDiagram diagram)
    {
        bool Shown(BpmnElement element) => diagram.Shapes.ContainsKey(element.Id) || diagram.Edges.ContainsKey(element.Id);
        var pools = model.Participants.Where(p => p.ProcessId == process.Id);
        var all = process.Body.AllBodies().Where(body => body.Owner is null || IsExpanded(body.Owner, diagram)).ToList();
        return pools.Concat<BpmnElement>(all.SelectMany(b => b.Lanes))
            .Concat(all.SelectMany(b => b.Annotations.Where(a => a.Text is null)))
            .Concat(all.SelectMany(b => b.Nodes.OfType<SubProcess>()))
            .Concat(all.SelectMany(b => b.Flows)).Concat(all.SelectMany(b => b.Associations))
            .Concat(all.SelectMany(b => b.Data)).Concat(all.SelectMany(b => b.Annotations.Where(a => a.Text is not null)))
            .Concat(all.SelectMany(b => b.Nodes.Where(n => n is not SubProcess and not EventNode { Position: EventPosition.Boundary })))
            .Concat(all.SelectMany(b => b.Nodes.Where(n => n is EventNode { Position: EventPosition.Boundary })))
            .Where(Shown);
    }

    private static bool IsExpanded(SubProcess sub, BpmnDiagram diagram) =>
        diagram.Shapes.TryGetValue(sub.Id, out var shape) && shape.IsExpanded != false && sub.Inside.Nodes.Any(n => diagram.Shapes.ContainsKey(n.Id))
        && (sub.Body.Owner is null || IsExpanded(sub.Body.Owner, diagram));

    private static DiagramBounds Around(List<BpmnElement> elements, BpmnDiagram diagram)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        void Add(DiagramBounds b) => (left, top, right, bottom) =
            (Math.Min(left, b.X), Math.Min(top, b.Y), Math.Max(right, b.X + b.Width), Math.Max(bottom, b.Y + b.Height));
        foreach (var element in elements)
        {
            if (diagram.Shapes.TryGetValue(element.Id, out var shape))
            {
                Add(shape.Bounds);
                if (element.Name is not null && element is EventNode or Gateway) Add(SvgPen.LabelPlace(shape));
            }
            if (!diagram.Edges.TryGetValue(element.Id, out var edge)) continue;
            foreach (var point in edge.Points) Add(new DiagramBounds(point.X, point.Y, 0, 0));
            if (edge.Label is { } label && element.Name is not null) Add(label);
        }
        return left > right ? new DiagramBounds(0, 0, 100, 40) : new DiagramBounds(left - 14, top - 16, right - left + 28, bottom - top + 32);
    }

    private static string Description(BpmnProcess process, BpmnMarks marks, BpmnSvgStyle style)
    {
        var steps = BpmnWords.Steps(process.Body).Where(n => n is Activity).Select(node =>
        {
            var state = marks.StateOf(node.Id);
            return marks == BpmnMarks.None ? node.Title : $"{node.Title} ({(style.English ? BpmnWords.En(state) : BpmnWords.Vi(state))})";
        });
        return (style.English ? "Steps in order: " : "Các bước theo thứ tự: ") + string.Join("; ", steps) + ".";
    }

    private static void Arrows(SvgWriter svg, BpmnSvgStyle style)
    {
        svg.Open("defs");
        foreach (var (name, colour) in new[] { ("ahead", style.Quiet), ("done", style.Done) })
            svg.Open("marker", ("id", $"{style.IdPrefix}-arrow-{name}"), ("viewBox", "0 0 10 10"), ("refX", 9.5), ("refY", 5), ("markerWidth", 9), ("markerHeight", 9),
                ("markerUnits", "userSpaceOnUse"), ("orient", "auto")).Empty("path", ("d", "M0,1L10,5L0,9z"), ("fill", colour)).Close();
        svg.Close();
    }
}
