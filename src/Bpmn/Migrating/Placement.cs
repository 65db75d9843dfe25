namespace HaiDang.Bpmn;

/// <summary>Finds for everything in an instance its place in the new version; what has none is in the report.</summary>
internal sealed class Placement
{
    private readonly BpmnModel from;
    private readonly BpmnModel to;
    private readonly BpmnProcess process;
    private readonly ProcessInstance old;
    private readonly MigrationMap map;
    private readonly Dictionary<int, BpmnScope> scopes = [];
    private readonly Dictionary<int, BpmnToken> tokens = [];

    public Placement(BpmnModel from, BpmnModel to, BpmnProcess process, ProcessInstance old, MigrationMap map)
    {
        (this.from, this.to, this.process, this.old, this.map) = (from, to, process, old, map);
        foreach (var scope in old.Scopes) scopes[scope.Id] = Place(scope);
        foreach (var token in old.Tokens) tokens[token.Id] = Place(token);
        foreach (var token in old.Tokens) RememberWaiting(token);
        foreach (var scope in old.Scopes.Where(s => s.Kind != ScopeKind.Loop)) RememberWaiting(scope);
        Instance = old with
        {
            ProcessId = process.Id,
            EndElementId = old.EndElementId is { } end ? map[end] : null,
            Scopes = [.. scopes.Values],
            Tokens = [.. tokens.Values],
            Timers = [.. old.Timers.Select(Place).OfType<BpmnTimer>()],
            Subscriptions = [.. old.Subscriptions.Select(Place).OfType<BpmnSubscription>()],
            Visits = [.. old.Visits.Select(v => v with { ElementId = map[v.ElementId] }).GroupBy(v => v.ElementId)
                .Select(g => new BpmnVisit(g.Key, g.Sum(v => v.Entered), g.Sum(v => v.Finished), g.Max(v => v.At)))],
        };
    }

    public ProcessInstance Instance { get; }

    public List<MigrationLine> Report { get; } = [];

    /// <summary>
    /// What the version before waited for on behalf of each token (0 for none) and scope, by element and definition of the new one. What of
    /// it is not waited for any more has come about already, and is not begun anew.
    /// </summary>
    public HashSet<(int Token, int Scope, string Element, string Definition)> Before { get; } = [];

    public List<Effect> Effects { get; } = [];

    private BpmnScope Place(BpmnScope scope)
    {
        var id = scope.Kind == ScopeKind.Process ? process.Id : map[scope.ElementId];
        var fits = scope.Kind switch
        {
            ScopeKind.Process => true,
            ScopeKind.SubProcess => to.Node(id) is SubProcess sub && sub.Kind == (from.Node(scope.ElementId) as SubProcess)?.Kind,
            _ => SameLoop((from.Node(scope.ElementId) as Activity)?.Loop, (to.Node(id) as Activity)?.Loop),
        };
        if (!fits)
            Report.Add(Lost(scope.OwnerId, scope.ElementId, $"\"{Title(scope.ElementId)}\" đang chạy bên trong, nhưng \"{id}\" ở phiên bản mới không phải quy trình con hay vòng lặp cùng loại.",
                $"\"{Title(scope.ElementId)}\" is running inside, but \"{id}\" of the new version is no sub-process or loop of the same kind."));
        return scope with { ElementId = id, Undo = Undoable(scope.Undo), Opened = [.. scope.Opened.Select(o => map[o])], Heard = HeardAt(scope) };
    }

    private IReadOnlyList<string> HeardAt(BpmnScope scope)
    {
        if (scope.Heard.Count == 0) return [];
        var body = scope.Kind == ScopeKind.Process ? from.Process(old.ProcessId)?.Body : (from.Node(scope.ElementId) as SubProcess)?.Inside;
        var starts = body?.EventSubProcesses.Select(s => s.EventStart).OfType<EventNode>().ToList() ?? [];
        return [.. scope.Heard.Select(h => starts.Find(s => s.Definitions.Any(d => d.Id == h)) is { } start ? Definition(start, to.Node(map[start.Id]), h)?.Id : null).OfType<string>()];
    }

    private static bool SameLoop(LoopCharacteristics? a, LoopCharacteristics? b) => (a, b) switch
    {
        (StandardLoop, StandardLoop) => true,
        (MultiInstance x, MultiInstance y) => x.IsSequential == y.IsSequential,
        _ => false,
    };

