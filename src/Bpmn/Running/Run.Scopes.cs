namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    private BpmnScope Open(ScopeKind kind, string elementId, int ownerId, BpmnVariables variables, LoopProgress? loop = null)
    {
        var scope = new BpmnScope { Id = NextId(), ElementId = elementId, Kind = kind, OwnerId = ownerId, Variables = variables, Loop = loop };
        Put(scope);
        if (kind == ScopeKind.Loop) return scope;
        foreach (var sub in BodyOf(scope).EventSubProcesses)
        {
            Trouble? trouble = null;
            if (sub.EventStart is { } start) Arm(start, null, scope.Id, ref trouble);
            if (trouble is not null) Stick(NewToken(sub.Id, scope.Id), trouble);
        }
        return scope;
    }

    /// <summary>Ends a scope in which nothing is left.</summary>
    private void Close(int scopeId)
    {
        if (!scopes.TryGetValue(scopeId, out var scope) || scope.Kind == ScopeKind.Loop || TokensIn(scopeId).Any()) return;
        if (scope.Kind == ScopeKind.Process)
        {
            End(InstanceState.Ended, null);
            return;
        }
        if (NextOfAdHoc(scope)) return;
        Drop(scope);
        var owner = tokens[scope.OwnerId];
        Complete(owner with { Locals = owner.Locals.With(scope.Variables) }, BpmnVariables.Empty, scope.Undo);
    }

    /// <summary>Forgets a scope and what its event sub-processes wait for.</summary>
    private void Drop(BpmnScope scope)
    {
        scopes.Remove(scope.Id);
        DisarmWhere(scope.Id, 0);
    }

    /// <summary>Takes a token away with all that runs inside it and all that waits for it.</summary>
    private void Withdraw(BpmnToken token)
    {
        if (!tokens.Remove(token.Id)) return;
        DisarmWhere(token.ScopeId, token.Id);
        foreach (var scope in scopes.Values.Where(s => s.OwnerId == token.Id).ToList())
        {
            WithdrawAll(scope.Id);
            Drop(scope);
        }
        switch (token.State)
        {
            case TokenState.Work or TokenState.Job or TokenState.Decision:
                Effects.Add(new Effect.WorkWithdrawn(token.Id, token.ElementId));
                break;
            case TokenState.Call:
                Effects.Add(new Effect.CallWithdrawn(token.Id, token.ElementId));
                break;
        }
    }

    private void WithdrawAll(int scopeId, int exceptTokenId = 0)
    {
        foreach (var token in TokensIn(scopeId).Where(t => t.Id != exceptTokenId).ToList()) Withdraw(token);
    }

    private void End(InstanceState how, string? error)
    {
        foreach (var scope in scopes.Values.Where(s => s.Kind == ScopeKind.Process).ToList())
        {
            WithdrawAll(scope.Id);
            results = scopes[scope.Id].Variables;
            Drop(scope);
        }
        (state, errorCode) = (how, error);
        var end = endElementId is null ? null : model.Element(endElementId);
        Effects.Add(new Effect.InstanceEnded(how, endElementId, end?.Properties ?? new Dictionary<string, string>(), error, results));
    }
}
