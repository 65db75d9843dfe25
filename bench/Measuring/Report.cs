using System.Globalization;

namespace HaiDang.Bench.Measuring;

/// <summary>Collects what a bench finds; prints a table for people and, last, one JSON object a line.</summary>
internal sealed class Report(TextWriter to)
{
    private readonly List<Figure> figures = [];
    private readonly List<string> failures = [];

    public IReadOnlyList<Figure> Figures => figures;

    /// <summary>What went wrong: a bench with a failure has measured nothing that counts.</summary>
    public IReadOnlyList<string> Failures => failures;

    public void Add(Figure figure) => figures.Add(figure);

    public void Fail(string what) => failures.Add(what);

    public void Say(string line)
    {
        to.WriteLine(line);
        to.Flush();
    }

    public void Print()
    {
        Say("");
        Say($"{"",-38} {"rows",9} {"/s",9} {"p50 ms",9} {"p95 ms",9} {"p99 ms",9}  ratio");
        foreach (var f in figures)
            Say(string.Create(CultureInfo.InvariantCulture,
                $"{Cut($"{f.Case} ({f.Engine})"),-38} {f.Rows,9} {f.PerSecond,9:0.0} {f.P50Ms,9:0.00} {f.P95Ms,9:0.00} {f.P99Ms,9:0.00}  {(f.Ratio is { } r ? $"{r:0.00} of {f.Against}" : "")}"));
        Say("");
        Say($"load {Load()} on {Environment.ProcessorCount} cores when it ended");
        foreach (var failure in failures) Say($"✗ {failure}");
        Say("");
        foreach (var figure in figures) Say(figure.ToJson());
    }

    private static string Cut(string text) => text.Length <= 38 ? text : text[..38];

    /// <summary>How busy the machine is, from the kernel: the average of the last minute; a figure taken on a busy machine says little.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}
