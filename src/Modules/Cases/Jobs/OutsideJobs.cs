using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases.Jobs;

/// <summary>The steps that ask a system outside. The question is put while nothing is locked; its answer is then a change like any other.</summary>
internal sealed class OutsideJobs(IServiceScopeFactory scopes, OutsideCall outside, IClock clock)
{
    private const int AtOnce = 8;

    public Task Do(IReadOnlyList<DueJobs.Row> due, CancellationToken stop) => Parallel.ForEachAsync(
        due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (row, cancel) => await One(row.Case_Id, (int)row.Id, cancel));

    /// <summary>One try. What was decided meanwhile by others stands: then the answer is of no use to anybody.</summary>
    private async Task One(Guid caseId, int id, CancellationToken stop)
    {
        using var scope = scopes.CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<CaseDesk>();
        if (await desk.Find(caseId, stop) is not { Open: true } matter || matter.WaitOf(id) is not { Job: { } job } wait || job.NextTryAt > clock.GetCurrentInstant()) return;
        if (job.Type != JobTypes.Http)
        {
            await desk.Do(caseId, new FailJob(id, $"Không biết loại việc '{job.Type}'.", Final: true), Actor.System, stop);
            return;
        }
        var settings = (await desk.ServiceOf(matter, stop)).Nodes[wait.Element].Extensions.Headers;
        var answer = await outside.Ask(settings[JobTypes.Connection], settings.GetValueOrDefault(JobTypes.Path) ?? "", $"{matter.Id}-{id}", Question(matter, id), stop);
        await desk.Do(caseId, answer.Failure is { } failure
            ? new FailJob(id, failure, answer.Final)
            : new FinishJob(id, BpmnVariables.Of("response", answer.Response)), Actor.System, stop);
    }

    /// <summary>What the step's inputs say.</summary>
    internal static JsonObject Question(Case matter, int id) =>
        matter.Processes.SelectMany(p => p.Instance.Tokens).First(t => t.Id == id).Locals.ToJsonObject();
}
