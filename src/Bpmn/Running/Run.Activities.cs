namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    private void EnterActivity(BpmnToken token, Activity activity)
    {
        if (token.Round == 0 && activity.StartQuantity != 1 && !GatherStart(ref token, activity)) return;
        Disarm(token.Id);
        if (token.Round == 0 && activity.Loop is { } loop) EnterLoop(token, activity, loop);
        else Begin(token, activity);
    }

    /// <summary>Waits until as many tokens have come as the activity needs; gives the one that goes on for all.</summary>
    private bool GatherStart(ref BpmnToken token, Activity activity)
    {
        if (activity.StartQuantity < 1)
        {
            Stick(token, Trouble.Rounds(activity, $"startQuantity {activity.StartQuantity}"));
            return false;
        }
        Put(token with { State = TokenState.Joining });
        var waiting = Joining(activity.Id, token.ScopeId).Take(activity.StartQuantity).ToList();
        if (waiting.Count < activity.StartQuantity) return false;
        foreach (var other in waiting.Skip(1)) tokens.Remove(other.Id);
        token = waiting[0] with { State = TokenState.Ready };
        Put(token);
        return true;
    }

    private void Begin(BpmnToken token, Activity activity)
    {
        Trouble? trouble = null;
        if (activity.CompletionQuantity < 1) trouble = Trouble.Rounds(activity, $"completionQuantity {activity.CompletionQuantity}");
        token = WithInputs(token, activity.Extensions, ref trouble);
        if (token.Round == 0) ArmBoundary(token, activity, ref trouble);
        if (trouble is null)
            switch (activity)
            {
                case TaskNode task: BeginTask(token, task.Kind, task.Extensions, task, task.Script, ref trouble); break;
                case SubProcess sub: BeginInside(token, sub, ref trouble); break;
                case CallActivity call: BeginCall(token, call, ref trouble); break;
            }
        if (trouble is null) return;
        Disarm(token.Id);
        Stick(token with { Locals = token.Round == 0 ? BpmnVariables.Empty : token.Locals }, trouble);
    }

    private void BeginTask(BpmnToken token, TaskKind kind, ZeebeExtensions extensions, Activity element, ForeignScript? script, ref Trouble? trouble)
    {
        if (extensions.Job is { } job && kind is not (TaskKind.User or TaskKind.Receive))
        {
            BeginJob(token, job, extensions, ref trouble);
            return;
        }
        switch (kind)
        {
            case TaskKind.None:
                Complete(token, BpmnVariables.Empty);
                break;
            case TaskKind.User or TaskKind.Manual:
                BeginWork(token, element, extensions, ref trouble);
                break;
            case TaskKind.BusinessRule when extensions.Decision is { } decision:
                var decisionId = Text(decision.DecisionId, token, ref trouble);
                if (trouble is not null) return;
                Put(token with { State = TokenState.Decision });
                Effects.Add(new Effect.DecisionNeeded(token.Id, token.ElementId, decisionId!, decision.ResultVariable, Visible(token)));
                break;
            case TaskKind.Script when extensions.Script is { } feel:
                var value = Json(feel.Expression, token, ref trouble);
                if (trouble is null) Complete(token, BpmnVariables.Empty.With(feel.ResultVariable, value));
                break;
            case TaskKind.Script when script is { Feel: { } own }:
                var made = Evaluate(own, token, token.ScopeId, ref trouble, out _).ToJson() as System.Text.Json.Nodes.JsonObject;
                if (trouble is null) Complete(token, BpmnVariables.From(made));
                break;
            case TaskKind.Script when script is not null:
                Put(token with { State = TokenState.Job });
                Effects.Add(new Effect.JobCreated(token.Id, token.ElementId, "script", null, extensions.Headers, Visible(token), script.Text));
                break;
            case TaskKind.Send when element is TaskNode { Message: { } message }:
                Send(token, message, ref trouble);
                if (trouble is null) Complete(token, BpmnVariables.Empty);
                break;
            case TaskKind.Receive when element is TaskNode { Message: { } message } receive:
                AwaitMessage(receive.Id, receive.Id, message, token, ref trouble);
                if (trouble is null) Put(token with { State = TokenState.Event });
                break;
            default:
                trouble = Trouble.Incomplete(element, "phần nói rõ phải làm gì", "what says what to do");
                break;
        }
    }

    private void BeginWork(BpmnToken token, Activity element, ZeebeExtensions extensions, ref Trouble? trouble)
    {
        var groups = Texts(extensions.CandidateGroups, token, ref trouble);
        var assignee = Text(extensions.Assignee, token, ref trouble);
        if (trouble is not null) return;
        Put(token with { State = TokenState.Work });
        Effects.Add(new Effect.WorkCreated(token.Id, element.Id, element.Title, element.Properties, groups, assignee, extensions.FormId,
            extensions.Headers, token.Locals));
    }

    private void BeginJob(BpmnToken token, TaskDefinition job, ZeebeExtensions extensions, ref Trouble? trouble)
    {
        var type = Text(job.Type, token, ref trouble);
        int? retries = null;
        if (job.Retries is { } expression && (retries = Whole(expression, token, ref trouble, out _)) is null) trouble ??= Trouble.NoValue(expression.Text, null);
        if (trouble is not null) return;
        Put(token with { State = TokenState.Job, Incident = null });
        Effects.Add(new Effect.JobCreated(token.Id, token.ElementId, type!, retries, extensions.Headers, Visible(token)));
    }

    /// <summary>Asks the host again for a job whose incident was resolved.</summary>
    private void BeginAgain(BpmnToken token)
    {
        Trouble? trouble = null;
        var node = Node(token);
        if (node.Extensions.Job is { } job) BeginJob(token, job, node.Extensions, ref trouble);
        else if (node is TaskNode task) BeginTask(token, task.Kind, task.Extensions, task, task.Script, ref trouble);
        if (trouble is not null) Stick(token, trouble);
    }

    private void BeginCall(BpmnToken token, CallActivity call, ref Trouble? trouble)
    {
        var called = Text(call.Called, token, ref trouble);
        if (string.IsNullOrEmpty(called)) trouble ??= Trouble.Incomplete(call, "quy trình được gọi", "the process to call");
        if (trouble is not null) return;
        if (model.Roots.GlobalTasks.TryGetValue(called!, out var global))
        {
            BeginTask(token, global.Kind, global.Extensions, call, global.Script, ref trouble);
            return;
        }
        var passesAll = call.Extensions.Called?.PassesAllVariables ?? true;
        Put(token with { State = TokenState.Call });
        Effects.Add(new Effect.CallStarted(token.Id, call.Id, called!, passesAll && call.Extensions.Inputs.Count == 0 ? Visible(token) : token.Locals));
    }

    /// <summary>What a called process gives back: all its variables, unless the call says otherwise.</summary>
    private BpmnVariables Returned(BpmnToken token, BpmnVariables variables)
    {
        var extensions = Node(token).Extensions;
        return extensions.Outputs.Count > 0 || extensions.Called is not { ReturnsAllVariables: false } ? variables : BpmnVariables.Empty;
    }

    private void BeginInside(BpmnToken token, SubProcess sub, ref Trouble? trouble)
    {
        var starts = sub.Kind == SubProcessKind.AdHoc
            ? sub.Inside.Nodes.Where(n => n.Incoming.Count == 0 && n is Activity { IsForCompensation: false } and not Bpmn.SubProcess { Kind: SubProcessKind.Event }).ToList()
            : sub.Inside.PlainStarts();
        if (starts.Count == 0)
        {
            trouble = Trouble.Incomplete(sub, "sự kiện bắt đầu thường", "a plain start event");
            return;
        }
        Put(token with { State = TokenState.Inside });
        var oneByOne = sub is { Kind: SubProcessKind.AdHoc, IsSequential: true };
        var scope = Open(ScopeKind.SubProcess, sub.Id, token.Id, token.Locals, oneByOne ? new LoopProgress(starts.Count, 1, 0, [], []) : null);
        foreach (var node in oneByOne ? starts.Take(1) : starts) Spawn(node.Id, scope.Id);
    }

    /// <summary>Starts the next activity of an ad-hoc sub-process that runs them one by one; whether there was one.</summary>
    private bool NextOfAdHoc(BpmnScope scope)
    {
        if (scope.Loop is not { } progress || progress.Started >= progress.Total) return false;
        var body = BodyOf(scope);
        var starts = body.Nodes.Where(n => n.Incoming.Count == 0 && n is Activity { IsForCompensation: false } and not Bpmn.SubProcess { Kind: SubProcessKind.Event }).ToList();
        Put(scope with { Loop = progress with { Started = progress.Started + 1 } });
        Spawn(starts[progress.Started].Id, scope.Id);
        return true;
    }

    /// <summary>The work of a node is done: results are handed on, nothing is waited for any more, the token goes on.</summary>
    private void Complete(BpmnToken token, BpmnVariables came, IReadOnlyList<BpmnUndo>? inside = null)
    {
        var node = Node(token);
        Trouble? trouble = null;
        var isRounds = token.Round == 0 && node is Activity { Loop: not null };
        token = HandOn(token, isRounds ? ZeebeExtensions.None : node.Extensions, came, ref trouble);
        if (trouble is not null)
        {
            Stick(token, trouble, isLeaving: true);
            return;
        }
        Disarm(token.Id);
        token = token with { State = TokenState.Ready };
        Put(token);
        if (node is Activity activity && token.Undoes == 0) Remember(token, activity, inside ?? []);
        Finish(token, node);
        FinishAdHoc(token.ScopeId);
    }

    /// <summary>Ends an ad-hoc sub-process when its condition is met.</summary>
    private void FinishAdHoc(int scopeId)
    {
        if (!scopes.TryGetValue(scopeId, out var scope) || scope.Kind != ScopeKind.SubProcess) return;
        if (model.Node(scope.ElementId) is not SubProcess { Kind: SubProcessKind.AdHoc, CompletionCondition: { } condition } sub) return;
        Trouble? trouble = null;
        if (!Holds(condition, null, scopeId, ref trouble) || trouble is not null) return;
        Put(scope with { Loop = null });
        if (sub.CancelsRemaining) WithdrawAll(scopeId);
        Close(scopeId);
    }
}
