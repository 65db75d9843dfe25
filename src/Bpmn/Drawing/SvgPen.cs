namespace HaiDang.Bpmn;

/// <summary>Draws single elements.</summary>
internal sealed class SvgPen(SvgWriter svg, BpmnDiagram diagram, BpmnMarks marks, BpmnSvgStyle style)
{
    private const double FontSize = 12, LineHeight = 14.5;

    /// <summary>Where the name of an event or gateway stands: where the file says, else below it.</summary>
    public static DiagramBounds LabelPlace(DiagramShape shape) => shape.Label is { Width: > 0 } label
        ? new DiagramBounds(label.X + (label.Width / 2) - (Math.Max(label.Width, 84) / 2), label.Y, Math.Max(label.Width, 84), Math.Max(label.Height, LineHeight))
        : new DiagramBounds(shape.Bounds.X + (shape.Bounds.Width / 2) - 45, shape.Bounds.Y + shape.Bounds.Height + 4, 90, LineHeight * 2);

    public void Draw(BpmnElement element)
    {
        var state = marks.StateOf(element.Id);
        var isFlow = element is SequenceFlow or Association;
        svg.Open("g", ("class", $"{(isFlow ? "bpmn-flow" : "bpmn-node")} is-{state.ToString().ToLowerInvariant()}"), ("data-element", element.Id));
        if (!isFlow && element is FlowNode) svg.Leaf("title", marks == BpmnMarks.None ? element.Title : $"{element.Title}: {(style.English ? BpmnWords.En(state) : BpmnWords.Vi(state))}");
        var (line, fill, weight) = Paint(state);
        if (diagram.Edges.TryGetValue(element.Id, out var edge)) DrawEdge(element, edge, state);
        else if (diagram.Shapes.TryGetValue(element.Id, out var shape))
        {
            var b = shape.Bounds;
            switch (element)
            {
                case Participant: DrawBand(b, element.Name, shape.IsHorizontal ?? true, style.Paper); break;
                case Lane: DrawBand(b, element.Name, shape.IsHorizontal ?? true, "none"); break;
                case Activity activity: DrawActivity(activity, b, shape.IsExpanded != false, line, fill, weight); break;
                case EventNode e: DrawEvent(e, b, line, fill, weight); break;
                case Gateway gateway: DrawGateway(gateway, shape, line, fill, weight); break;
                case DataItem data: DrawData(data, b); break;
                case TextAnnotation note: DrawNote(note, b); break;
            }
            if (element is FlowNode) DrawBadge(b, state, element is Gateway);
        }
        svg.Close();
    }

    /// <summary>Names outside shapes, above everything else.</summary>
    public void DrawLabel(BpmnElement element)
    {
        if (element.Name is not { } name) return;
        if (element is EventNode or Gateway or DataItem && diagram.Shapes.TryGetValue(element.Id, out var shape)) Halo(name, LabelPlace(shape));
        else if (element is SequenceFlow && diagram.Edges.TryGetValue(element.Id, out var edge))
        {
            if (edge.Label is { Width: > 0 } place) Halo(name, place with { X = place.X - 10, Width = place.Width + 20 });
            else
            {
                var (a, b) = (edge.Points[0], edge.Points[1]);
                Halo(name, new DiagramBounds(((a.X + b.X) / 2) - 40, ((a.Y + b.Y) / 2) - LineHeight - 3, 80, LineHeight));
            }
        }
    }

    private (string Line, string Fill, double Weight) Paint(StepState state) => state switch
    {
        StepState.Current => (style.Current, style.CurrentFill, 3),
        StepState.Done => (style.Done, style.DoneFill, 1.6),
        StepState.Failed => (style.Failed, style.FailedFill, 3),
        _ => (style.Quiet, style.Paper, 1.4),
    };

