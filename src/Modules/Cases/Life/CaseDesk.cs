using HaiDang.Cases.Definitions;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>
/// The thin shell around the rules: loads the case, asks the rule, appends its events and saves the state that they make,
/// all in one transaction. A refusal changes nothing.
/// </summary>
internal sealed class CaseDesk(CityDb db, EventLog log, ServiceCatalogue services, City city, IUnits units, IClock clock)
{
    /// <summary>
    /// Decides on the case as the caller has just read it, and makes everything ready before anything is locked. Where somebody else changed it
    /// meanwhile, it is read again under its lock and decided anew.
    /// </summary>
    public async Task<Outcome<Case>> Do(Case before, ICaseCommand command, Actor who, CancellationToken stop = default)
    {
        var setting = new Setting(await services.Pinned(before.Definition, stop), city.Calendar, units, clock.GetCurrentInstant());
        if (await EventLog.Head(db, before.Stream, before.Version, before.Applicant.Subject, stop) is not { } head) return await Do(before.Id, command, who, stop);
        if (!command.Decide(before, setting, who).Is(out var events, out var problems)) return Outcome.Refuse<Case>(problems);
        if (events.Count == 0) return before;

        var after = events.Aggregate(before, Evolve.After);
        var writes = new ReadyWrites(db.Engine);
        CaseStore.Update(writes, before, after);
        var chain = log.Chain(head, events, who, setting.Now, before.Applicant.Subject);
        await using (var transaction = await db.Begin(stop))
        {
            transaction.Later(writes);
            if (await log.Append(transaction, chain))
            {
                await transaction.Commit(stop);
                return after;
            }
        }
        return await Do(before.Id, command, who, stop);
    }

    public Task<Outcome<Case>> Do(Guid id, ICaseCommand command, Actor who, CancellationToken stop = default) =>
        Do(id, (_, _, _) => Task.FromResult(Outcome.Agree(command)), who, stop);

    /// <summary>
    /// The same where the command can only be made inside the transaction, as a result whose number is the next of its kind.
    /// </summary>
    public async Task<Outcome<Case>> Do(
        Guid id, Func<Case, Setting, CityTransaction, Task<Outcome<ICaseCommand>>> make, Actor who, CancellationToken stop = default)
    {
        await using var transaction = await db.Begin(stop);
        if (await CaseStore.Load(transaction, id) is not { } before) return CaseProblems.Missing.Now();
        var setting = new Setting(await services.Pinned(before.Definition, stop), city.Calendar, units, clock.GetCurrentInstant());
        var made = await make(before, setting, transaction);
        if (!made.Ok) return Outcome.Refuse<Case>(made.Problems);
        if (!made.Value.Decide(before, setting, who).Is(out var events, out var problems)) return Outcome.Refuse<Case>(problems);
        if (events.Count == 0) return before;

        var after = events.Aggregate(before, Evolve.After);
        CaseStore.Update(transaction, before, after);
        if (!await log.Append(transaction, before.Stream, before.Version, events, who, setting.Now, before.Applicant.Subject))
            return CaseProblems.ChangedMeanwhile.Now();
        await transaction.Commit(stop);
        return after;
    }

    /// <summary>The case as it is now, for reading.</summary>
    public async Task<Case?> Find(Guid id, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var state = await Dapper.SqlMapper.QueryFirstOrDefaultAsync<string>(connection, "select state from cases_case where id=@id", new { id });
        return state is null ? null : CaseStore.Read(state);
    }

    public async Task<Case?> FindByNumber(string number, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var state = await Dapper.SqlMapper.QueryFirstOrDefaultAsync<string>(
            connection, "select state from cases_case where number=@number", new { number });
        return state is null ? null : CaseStore.Read(state);
    }

    public async Task<ServiceDefinition> ServiceOf(Case matter, CancellationToken stop = default) => await services.Pinned(matter.Definition, stop);
}
