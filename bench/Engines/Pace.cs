using System.Diagnostics;

namespace HaiDang.Bench.Engines;

/// <summary>How often something can be done in a second, how long one time takes and what it allocates; measured as the peers' script measures.</summary>
internal sealed record Pace(double PerSecond, double P50Ms, double P95Ms, double P99Ms, double Bytes)
{
    public static Pace Of(Action work, double seconds)
    {
        // Warm in two goes: the compiler improves what it sees often, after a pause of its own.
        Batches(work, seconds / 3, 1);
        Thread.Sleep(120);
        var (count, took, _, _) = Batches(work, seconds / 3, 1);
        var size = Math.Max(1, (int)(0.002 / (took / count)));
        var (all, whole, samples, bytes) = Batches(work, seconds, size);
        samples.Sort();
        double Within(double share) => samples[Math.Min(samples.Count - 1, (int)Math.Ceiling(share * samples.Count) - 1)] * 1000;
        return new(all / whole, Within(0.5), Within(0.95), Within(0.99), (double)bytes / all);
    }

    private static (long Count, double Took, List<double> Samples, long Bytes) Batches(Action work, double seconds, int size)
    {
        var samples = new List<double>();
        var (began, count, before) = (Stopwatch.GetTimestamp(), 0L, GC.GetAllocatedBytesForCurrentThread());
        double took;
        do
        {
            var from = Stopwatch.GetTimestamp();
            for (var i = 0; i < size; i++) work();
            samples.Add(Stopwatch.GetElapsedTime(from).TotalSeconds / size);
            count += size;
            took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        while (took < seconds);
        return (count, took, samples, GC.GetAllocatedBytesForCurrentThread() - before - samples.Count * 8L);
    }
}
