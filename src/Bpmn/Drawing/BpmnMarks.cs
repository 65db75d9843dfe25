namespace HaiDang.Bpmn;

/// <summary>What is to be marked in a picture, by element id. An element in several sets counts as failed, else current, else done.</summary>
/// <param name="Current">Where the run is.</param>
/// <param name="Done">What was finished, flows too.</param>
/// <param name="Failed">Where the run cannot go on.</param>
public sealed record BpmnMarks(IReadOnlySet<string> Current, IReadOnlySet<string> Done, IReadOnlySet<string> Failed)
{
    /// <summary>Nothing marked: the picture of a definition.</summary>
    public static BpmnMarks None { get; } = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    /// <summary>What an instance has behind it, where it is, and where it is stuck.</summary>
    public static BpmnMarks Of(ProcessInstance instance) => new(
        instance.Tokens.Where(t => t.Incident is null).Select(t => t.ElementId).ToHashSet(StringComparer.Ordinal),
        instance.Visits.Where(v => v.Finished > 0).Select(v => v.ElementId).ToHashSet(StringComparer.Ordinal),
        instance.Tokens.Where(t => t.Incident is not null).Select(t => t.ElementId).ToHashSet(StringComparer.Ordinal));

    /// <summary>The state of one element.</summary>
    public StepState StateOf(string elementId) => Failed.Contains(elementId) ? StepState.Failed
        : Current.Contains(elementId) ? StepState.Current : Done.Contains(elementId) ? StepState.Done : StepState.Ahead;
}

/// <summary>Where a step stands in a run.</summary>
public enum StepState
{
    /// <summary>Not reached.</summary>
    Ahead,
    /// <summary>Under way.</summary>
    Current,
    /// <summary>Finished.</summary>
    Done,
    /// <summary>Stuck: somebody must look.</summary>
    Failed,
    /// <summary>The run is over and never came here.</summary>
    Passed,
}

/// <summary>How a picture looks. Colours are presentation attributes, so a style sheet may override every one by class.</summary>
public sealed record BpmnSvgStyle
{
    /// <summary>The house's colours, Vietnamese.</summary>
    public static BpmnSvgStyle Default { get; } = new();

    /// <summary>Prefix of the ids inside the SVG, to be unique in its page; letters, digits and hyphens.</summary>
    public string IdPrefix { get; init; } = "bpmn";

    /// <summary>The title; null takes the name of the process.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the words in the picture that are not from the model are English rather than Vietnamese.</summary>
    public bool English { get; init; }

    /// <summary>Lines and text.</summary>
    public string Ink { get; init; } = "#14212B";

    /// <summary>Inside of shapes.</summary>
    public string Paper { get; init; } = "#FFFFFF";

    /// <summary>Lines of what is not reached yet.</summary>
    public string Quiet { get; init; } = "#5B6770";

    /// <summary>Lines of what is done.</summary>
    public string Done { get; init; } = "#1B7A43";

    /// <summary>Inside of what is done.</summary>
    public string DoneFill { get; init; } = "#EEF7F1";

    /// <summary>Lines of what is under way.</summary>
    public string Current { get; init; } = "#0B3A5B";

    /// <summary>Inside of what is under way.</summary>
    public string CurrentFill { get; init; } = "#FFF3D6";

    /// <summary>The accent on what is under way.</summary>
    public string Accent { get; init; } = "#F2A900";

    /// <summary>Lines of what is stuck.</summary>
    public string Failed { get; init; } = "#B3261E";

    /// <summary>Inside of what is stuck.</summary>
    public string FailedFill { get; init; } = "#FDECEA";
}
