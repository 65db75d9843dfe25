namespace HaiDang.Bpmn;

/// <summary>
/// What the extension elements of a node say (namespace <c>http://camunda.org/schema/zeebe/1.0</c>), as Camunda Modeler writes them.
/// </summary>
public sealed record ZeebeExtensions
{
    /// <summary>Nothing said.</summary>
    public static ZeebeExtensions None { get; } = new();

    /// <summary>Variables given to the element, local to it.</summary>
    public IReadOnlyList<VariableMapping> Inputs { get; init; } = [];

    /// <summary>Variables taken from the element. When there are any, nothing else leaves it.</summary>
    public IReadOnlyList<VariableMapping> Outputs { get; init; } = [];

    /// <summary>The form of a user task, or null.</summary>
    public string? FormId { get; init; }

    /// <summary>Who a user task is for: one person, as text or FEEL, or null.</summary>
    public BpmnExpression? Assignee { get; init; }

    /// <summary>Who may do a user task: groups, as a comma list or a FEEL list, or null.</summary>
    public BpmnExpression? CandidateGroups { get; init; }

    /// <summary>The kind of job, or null.</summary>
    public TaskDefinition? Job { get; init; }

    /// <summary>The decision of a business rule task, or null.</summary>
    public CalledDecision? Decision { get; init; }

    /// <summary>The process of a call activity, or null.</summary>
    public CalledElement? Called { get; init; }

    /// <summary>The expression of a script task, or null.</summary>
    public FeelScript? Script { get; init; }

    /// <summary>Fixed values handed to whoever does the job.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>One input or output of an element.</summary>
/// <param name="Source">The value: FEEL with a leading <c>=</c>, otherwise a text.</param>
/// <param name="Target">The variable.</param>
public sealed record VariableMapping(BpmnExpression Source, string Target);

/// <summary>The kind of a job.</summary>
/// <param name="Type">The type, as text or FEEL.</param>
/// <param name="Retries">How often the host should try, as text or FEEL; null: the host's own number.</param>
public sealed record TaskDefinition(BpmnExpression Type, BpmnExpression? Retries);

/// <summary>The decision of a business rule task.</summary>
/// <param name="DecisionId">The decision, as text or FEEL.</param>
/// <param name="ResultVariable">The variable for the result.</param>
public sealed record CalledDecision(BpmnExpression DecisionId, string ResultVariable);

/// <summary>The process of a call activity.</summary>
/// <param name="ProcessId">The process, as text or FEEL.</param>
/// <param name="PassesAllVariables">Whether the called process gets all variables when no input says which.</param>
/// <param name="ReturnsAllVariables">Whether all variables come back when no output says which.</param>
public sealed record CalledElement(BpmnExpression ProcessId, bool PassesAllVariables, bool ReturnsAllVariables);

/// <summary>The expression of a script task.</summary>
/// <param name="Expression">The FEEL expression.</param>
/// <param name="ResultVariable">The variable for the result.</param>
public sealed record FeelScript(BpmnExpression Expression, string ResultVariable);
