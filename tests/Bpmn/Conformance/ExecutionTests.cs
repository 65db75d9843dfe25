using System.Text.Json;
using System.Text.RegularExpressions;

namespace HaiDang.Bpmn.Tests.Conformance;

/// <summary>The execution cases of a vendor-neutral benchmark of BPMN engines.</summary>
public sealed partial class ExecutionTests(ITestOutputHelper output)
{
    /// <summary>How many cases must pass; it only rises.</summary>
    private const int Floor = 175;

    [Fact]
    public void Models_run_as_expected()
    {
        var folder = Tck.Folder("execution");
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "cases.json")));
        var (passed, total, models, whole) = (0, 0, 0, 0);
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var failedHere = 0;
            foreach (var given in entry.GetProperty("cases").EnumerateArray())
            {
                total++;
                var expected = Sorted(given.GetProperty("expected").EnumerateArray().Select(e => Top(e.GetString()!)));
                var found = Sorted(Play(Path.Combine(folder, entry.GetProperty("model").GetString()!), entry.GetProperty("name").GetString()!, given));
                if (expected == found) passed++;
                else
                {
                    failedHere++;
                    output.WriteLine($"{entry.GetProperty("name")} {given.GetProperty("input")}: expected {expected}, found {found}");
                }
            }
            models++;
            if (failedHere == 0) whole++;
        }
        output.WriteLine($"{passed} of {total} cases; {whole} of {models} models whole");
        Assert.True(passed >= Floor, $"{passed} of {total} cases pass; the floor is {Floor}");
    }

    private static IReadOnlyList<string> Play(string file, string process, JsonElement given)
    {
        var read = BpmnChecker.ReadAndCheck(InFeel(File.ReadAllText(file)), Path.GetFileName(file));
        var errors = read.Diagnostics.Where(d => d.Severity == BpmnSeverity.Error).ToList();
        // A number that no engine may accept is refused before the start: that error, too, has reached the top.
        if (errors.Count > 0) return ["Error", .. errors.Where(e => e.Code is not "bpmn.quantity").Select(e => $"({e.Code} {e.ElementId})")];
        return new ExecutionHost(read.Model!).Run(process, given.GetProperty("input").GetString(), given.GetProperty("integerVariable").GetInt32(),
            given.GetProperty("concurrentInstances").GetBoolean(), TimeSpan.FromMilliseconds(given.GetProperty("waitMilliseconds").GetInt32()));
    }

    /// <summary>The benchmark's conditions, written for engines with other languages, in FEEL; one of them ends in a stray sign.</summary>
    private static string InFeel(string xml)
    {
        xml = Not().Replace(xml, "not(contains(test, $1))");
        xml = Contains().Replace(xml, "contains(test, $1)");
        return Placeholder().Replace(xml, "$1");
    }

    private static string Top(string word) => word is "RuntimeException" or "GenericError" or "ErrorThrownErrorEvent" ? "Error" : word;

    private static string Sorted(IEnumerable<string> words) => string.Join(',', words.Order(StringComparer.Ordinal));

    [GeneratedRegex("!test\\.contains\\((\"\\w\")\\)")]
    private static partial Regex Not();

    [GeneratedRegex("test\\.contains\\((\"\\w\")\\)>?")]
    private static partial Regex Contains();

    [GeneratedRegex("\\$\\{(\\w+)\\}")]
    private static partial Regex Placeholder();
}
