using HaiDang.Platform.Log;

namespace HaiDang.Platform.Operations;

/// <summary>A module's part of <c>haidang verify</c>: whether the state that it keeps is what the log says.</summary>
public interface IStateCheck
{
    Task<StateReport> Run(CancellationToken stop = default);
}

/// <param name="Name">What was compared, for people: <c>cases</c>.</param>
/// <param name="Compared">How many things were compared with their streams.</param>
public sealed record StateReport(string Name, long Compared, IReadOnlyList<LogFault> Faults);
