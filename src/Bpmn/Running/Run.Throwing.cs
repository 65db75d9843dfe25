namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    /// <summary>A throw or end event is entered: it sends all it has, then goes on or ends.</summary>
    private void EnterThrow(BpmnToken token, EventNode node)
    {
        Trouble? trouble = null;
        token = WithInputs(token, node.Extensions, ref trouble);
        Put(token);
        if (trouble is null && node.Extensions.Job is { } job && node.Definition is MessageDefinition)
        {
            NoteEnd(token, node);
            BeginJob(token, job, node.Extensions, ref trouble);
            if (trouble is null) return;
        }
        foreach (var definition in trouble is null ? node.Definitions : [])
        {
            if (trouble is not null || !tokens.ContainsKey(token.Id)) break;
            if (!Throw(token, node, definition, ref trouble)) return;
        }
        if (trouble is not null) Stick(token, trouble);
        else if (tokens.ContainsKey(token.Id))
        {
            NoteEnd(token, node);
            Complete(token, BpmnVariables.Empty);
        }
    }

    private void NoteEnd(BpmnToken token, EventNode node)
    {
        if (node.Position == EventPosition.End && scopes[token.ScopeId].Kind == ScopeKind.Process) endElementId = node.Id;
    }

    /// <summary>Sends one thing; false when the token does not go on by itself.</summary>
    private bool Throw(BpmnToken token, EventNode node, EventDefinition definition, ref Trouble? trouble)
    {
        switch (definition)
        {
            case MessageDefinition { Message: { } message }:
                Send(token, message, ref trouble);
                return true;
            case SignalDefinition { Signal: { } signal }:
                Effects.Add(new Effect.SignalThrown(node.Id, signal.Title, token.Locals));
                Broadcast(signal.Title, token.Locals);
                return true;
            case EscalationDefinition escalation:
                Escalate(token, escalation.Escalation?.Code, token.Locals, node.Id);
                return true;
            case ErrorDefinition error:
                NoteEnd(token, node);
                ThrowError(token, node, error.Error?.Code ?? error.Error?.Title ?? "");
                return false;
            case TerminateDefinition:
                NoteEnd(token, node);
                WithdrawAll(token.ScopeId, token.Id);
                Complete(token, BpmnVariables.Empty);
                return false;
            case LinkDefinition when Reach.LinkCatch(node) is { } target:
                Visit(node.Id, 0, 1);
                tokens.Remove(token.Id);
                Spawn(target.Id, token.ScopeId);
                return false;
            case CompensateDefinition compensate:
                NoteEnd(token, node);
                Undo(token, compensate.ActivityId);
                return false;
            case CancelDefinition:
                KeepWhatIsDoneInside(token);
                WithdrawAll(token.ScopeId, token.Id);
                Undo(token, null);
                return false;
            default:
                trouble = Trouble.Unsupported(node);
                return true;
        }
    }

    private void Send(BpmnToken token, BpmnMessage message, ref Trouble? trouble)
    {
        var key = Text(message.CorrelationKey, token, ref trouble);
        if (trouble is null)
            Effects.Add(new Effect.MessageSent(token.ElementId, message.Title, key, Node(token).Extensions.Inputs.Count > 0 ? token.Locals : Visible(token)));
    }

    /// <summary>Tells all that wait for a signal; whether anything did.</summary>
    private bool Broadcast(string name, BpmnVariables payload)
    {
        var hearing = subscriptions.Values.Where(s => s.Kind == SubscriptionKind.Signal && s.Name == name).ToList();
        foreach (var heard in hearing)
            if (subscriptions.ContainsKey(heard.Id))
                Caught(heard.ElementId, heard.DefinitionId, heard.TokenId, heard.ScopeId, payload, heard.Id);
        return hearing.Count > 0;
    }

    /// <summary>An error end event: whoever catches it takes over, else the process fails.</summary>
    private void ThrowError(BpmnToken token, EventNode node, string code)
    {
        Visit(node.Id, 0, 1);
        if (!HandUp(token, d => d is ErrorDefinition e ? Fits(e.Error?.Code ?? e.Error?.Title, code) : 0, token.Locals)) End(InstanceState.Failed, code);
    }

    /// <summary>Work met an error: whoever catches it takes over; else a called process fails, and any other waits with an incident.</summary>
    private void Fail(BpmnToken token, string code, BpmnVariables payload)
    {
        if (HandUp(token, d => d is ErrorDefinition e ? Fits(e.Error?.Code ?? e.Error?.Title, code) : 0, payload)) return;
        if (isCalled)
        {
            End(InstanceState.Failed, code);
            return;
        }
        var trouble = Trouble.UncaughtError(Node(token), code);
        var incident = new BpmnIncident(trouble.Code, trouble.Vi, trouble.En, false);
        Put(token with { Incident = incident });
        Effects.Add(new Effect.IncidentRaised(token.Id, token.ElementId, incident));
    }

    private void Escalate(BpmnToken token, string? code, BpmnVariables payload, string elementId)
    {
        if (!HandUp(token, d => d is EscalationDefinition e ? Fits(e.Escalation?.Code, code) : 0, payload))
            Effects.Add(new Effect.EscalationRaised(elementId, code, payload));
    }

    /// <summary>2 when a catcher names exactly this code, 1 when it catches all, 0 when it names another.</summary>
    private static int Fits(string? caught, string? thrown) => string.IsNullOrEmpty(caught) ? 1 : caught == thrown ? 2 : 0;

    /// <summary>
    /// Looks for a catcher from a token outward: at the edge of its activity, then in event sub-processes around it, then at the edge of
    /// the sub-process, and so on. The nearest counts; at one place a catcher that names the code goes before one that catches all.
    /// </summary>
    private bool HandUp(BpmnToken token, Func<EventDefinition, int> fits, BpmnVariables payload)
    {
        for (BpmnToken? at = token; at is not null; at = tokens.GetValueOrDefault(scopes[at.ScopeId].OwnerId))
        {
            if (at.Round == 0 && Node(at) is Activity activity && Best(activity.Boundary, fits) is { } boundary)
            {
                FireBoundary(at, boundary, payload);
                return true;
            }
            var scope = scopes[at.ScopeId];
            if (scope.Kind == ScopeKind.Loop) continue;
            var starts = BodyOf(scope).EventSubProcesses.Where(sub => sub.Id != at.ElementId).Select(sub => sub.EventStart).OfType<EventNode>();
            if (Best(starts, fits) is not { } start) continue;
            StartEventSubProcess(start.Body.Owner!, scope.Id, payload);
            return true;
        }
        return false;
    }

    private static EventNode? Best(IEnumerable<EventNode> nodes, Func<EventDefinition, int> fits) => nodes
        .Select(node => (node, fit: node.Definitions.Select(fits).DefaultIfEmpty(0).Max()))
        .Where(pair => pair.fit > 0).OrderByDescending(pair => pair.fit).Select(pair => pair.node).FirstOrDefault();
}
