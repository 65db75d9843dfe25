using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Platform.Operations;

/// <summary>Whether the log holds, and whether all state is what the log says.</summary>
public sealed class VerifyCity(VerifyLog log, IServiceScopeFactory scopes)
{
    public sealed record Report(long Events, long Streams, IReadOnlyList<StateReport> States, IReadOnlyList<LogFault> Faults)
    {
        public bool Holds => Faults.Count == 0;
    }

    public async Task<Report> Run(CancellationToken stop = default)
    {
        var chain = await log.Run(stop);
        using var scope = scopes.CreateScope();
        var states = new List<StateReport>();
        foreach (var check in scope.ServiceProvider.GetServices<IStateCheck>()) states.Add(await check.Run(stop));
        return new Report(chain.Events, chain.Streams, states, [.. chain.Faults, .. states.SelectMany(s => s.Faults)]);
    }
}
