using System.Diagnostics;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Cases.Jobs;

/// <summary>
/// Does the automatic steps when their time has come: at once after the change that asked for them, again after a pause when
/// a try failed. What one step breaks does not hold up the others.
/// </summary>
internal sealed partial class JobWorker(
    CityDb db, IServiceScopeFactory scopes, WakeUp wake, Demo.Seeding seeding, IClock clock, ILogger<JobWorker> log) : IBackgroundWork
{
    private const int Batch = 48;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500), Gather = TimeSpan.FromMilliseconds(10), OneTurn = TimeSpan.FromSeconds(8);

    public string Name => "cases-jobs";

    /// <summary>A turn waits by itself and ends only so that the lease is renewed.</summary>
    public TimeSpan Every => TimeSpan.Zero;

    public async Task Run(CancellationToken stop)
    {
        for (var turn = Stopwatch.StartNew(); turn.Elapsed < OneTurn;)
        {
            var woken = wake.Wait(Look, stop); // asked for before looking, so that nothing is missed between
            // Made-up cases live in their own past until they are all there.
            if (!seeding.Running && await Round(stop)) continue;
            await woken;
            await Task.Delay(Gather, stop);
        }
    }

    /// <summary>Does what is due now. False when there was nothing.</summary>
    internal async Task<bool> Round(CancellationToken stop = default)
    {
        var due = await DueJobs.Find(db, clock.GetCurrentInstant(), Batch, stop);
        if (due.Count == 0) return false;
        var inside = due.Where(j => InsideJobs.Does(j.Type)).ToList();
        var outside = due.Where(j => !InsideJobs.Does(j.Type)).ToList();
        var moved = inside.Count > 0 && await Together(inside, stop);
        if (outside.Count > 0)
        {
            using var scope = scopes.CreateScope();
            await scope.ServiceProvider.GetRequiredService<OutsideJobs>().Do(outside, stop);
            moved = true;
        }
        return moved;
    }

    /// <summary>All in one transaction; when one of them breaks it, each by itself, so that the others get through.</summary>
    private async Task<bool> Together(IReadOnlyList<DueJobs.Row> jobs, CancellationToken stop)
    {
        try
        {
            return await Inside(jobs, stop) > 0;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            foreach (var job in jobs) await Alone(job, stop);
            return true;
        }
    }

    private async Task Alone(DueJobs.Row job, CancellationToken stop)
    {
        try
        {
            await Inside([job], stop);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            Broke(broken, job.Type, job.Case_Id);
            using var scope = scopes.CreateScope();
            await scope.ServiceProvider.GetRequiredService<CaseDesk>().Do(job.Case_Id, new FailJob((int)job.Id, broken.Message, Final: false), Actor.System, stop);
        }
    }

    private async Task<int> Inside(IReadOnlyList<DueJobs.Row> jobs, CancellationToken stop)
    {
        using var scope = scopes.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<InsideJobs>().Do(jobs, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The automatic step {Type} of case {Id} failed")]
    private partial void Broke(Exception error, string type, Guid id);
}
