using System.Text.Json;
using HaiDang.Feel;

namespace HaiDang.Bench.Engines;

/// <summary>
/// The same expressions through our FEEL and through feelin. feelin reads an expression each time that it is evaluated; ours is measured
/// both ways: read, given its JSON and evaluated each time (<c>… from text</c>), and read once (<c>… compiled</c>) as the platform uses it.
/// </summary>
internal static class FeelBench
{
    private sealed record Given(string Case, string Expression, JsonElement Context);

    public static int Run(string cases, string peers, double seconds)
    {
        var report = new EngineReport("feel", "feelin 8.2.0");
        var theirs = Peer.Run(peers, "feel.mjs", cases, seconds);
        foreach (var given in JsonSerializer.Deserialize<List<Given>>(File.ReadAllText(cases), new JsonSerializerOptions(JsonSerializerDefaults.Web))!)
        {
            var (scope, compiled, peer) = (Scope(given), FeelExpression.Parse(given.Expression).Value!, theirs[given.Case]);
            var value = compiled.Evaluate(scope);
            if (!Agree(value, FeelValue.FromJson(peer.Value))) report.Fail($"{given.Case}: ours gives {value}, theirs {peer.Value}");
            report.Add($"{given.Case}, from text", Pace.Of(() => FeelExpression.Parse(given.Expression).Value!.Evaluate(Scope(given)), seconds), peer.PerSecond);
            report.Add($"{given.Case}, compiled", Pace.Of(() => compiled.Evaluate(scope), seconds), peer.PerSecond);
        }
        return report.Print();
    }

    private static FeelScope Scope(Given given) => new(FeelValue.FromJson(given.Context));

    // feelin's numbers are binary and round in the last places.
    private static bool Agree(FeelValue ours, FeelValue theirs) => ours == theirs
        || (ours.AsDecimal is { } a && theirs.AsDecimal is { } b && Math.Abs(a - b) < 0.000001m)
        || (ours.AsList is { } xs && theirs.AsList is { } ys && xs.Count == ys.Count && xs.Zip(ys).All(p => Agree(p.First, p.Second)));
}
