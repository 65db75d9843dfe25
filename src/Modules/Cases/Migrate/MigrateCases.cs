using Dapper;
using HaiDang.Bpmn;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Migrate;

/// <summary>One open case: the steps at which it stands, before and after; or why it stays on its version.</summary>
/// <param name="Steps">Names of steps, old and new.</param>
/// <param name="Refused">Empty when it moves.</param>
public sealed record MigratedCase(string Number, IReadOnlyList<(LocalText Old, LocalText New)> Steps, IReadOnlyList<Problem> Refused);

public sealed record MigrationReport(int Moved, int Refused);

/// <summary>
/// Moves the open cases of a service to the version that the city offers now, each in a transaction of its own: a run that was cut off
/// is simply started again. A dry run decides the same and keeps nothing.
/// </summary>
public sealed class MigrateCases
{
    private const int Batch = 200, Tries = 3;
    private readonly CityDb db;
    private readonly CaseDesk desk;
    private readonly ServiceCatalogue services;
    private readonly QuestionContext questions;
    private readonly City city;
    private readonly IUnits units;
    private readonly IClock clock;

    internal MigrateCases(CityDb db, CaseDesk desk, ServiceCatalogue services, QuestionContext questions, City city, IUnits units, IClock clock) =>
        (this.db, this.desk, this.services, this.questions, this.city, this.units, this.clock) = (db, desk, services, questions, city, units, clock);

    /// <summary>Null when <paramref name="problems"/> tells why nothing was begun.</summary>
    /// <param name="tell">Hears of each case as soon as it is decided.</param>
    public async Task<MigrationReport?> Run(
        string slug, IReadOnlyDictionary<string, string> steps, bool dry, Action<MigratedCase> tell, PackProblems problems, CancellationToken stop = default)
    {
        if (services.Find(slug) is not { } to)
        {
            problems.Add($"services/{slug}", 0, "thành phố không có dịch vụ này", "the city has no such service", "dùng tên thư mục trong services/", "use the name of a folder in services/");
            return null;
        }
        StepMap.Check(steps, to, problems);
        if (problems.Any) return null;
        var command = new MigrateCase(to, StepMap.Map(steps), questions);
        var (moved, refused) = (0, 0);
        await foreach (var id in Open(to, stop))
        {
            if (await desk.Find(id, stop) is not { } before || before.Definition == to.Hash) continue;
            var from = await services.Pinned(before.Definition, stop);
            var outcome = dry ? Foresee(before, from, command) : await Move(id, command, stop);
            if (outcome.Ok) moved++;
            else refused++;
            tell(new(before.Number, outcome.Ok ? Steps(before, from, outcome.Value, to) : [], outcome.Problems));
        }
        return new(moved, refused);
    }

    private async IAsyncEnumerable<Guid> Open(ServiceDefinition to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var last = Guid.Empty; ;)
        {
            var connection = await db.Connection(stop);
            var ids = (await connection.QueryAsync<Guid>(
                "select id from cases_case where service=@Slug and definition<>@Hash and closed_at is null and id > @last order by id limit @Batch",
                new { to.Slug, to.Hash, last, Batch })).AsList();
            foreach (var id in ids) yield return id;
            if (ids.Count < Batch) yield break;
            last = ids[^1];
        }
    }

    private Outcome<Case> Foresee(Case before, ServiceDefinition from, MigrateCase command) =>
        command.Decide(before, new Setting(from, city.Calendar, units, clock.GetCurrentInstant()), Actor.System).Is(out var events, out var problems)
            ? events.Aggregate(before, Evolve.After) : Outcome.Refuse<Case>(problems);

    /// <summary>Somebody may work on the case at this moment: what they did is looked at anew.</summary>
    private async Task<Outcome<Case>> Move(Guid id, MigrateCase command, CancellationToken stop)
    {
        for (var tried = 1; ; tried++)
        {
            var done = await desk.Do(id, command, Actor.System, stop);
            if (done.Ok || tried == Tries || done.Problems[0].Type != CaseProblems.ChangedMeanwhile) return done;
        }
    }

    private static IReadOnlyList<(LocalText Old, LocalText New)> Steps(Case before, ServiceDefinition from, Case after, ServiceDefinition to) =>
    [
        .. before.Work.Select(w => (NameOf(w.Element, w.Name, from), after.WorkOf(w.Token) is { } now ? NameOf(now.Element, now.Name, to) : Gone)),
        .. before.Waits.Select(w => (NameOf(w.Element, w.Name, from), after.WaitOf(w.Id) is { } now ? NameOf(now.Element, now.Name, to) : Gone)),
    ];

    private static readonly LocalText Gone = new("không còn cần", "no longer needed");

    private static LocalText NameOf(string element, string name, ServiceDefinition service) => service.StepNames.GetValueOrDefault(element) ?? new LocalText(name, name);
}
