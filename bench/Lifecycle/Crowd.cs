using System.Collections.Concurrent;
using System.Diagnostics;
using HaiDang.Bench.Measuring;
using HaiDang.Bench.Town;

namespace HaiDang.Bench.Lifecycle;

/// <summary>What a crowd lived through in some seconds.</summary>
internal sealed class CrowdFindings
{
    public Samples Whole { get; } = new();
    public Samples Submit { get; } = new();
    public Samples Claim { get; } = new();
    public Samples Decide { get; } = new();
    public Samples Find { get; } = new();
    public ConcurrentQueue<string> Errors { get; } = new();
    public ConcurrentQueue<string> Numbers { get; } = new();
    public int Shed;
    public double Seconds { get; set; }

    public double PerSecond => Seconds > 0 ? Whole.Count / Seconds : 0;
}

/// <summary>Many at once, each living one case after another: submit, claim, decide, find. Whoever is shed waits as told and sends again.</summary>
internal static class Crowd
{
    public static async Task<CrowdFindings> Live(ILifecycle target, int people, TimeSpan time, CancellationToken stop)
    {
        var found = new CrowdFindings();
        var begun = Stopwatch.GetTimestamp();
        var next = -1;
        var all = Enumerable.Range(0, people).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var turn = Interlocked.Increment(ref next);
                await One(target, turn, found, stop);
            }
        }, stop)).ToArray();
        await Task.WhenAll(all);
        found.Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return found;
    }

    private static async Task One(ILifecycle target, int turn, CrowdFindings found, CancellationToken stop)
    {
        var unit = turn % BenchTown.Units;
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var number = "";
            await Step(found.Submit, async () => number = await target.Submit(unit, stop), found, stop);
            found.Numbers.Enqueue(number);
            await Step(found.Claim, () => target.Claim(unit, number, stop), found, stop);
            await Step(found.Decide, () => target.Decide(unit, number, turn / BenchTown.Units % 2 == 0, stop), found, stop);
            await Step(found.Find, () => target.Find(unit, number, stop), found, stop);
            found.Whole.Add(begun);
        }
        catch (Exception error) when (error is WrongAnswerException or HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            found.Errors.Enqueue(error.Message);
        }
    }

    private static async Task Step(Samples samples, Func<Task> work, CrowdFindings found, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await work();
                samples.Add(begun);
                return;
            }
            catch (ShedException shed)
            {
                Interlocked.Increment(ref found.Shed);
                await Task.Delay(shed.RetryAfter * (0.5 + Random.Shared.NextDouble()), stop);
            }
        }
    }
}
