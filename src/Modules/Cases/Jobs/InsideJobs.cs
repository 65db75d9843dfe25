using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Jobs;

/// <summary>
/// The steps whose whole effect is in the database: numbers and results. Effect and mark are one transaction, so each happens
/// once whatever is pulled out when. Many are done in one transaction, their documents made side by side, because they share
/// the lock on their series of numbers.
/// </summary>
internal sealed class InsideJobs(CityDb db, EventLog log, ServiceCatalogue services, SealedResult results, IUnits units, City city, IClock clock)
{
    public static bool Does(string type) => type is JobTypes.Issue or JobTypes.Number;

    private sealed record Errand(Case Matter, Wait Job, Setting Setting, AgencySeal? Seal)
    {
        public IssuedResult? Result { get; set; }
        public ICaseCommand? Command { get; set; }
    }

    /// <summary>Does what is due of these. Cases that somebody else holds at this moment are left for the next round.</summary>
    /// <returns>How many went on.</returns>
    public async Task<int> Do(IReadOnlyList<DueJobs.Row> due, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        var tasks = await Begin(transaction, due, stop);
        await TakeNumbers(transaction, tasks);
        await Parallel.ForEachAsync(tasks.Where(t => t.Result is not null), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop },
            async (task, cancel) => await MakeResult(task, cancel));
        foreach (var task in tasks) await Write(transaction, task);
        await transaction.Commit(stop);
        return tasks.Count;
    }

    /// <summary>The cases, locked before any series of numbers is, as everybody else does it.</summary>
    private async Task<List<Errand>> Begin(CityTransaction transaction, IReadOnlyList<DueJobs.Row> due, CancellationToken stop)
    {
        var (tasks, now) = (new List<Errand>(), clock.GetCurrentInstant());
        foreach (var row in due.DistinctBy(r => r.Case_Id).OrderBy(r => r.Case_Id))
        {
            if (await CaseStore.LoadIfFree(transaction, row.Case_Id) is not { Open: true } matter) continue;
            if (matter.WaitOf((int)row.Id) is not { Job: { } job } wait || job.NextTryAt > now || !Does(job.Type)) continue;
            var setting = new Setting(await services.Pinned(matter.Definition, stop), city.Calendar, units, now);
            tasks.Add(new Errand(matter, wait, setting, job.Type == JobTypes.Issue ? results.SealOf(wait) : null));
        }
        return tasks;
    }

    private async Task TakeNumbers(CityTransaction transaction, IReadOnlyList<Errand> tasks)
    {
        foreach (var task in tasks)
        {
            var date = task.Setting.Now.InZone(city.Zone).Date;
            if (task.Job.Job!.Type == JobTypes.Number)
            {
                var number = await NumberSeries.Next(transaction, task.Setting.Service.Nodes[task.Job.Element].Extensions.Headers, units.Find(task.Job.Unit)!, date);
                task.Command = number is null
                    ? new FailJob(task.Job.Id, "Không còn số nào hợp lệ trong dãy số.", Final: true)
                    : new FinishJob(task.Job.Id, BpmnVariables.Of("number", number));
            }
            else if (task.Seal is null)
                task.Command = new FailJob(task.Job.Id, $"Đơn vị {task.Job.Unit} chưa có con dấu số.", Final: false);
            else
                task.Result = await results.Numbered(transaction, task.Matter, task.Job, task.Setting);
        }
    }

    private async Task MakeResult(Errand task, CancellationToken stop)
    {
        var made = await results.Make(task.Matter, task.Result!, task.Seal!, task.Setting, stop);
        task.Command = made.Ok ? new FinishIssue(task.Job.Id, made.Value) : throw new InvalidOperationException(made.Problems[0].ToString());
        task.Result = made.Value;
    }

    private async Task Write(CityTransaction transaction, Errand task)
    {
        var matter = task.Matter;
        if (!task.Command!.Decide(matter, task.Setting, Actor.System).Is(out var events, out var problems)) throw new InvalidOperationException(problems[0].ToString());
        CaseStore.Update(transaction, matter, events.Aggregate(matter, Evolve.After));
        if (!await log.Append(transaction, matter.Stream, matter.Version, events, Actor.System, task.Setting.Now, matter.Applicant.Subject))
            throw new InvalidOperationException($"Case {matter.Id} changed under its lock.");
        if (task.Result is { } result) await ResultNumbers.Keep(transaction, matter, result);
    }
}