    private BpmnToken Place(BpmnToken token)
    {
        var id = map[token.ElementId];
        var (node, before) = (to.Node(id), from.Node(token.ElementId));
        var via = token.Via is { } flow && node?.Incoming.FirstOrDefault(f => f.Id == map[flow]) is { } kept ? kept.Id : null;
        if (node is null)
            Report.Add(Lost(token.Id, token.ElementId, $"Phiên bản mới không có bước \"{id}\" cho \"{Title(token.ElementId)}\". Hãy ghi bước tương ứng vào bản đối chiếu.",
                $"The new version has no step \"{id}\" for \"{Title(token.ElementId)}\". Name the step that corresponds in the mapping."));
        else if (!CanStand(token, before, node))
            Report.Add(Lost(token.Id, token.ElementId, $"\"{Title(token.ElementId)}\" không thể tiếp tục ở \"{node.Title}\": hai bước khác loại.",
                $"\"{Title(token.ElementId)}\" cannot go on at \"{node.Title}\": the two are of different kinds."));
        else if (!IsInside(node, token))
            Report.Add(Lost(token.Id, token.ElementId, $"\"{node.Title}\" ở phiên bản mới nằm trong một quy trình con khác với nơi \"{Title(token.ElementId)}\" đang chạy.",
                $"In the new version \"{node.Title}\" stands inside another sub-process than the one in which \"{Title(token.ElementId)}\" runs."));
        else if (token.State == TokenState.Joining && via is null && node.Incoming.Count > 1)
            Report.Add(Lost(token.Id, token.ElementId, $"Nhánh đã đến \"{node.Title}\" qua luồng \"{token.Via}\" không còn ở phiên bản mới; cổng sẽ chờ mãi. Hãy ghi luồng tương ứng vào bản đối chiếu.",
                $"The branch that came to \"{node.Title}\" by the flow \"{token.Via}\" is not in the new version; the gateway would wait for ever. Name the flow that corresponds in the mapping."));
        else
            Report.Add(new(id == token.ElementId ? MigrationFate.Kept : MigrationFate.Moved, token.Id, token.ElementId, id,
                id == token.ElementId ? $"\"{node.Title}\" giữ nguyên chỗ." : $"\"{Title(token.ElementId)}\" tiếp tục ở \"{node.Title}\".",
                id == token.ElementId ? $"\"{node.Title}\" stays where it is." : $"\"{Title(token.ElementId)}\" goes on at \"{node.Title}\"."));
        return token with
        {
            ElementId = id, Via = via, StillToUndo = Undoable(token.StillToUndo),
            Heard = [.. token.Heard.Select(h => Definition(before, node, h)?.Id ?? h)],
        };
    }

    /// <summary>Whether what a token waits for is what the new node waits for.</summary>
    private static bool CanStand(BpmnToken token, FlowNode? before, FlowNode node)
    {
        if (token.Round == 0 && token.State != TokenState.Inside && !SameLoopOrNone(before, node)) return false;
        return token.State switch
        {
            TokenState.Work => node is TaskNode { Kind: TaskKind.User or TaskKind.Manual } or CallActivity && node.GetType() == before?.GetType(),
            TokenState.Job => node is TaskNode or EventNode or CallActivity && (node.Extensions.Job is not null || node is TaskNode { Script: not null }),
            TokenState.Decision => node is TaskNode && node.Extensions.Decision is not null,
            TokenState.Call => node is CallActivity,
            TokenState.Event => node is EventNode { Position: EventPosition.Catch } or Gateway { Kind: GatewayKind.EventBased } or TaskNode { Kind: TaskKind.Receive },
            TokenState.Joining => before is Gateway a ? node is Gateway b && a.Kind == b.Kind : node is Activity { StartQuantity: > 1 },
            TokenState.Inside => node is SubProcess || node is Activity { Loop: not null },
            _ => before?.GetType() == node.GetType(),
        };
    }

    private static bool SameLoopOrNone(FlowNode? before, FlowNode node)
    {
        var (a, b) = ((before as Activity)?.Loop, (node as Activity)?.Loop);
        return (a is null && b is null) || SameLoop(a, b);
    }

    private bool IsInside(FlowNode node, BpmnToken token)
    {
        var scope = scopes[token.ScopeId];
        return scope.Kind switch
        {
            ScopeKind.Process => node.Body == process.Body,
            ScopeKind.SubProcess => node.Body.Owner?.Id == scope.ElementId,
            _ => node.Id == scope.ElementId,
        };
    }

    private void RememberWaiting(BpmnToken token)
    {
        IEnumerable<FlowNode?> watching = from.Node(token.ElementId) switch
        {
            Activity activity => activity.Boundary,
            Gateway { Kind: GatewayKind.EventBased } gateway => gateway.Outgoing.Select(f => f.Target),
            EventNode { Position: EventPosition.Catch } caught => [caught],
            _ => [],
        };
        foreach (var node in watching.OfType<EventNode>()) RememberWaiting(node, token.Id, token.ScopeId);
    }

    private void RememberWaiting(BpmnScope scope)
    {
        var body = scope.Kind == ScopeKind.Process ? from.Process(old.ProcessId)?.Body : (from.Node(scope.ElementId) as SubProcess)?.Inside;
        foreach (var start in body?.EventSubProcesses.Select(s => s.EventStart).OfType<EventNode>() ?? []) RememberWaiting(start, 0, scope.Id);
    }

