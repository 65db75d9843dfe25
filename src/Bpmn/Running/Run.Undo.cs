namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    /// <summary>
    /// Notes an activity that can be undone later. Each round of a loop or multi-instance activity is undone for itself (§13.5.5): the rounds
    /// are noted among themselves, and stand in the place of the activity once all are done.
    /// </summary>
    private void Remember(BpmnToken token, Activity activity, IReadOnlyList<BpmnUndo> inside)
    {
        if (!scopes.TryGetValue(token.ScopeId, out var scope)) return;
        if (token.Round == 0 && activity.Loop is not null)
        {
            Put(scope with { Undo = [.. scope.Undo, .. inside] });
            return;
        }
        var handler = activity.Boundary.Select(b => b.CompensationHandler).FirstOrDefault(h => h is not null) as FlowNode
            ?? (activity as SubProcess)?.Inside.EventSubProcesses.FirstOrDefault(sub => sub.EventStart?.Definition is CompensateDefinition);
        if (handler is not null || inside.Count > 0) Put(scope with { Undo = [.. scope.Undo, new BpmnUndo(activity.Id, handler?.Id, token.Locals, inside)] });
    }

    /// <summary>What is done within activities that a cancelled transaction withdraws is undone as well (§13.5.5).</summary>
    private void KeepWhatIsDoneInside(BpmnToken token)
    {
        IEnumerable<BpmnUndo> Done(int scopeId) => TokensIn(scopeId).Where(t => t.Id != token.Id).OrderBy(t => t.Id)
            .SelectMany(t => scopes.Values.Where(s => s.OwnerId == t.Id)).SelectMany(s => s.Undo.Concat(Done(s.Id)));
        var scope = scopes[token.ScopeId];
        Put(scope with { Undo = [.. scope.Undo, .. Done(scope.Id)] });
    }

    /// <summary>Undoes an activity, or all that was done in the scope, the last first. The token waits until it is done.</summary>
    private void Undo(BpmnToken token, string? activityId)
    {
        var scope = scopes[token.ScopeId];
        if (scope.Undo.Count == 0 && model.Node(scope.ElementId) is SubProcess { Kind: SubProcessKind.Event } && Outer(scope) is { } outer) scope = outer;
        var chosen = scope.Undo.Where(u => activityId is null || u.ElementId == activityId).ToList();
        Put(scope with { Undo = [.. scope.Undo.Where(u => !chosen.Contains(u))] });
        chosen.Reverse();
        Put(token with { State = TokenState.Compensating, StillToUndo = [.. chosen.SelectMany(Handlers)] });
        UndoNext(token.Id);
    }

    /// <summary>What undoes an activity: its handler, else, the last first, what undoes the inside.</summary>
    private static IEnumerable<BpmnUndo> Handlers(BpmnUndo undo) =>
        undo.HandlerId is not null ? [undo] : undo.Inside.Reverse().SelectMany(Handlers);

    /// <summary>Starts the next handler that a compensating token waits for, or lets the token go on.</summary>
    private void UndoNext(int tokenId)
    {
        if (!tokens.TryGetValue(tokenId, out var token)) return;
        if (token.StillToUndo.Count > 0)
        {
            var next = token.StillToUndo[0];
            Put(token with { StillToUndo = [.. token.StillToUndo.Skip(1)] });
            if (model.Node(next.HandlerId!) is SubProcess { Kind: SubProcessKind.Event } sub)
                StartEventSubProcess(sub, token.ScopeId, BpmnVariables.Empty, next, token.Id);
            else Spawn(next.HandlerId!, token.ScopeId, locals: next.Variables, undoes: token.Id);
            return;
        }
        if (Node(token) is EventNode { Definition: CancelDefinition }) LeaveTransaction(token);
        else Complete(token, BpmnVariables.Empty);
    }

    /// <summary>A cancelled transaction is undone: its cancel boundary event takes over.</summary>
    private void LeaveTransaction(BpmnToken token)
    {
        Visit(token.ElementId, 0, 1);
        if (!HandUp(token, d => d is CancelDefinition ? 2 : 0, BpmnVariables.Empty)) Stick(token, Trouble.Incomplete(Node(token), "sự kiện biên hủy của giao dịch", "a cancel boundary event on its transaction"));
    }
}
