namespace HaiDang.Bpmn.Tests.Conformance;

/// <summary>Models that break one rule of the standard each, and must be refused.</summary>
public sealed class RefusalTests(ITestOutputHelper output)
{
    /// <summary>How many must be refused; it only rises.</summary>
    private const int Floor = 184;

    [Fact]
    public void Models_that_break_a_rule_are_refused()
    {
        var files = Directory.GetFiles(Tck.Folder("refuse"), "*.bpmn").Order(StringComparer.Ordinal).ToList();
        var refused = 0;
        foreach (var file in files)
        {
            var errors = BpmnChecker.ReadAndCheck(File.ReadAllText(file), Path.GetFileName(file)).Diagnostics.Where(d => d.Severity == BpmnSeverity.Error).ToList();
            if (errors.Count > 0) refused++;
            output.WriteLine($"{(errors.Count > 0 ? "refused" : "TAKEN  ")} {Path.GetFileName(file)} {string.Join(", ", errors.Take(3).Select(e => $"{e.Code} {e.ElementId}"))}");
        }
        output.WriteLine($"{refused} of {files.Count} refused");
        Assert.True(refused >= Floor, $"{refused} of {files.Count} are refused; the floor is {Floor}");
    }
}
