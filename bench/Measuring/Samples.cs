using System.Diagnostics;

namespace HaiDang.Bench.Measuring;

/// <summary>How long each of many things took. Any number of workers may add at once.</summary>
internal sealed class Samples
{
    private readonly Lock gate = new();
    private readonly List<double> milliseconds = [];

    public int Count
    {
        get { lock (gate) return milliseconds.Count; }
    }

    public void Add(long from)
    {
        var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        lock (gate) milliseconds.Add(took);
    }

    public void Add(double took)
    {
        lock (gate) milliseconds.Add(took);
    }

    /// <summary>The time within which this share of the things was done; 0 when there were none.</summary>
    public double Within(double share)
    {
        lock (gate)
        {
            if (milliseconds.Count == 0) return 0;
            milliseconds.Sort();
            return milliseconds[Math.Min(milliseconds.Count - 1, (int)Math.Ceiling(share * milliseconds.Count) - 1)];
        }
    }
}
