using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    private static readonly JsonElement NullJson = BpmnVariables.Element(null);

    private void EnterLoop(BpmnToken token, Activity activity, LoopCharacteristics loop)
    {
        Trouble? trouble = null;
        var progress = loop is MultiInstance multi ? Rounds(token, activity, multi, ref trouble) : new LoopProgress(0, 0, 0, [], []);
        if (loop is StandardLoop { Maximum: < 1 and var most }) trouble ??= Trouble.Rounds(activity, $"{most}");
        var none = loop is MultiInstance ? progress.Total == 0
            : loop is StandardLoop { TestBefore: true, Condition: { } first } && trouble is null && !Holds(first, token, token.ScopeId, ref trouble);
        ArmBoundary(token, activity, ref trouble);
        if (trouble is not null)
        {
            Disarm(token.Id);
            Stick(token, trouble);
            return;
        }
        if (none)
        {
            EndLoop(token, loop, progress, []);
            return;
        }
        Put(token with { State = TokenState.Inside });
        var scope = Open(ScopeKind.Loop, activity.Id, token.Id, BpmnVariables.Empty, progress);
        if (loop is MultiInstance { IsSequential: false })
            for (var i = 0; i < progress.Total; i++) StartRound(scope.Id, activity);
        else StartRound(scope.Id, activity);
    }

    private LoopProgress Rounds(BpmnToken token, Activity activity, MultiInstance loop, ref Trouble? trouble)
    {
        var (total, items, said) = ((int?)null, (IReadOnlyList<JsonElement>)[], (string?)null);
        if (loop.InputCollection is { } collection)
        {
            var value = Evaluate(collection, token, token.ScopeId, ref trouble, out var why);
            said = value.ToText();
            if (value.AsList is { } list)
            {
                items = [.. list.Select(item => BpmnVariables.Element(item.ToJson()))];
                total = items.Count;
            }
            else trouble ??= Trouble.NoValue(collection.Text, why);
        }
        else if (loop.Cardinality is { } cardinality) total = Whole(cardinality, token, ref trouble, out said);
        if (total is not (>= 0 and <= BpmnInterpreter.MostRounds)) trouble ??= Trouble.Rounds(activity, said);
        var rounds = trouble is null ? total!.Value : 0;
        return new LoopProgress(rounds, 0, 0, items, loop.OutputCollection is null ? [] : [.. Enumerable.Repeat(NullJson, rounds)]);
    }

    private void StartRound(int scopeId, Activity activity)
    {
        var scope = scopes[scopeId];
        var progress = scope.Loop!;
        var round = progress.Started + 1;
        Put(scope with { Loop = progress with { Started = round } });
        var locals = BpmnVariables.Of("loopCounter", round);
        if (activity.Loop is MultiInstance { InputElement: { } item } && progress.Items.Count >= round) locals = locals.With(item, progress.Items[round - 1]);
        Spawn(activity.Id, scopeId, locals: locals, round: round);
    }

    private void RoundDone(BpmnToken token, Activity activity)
    {
        var scope = scopes[token.ScopeId];
        Trouble? trouble = null;
        var progress = scope.Loop!;
        if (activity.Loop is MultiInstance { OutputCollection: not null, OutputElement: { } element })
        {
            var output = Json(element, token, ref trouble);
            progress = progress with { Outputs = [.. progress.Outputs.Select((old, i) => i == token.Round - 1 ? output : old)] };
        }
        progress = progress with { Finished = progress.Finished + 1 };
        var (more, over) = After(activity.Loop!, progress, token, scope, ref trouble);
        var rule = trouble is null ? MetRule(activity.Loop, progress, token, ref trouble) : null;
        if (rule is not null) (more, over) = (false, true);
        var thrown = activity.Loop is MultiInstance multi ? ThrownBy(multi, progress, rule) : null;
        var key = thrown is MessageDefinition { Message.CorrelationKey: { } named } ? Text(named, token, ref trouble) : null;
        if (trouble is not null)
        {
            Stick(token, trouble, isLeaving: true);
            return;
        }
        Visit(activity.Id, 0, 1);
        tokens.Remove(token.Id);
        Put(scope with { Loop = progress });
        if (thrown is not null) TellOfRound(thrown, tokens[scope.OwnerId], activity, progress, key);
        if (!scopes.ContainsKey(scope.Id)) return;
        if (more) StartRound(scope.Id, activity);
        if (!over) return;
        var outer = tokens[scope.OwnerId];
        WithdrawAll(scope.Id);
        Drop(scope);
        EndLoop(outer, activity.Loop!, progress, scope.Undo);
    }

    /// <summary>What a round that is done throws (table 10.29); null: nothing.</summary>
    private static EventDefinition? ThrownBy(MultiInstance loop, LoopProgress progress, ComplexBehaviour? rule) =>
        loop.Behaviour == LoopBehaviour.None || (loop.Behaviour == LoopBehaviour.One && progress.Finished == 1) ? loop.RoundEvent : rule?.Event;

    /// <summary>
    /// Throws the event of a round that is done, which tells how far the rounds have come (§10.3.8). A boundary event of the activity that hears
    /// it runs beside the other rounds and never ends them; what the boundary does not hear goes out as an event of its kind does.
    /// </summary>
    private void TellOfRound(EventDefinition thrown, BpmnToken outer, Activity activity, LoopProgress progress, string? key)
    {
        var payload = Counts(BpmnVariables.Empty, progress);
        var hearing = activity.Boundary.Where(b => b.Definitions.Any(d => Hears(d, thrown))).ToList();
        foreach (var boundary in hearing) EnterCaught(NewToken(boundary.Id, outer.ScopeId), payload);
        if (hearing.Count > 0) return;
        switch (thrown)
        {
            case SignalDefinition { Signal: { } signal }:
                Effects.Add(new Effect.SignalThrown(activity.Id, signal.Title, payload));
                Broadcast(signal.Title, payload);
                break;
            case MessageDefinition { Message: { } message }:
                Effects.Add(new Effect.MessageSent(activity.Id, message.Title, key, payload));
                break;
            case EscalationDefinition escalation:
                Escalate(outer, escalation.Escalation?.Code, payload, activity.Id);
                break;
        }
    }

    private static bool Hears(EventDefinition boundary, EventDefinition thrown) => (boundary, thrown) switch
    {
        (SignalDefinition b, SignalDefinition t) => b.Signal is not null && b.Signal.Id == t.Signal?.Id,
        (MessageDefinition b, MessageDefinition t) => b.Message is not null && b.Message.Id == t.Message?.Id,
        (EscalationDefinition b, EscalationDefinition t) => Fits(b.Escalation?.Code, t.Escalation?.Code) > 0,
        _ => false,
    };

    /// <summary>The first rule of a complex behaviour whose condition holds: it withdraws the rounds that are left, and the activity is done (table 10.30).</summary>
    private ComplexBehaviour? MetRule(LoopCharacteristics? loop, LoopProgress progress, BpmnToken token, ref Trouble? trouble)
    {
        if (loop is not MultiInstance { Behaviour: LoopBehaviour.Complex } complex) return null;
        foreach (var rule in complex.Complex)
            if (rule.Condition is { } condition && Holds(condition, Counted(token, progress), token.ScopeId, ref trouble)) return rule;
        return null;
    }

    /// <summary>The token of a round, seeing also how far the rounds have come.</summary>
    private static BpmnToken Counted(BpmnToken token, LoopProgress progress) => token with
    {
        Locals = Counts(token.Locals, progress),
    };

    private static BpmnVariables Counts(BpmnVariables to, LoopProgress progress) =>
        to.With("numberOfInstances", progress.Total).With("numberOfCompletedInstances", progress.Finished)
            .With("numberOfActiveInstances", progress.Started - progress.Finished).With("numberOfTerminatedInstances", 0);

    /// <summary>Whether another round is to be started now, and whether the loop is over.</summary>
    private (bool More, bool Over) After(LoopCharacteristics loop, LoopProgress progress, BpmnToken token, BpmnScope scope, ref Trouble? trouble)
    {
        if (loop is StandardLoop standard)
        {
            var again = !(progress.Finished >= standard.Maximum) && (standard.Condition is null ? standard.Maximum is not null
                : Holds(standard.Condition, token, token.ScopeId, ref trouble));
            if (progress.Finished >= BpmnInterpreter.MostRounds && again) trouble ??= Trouble.Rounds((FlowNode)model.Element(scope.ElementId)!, $"{progress.Finished + 1}");
            return (again, !again);
        }
        var multi = (MultiInstance)loop;
        var over = progress.Finished >= progress.Total;
        if (!over && multi.CompletionCondition is { } condition) over = Holds(condition, Counted(token, progress), token.ScopeId, ref trouble);
        return (!over && multi.IsSequential, over);
    }

    private void EndLoop(BpmnToken outer, LoopCharacteristics loop, LoopProgress progress, IReadOnlyList<BpmnUndo> rounds)
    {
        var came = BpmnVariables.Empty;
        if (loop is MultiInstance { OutputCollection: { } variable })
            came = came.With(variable, new JsonArray([.. progress.Outputs.Select(o => JsonNode.Parse(o.GetRawText()))]));
        Complete(outer, came, rounds);
    }
}
