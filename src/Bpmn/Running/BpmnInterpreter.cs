namespace HaiDang.Bpmn;

/// <summary>What came of a trigger.</summary>
/// <param name="Instance">The instance after it; the very same as before when it was refused.</param>
/// <param name="Effects">What the host has to do, in order.</param>
/// <param name="Refusal">Why the trigger did not fit, or null.</param>
public sealed record BpmnStep(ProcessInstance Instance, IReadOnlyList<Effect> Effects, BpmnDiagnostic? Refusal)
{
    /// <summary>Whether the trigger did not fit.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>Where an expression gave null because something in it failed, with the reason: for authors, the run goes on.</summary>
    public IReadOnlyList<BpmnDiagnostic> Notes { get; init; } = [];
}

/// <summary>Runs processes. A pure function: no clock, no randomness, nothing kept; the same arguments give the same step.</summary>
public static class BpmnInterpreter
{
    /// <summary>How many nodes one trigger may enter before the run counts as endless and becomes an incident.</summary>
    public const int MostSteps = 10_000;

    /// <summary>How many rounds of one activity may be asked for.</summary>
    public const int MostRounds = 1_000;

    /// <summary>
    /// What an instance becomes by a trigger. A trigger that does not fit (an unknown token, an instance that is over) is refused as a value and
    /// changes nothing. What the model cannot do becomes an incident on the token concerned.
    /// </summary>
    /// <param name="model">The model, as read; <see cref="BpmnChecker"/> should have found no error in it.</param>
    /// <param name="instance">The instance, from <see cref="ProcessInstance.Of"/> or an earlier step on the same model.</param>
    /// <param name="trigger">What happens.</param>
    /// <param name="now">The time; its offset counts for times in the model that have none.</param>
    public static BpmnStep Apply(BpmnModel model, ProcessInstance instance, Trigger trigger, DateTimeOffset now)
    {
        if (model.Process(instance.ProcessId) is not { } process)
            return Refuse(model, instance, null, "bpmn.no-process",
                $"Mô hình không có quy trình \"{instance.ProcessId}\". Hãy dùng đúng phiên bản mà hồ sơ đã bắt đầu.",
                $"The model has no process \"{instance.ProcessId}\". Use the version that the run began with.");
        if (model.Twin is { } twin)
            return Refuse(model, instance, twin.Id, "bpmn.duplicate-id",
                $"Hai bước trong mô hình cùng mang id \"{twin.Id}\" nên quy trình không thể chạy. Hãy đặt id khác cho một bước.",
                $"Two steps of the model have the id \"{twin.Id}\", so it cannot run. Give one of them another id.");
        var run = new Run(model, process, instance, now);
        var refusal = run.Take(trigger);
        return refusal is null ? new BpmnStep(run.Result(), run.Effects, null) { Notes = run.Notes } : new BpmnStep(instance, [], refusal);
    }

    internal static BpmnStep Refuse(BpmnModel model, ProcessInstance instance, string? elementId, string code, string vi, string en) =>
        new(instance, [], new BpmnDiagnostic(model.Source, 0, 0, elementId, code, vi, en));
}