    private void DrawActivity(Activity activity, DiagramBounds b, bool isExpanded, string line, string fill, double weight)
    {
        var sub = activity as SubProcess;
        var isOpen = sub is not null && isExpanded && sub.Inside.Nodes.Any(n => diagram.Shapes.ContainsKey(n.Id));
        Box(b, line, isOpen ? style.Paper : fill, activity is CallActivity ? weight + 2 : weight, sub?.Kind == SubProcessKind.Event ? "2 4" : null);
        if (sub?.Kind == SubProcessKind.Transaction) Box(new DiagramBounds(b.X + 3, b.Y + 3, b.Width - 6, b.Height - 6), line, "none", 1, null);
        if (activity is TaskNode task && SvgIcons.Of(task.Kind) is { } icon)
            Sign(icon, b.X + 14, b.Y + 14, 8, line, task.Kind is TaskKind.Send ? line : "none", task.Kind == TaskKind.Send ? style.Paper : null);
        var marks = new List<string>();
        if (activity.Loop is MultiInstance { IsSequential: true }) marks.Add("M-.7,-.6H.7 M-.7,0H.7 M-.7,.6H.7");
        else if (activity.Loop is MultiInstance) marks.Add("M-.6,-.7V.7 M0,-.7V.7 M.6,-.7V.7");
        else if (activity.Loop is not null) marks.Add("M-.3,.75a.8,.8 0 1 1 .6,0 M-.3,.75l-.35,-.3 M-.3,.75l.1,-.45");
        if (sub is not null && !isOpen) marks.Add("M-.8,-.8h1.6v1.6h-1.6z M0,-.5V.5 M-.5,0H.5");
        if (activity.IsForCompensation) marks.Add("M-.9,0l.8,-.6v1.2z M-.1,0l.8,-.6v1.2z");
        for (var i = 0; i < marks.Count; i++)
            Sign(marks[i], b.X + (b.Width / 2) + ((i - ((marks.Count - 1) / 2.0)) * 18), b.Y + b.Height - 9, 6, line, "none", null);
        if (isOpen) Lines(SvgText.Wrap(activity.Title, b.Width - 20, FontSize, 1), b.X + (b.Width / 2), b.Y + 16);
        else
        {
            var low = activity is TaskNode { Kind: not TaskKind.None } && b.Height < 75 ? 14 : 0;
            Centre(activity.Title, new DiagramBounds(b.X, b.Y + low + (marks.Count > 0 ? -4 : 0), b.Width, b.Height - low));
        }
    }

    private void DrawEvent(EventNode node, DiagramBounds b, string line, string fill, double weight)
    {
        var (x, y, r) = (b.X + (b.Width / 2), b.Y + (b.Height / 2), Math.Min(b.Width, b.Height) / 2);
        var dashes = node.Interrupts ? null : "3 3";
        svg.Empty("circle", ("cx", x), ("cy", y), ("r", r), ("fill", fill), ("stroke", line),
            ("stroke-width", node.Position == EventPosition.End ? weight + 2 : weight), ("stroke-dasharray", dashes));
        if (node.Position is EventPosition.Catch or EventPosition.Throw or EventPosition.Boundary)
            svg.Empty("circle", ("cx", x), ("cy", y), ("r", r - 3.5), ("fill", "none"), ("stroke", line), ("stroke-width", 1.2), ("stroke-dasharray", dashes));
        if (SvgIcons.Of(node) is { } icon) Sign(icon, x, y, r * 0.55, line, node.IsThrowing ? line : "none", node.IsThrowing ? style.Paper : null);
    }

    private void DrawGateway(Gateway gateway, DiagramShape shape, string line, string fill, double weight)
    {
        var b = shape.Bounds;
        var (x, y) = (b.X + (b.Width / 2), b.Y + (b.Height / 2));
        svg.Empty("polygon", ("points", string.Join(' ', new[] { (x, b.Y), (b.X + b.Width, y), (x, b.Y + b.Height), (b.X, y) }
            .Select(p => $"{SvgWriter.Number(p.Item1)},{SvgWriter.Number(p.Item2)}"))), ("fill", fill), ("stroke", line), ("stroke-width", weight), ("stroke-linejoin", "round"));
        if (gateway.Kind != GatewayKind.Exclusive || shape.IsMarkerVisible)
            Sign(SvgIcons.Of(gateway.Kind), x, y, b.Width * 0.26, line, "none", null, gateway.Kind is GatewayKind.EventBased ? 1.2 : 2.6);
    }

