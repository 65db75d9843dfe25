using System.Text.Json.Nodes;
using HaiDang.Bench.Greenlane;
using HaiDang.Bench.Kill;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Measuring;
using HaiDang.Bench.Pages;

namespace HaiDang.Bench.Tests;

/// <summary>Each bench in its short form: that it runs, that what it measures is right, and that it tells it as it promises. Not how fast.</summary>
public abstract class BenchTests(BenchPlace bench, string engine)
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lives_of_cases_are_measured_without_an_error_and_beside_their_limit()
    {
        await using var place = await bench.On(engine, "life", Stop);
        var said = new StringWriter();
        var report = new Report(said);
        await LifecycleBench.Run(place.Place, place.File, LifecyclePlan.Short(100), report, Stop);
        report.Print();
        Assert.Empty(report.Failures);
        var lines = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('{')).Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        Assert.All(lines, l => Assert.Equal(["bench", "case", "engine", "rows", "perSecond", "p50Ms", "p95Ms", "p99Ms", "against", "ratio"], l.Select(p => p.Key)));
        Assert.All(lines, l => Assert.Equal(engine, l["engine"]!.GetValue<string>()));
        Assert.Contains(lines, l => l["against"]?.GetValue<string>() == "the same SQL writes by hand" && l["ratio"]!.GetValue<double>() > 0);
    }

    [Fact]
    public async Task Declarations_of_the_green_lane_are_cleared_without_hands()
    {
        await using var place = await bench.On(engine, "green", Stop, bench.HaiPhong);
        var report = new Report(new StringWriter());
        await GreenlaneBench.Run(place.Place, 5, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), report, Stop);
        Assert.Empty(report.Failures);
        Assert.All(report.Figures, f => Assert.True(f.PerSecond > 0));
    }

    [Fact]
    public async Task A_pulled_plug_loses_nothing_that_was_acknowledged_and_makes_no_twins()
    {
        await using var place = await bench.On(engine, "kill", Stop);
        await KillRounds.Prepare(place.Place, Stop);
        for (var round = 1; round <= 2; round++)
        {
            var found = await KillRounds.One(place.Place, round, Stop);
            Assert.Empty(found.Faults);
            Assert.Equal(KillRounds.Forms, found.Sent);
            Assert.InRange(found.Acknowledged, 1, found.Sent - 1);
        }
    }
}

public sealed class BenchTestsInFile(BenchPlace bench) : BenchTests(bench, "sqlite"), IClassFixture<BenchPlace>
{
    private readonly BenchPlace bench = bench;

    [Fact]
    public async Task Pages_are_measured_and_a_first_visit_is_light()
    {
        await using var place = await bench.On("sqlite", "pages", Stop);
        var report = new Report(new StringWriter());
        await PagesBench.Run(place.Place, 60, 2, report, Stop);
        Assert.Empty(report.Failures);
        Assert.Equal(11, report.Figures.Count);
    }
}

public sealed class BenchTestsAtServer(BenchPlace bench) : BenchTests(bench, "postgres"), IClassFixture<BenchPlace>;
