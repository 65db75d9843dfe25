namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    private void Enter(BpmnToken token)
    {
        var node = Node(token);
        if (++steps > BpmnInterpreter.MostSteps)
        {
            Stick(token, Trouble.Endless(node));
            return;
        }
        Visit(node.Id, 1, 0);
        switch (node)
        {
            case Activity activity: EnterActivity(token, activity); break;
            case EventNode caught when !caught.IsThrowing: EnterCatch(token, caught); break;
            case EventNode thrown: EnterThrow(token, thrown); break;
            case Gateway gateway: EnterGateway(token, gateway); break;
        }
    }

    private void EnterGateway(BpmnToken token, Gateway gateway)
    {
        switch (gateway.Kind)
        {
            case GatewayKind.Exclusive:
                Finish(token, gateway);
                break;
            case GatewayKind.EventBased:
                Choose(token, gateway);
                break;
            case GatewayKind.Parallel when gateway.Incoming.Count <= 1:
            case GatewayKind.Inclusive when gateway.Incoming.Count <= 1:
            case GatewayKind.Complex when gateway.Incoming.Count <= 1:
                Finish(token, gateway);
                break;
            case GatewayKind.Parallel:
                Put(token with { State = TokenState.Joining });
                JoinAll(gateway, token.ScopeId);
                break;
            case GatewayKind.Inclusive:
                Put(token with { State = TokenState.Joining });
                break;
            case GatewayKind.Complex:
                Put(token with { State = TokenState.Joining });
                JoinSome(gateway, token);
                break;
        }
    }

    /// <summary>What waits to come together at a node, the longest waiting first.</summary>
    private List<BpmnToken> Joining(string nodeId, int scopeId) =>
        [.. TokensIn(scopeId).Where(t => t.ElementId == nodeId && t.State == TokenState.Joining)];

    /// <summary>A parallel gateway opens when each way in has brought a token; one of each is used (§13.4.1).</summary>
    private void JoinAll(Gateway gateway, int scopeId)
    {
        var waiting = Joining(gateway.Id, scopeId);
        var used = gateway.Incoming.Select(flow => waiting.Find(t => t.Via == flow.Id)).ToList();
        if (used.Contains(null)) return;
        Merge(used!, gateway);
    }

    /// <summary>A complex gateway opens once its condition over <c>activationCount</c> is met (§13.4.5).</summary>
    private void JoinSome(Gateway gateway, BpmnToken came)
    {
        var scope = scopes[came.ScopeId];
        if (scope.Opened.Contains(gateway.Id) || gateway.ActivationCondition is not { } condition) return;
        var waiting = Joining(gateway.Id, scope.Id);
        Trouble? trouble = null;
        var counted = came with { Locals = came.Locals.With("activationCount", waiting.Count) };
        var opens = Holds(condition, counted, scope.Id, ref trouble);
        if (trouble is not null) Stick(came, trouble);
        if (!opens) return;
        Put(scope with { Opened = [.. scope.Opened, gateway.Id] });
        Merge(waiting, gateway);
    }

    /// <summary>Lets one token go on for several. If it cannot, it stays with the incident and the others wait on.</summary>
    private void Merge(IReadOnlyList<BpmnToken> used, Gateway gateway)
    {
        var rest = used.Skip(1).ToList();
        foreach (var token in rest) tokens.Remove(token.Id);
        Finish(used[0] with { State = TokenState.Ready }, gateway);
    }

    /// <summary>Opens inclusive gateways to which nothing more can come, and resets complex ones. Whether any was opened.</summary>
    private bool OpenJoins()
    {
        foreach (var at in tokens.Values.Where(t => t.State == TokenState.Joining).Select(t => (t.ElementId, t.ScopeId)).Distinct().ToList())
        {
            if (model.Node(at.ElementId) is not Gateway { Kind: GatewayKind.Inclusive or GatewayKind.Complex } gateway) continue;
            var waiting = Joining(gateway.Id, at.ScopeId);
            if (MoreCanCome(gateway, at.ScopeId, waiting)) continue;
            if (gateway.Kind == GatewayKind.Inclusive)
            {
                // One token of each way in; further ones on the same way open the gateway again.
                Merge([.. waiting.GroupBy(t => t.Via).Select(way => way.First())], gateway);
                return true;
            }
            var scope = scopes[at.ScopeId];
            if (!scope.Opened.Contains(gateway.Id)) continue;
            Put(scope with { Opened = [.. scope.Opened.Where(id => id != gateway.Id)] });
            foreach (var late in waiting) tokens.Remove(late.Id);
            Close(at.ScopeId);
            return true;
        }
        return false;
    }

    /// <summary>
    /// Whether a token elsewhere can reach a way in that is still empty without passing the gateway, and none that is filled (§13.4.3).
    /// </summary>
    private bool MoreCanCome(Gateway gateway, int scopeId, List<BpmnToken> waiting)
    {
        var filled = waiting.Select(t => t.Via).ToHashSet();
        var toEmpty = Reach.Before(gateway, gateway.Incoming.Where(f => !filled.Contains(f.Id)));
        var toFilled = Reach.Before(gateway, gateway.Incoming.Where(f => filled.Contains(f.Id)));
        return TokensIn(scopeId).Any(t => !(t.ElementId == gateway.Id && t.State == TokenState.Joining)
            && toEmpty.Contains(t.ElementId) && !toFilled.Contains(t.ElementId));
    }

    /// <summary>Marks parallel gateways to which a missing branch can never come, and tokens that all wait for one another.</summary>
    private void FindDeadlocks()
    {
        foreach (var token in tokens.Values.Where(t => t.State == TokenState.Joining).ToList())
        {
            if (Node(token) is not Gateway { Kind: GatewayKind.Parallel } gateway) continue;
            var filled = Joining(gateway.Id, token.ScopeId).Select(t => t.Via).ToHashSet();
            var hopeless = gateway.Incoming.Any(flow => !filled.Contains(flow.Id)
                && !TokensIn(token.ScopeId).Any(t => t.State != TokenState.Joining || t.ElementId != gateway.Id
                    ? Reach.Before(gateway, [flow]).Contains(t.ElementId) : false));
            if (hopeless) Stick(token, Trouble.Deadlock(gateway));
        }
        if (timers.Count > 0 || subscriptions.Count > 0 || tokens.Values.Any(t => t.State is not (TokenState.Joining or TokenState.Inside))) return;
        foreach (var token in tokens.Values.Where(t => t.State == TokenState.Joining).ToList()) Stick(token, Trouble.Deadlock(Node(token)));
    }

    /// <summary>The node's work is done: the token goes on, or hands back to the loop or to what it undoes.</summary>
    private void Finish(BpmnToken token, FlowNode node)
    {
        if (token.Round > 0) RoundDone(token, (Activity)node);
        else if (token.Undoes > 0)
        {
            Visit(node.Id, 0, 1);
            tokens.Remove(token.Id);
            UndoNext(token.Undoes);
        }
        else if (node is SubProcess { Kind: SubProcessKind.Event })
        {
            Visit(node.Id, 0, 1);
            tokens.Remove(token.Id);
            Close(token.ScopeId);
        }
        else Leave(token, node);
    }

    private void Leave(BpmnToken token, FlowNode node)
    {
        Trouble? trouble = null;
        var open = Open(node, token, ref trouble);
        if (trouble is null && open.Count == 0 && node.Outgoing.Count > 0) trouble = Trouble.NoFlow(node);
        if (trouble is not null)
        {
            Stick(token, trouble, isLeaving: true);
            return;
        }
        Visit(node.Id, 0, 1);
        tokens.Remove(token.Id);
        var times = node is Activity activity ? activity.CompletionQuantity : 1;
        foreach (var flow in open)
        {
            Visit(flow.Id, times, times);
            for (var i = 0; i < times; i++) Spawn(flow.TargetId, token.ScopeId, flow.Id);
        }
        if (open.Count == 0) Close(token.ScopeId);
    }

    /// <summary>The flows that a token takes (§13.3.1, §13.4): in the order of the file.</summary>
    private List<SequenceFlow> Open(FlowNode node, BpmnToken token, ref Trouble? trouble)
    {
        if (node is Gateway { Kind: GatewayKind.Parallel }) return [.. node.Outgoing];
        var one = node is Gateway { Kind: GatewayKind.Exclusive };
        var (open, anyCondition) = (new List<SequenceFlow>(), false);
        foreach (var flow in node.Outgoing)
        {
            if (flow.Id == node.DefaultId) continue;
            if (flow.Condition is { } condition && !Holds(condition, token, token.ScopeId, ref trouble)) continue;
            anyCondition |= flow.Condition is not null;
            open.Add(flow);
            if (one) return open;
        }
        var needsDefault = open.Count == 0 || (node is not Gateway && !anyCondition);
        if (needsDefault && node.Default is { } fallback) open.Add(fallback);
        return open;
    }
}
