namespace HaiDang.Bpmn;

/// <summary>How an activity repeats (BPMN 2.0 §10.3.8).</summary>
public abstract class LoopCharacteristics
{
    private protected LoopCharacteristics() { }
}

/// <summary>While a condition holds.</summary>
public sealed class StandardLoop : LoopCharacteristics
{
    internal StandardLoop() { }

    /// <summary>Asked before (or after) each round; null repeats until <see cref="Maximum"/>.</summary>
    public BpmnExpression? Condition { get; internal init; }

    /// <summary>Whether the condition is asked before the first round.</summary>
    public bool TestBefore { get; internal init; }

    /// <summary>The most rounds, or null.</summary>
    public int? Maximum { get; internal init; }
}

/// <summary>When the rounds of a multi-instance activity throw their event.</summary>
public enum LoopBehaviour
{
    /// <summary>At the end of every round.</summary>
    None,
    /// <summary>At the end of the first round.</summary>
    One,
    /// <summary>Never: the activity goes on when all rounds are done. The usual.</summary>
    All,
    /// <summary>When a condition of its own is met.</summary>
    Complex,
}

/// <summary>Once for each item or a number of times.</summary>
public sealed class MultiInstance : LoopCharacteristics
{
    internal MultiInstance() { }

    /// <summary>One after the other rather than all at once.</summary>
    public bool IsSequential { get; internal init; }

    /// <summary>How many times, or null when <see cref="InputCollection"/> says it.</summary>
    public BpmnExpression? Cardinality { get; internal init; }

    /// <summary>The list with one item for each round (<c>zeebe:loopCharacteristics</c>), or null.</summary>
    public BpmnExpression? InputCollection { get; internal init; }

    /// <summary>The variable that holds the item in its round, or null.</summary>
    public string? InputElement { get; internal init; }

    /// <summary>The variable that gets the list of results, or null.</summary>
    public string? OutputCollection { get; internal init; }

    /// <summary>The result of one round, or null.</summary>
    public BpmnExpression? OutputElement { get; internal init; }

    /// <summary>Asked after each round: whether the rest is not needed, or null.</summary>
    public BpmnExpression? CompletionCondition { get; internal init; }

    /// <summary>When an event is thrown at the end of a round.</summary>
    public LoopBehaviour Behaviour { get; internal init; } = LoopBehaviour.All;

    /// <summary>The event of <see cref="LoopBehaviour.None"/> or <see cref="LoopBehaviour.One"/>, or null.</summary>
    public EventDefinition? RoundEvent { get; internal init; }

    /// <summary>The conditions and events of <see cref="LoopBehaviour.Complex"/>.</summary>
    public IReadOnlyList<ComplexBehaviour> Complex { get; internal init; } = [];
}

/// <summary>One rule of a multi-instance activity of complex behaviour.</summary>
/// <param name="Condition">When; null when missing.</param>
/// <param name="Event">What is thrown, or null.</param>
public sealed record ComplexBehaviour(BpmnExpression? Condition, EventDefinition? Event);
