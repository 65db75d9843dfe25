using System.Diagnostics;
using System.Text.Json;

namespace HaiDang.Bench.Engines;

/// <summary>What an engine of others found for one case.</summary>
internal sealed record PeerFigure(string Case, JsonElement Value, double PerSecond, double P50Ms, double P95Ms, double P99Ms, double Reading);

/// <summary>Runs a script of <c>bench/peers</c> under Node and reads its lines.</summary>
internal static class Peer
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyDictionary<string, PeerFigure> Run(string folder, string script, string cases, double seconds)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { Path.Combine(folder, script), cases, seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) }) start.ArgumentList.Add(argument);
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node does not start");
        var figures = new Dictionary<string, PeerFigure>(StringComparer.Ordinal);
        while (node.StandardOutput.ReadLine() is { } line)
            if (JsonSerializer.Deserialize<PeerFigure>(line, json) is { } figure) figures[figure.Case] = figure;
        node.WaitForExit();
        return node.ExitCode == 0 ? figures : throw new InvalidOperationException($"{script} ended with {node.ExitCode}");
    }
}
