using System.Globalization;
using HaiDang.Bench.Measuring;

namespace HaiDang.Bench.Engines;

/// <summary>A table for people, and last the lines that every bench prints; with what each time allocates.</summary>
internal sealed class EngineReport(string bench, string against)
{
    private readonly List<(Figure Figure, double PeerPerSecond)> rows = [];
    private readonly List<string> failures = [];

    public void Fail(string what) => failures.Add(what);

    public void Add(string name, Pace pace, double peerPerSecond) => rows.Add((new Figure(bench, name, "none", 0, Math.Round(pace.PerSecond, 1),
        Math.Round(pace.P50Ms, 5), Math.Round(pace.P95Ms, 5), Math.Round(pace.P99Ms, 5), against, peerPerSecond > 0 ? Math.Round(pace.PerSecond / peerPerSecond, 2) : null)
    { BytesEach = Math.Round(pace.Bytes) }, peerPerSecond));

    /// <summary>Prints everything; 1 when something came out wrong.</summary>
    public int Print()
    {
        Console.WriteLine($"\n{"",-44} {"/s",12} {"p50 µs",10} {"p99 µs",10} {"bytes",8} {against + " /s",20} {"ratio",8}");
        foreach (var (f, peer) in rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f.Case,-44} {f.PerSecond,12:0} {f.P50Ms * 1000,10:0.00} {f.P99Ms * 1000,10:0.00} {f.BytesEach,8:0} {peer,20:0} {f.Ratio,8:0.0}"));
        var ratios = rows.Select(r => r.Figure.Ratio ?? 0).Where(r => r > 0).Order().ToList();
        if (ratios.Count > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"\nratio: least {ratios[0]:0.0}, median {ratios[ratios.Count / 2]:0.0}, geometric mean {Math.Exp(ratios.Average(Math.Log)):0.0}; load {Report.Load()} on {Environment.ProcessorCount} cores"));
        foreach (var failure in failures) Console.WriteLine($"✗ {failure}");
        Console.WriteLine();
        foreach (var (figure, _) in rows) Console.WriteLine(figure.ToJson());
        return failures.Count == 0 ? 0 : 1;
    }
}
