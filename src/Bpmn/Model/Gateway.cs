namespace HaiDang.Bpmn;

/// <summary>The kinds of gateway (BPMN 2.0 §10.6).</summary>
public enum GatewayKind
{
    /// <summary>The first open flow; comes together without waiting.</summary>
    Exclusive,
    /// <summary>All flows; waits for all.</summary>
    Parallel,
    /// <summary>All open flows; waits for those that can still come.</summary>
    Inclusive,
    /// <summary>The flow of whichever event comes first.</summary>
    EventBased,
    /// <summary>Opens when its own condition over what has come is met.</summary>
    Complex,
}

/// <summary>A gateway.</summary>
public sealed class Gateway : FlowNode
{
    internal Gateway(ElementHead head, ZeebeExtensions extensions, GatewayKind kind) : base(head, extensions) => Kind = kind;

    /// <summary>What kind of gateway.</summary>
    public GatewayKind Kind { get; }

    /// <summary>The direction as written: <c>Unspecified</c>, <c>Converging</c>, <c>Diverging</c>, <c>Mixed</c>, or null.</summary>
    public string? Direction { get; internal init; }

    /// <summary>For an event-based gateway: whether it begins the process.</summary>
    public bool Instantiates { get; internal init; }

    /// <summary>For an event-based gateway that begins the process: whether all its events must come.</summary>
    public bool IsParallel { get; internal init; }

    /// <summary>For a complex gateway: when it opens, over <c>activationCount</c>, or null.</summary>
    public BpmnExpression? ActivationCondition { get; internal init; }
}