    private void DrawEdge(BpmnElement element, DiagramEdge edge, StepState state)
    {
        var done = state == StepState.Done;
        var line = done ? style.Done : style.Quiet;
        var path = "M" + string.Join("L", edge.Points.Select(p => $"{SvgWriter.Number(p.X)},{SvgWriter.Number(p.Y)}"));
        if (element is not SequenceFlow flow)
        {
            svg.Empty("path", ("d", path), ("fill", "none"), ("stroke", style.Quiet), ("stroke-width", 1.3), ("stroke-dasharray", "1 4"), ("stroke-linecap", "round"));
            return;
        }
        svg.Empty("path", ("d", path), ("fill", "none"), ("stroke", line), ("stroke-width", done ? 2.4 : 1.4), ("stroke-linejoin", "round"),
            ("marker-end", $"url(#{style.IdPrefix}-arrow-{(done ? "done" : "ahead")})"));
        var (a, b) = (edge.Points[0], edge.Points[1]);
        var length = Math.Max(1, Math.Sqrt(Math.Pow(b.X - a.X, 2) + Math.Pow(b.Y - a.Y, 2)));
        var (dx, dy) = ((b.X - a.X) / length, (b.Y - a.Y) / length);
        if (flow.Source?.DefaultId == flow.Id)
            svg.Empty("path", ("d", $"M{SvgWriter.Number(a.X + (dx * 8) - (dx * 3) + (dy * 5))},{SvgWriter.Number(a.Y + (dy * 8) - (dy * 3) - (dx * 5))}L{SvgWriter.Number(a.X + (dx * 14) - (dy * 5))},{SvgWriter.Number(a.Y + (dy * 14) + (dx * 5))}"),
                ("stroke", line), ("stroke-width", 1.6), ("fill", "none"));
        else if (flow.Condition is not null && flow.Source is Activity)
            svg.Empty("path", ("d", $"M{SvgWriter.Number(a.X)},{SvgWriter.Number(a.Y)}l{SvgWriter.Number((dx * 8) + (dy * 4))},{SvgWriter.Number((dy * 8) - (dx * 4))}l{SvgWriter.Number((dx * 8) - (dy * 4))},{SvgWriter.Number((dy * 8) + (dx * 4))}l{SvgWriter.Number((-dx * 8) - (dy * 4))},{SvgWriter.Number((-dy * 8) + (dx * 4))}z"),
                ("stroke", line), ("stroke-width", 1.2), ("fill", style.Paper));
    }

    private void DrawBand(DiagramBounds b, string? name, bool lies, string fill)
    {
        svg.Empty("rect", ("x", b.X), ("y", b.Y), ("width", b.Width), ("height", b.Height), ("fill", fill), ("stroke", style.Quiet), ("stroke-width", 1.2));
        if (name is null) return;
        var (x, y) = lies ? (b.X + 17, b.Y + (b.Height / 2)) : (b.X + (b.Width / 2), b.Y + 19);
        svg.Leaf("text", SvgText.Wrap(name, (lies ? b.Height : b.Width) - 16, FontSize, 1).FirstOrDefault() ?? "", ("x", x), ("y", y), ("text-anchor", "middle"),
            ("fill", style.Ink), ("transform", lies ? $"rotate(-90 {SvgWriter.Number(x)} {SvgWriter.Number(y)})" : null));
    }

    private void DrawData(DataItem data, DiagramBounds b)
    {
        if (data.Kind == "dataStoreReference")
            svg.Empty("path", ("d", $"M{SvgWriter.Number(b.X)},{SvgWriter.Number(b.Y + 7)}a{SvgWriter.Number(b.Width / 2)},7 0 1 0 {SvgWriter.Number(b.Width)},0a{SvgWriter.Number(b.Width / 2)},7 0 1 0 {SvgWriter.Number(-b.Width)},0v{SvgWriter.Number(b.Height - 14)}a{SvgWriter.Number(b.Width / 2)},7 0 0 0 {SvgWriter.Number(b.Width)},0v{SvgWriter.Number(14 - b.Height)}"),
                ("fill", style.Paper), ("stroke", style.Quiet), ("stroke-width", 1.3));
        else
            svg.Empty("path", ("d", $"M{SvgWriter.Number(b.X)},{SvgWriter.Number(b.Y)}h{SvgWriter.Number(b.Width - 10)}l10,10v{SvgWriter.Number(b.Height - 10)}h{SvgWriter.Number(-b.Width)}z"),
                ("fill", style.Paper), ("stroke", style.Quiet), ("stroke-width", 1.3));
    }

