namespace HaiDang.Bpmn;

/// <summary>A plain arrangement for processes whose file holds no picture: columns by distance from the start, rows within a column.</summary>
internal static class PlainLayout
{
    private const double ColumnGap = 90, RowGap = 60, Margin = 30;

    /// <summary>The shapes and edges of a process, from its file when that shows every node, else arranged here.</summary>
    public static BpmnDiagram For(BpmnModel model, BpmnProcess process)
    {
        if (process.Body.Nodes.All(n => model.Diagram.Shapes.ContainsKey(n.Id))) return model.Diagram;
        var shapes = new Dictionary<string, DiagramShape>(StringComparer.Ordinal);
        var edges = new Dictionary<string, DiagramEdge>(StringComparer.Ordinal);
        Arrange(process.Body, 0, 0, shapes, edges);
        return new BpmnDiagram(shapes, edges);
    }

    /// <summary>How far each node is from the start: the longest way that never turns back.</summary>
    public static Dictionary<FlowNode, int> Ranks(BpmnBody body)
    {
        var ranks = new Dictionary<FlowNode, int>();
        var open = new HashSet<FlowNode>();
        var order = new List<FlowNode>();
        var back = new HashSet<(FlowNode, FlowNode)>();
        foreach (var node in body.Nodes.OrderBy(n => n.Incoming.Count == 0 && n is not EventNode { Position: EventPosition.Boundary } ? 0 : 1)) Visit(node);
        order.Reverse();
        foreach (var node in body.Nodes) ranks[node] = 0;
        foreach (var node in order)
            foreach (var next in After(node).Where(n => !back.Contains((node, n)) && ranks.ContainsKey(n)))
                ranks[next] = Math.Max(ranks[next], ranks[node] + (next is EventNode { Position: EventPosition.Boundary } ? 0 : 1));
        return ranks;

        // Depth is bounded: the walk keeps its own stack.
        void Visit(FlowNode first)
        {
            var stack = new Stack<(FlowNode Node, IEnumerator<FlowNode> Ways)>();
            if (!ranks.TryAdd(first, 0)) return;
            open.Add(first);
            stack.Push((first, After(first).GetEnumerator()));
            while (stack.TryPeek(out var top))
            {
                if (!top.Ways.MoveNext())
                {
                    stack.Pop();
                    open.Remove(top.Node);
                    order.Add(top.Node);
                }
                else if (open.Contains(top.Ways.Current)) back.Add((top.Node, top.Ways.Current));
                else if (ranks.TryAdd(top.Ways.Current, 0))
                {
                    open.Add(top.Ways.Current);
                    stack.Push((top.Ways.Current, After(top.Ways.Current).GetEnumerator()));
                }
            }
        }
    }

    private static IEnumerable<FlowNode> After(FlowNode node)
    {
        var next = node.Outgoing.Select(f => f.Target).OfType<FlowNode>();
        return node is Activity activity ? next.Concat(activity.Boundary) : next;
    }

    private static (double Width, double Height) Arrange(BpmnBody body, double left, double top,
        Dictionary<string, DiagramShape> shapes, Dictionary<string, DiagramEdge> edges)
    {
        var ranks = Ranks(body);
        var x = left + Margin;
        var (right, bottom) = (left + 100, top + 80);
        foreach (var column in body.Nodes.Where(n => n is not EventNode { Position: EventPosition.Boundary }).GroupBy(n => ranks[n]).OrderBy(g => g.Key))
        {
            var (y, width) = (top + Margin, 100.0);
            foreach (var node in column)
            {
                var size = node switch
                {
                    SubProcess sub => Arrange(sub.Inside, x, y + 20, shapes, edges),
                    Activity => (Width: 100.0, Height: 80.0),
                    Gateway => (50, 50),
                    _ => (36, 36),
                };
                if (node is SubProcess) size.Height += 20;
                shapes[node.Id] = new DiagramShape(node.Id, new DiagramBounds(x + (node is Activity ? 0 : (100 - size.Width) / 2),
                    y + (node is Activity ? 0 : (80 - size.Height) / 2), size.Width, size.Height), node is SubProcess, null, true, null);
                width = Math.Max(width, size.Width);
                y += Math.Max(80, size.Height) + RowGap;
            }
            (right, bottom) = (x + width + Margin, Math.Max(bottom, y - RowGap + Margin));
            x += width + ColumnGap;
        }
        foreach (var activity in body.Nodes.OfType<Activity>().Where(a => a.Boundary.Count > 0 && shapes.ContainsKey(a.Id)))
            for (var i = 0; i < activity.Boundary.Count; i++)
            {
                var host = shapes[activity.Id].Bounds;
                shapes[activity.Boundary[i].Id] = new DiagramShape(activity.Boundary[i].Id,
                    new DiagramBounds(host.X + 14 + (i * 42), host.Y + host.Height - 18, 36, 36), null, null, false, null);
            }
        return (right - left, Connect(body, ranks, bottom, shapes, edges) - top);
    }

    /// <summary>
    /// Draws the flows: straight to the next column, all others through lanes of their own below. Gives the lower edge. A boundary
    /// event whose activity is not there has no place, and its flows none either.
    /// </summary>
    private static double Connect(BpmnBody body, Dictionary<FlowNode, int> ranks, double bottom,
        Dictionary<string, DiagramShape> shapes, Dictionary<string, DiagramEdge> edges)
    {
        foreach (var flow in body.Flows)
        {
            if (flow.Source is null || flow.Target is null || !shapes.ContainsKey(flow.Source.Id) || !shapes.ContainsKey(flow.Target.Id)) continue;
            var (from, to) = (shapes[flow.Source!.Id].Bounds, shapes[flow.Target!.Id].Bounds);
            var isNext = ranks[flow.Target] == ranks[flow.Source] + 1 && flow.Source is not EventNode { Position: EventPosition.Boundary };
            List<DiagramPoint> points;
            DiagramBounds label;
            if (isNext)
            {
                var (start, end) = (new DiagramPoint(from.X + from.Width, from.Y + (from.Height / 2)), new DiagramPoint(to.X, to.Y + (to.Height / 2)));
                var turn = Math.Max(start.X + 8, end.X - ((100 - Math.Min(100, to.Width)) / 2) - 70);
                points = Math.Abs(start.Y - end.Y) < 1 ? [start, end] : [start, new(turn, start.Y), new(turn, end.Y), end];
                label = new DiagramBounds(turn + 4, end.Y - 16, Math.Max(60, end.X - turn - 12), 14);
            }
            else
            {
                bottom += 18;
                var (down, up) = (new DiagramPoint(from.X + (from.Width * 0.6), from.Y + from.Height), new DiagramPoint(to.X + (to.Width * 0.4), to.Y + to.Height));
                points = [down, new(down.X, bottom), new(up.X, bottom), up];
                label = new DiagramBounds(((down.X + up.X) / 2) - 60, bottom - 15, 120, 14);
            }
            edges[flow.Id] = new DiagramEdge(flow.Id, points, label);
        }
        return bottom + 12;
    }
}
