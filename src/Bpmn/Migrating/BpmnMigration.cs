namespace HaiDang.Bpmn;

/// <summary>What becomes of one thing of a running instance when it moves to another version of its model.</summary>
public enum MigrationFate
{
    /// <summary>It stays at the step of the same id.</summary>
    Kept,
    /// <summary>It goes on at another step, as the mapping says.</summary>
    Moved,
    /// <summary>The new version waits for this as well, from now on.</summary>
    Added,
    /// <summary>The new version no longer waits for this, or can no longer undo it; the run goes on without it.</summary>
    Dropped,
    /// <summary>There is no place for it: nothing is migrated before the mapping names one.</summary>
    Lost,
}

/// <summary>One line of the report of a migration.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="TokenId">The token concerned; 0 for what belongs to no token.</param>
/// <param name="FromElementId">The element in the old version; null for what is new.</param>
/// <param name="ToElementId">The element in the new version; null for what is lost or dropped.</param>
/// <param name="Vi">What happens and, where it is lost, what to do; in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record MigrationLine(MigrationFate Fate, int TokenId, string? FromElementId, string? ToElementId, string Vi, string En);

/// <summary>How the steps of one version of a model become those of another.</summary>
/// <param name="Steps">Ids of elements of the old version to ids of the new; an id that is not here stands for itself.</param>
/// <param name="ProcessId">The process in the new version; null for the same id.</param>
public sealed record MigrationMap(IReadOnlyDictionary<string, string> Steps, string? ProcessId = null)
{
    /// <summary>Every element becomes the one of the same id.</summary>
    public static MigrationMap SameIds { get; } = new(new Dictionary<string, string>());

    internal string this[string elementId] => Steps.GetValueOrDefault(elementId, elementId);
}

/// <summary>What a migration would do, or did: a plan is carried out by keeping <paramref name="Instance"/> and doing <paramref name="Effects"/>.</summary>
/// <param name="Instance">The instance on the new version; the very same as before when the migration is refused.</param>
/// <param name="Effects">What the host has to do: times that are waited for from now on, or no longer.</param>
/// <param name="Report">Every token and everything that is waited for, in the order of their ids.</param>
/// <param name="Refusal">Why the instance stays on its version, or null: it is over, or something would be lost.</param>
public sealed record MigrationPlan(ProcessInstance Instance, IReadOnlyList<Effect> Effects, IReadOnlyList<MigrationLine> Report, BpmnDiagnostic? Refusal)
{
    /// <summary>Whether the instance stays on its version.</summary>
    public bool IsRefused => Refusal is not null;
}

/// <summary>
/// Moves a running instance to another version of its model. Pure: planning is the dry run, and keeping the plan's instance is the move.
/// Tokens stay where they are, with their variables, rounds and incidents; times that run keep their due time. Refused where a token
/// would be lost: its step is gone, is of another kind, or stands inside something else.
/// </summary>
public static class BpmnMigration
{
    /// <summary>What would become of an instance.</summary>
    /// <param name="from">The version that it runs on.</param>
    /// <param name="to">The version that it shall run on, without errors.</param>
    /// <param name="instance">The instance, running.</param>
    /// <param name="map">Which steps become which.</param>
    /// <param name="now">The time, from which new waiting counts.</param>
    public static MigrationPlan Plan(BpmnModel from, BpmnModel to, ProcessInstance instance, MigrationMap map, DateTimeOffset now)
    {
        var processId = map.ProcessId ?? instance.ProcessId;
        if (instance.State != InstanceState.Running)
            return Refuse(to, instance, [], "bpmn.not-running", "Chỉ hồ sơ đang chạy mới chuyển phiên bản được.", "Only a running instance can move to another version.");
        if (to.Twin is { } twin)
            return Refuse(to, instance, [], "bpmn.duplicate-id", $"Hai bước trong phiên bản mới cùng mang id \"{twin.Id}\". Hãy đặt id khác cho một bước.",
                $"Two steps of the new version have the id \"{twin.Id}\". Give one of them another id.");
        if (to.Process(processId) is not { } process)
            return Refuse(to, instance, [], "bpmn.no-process", $"Phiên bản mới không có quy trình \"{processId}\". Hãy ghi quy trình tương ứng trong bản đối chiếu.",
                $"The new version has no process \"{processId}\". Name the process that corresponds in the mapping.");
        var moved = new Placement(from, to, process, instance, map);
        var lost = moved.Report.Count(l => l.Fate == MigrationFate.Lost);
        if (lost > 0)
            return Refuse(to, instance, moved.Report, "bpmn.would-be-lost", $"{lost} bước đang chạy không có chỗ trong phiên bản mới. Hãy ghi thêm vào bản đối chiếu; báo cáo nêu từng bước.",
                $"{lost} running steps have no place in the new version. Add them to the mapping; the report names each.");
        var run = new Run(to, process, moved.Instance, now);
        var trouble = run.WaitAlso(moved.Report, moved.Before);
        return trouble is not null
            ? Refuse(to, instance, moved.Report, trouble.Code, trouble.Vi, trouble.En)
            : new(run.Result(), [.. moved.Effects, .. run.Effects], moved.Report, null);
    }

    private static MigrationPlan Refuse(BpmnModel to, ProcessInstance instance, IReadOnlyList<MigrationLine> report, string code, string vi, string en) =>
        new(instance, [], report, new BpmnDiagnostic(to.Source, 0, 0, null, code, vi, en));
}
