using HaiDang.Conformance;
using HaiDang.Conformance.Dmn;

namespace HaiDang.Dmn.Tests;

/// <summary>The public DMN Technology Compatibility Kit, run by the same code as <c>haidang tck dmn</c>: every result node but those of Java.</summary>
public sealed class ConformanceTests
{
    private static readonly string kit = Path.Combine(Environment.GetEnvironmentVariable("HAIDANG_TCK") ?? "", "dmn");

    [Fact]
    public void Every_result_node_of_the_kit_is_as_expected()
    {
        Assert.SkipUnless(Directory.Exists(kit), "HAIDANG_TCK does not name the folder of the conformance kit.");
        var results = DmnKit.Run(kit);
        Assert.NotEmpty(results);
        Assert.Equal([], results.Where(r => r.Outcome == KitOutcome.Error).Select(r => $"{r.Folder} {r.Node}: {r.Remark}"));
        Assert.All(results.Where(r => r.Outcome == KitOutcome.Ignored), r => Assert.Contains("Java", r.Remark, StringComparison.Ordinal));
    }
}
