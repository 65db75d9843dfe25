namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    /// <summary>Applies a trigger; gives the reason when it does not fit.</summary>
    public BpmnDiagnostic? Take(Trigger trigger)
    {
        var refusal = state switch
        {
            InstanceState.Ready => TakeFirst(trigger),
            InstanceState.Running => TakeNext(trigger),
            _ => Refusal(null, "bpmn.over", "Quy trình đã kết thúc, không nhận thêm việc gì.", "The run is over and takes nothing more."),
        };
        if (refusal is null) Drain();
        return refusal;
    }

    private BpmnDiagnostic? TakeFirst(Trigger trigger)
    {
        switch (trigger)
        {
            case Trigger.Start start:
                var named = start.StartElementId is null ? null : process.Body.Nodes.FirstOrDefault(n => n.Id == start.StartElementId);
                var plain = process.Body.PlainStarts();
                if (start.StartElementId is not null && named is not EventNode { Position: EventPosition.Start })
                    return Refusal(start.StartElementId, "bpmn.no-start",
                        $"Quy trình không có sự kiện bắt đầu \"{start.StartElementId}\".", $"The process has no start event \"{start.StartElementId}\".");
                if (named is null && plain.Count == 0)
                    return Refusal(process.Id, "bpmn.no-start",
                        "Quy trình không có sự kiện bắt đầu thường; hãy nói rõ sự kiện bắt đầu hoặc gửi thông điệp của nó.",
                        "The process has no plain start event; name a start event or send its message.");
                isCalled = start.IsCalled;
                var scope = Begin(start.Variables);
                if (named is not null) EnterCaught(NewToken(named.Id, scope.Id), BpmnVariables.Empty);
                else
                    foreach (var node in plain) Spawn(node.Id, scope.Id);
                return null;
            case Trigger.MessageArrived message:
                return StartBy(message.Payload, d => d is MessageDefinition { Message: { } m } && m.Title == message.Name, m => m.Title == message.Name);
            case Trigger.SignalArrived signal:
                return StartBy(signal.Payload, d => d is SignalDefinition { Signal: { } s } && s.Title == signal.Name, _ => false);
            case Trigger.Cancel:
                End(InstanceState.Cancelled, null);
                return null;
            default:
                return Refusal(null, "bpmn.not-started", "Quy trình chưa bắt đầu.", "The run has not started.");
        }
    }

    /// <summary>Starts with a message or signal: a start event, a receive task that begins the process, or what stands behind a gateway that does.</summary>
    private BpmnDiagnostic? StartBy(BpmnVariables payload, Func<EventDefinition, bool> fits, Func<BpmnMessage, bool> received)
    {
        bool Hears(FlowNode? node) => node is EventNode caught ? caught.Definitions.Any(fits) : node is TaskNode { Kind: TaskKind.Receive, Message: { } message } && received(message);
        var start = process.Body.Nodes.FirstOrDefault(n => n is EventNode { Position: EventPosition.Start } or TaskNode { Instantiates: true } && Hears(n));
        var gateway = start is not null ? null : process.Body.Nodes.OfType<Gateway>().FirstOrDefault(g => g.Instantiates && g.Outgoing.Any(f => Hears(f.Target)));
        if (start is null && gateway is null)
            return Refusal(process.Id, "bpmn.no-start",
                "Quy trình không bắt đầu bằng thông điệp hay tín hiệu này.", "The process does not begin with this message or signal.");
        var scope = Begin(BpmnVariables.Empty);
        if (gateway is not null) StartBehind(gateway, gateway.Outgoing.First(f => Hears(f.Target)), scope, payload);
        else if (start is EventNode { NeedsAll: true, Definitions.Count: > 1 } all) StartWithAll(all, all.Definitions.First(fits), scope, payload);
        else EnterCaught(NewToken(start!.Id, scope.Id), payload);
        return null;
    }

    /// <summary>A start event that needs several things has its first: the instance is there and waits for the others (§10.5.2).</summary>
    private void StartWithAll(EventNode start, EventDefinition first, BpmnScope scope, BpmnVariables payload)
    {
        Trouble? trouble = null;
        var token = NewToken(start.Id, scope.Id) with { State = TokenState.Event, Heard = [first.Id] };
        Put(token);
        Visit(start.Id, 1, 0);
        foreach (var (name, value) in payload) SetFrom(scope.Id, name, value);
        foreach (var definition in start.Definitions.Where(d => d != first)) Arm(start, definition, token, scope.Id, ref trouble);
        if (trouble is not null) Stick(token, trouble);
    }

    /// <summary>The first event behind a gateway that begins the process: the only one, or, of a parallel gateway, the one before the others (§10.6.6).</summary>
    private void StartBehind(Gateway gateway, SequenceFlow first, BpmnScope scope, BpmnVariables payload)
    {
        Visit(gateway.Id, 1, 1);
        foreach (var other in gateway.Outgoing.Where(f => gateway.IsParallel && f != first && f.Target is not null))
        {
            Visit(other.Id, 1, 1);
            Spawn(other.TargetId, scope.Id, other.Id);
        }
        Visit(first.Id, 1, 1);
        EnterCaught(NewToken(first.TargetId, scope.Id, first.Id), payload);
    }

    private BpmnScope Begin(BpmnVariables variables)
    {
        state = InstanceState.Running;
        return Open(ScopeKind.Process, process.Id, 0, variables);
    }

    private BpmnDiagnostic? TakeNext(Trigger trigger)
    {
        switch (trigger)
        {
            case Trigger.CompleteTask done:
                return At(done.TokenId, t => t.State is TokenState.Work or TokenState.Job or TokenState.Decision,
                    token => Complete(token with { Incident = null }, done.Variables));
            case Trigger.FailTask failed:
                return At(failed.TokenId, t => t.State is TokenState.Work or TokenState.Job or TokenState.Decision,
                    token => Fail(token, failed.ErrorCode, failed.Variables));
            case Trigger.RaiseIncident raised:
                return At(raised.TokenId, t => t.State is TokenState.Work or TokenState.Job or TokenState.Decision or TokenState.Call, token =>
                {
                    var incident = new BpmnIncident("bpmn.from-host", raised.Vi, raised.En, false);
                    Put(token with { Incident = incident });
                    Effects.Add(new Effect.IncidentRaised(token.Id, token.ElementId, incident));
                });
            case Trigger.ResolveIncident resolved:
                return At(resolved.TokenId, t => t.Incident is not null, token => Retry(token, resolved.Variables));
            case Trigger.TimerFired fired:
                if (!timers.TryGetValue(fired.TimerId, out var timer))
                    return Refusal(null, "bpmn.no-timer", $"Không có hẹn giờ số {fired.TimerId} đang chờ.", $"No timer {fired.TimerId} is waiting.");
                if (now < timer.Due)
                    return Refusal(timer.ElementId, "bpmn.too-early", $"Hẹn giờ số {timer.Id} đến hạn lúc {timer.Due:O}.", $"Timer {timer.Id} is due at {timer.Due:O}.");
                Fire(timer);
                return null;
            case Trigger.MessageArrived message:
                if (subscriptions.Values.FirstOrDefault(s => s.Kind == SubscriptionKind.Message && s.Name == message.Name
                    && (s.CorrelationKey is null || s.CorrelationKey == message.CorrelationKey) && (message.SubscriptionId is null || s.Id == message.SubscriptionId)) is not { } heard)
                    return Refusal(null, "bpmn.not-waited-for",
                        $"Không bước nào đang chờ thông điệp \"{message.Name}\" với khóa này.", $"Nothing waits for the message \"{message.Name}\" with this key.");
                Caught(heard.ElementId, heard.DefinitionId, heard.TokenId, heard.ScopeId, message.Payload, heard.Id);
                return null;
            case Trigger.SignalArrived signal:
                return Broadcast(signal.Name, signal.Payload) ? null : Refusal(null, "bpmn.not-waited-for",
                    $"Không bước nào đang chờ tín hiệu \"{signal.Name}\".", $"Nothing waits for the signal \"{signal.Name}\".");
            case Trigger.ConditionsChanged changed:
                var root = scopes.Values.First();
                Put(root with { Variables = root.Variables.With(changed.Variables) });
                return null;
            case Trigger.CalledProcessEnded ended:
                return At(ended.TokenId, t => t.State == TokenState.Call, token =>
                {
                    if (ended.ErrorCode is { } code) Fail(token, code, ended.Variables);
                    else Complete(token with { Incident = null }, Returned(token, ended.Variables));
                });
            case Trigger.CalledProcessEscalated escalated:
                return At(escalated.TokenId, t => t.State == TokenState.Call, token => Escalate(token, escalated.Code, escalated.Variables, token.ElementId));
            case Trigger.Cancel:
                End(InstanceState.Cancelled, null);
                return null;
            default:
                return Refusal(null, "bpmn.started", "Quy trình đã bắt đầu rồi.", "The run has started already.");
        }
    }

    private BpmnDiagnostic? At(int tokenId, Func<BpmnToken, bool> fits, Action<BpmnToken> act)
    {
        if (!tokens.TryGetValue(tokenId, out var token))
            return Refusal(null, "bpmn.no-token", $"Không có việc số {tokenId} đang chờ; có thể đã xong hoặc đã bị rút.",
                $"Nothing waits under token {tokenId}; it may be done or withdrawn already.");
        if (!fits(token))
            return Refusal(token.ElementId, "bpmn.not-waiting", $"\"{Node(token).Title}\" (số {tokenId}) không chờ điều này.",
                $"\"{Node(token).Title}\" (token {tokenId}) does not wait for this.");
        act(token);
        return null;
    }

    private BpmnDiagnostic Refusal(string? elementId, string code, string vi, string en)
    {
        var element = elementId is null ? null : model.Element(elementId);
        return new BpmnDiagnostic(model.Source, element?.Line ?? 0, element?.Column ?? 0, elementId, code, vi, en);
    }

    /// <summary>Tries again what an incident stopped.</summary>
    private void Retry(BpmnToken token, BpmnVariables variables)
    {
        foreach (var (name, value) in variables) SetFrom(token.ScopeId, name, value);
        var (wasState, leaving) = (token.State, token.Incident!.IsLeaving);
        token = tokens[token.Id] with { Incident = null };
        Put(token);
        if (wasState == TokenState.Job) BeginAgain(token);
        if (wasState != TokenState.Incident) return;
        if (leaving) Complete(token, BpmnVariables.Empty);
        else
        {
            Put(token with { State = TokenState.Ready });
            ready.Enqueue(token.Id);
        }
    }
}