    private void DrawNote(TextAnnotation note, DiagramBounds b)
    {
        if (note.Text is not { } text)
        {
            Box(b, style.Quiet, "none", 1.2, "8 4 1 4");
            return;
        }
        svg.Empty("path", ("d", $"M{SvgWriter.Number(b.X + 10)},{SvgWriter.Number(b.Y)}h-10v{SvgWriter.Number(b.Height)}h10"), ("fill", "none"), ("stroke", style.Quiet), ("stroke-width", 1.3));
        var lines = SvgText.Wrap(text, b.Width - 12, FontSize, Math.Max(1, (int)(b.Height / LineHeight)));
        for (var i = 0; i < lines.Count; i++)
            svg.Leaf("text", lines[i], ("x", b.X + 7), ("y", b.Y + 13 + (i * LineHeight)), ("fill", style.Ink));
    }

    /// <summary>State as a sign, not by colour alone: a tick, a dot within a ring, or an exclamation mark.</summary>
    private void DrawBadge(DiagramBounds b, StepState state, bool isGateway)
    {
        if (state == StepState.Ahead || (isGateway && state == StepState.Done)) return;
        var (x, y) = (b.X + b.Width - (b.Width > 60 ? 4 : 0), b.Y + (b.Width > 60 ? 4 : 0));
        var (line, sign) = state switch
        {
            StepState.Done => (style.Done, "M-.45,.02l.3,.35l.6,-.7"),
            StepState.Failed => (style.Failed, "M0,-.55V.15 M0,.5v.06"),
            _ => (style.Current, "M-.3,0a.3,.3 0 1 0 .6,0a.3,.3 0 1 0 -.6,0z"),
        };
        svg.Empty("circle", ("class", "bpmn-badge"), ("cx", x), ("cy", y), ("r", 8), ("fill", state == StepState.Current ? style.Accent : line),
            ("stroke", state == StepState.Current ? style.Current : style.Paper), ("stroke-width", 1.5));
        Sign(sign, x, y, 8, state == StepState.Current ? style.Current : style.Paper, state == StepState.Current ? style.Current : "none", null, 1.8);
    }

    private void Box(DiagramBounds b, string line, string fill, double weight, string? dashes) => svg.Empty("rect",
        ("x", b.X), ("y", b.Y), ("width", b.Width), ("height", b.Height), ("rx", 8), ("fill", fill), ("stroke", line), ("stroke-width", weight), ("stroke-dasharray", dashes));

    private void Sign(string path, double x, double y, double half, string line, string fill, string? inner, double weight = 1.2) => svg.Empty("path",
        ("d", path), ("transform", SvgIcons.Place(x, y, half)), ("fill", fill), ("stroke", inner ?? line), ("stroke-width", SvgWriter.Fine(weight / half)),
        ("stroke-linejoin", "round"), ("stroke-linecap", "round"));

    private void Centre(string text, DiagramBounds b)
    {
        var lines = SvgText.Wrap(text, b.Width - 12, FontSize, Math.Max(1, (int)((b.Height - 14) / LineHeight)));
        Lines(lines, b.X + (b.Width / 2), b.Y + (b.Height / 2) - ((lines.Count - 1) * LineHeight / 2) + 4.3);
    }

    private void Lines(IReadOnlyList<string> lines, double x, double y)
    {
        for (var i = 0; i < lines.Count; i++)
            svg.Leaf("text", lines[i], ("x", x), ("y", y + (i * LineHeight)), ("text-anchor", "middle"), ("fill", style.Ink));
    }

    /// <summary>A name that may cross a line: its letters have a rim of paper.</summary>
    private void Halo(string text, DiagramBounds b)
    {
        var lines = SvgText.Wrap(text, Math.Max(b.Width, 60), FontSize - 1, 3);
        for (var i = 0; i < lines.Count; i++)
            svg.Leaf("text", lines[i], ("x", b.X + (b.Width / 2)), ("y", b.Y + 10.5 + (i * 13)), ("text-anchor", "middle"), ("font-size", FontSize - 1), ("fill", style.Ink),
                ("stroke", style.Paper), ("stroke-width", 4), ("stroke-linejoin", "round"), ("paint-order", "stroke"));
    }
}
