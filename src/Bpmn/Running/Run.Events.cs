namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    /// <summary>A start or catch event is entered by a flow or at the beginning.</summary>
    private void EnterCatch(BpmnToken token, EventNode caught)
    {
        if (caught.Position == EventPosition.Start || caught.IsLinkCatch)
        {
            Complete(token, BpmnVariables.Empty);
            return;
        }
        Trouble? trouble = null;
        Disarm(token.Id);
        Arm(caught, token, token.ScopeId, ref trouble);
        if (trouble is null)
        {
            Put(token with { State = TokenState.Event });
            return;
        }
        Disarm(token.Id);
        Stick(token, trouble);
    }

    /// <summary>A token that stands at an event which has just come about.</summary>
    private void EnterCaught(BpmnToken token, BpmnVariables payload)
    {
        Visit(token.ElementId, 1, 0);
        Complete(token, payload);
    }

    /// <summary>An event-based gateway waits for the first of the events behind it.</summary>
    private void Choose(BpmnToken token, Gateway gateway)
    {
        Trouble? trouble = null;
        Disarm(token.Id);
        foreach (var target in gateway.Outgoing.Select(f => f.Target))
        {
            if (target is EventNode { Position: EventPosition.Catch } caught) Arm(caught, token, token.ScopeId, ref trouble);
            else if (target is TaskNode { Kind: TaskKind.Receive, Message: { } message } receive) AwaitMessage(receive.Id, receive.Id, message, token, ref trouble);
            else trouble ??= Trouble.Unsupported(gateway);
        }
        if (trouble is null)
        {
            Put(token with { State = TokenState.Event });
            return;
        }
        Disarm(token.Id);
        Stick(token, trouble);
    }

    private void ArmBoundary(BpmnToken token, Activity activity, ref Trouble? trouble)
    {
        foreach (var boundary in activity.Boundary) Arm(boundary, token, token.ScopeId, ref trouble);
    }

    /// <summary>Begins to wait for what an event is made of. Errors, escalations, compensation and cancelling come by themselves.</summary>
    private void Arm(EventNode node, BpmnToken? token, int scopeId, ref Trouble? trouble)
    {
        foreach (var definition in node.Definitions) Arm(node, definition, token, scopeId, ref trouble);
    }

    private void Arm(EventNode node, EventDefinition definition, BpmnToken? token, int scopeId, ref Trouble? trouble)
    {
        switch (definition)
        {
            case TimerDefinition timer:
                Schedule(node, timer, token, scopeId, ref trouble);
                break;
            case MessageDefinition { Message: { } message }:
                AwaitMessage(node.Id, definition.Id, message, token, scopeId, ref trouble);
                break;
            case SignalDefinition { Signal: { } signal }:
                Subscribe(SubscriptionKind.Signal, node.Id, definition.Id, token, scopeId, signal.Title, null);
                break;
            case ConditionalDefinition { Condition: not null }:
                Subscribe(SubscriptionKind.Condition, node.Id, definition.Id, token, scopeId, "", null);
                break;
            case ErrorDefinition or EscalationDefinition or CompensateDefinition or CancelDefinition:
                break;
            default:
                trouble ??= Trouble.Unsupported(node);
                break;
        }
    }

    private void AwaitMessage(string elementId, string definitionId, BpmnMessage message, BpmnToken token, ref Trouble? trouble) =>
        AwaitMessage(elementId, definitionId, message, token, token.ScopeId, ref trouble);

    private void AwaitMessage(string elementId, string definitionId, BpmnMessage message, BpmnToken? token, int scopeId, ref Trouble? trouble)
    {
        var key = message.CorrelationKey is null ? null : Text(message.CorrelationKey, token, scopeId, ref trouble);
        if (trouble is null) Subscribe(SubscriptionKind.Message, elementId, definitionId, token, scopeId, message.Title, key);
    }

    private void Subscribe(SubscriptionKind kind, string elementId, string definitionId, BpmnToken? token, int scopeId, string name, string? key)
    {
        var id = NextId();
        subscriptions[id] = new BpmnSubscription
        {
            Id = id, Kind = kind, ElementId = elementId, DefinitionId = definitionId, TokenId = token?.Id ?? 0, ScopeId = scopeId, Name = name, CorrelationKey = key,
        };
    }

    private void Schedule(EventNode node, TimerDefinition definition, BpmnToken? token, int scopeId, ref Trouble? trouble)
    {
        if (definition.Time is not { } time) { trouble ??= Trouble.Incomplete(node, "thời gian", "a time"); return; }
        var value = Evaluate(time, token, scopeId, ref trouble, out var why);
        var text = value.ToText();
        if (trouble is not null) return;
        var (due, every, left) = (default(DateTimeOffset?), default(string), default(int?));
        switch (definition.Kind)
        {
            case TimerKind.Date: due = IsoTime.ReadInstant(text, now.Offset); break;
            case TimerKind.Duration: due = IsoTime.ReadDuration(text)?.After(now); break;
            case TimerKind.Cycle when IsoTime.ReadCycle(text, now.Offset) is { Times: not 0 } cycle:
                (due, every, left) = (cycle.From ?? cycle.Every.After(now), cycle.EveryText, cycle.Times - 1);
                break;
        }
        if (due is null) trouble = why is null ? Trouble.NotATime(time.IsFeel ? $"{time.Text} → {text}" : text) : Trouble.NoValue(time.Text, why);
        else Schedule(new BpmnTimer { Id = NextId(), ElementId = node.Id, DefinitionId = definition.Id, TokenId = token?.Id ?? 0, ScopeId = scopeId, Due = due.Value, Every = every, Left = left }, text);
    }

    private void Schedule(BpmnTimer timer, string text)
    {
        timers[timer.Id] = timer;
        Effects.Add(new Effect.TimerScheduled(timer.Id, timer.ElementId, timer.Due, text));
    }

    /// <summary>Stops to wait for anything on behalf of a token.</summary>
    private void Disarm(int tokenId)
    {
        foreach (var timer in timers.Values.Where(t => t.TokenId == tokenId).ToList()) Unschedule(timer.Id);
        foreach (var subscription in subscriptions.Values.Where(s => s.TokenId == tokenId).ToList()) subscriptions.Remove(subscription.Id);
    }

    private void DisarmWhere(int scopeId, int tokenId)
    {
        foreach (var timer in timers.Values.Where(t => t.ScopeId == scopeId && t.TokenId == tokenId).ToList()) Unschedule(timer.Id);
        foreach (var subscription in subscriptions.Values.Where(s => s.ScopeId == scopeId && s.TokenId == tokenId).ToList()) subscriptions.Remove(subscription.Id);
    }

    private void Unschedule(int timerId)
    {
        timers.Remove(timerId);
        Effects.Add(new Effect.TimerCancelled(timerId));
    }

    private void Fire(BpmnTimer timer)
    {
        timers.Remove(timer.Id);
        var again = timer.Every is { } every && timer.Left != 0 ? IsoTime.ReadDuration(every)?.After(timer.Due) : null;
        if (again is { } due && model.Node(timer.ElementId) is EventNode { NeedsAll: false } node
            && (node.Position == EventPosition.Catch || !node.Interrupts))
        {
            Schedule(timer with { Id = NextId(), Due = due, Left = timer.Left - 1 }, timer.Every!);
            if (node.Position == EventPosition.Catch && tokens[timer.TokenId].ElementId == node.Id)
            {
                // A repeated time on a flow lets one token through each time and goes on waiting.
                EnterCaught(NewToken(node.Id, timer.ScopeId), BpmnVariables.Empty);
                return;
            }
        }
        Caught(timer.ElementId, timer.DefinitionId, timer.TokenId, timer.ScopeId, BpmnVariables.Empty, timer.Id);
    }

    /// <summary>One of the things that an event waits for has come about.</summary>
    private void Caught(string elementId, string definitionId, int tokenId, int scopeId, BpmnVariables payload, int waitId)
    {
        var node = model.Node(elementId)!;
        if (node is EventNode { NeedsAll: true, Definitions.Count: > 1 } all && tokens.TryGetValue(tokenId, out var hearing))
        {
            subscriptions.Remove(waitId);
            hearing = hearing with { Heard = [.. hearing.Heard.Where(h => h != definitionId), definitionId] };
            Put(hearing);
            foreach (var (name, value) in payload) SetFrom(scopeId, name, value);
            if (!all.Definitions.All(d => hearing.Heard.Contains(d.Id))) return;
        }
        if (tokenId == 0 && node is EventNode { NeedsAll: true, Definitions.Count: > 1 } together && !HeardAll(together, definitionId, scopeId, payload, waitId)) return;
        switch (node)
        {
            case EventNode { Position: EventPosition.Boundary } boundary:
                FireBoundary(tokens[tokenId], boundary, payload);
                break;
            case EventNode { Position: EventPosition.Start, Body.Owner: not null } start:
                StartEventSubProcess(start.Body.Owner!, scopeId, payload);
                break;
            default:
                var token = tokens[tokenId];
                if (token.ElementId != elementId) token = Chosen(token, node);
                Complete(token, payload);
                break;
        }
    }

    /// <summary>
    /// One of the things that an event sub-process needs together has come about; whether it was the last. One that runs beside its
    /// surroundings then begins to wait for all of them again.
    /// </summary>
    private bool HeardAll(EventNode start, string definitionId, int scopeId, BpmnVariables payload, int waitId)
    {
        subscriptions.Remove(waitId);
        var scope = scopes[scopeId];
        scope = scope with { Heard = [.. scope.Heard.Where(h => h != definitionId), definitionId] };
        Put(scope);
        foreach (var (name, value) in payload) SetFrom(scopeId, name, value);
        if (!start.Definitions.All(d => scope.Heard.Contains(d.Id))) return false;
        Put(scopes[scopeId] with { Heard = [.. scope.Heard.Except(start.Definitions.Select(d => d.Id))] });
        if (start.Interrupts) return true;
        Trouble? trouble = null;
        Arm(start, null, scopeId, ref trouble);
        if (trouble is not null) Stick(NewToken(start.Body.Owner!.Id, scopeId), trouble);
        return true;
    }

    /// <summary>Moves a token from an event-based gateway to the event that came first.</summary>
    private BpmnToken Chosen(BpmnToken token, FlowNode node)
    {
        var flow = ((Gateway)Node(token)).Outgoing.First(f => f.TargetId == node.Id);
        Disarm(token.Id);
        Visit(token.ElementId, 0, 1);
        Visit(flow.Id, 1, 1);
        Visit(node.Id, 1, 0);
        token = token with { ElementId = node.Id, Via = flow.Id, Since = now, State = TokenState.Event };
        Put(token);
        return token;
    }

    private void FireBoundary(BpmnToken host, EventNode boundary, BpmnVariables payload)
    {
        if (boundary.Interrupts) Withdraw(host);
        EnterCaught(NewToken(boundary.Id, host.ScopeId), payload);
        if (boundary.Interrupts && host.Undoes > 0) UndoNext(host.Undoes);
    }

    private void StartEventSubProcess(SubProcess sub, int scopeId, BpmnVariables payload, BpmnUndo? undoing = null, int undoes = 0)
    {
        var start = sub.EventStart!;
        if (start.Interrupts && undoing is null)
        {
            WithdrawAll(scopeId);
            DisarmWhere(scopeId, 0);
        }
        var token = NewToken(sub.Id, scopeId, undoes: undoes) with { State = TokenState.Inside };
        Put(token);
        Visit(sub.Id, 1, 0);
        var scope = Open(ScopeKind.SubProcess, sub.Id, token.Id, undoing?.Variables ?? BpmnVariables.Empty);
        if (undoing is not null) Put(scope with { Undo = undoing.Inside });
        EnterCaught(NewToken(start.Id, scope.Id), payload);
    }

    /// <summary>Asks all conditions that are waited for; one that has become true fires. Whether any did.</summary>
    private bool AskConditions()
    {
        foreach (var waiting in subscriptions.Values.Where(s => s.Kind == SubscriptionKind.Condition).ToList())
        {
            var definition = ((EventNode)model.Node(waiting.ElementId)!).Definitions.First(d => d.Id == waiting.DefinitionId);
            Trouble? undecided = null;
            tokens.TryGetValue(waiting.TokenId, out var token);
            var holds = Holds(((ConditionalDefinition)definition).Condition!, token, waiting.ScopeId, ref undecided);
            if (holds == waiting.Held) continue;
            subscriptions[waiting.Id] = waiting with { Held = holds };
            if (!holds) continue;
            Caught(waiting.ElementId, waiting.DefinitionId, waiting.TokenId, waiting.ScopeId, BpmnVariables.Empty, waiting.Id);
            return true;
        }
        return false;
    }
}
