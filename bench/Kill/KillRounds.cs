using System.Collections.Concurrent;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Server;

namespace HaiDang.Bench.Kill;

/// <param name="Sent">How many forms were sent.</param>
/// <param name="Acknowledged">How many were acknowledged before the plug was pulled.</param>
/// <param name="Faults">What was not as it must be; empty when all is well.</param>
internal sealed record KillRound(int Sent, int Acknowledged, IReadOnlyList<string> Faults);

/// <summary>
/// The plug is pulled while two hundred forms are being sent: SIGKILL to the real program, over real HTTP. Afterwards every
/// acknowledged case must be there exactly once; what was not acknowledged is sent again and must not make twins either.
/// </summary>
internal static class KillRounds
{
    public const int Forms = 200;
    private const int AtOnce = 20, Counters = 20;

    /// <summary>A city that has cases fills itself with no demo cases while it is looked at.</summary>
    public static Task Prepare(Workplace place, CancellationToken stop) => CityProgram.Run(place, ["generate", "20", "--demo"], stop);

    public static async Task<KillRound> One(Workplace place, int seed, CancellationToken stop)
    {
        var random = new Random(seed);
        var acknowledged = new ConcurrentDictionary<string, string>();
        List<(int Unit, string Draft)> forms;
        var before = await CasesOf(place.Database, stop);
        await using (var program = await CityProgram.Start(place, stop))
        await using (var counter = await Counter.Open(program.Address, place.Database, stop, Counters))
        {
            await counter.Prepare(Forms + 1, stop); // one is sent while preparing
            forms = [.. counter.Take().OrderBy(_ => random.Next())];
            var killAfter = random.Next(Forms / 10, Forms - Forms / 10);
            using var dead = new CancellationTokenSource();
            var next = -1;
            var senders = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < forms.Count && !dead.IsCancellationRequested;)
                {
                    try
                    {
                        acknowledged[forms[i].Draft] = await counter.Send(forms[i].Unit, forms[i].Draft, stop);
                    }
                    catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException && !stop.IsCancellationRequested)
                    {
                        return; // the program is gone
                    }
                }
            }, stop)).ToArray();
            while (acknowledged.Count < killAfter && senders.Any(s => !s.IsCompleted)) await Task.Delay(1, stop);
            await program.Kill();
            await dead.CancelAsync();
            await Task.WhenAll(senders);
        }

        var faults = new List<string>();
        await using (var program = await CityProgram.Start(place, stop))
        await using (var counter = await Counter.Open(program.Address, place.Database, stop, Counters))
        {
            await Look(place.Database, acknowledged, faults, stop);
            foreach (var (unit, draft) in forms) await SendAgain(counter, unit, draft, stop);
            await Twins(place.Database, before, forms, faults, stop);
        }
        await CityProgram.Run(place, ["verify"], stop);
        return new KillRound(forms.Count, acknowledged.Count, faults);
    }

    /// <summary>A case has the id of its form, so that each can be told apart.</summary>
    private static async Task Look(BenchDatabase database, IReadOnlyDictionary<string, string> acknowledged, List<string> faults, CancellationToken stop)
    {
        var there = (await database.Column<string>("select cast(id as text) || ' ' || number from cases_case", stop)).ToLookup(c => c.Split(' ')[0], c => c.Split(' ')[1]);
        foreach (var (form, number) in acknowledged)
            if (there[form].ToList() is var found && (found.Count != 1 || found[0] != number))
                faults.Add($"form {form} was acknowledged as {number}, but {(found.Count == 0 ? "no case" : string.Join(", ", found))} is there");
    }

    private static async Task SendAgain(Counter counter, int unit, string draft, CancellationToken stop)
    {
        try
        {
            await counter.Send(unit, draft, stop);
        }
        catch (WrongAnswerException)
        {
            // Sent before: the page says so instead of leading on.
        }
    }

    private static async Task Twins(BenchDatabase database, long before, IReadOnlyList<(int Unit, string Draft)> forms, List<string> faults, CancellationToken stop)
    {
        var ids = (await database.Column<string>("select cast(id as text) from cases_case", stop)).ToHashSet();
        if (forms.Count(f => !ids.Contains(f.Draft)) is > 0 and var missing) faults.Add($"{missing} forms are no case though they were sent again");
        var more = await CasesOf(database, stop) - before;
        if (more != forms.Count + 1) faults.Add($"{more} cases came from {forms.Count + 1} forms");
        var streams = await database.One<long>("select count(*) from platform_event where type='cases.submitted' and version=1", stop);
        if (streams != ids.Count) faults.Add($"{streams} submissions stand in the log, and {ids.Count} cases are there");
    }

    private static Task<long> CasesOf(BenchDatabase database, CancellationToken stop) => database.One<long>("select count(*) from cases_case", stop);
}