    private void RememberWaiting(EventNode before, int tokenId, int scopeId)
    {
        if (to.Node(map[before.Id]) is not EventNode now) return;
        foreach (var definition in before.Definitions)
            if (Definition(before, now, definition.Id) is { } same) Before.Add((tokenId, scopeId, now.Id, same.Id));
    }

    private BpmnTimer? Place(BpmnTimer timer)
    {
        if (Waits(timer.ElementId, timer.DefinitionId, timer.TokenId, timer.ScopeId) is var (element, definition) && definition is TimerDefinition)
            return timer with { ElementId = element, DefinitionId = definition.Id };
        Drop(timer.TokenId, timer.ElementId);
        Effects.Add(new Effect.TimerCancelled(timer.Id));
        return null;
    }

    private BpmnSubscription? Place(BpmnSubscription subscription)
    {
        // A receive task waits by itself, without a definition.
        if (subscription.DefinitionId == subscription.ElementId && subscription.TokenId != 0
            && to.Node(map[subscription.ElementId]) is TaskNode { Kind: TaskKind.Receive, Message: { } message } receive && Belongs(receive, subscription.TokenId, subscription.ScopeId))
            return subscription with { ElementId = receive.Id, DefinitionId = receive.Id, Name = message.Title };
        if (Waits(subscription.ElementId, subscription.DefinitionId, subscription.TokenId, subscription.ScopeId) is var (element, definition))
            switch (subscription.Kind, definition)
            {
                case (SubscriptionKind.Message, MessageDefinition { Message: { } named }): return subscription with { ElementId = element, DefinitionId = definition.Id, Name = named.Title };
                case (SubscriptionKind.Signal, SignalDefinition { Signal: { } signal }): return subscription with { ElementId = element, DefinitionId = definition.Id, Name = signal.Title };
                case (SubscriptionKind.Condition, ConditionalDefinition { Condition: not null }): return subscription with { ElementId = element, DefinitionId = definition.Id };
            }
        Drop(subscription.TokenId, subscription.ElementId);
        return null;
    }

    private (string Element, EventDefinition? Definition) Waits(string elementId, string definitionId, int tokenId, int scopeId) =>
        to.Node(map[elementId]) is EventNode node && Belongs(node, tokenId, scopeId) ? (node.Id, Definition(from.Node(elementId), node, definitionId)) : (elementId, null);

    /// <summary>Whether a node still waits on behalf of the token or scope that waited.</summary>
    private bool Belongs(FlowNode node, int tokenId, int scopeId)
    {
        if (tokenId == 0) return node.Body.Owner is { Kind: SubProcessKind.Event } sub && (sub.Body.Owner?.Id ?? process.Id) == scopes[scopeId].ElementId;
        var at = tokens[tokenId].ElementId;
        return node.Id == at || (node is EventNode { Position: EventPosition.Boundary } boundary && boundary.AttachedTo?.Id == at)
            || (to.Node(at) is Gateway { Kind: GatewayKind.EventBased } gateway && gateway.Outgoing.Any(f => f.Target == node));
    }

    /// <summary>The definition of the same id, or the one in the same place.</summary>
    private static EventDefinition? Definition(FlowNode? before, FlowNode? node, string definitionId)
    {
        if (node is not EventNode now) return null;
        if (now.Definitions.FirstOrDefault(d => d.Id == definitionId) is { } same) return same;
        var place = (before as EventNode)?.Definitions.Select((d, i) => (d, i)).FirstOrDefault(p => p.d.Id == definitionId) ?? default;
        return place.d is not null && place.i < now.Definitions.Count && now.Definitions[place.i].GetType() == place.d.GetType() ? now.Definitions[place.i] : null;
    }

    private IReadOnlyList<BpmnUndo> Undoable(IReadOnlyList<BpmnUndo> undo) =>
    [
        .. undo.Where(u =>
        {
            var there = to.Node(map[u.ElementId]) is Activity && (u.HandlerId is null || to.Node(map[u.HandlerId]) is Activity);
            if (!there) Drop(0, u.ElementId);
            return there;
        }).Select(u => u with { ElementId = map[u.ElementId], HandlerId = u.HandlerId is null ? null : map[u.HandlerId], Inside = Undoable(u.Inside) }),
    ];

    private void Drop(int tokenId, string elementId) => Report.Add(new(MigrationFate.Dropped, tokenId, elementId, null,
        $"\"{Title(elementId)}\" không còn ở phiên bản mới; hồ sơ đi tiếp không có nó.", $"\"{Title(elementId)}\" is not in the new version; the run goes on without it."));

    private static MigrationLine Lost(int tokenId, string elementId, string vi, string en) => new(MigrationFate.Lost, tokenId, elementId, null, vi, en);

    private string Title(string elementId) => from.Element(elementId)?.Title ?? elementId;
}
