using System.Diagnostics;
using HaiDang.Cases.Demo;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Contracts.Directory;
using HaiDang.Platform;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Generate;

/// <summary>How far a generation is.</summary>
public sealed record GenerateProgress(long Cases, long Events, TimeSpan Took);

/// <summary>
/// Makes any number of plausible cases and loads them in bulk. Each is lived in memory by the real rules, from the answers of a
/// service's own examples with another person and unit in them, at moments spread over the days up to now; what it leaves is what
/// the desks would have left: sealed and chained events, the case, its open work, its result, its words and its gapless numbers. Only
/// the result's file is a specimen, one for each service.
/// </summary>
public sealed class GenerateCases
{
    private const int AtOnce = 4_000;
    private readonly CityStart start;
    private readonly CityDb db;
    private readonly BulkLog log;
    private readonly ServiceCatalogue services;
    private readonly IUnits units;
    private readonly LetterFacts facts;
    private readonly IBlobStore files;
    private readonly QuestionContext contexts;
    private readonly IClock clock;
    private readonly Staff staff;
    private readonly QuietReaders readers;

    internal GenerateCases(
        CityStart start, CityDb db, BulkLog log, ServiceCatalogue services, IUnits units, IOfficials officials, LetterFacts facts, IBlobStore files,
        QuestionContext contexts, QuietReaders readers, IClock clock)
    {
        (this.start, this.db, this.log, this.services, this.units, this.facts, this.files, this.contexts, this.readers, this.clock) =
            (start, db, log, services, units, facts, files, contexts, readers, clock);
        staff = new Staff(officials);
    }

    /// <summary>The services that no generated case could be lived for; known once <see cref="Run"/> has ended.</summary>
    public IReadOnlyCollection<string> LeftOut { get; private set; } = [];

    /// <param name="count">How many.</param>
    /// <param name="days">Over how many days up to now they are spread.</param>
    /// <param name="seed">The same seed gives the same lives, though not the same secrets and keys.</param>
    /// <returns>How many there are now more, at most <paramref name="count"/>.</returns>
    public async Task<GenerateProgress> Run(long count, int days, int seed, Action<GenerateProgress> tell, CancellationToken stop = default)
    {
        var begun = Stopwatch.GetTimestamp();
        var until = clock.GetCurrentInstant();
        var seeds = new LifeSeeds(services, units, start.City, until, days, seed);
        var (papers, specimens) = (new MadeUpPapers(files), new Specimens(facts, files));
        var numbers = await NumberBook.Open(db, stop);
        var lives = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(n => new ImagineLives(start.Folder, start.City, units, contexts, papers, specimens, numbers, staff, until, HashCode.Combine(seed, n))).ToArray();
        var quiet = await readers.AtTheEnd(db, stop);
        var done = new GenerateProgress(0, 0, TimeSpan.Zero);
        var writing = Task.FromResult((Cases: 0, Events: 0L));
        foreach (var part in seeds.All(count).Chunk(AtOnce))
        {
            var lived = await Live(lives, part, stop); // the next are lived while the last are written
            await Written();
            writing = Write(lived, numbers, stop);
        }
        await Written();
        await readers.Pass(db, quiet, stop);
        LeftOut = [.. services.All.Select(s => s.Slug).Except(seeds.Lived)];
        return done;

        async Task Written()
        {
            var (cases, events) = await writing;
            done = new GenerateProgress(done.Cases + cases, done.Events + events, Stopwatch.GetElapsedTime(begun));
            if (cases > 0) tell(done);
        }

        async Task<IReadOnlyList<ImaginedCase>> Live(ImagineLives[] all, LifeSeed[] part, CancellationToken gone)
        {
            var shares = await Task.WhenAll(all.Select((one, n) => Task.Run(async () =>
            {
                var share = new List<ImaginedCase>();
                for (var i = n; i < part.Length; i += all.Length)
                    if (await LiveOrAnother(one, part[i], seeds, gone) is { } lived) share.Add(lived);
                return share;
            }, gone)));
            return [.. shares.SelectMany(s => s).OrderBy(c => c.Matter.SubmittedAt)];
        }
    }

    /// <summary>Where one cannot be lived, another at the same moment; a service for which none can be is asked no more.</summary>
    private static async Task<ImaginedCase?> LiveOrAnother(ImagineLives lives, LifeSeed seed, LifeSeeds seeds, CancellationToken stop)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (await lives.Live(seed, stop) is { } lived)
            {
                seeds.Worked(seed.Service);
                return lived;
            }
            seed = seeds.Instead(seed, tries);
        }
        return null;
    }

    private async Task<(int Cases, long Events)> Write(IReadOnlyList<ImaginedCase> lived, NumberBook numbers, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        var rows = new CaseRows[lived.Count];
        Parallel.For(0, rows.Length, i => rows[i] = CaseRows.Of(lived[i], log));
        var newcomers = lived.Select(c => c.Applicant).Where(a => !a.Written).Distinct().ToList();
        await WriteCases.Write(transaction, rows, [.. newcomers.Select(a => a.Key)], stop);
        await numbers.Save(transaction);
        await transaction.Commit(stop);
        foreach (var newcomer in newcomers) newcomer.Written = true;
        return (lived.Count, lived.Sum(c => (long)c.Moments.Sum(m => m.Events.Count)));
    }
}
