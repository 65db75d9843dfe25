namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    /// <summary>
    /// Begins to wait for what this version waits for and the one before did not: boundary events of activities that run, events where a
    /// token waits, event sub-processes of scopes. Gives the trouble that this met, if any.
    /// </summary>
    /// <param name="report">Gets a line for each.</param>
    /// <param name="before">What the version before waited for as well, by token, scope, element and definition.</param>
    public Trouble? WaitAlso(List<MigrationLine> report, IReadOnlySet<(int Token, int Scope, string Element, string Definition)> before)
    {
        Trouble? trouble = null;
        foreach (var token in tokens.Values.Where(t => t.Round == 0).ToList())
            switch (Node(token))
            {
                case EventNode { Position: EventPosition.Catch } caught when token.State == TokenState.Event: ArmAlso(caught, token, token.ScopeId, report, before, ref trouble); break;
                case Gateway { Kind: GatewayKind.EventBased } gateway when token.State == TokenState.Event:
                    foreach (var target in gateway.Outgoing.Select(f => f.Target))
                    {
                        if (target is EventNode node) ArmAlso(node, token, token.ScopeId, report, before, ref trouble);
                        else if (target is TaskNode task) AwaitAlso(task, token, report, ref trouble);
                    }
                    break;
                case Activity activity when token.State is not (TokenState.Incident or TokenState.Joining or TokenState.Ready):
                    foreach (var boundary in activity.Boundary) ArmAlso(boundary, token, token.ScopeId, report, before, ref trouble);
                    if (token.State == TokenState.Event && activity is TaskNode receive) AwaitAlso(receive, token, report, ref trouble);
                    break;
            }
        foreach (var scope in scopes.Values.Where(s => s.Kind != ScopeKind.Loop).ToList())
            foreach (var start in BodyOf(scope).EventSubProcesses.Select(s => s.EventStart).OfType<EventNode>())
                ArmAlso(start, null, scope.Id, report, before, ref trouble);
        return trouble;
    }

    private void ArmAlso(EventNode node, BpmnToken? token, int scopeId, List<MigrationLine> report,
        IReadOnlySet<(int Token, int Scope, string Element, string Definition)> before, ref Trouble? trouble)
    {
        var waiter = token?.Id ?? 0;
        foreach (var definition in node.Definitions.Where(d => !before.Contains((waiter, scopeId, node.Id, d.Id)) && !IsWaitedFor(node.Id, d.Id, waiter, scopeId)))
        {
            var waits = timers.Count + subscriptions.Count;
            Arm(node, definition, token, scopeId, ref trouble);
            if (timers.Count + subscriptions.Count > waits) report.Add(Also(node, token));
        }
    }

    private void AwaitAlso(TaskNode receive, BpmnToken token, List<MigrationLine> report, ref Trouble? trouble)
    {
        if (receive.Message is not { } message || IsWaitedFor(receive.Id, receive.Id, token.Id, token.ScopeId)) return;
        AwaitMessage(receive.Id, receive.Id, message, token, ref trouble);
        report.Add(Also(receive, token));
    }

    private bool IsWaitedFor(string elementId, string definitionId, int tokenId, int scopeId) =>
        timers.Values.Any(t => t.ElementId == elementId && t.DefinitionId == definitionId && t.TokenId == tokenId && t.ScopeId == scopeId)
        || subscriptions.Values.Any(s => s.ElementId == elementId && s.DefinitionId == definitionId && s.TokenId == tokenId && s.ScopeId == scopeId);

    private static MigrationLine Also(FlowNode node, BpmnToken? token) => new(MigrationFate.Added, token?.Id ?? 0, null, node.Id,
        $"Từ nay còn chờ \"{node.Title}\".", $"From now on \"{node.Title}\" is waited for as well.");
}
