using System.Text.Json;
using HaiDang.Bpmn;

namespace HaiDang.Bench.Engines;

/// <summary>
/// The same models through our interpreter and through bpmn-engine, from the start to the end, each user task completed as soon as it waits.
/// Models are read once. Ours is measured a second time with its state written to JSON and read back after every step, as a platform does
/// that must survive a power cut; bpmn-engine keeps its own in memory both times.
/// </summary>
internal static class BpmnBench
{
    private static readonly DateTimeOffset now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7));

    private sealed record Given(string Case, string Model, JsonElement Variables);

    public static int Run(string cases, string peers, double seconds)
    {
        var report = new EngineReport("bpmn", "bpmn-engine 25.0.1");
        var theirs = Peer.Run(peers, "bpmn.mjs", cases, seconds);
        foreach (var given in JsonSerializer.Deserialize<List<Given>>(File.ReadAllText(cases), new JsonSerializerOptions(JsonSerializerDefaults.Web))!)
        {
            var file = Path.Combine(Path.GetDirectoryName(cases)!, "Models", $"{given.Model}.bpmn");
            var read = BpmnChecker.ReadAndCheck(File.ReadAllText(file), file);
            var peer = theirs[given.Case];
            foreach (var error in read.Diagnostics.Where(d => d.Severity == BpmnSeverity.Error)) report.Fail($"{file}:{error.Line} {error.En}");
            var variables = BpmnVariables.Of(given.Variables.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.Clone())));
            if (Play(read.Model!, given.Model, variables, keep: true) is var done && done != peer.Value.GetInt32()) report.Fail($"{given.Case}: ours completes {done} tasks, theirs {peer.Value}");
            report.Add(given.Case, Pace.Of(() => Play(read.Model!, given.Model, variables, keep: false), seconds), peer.PerSecond);
            report.Add($"{given.Case}, kept", Pace.Of(() => Play(read.Model!, given.Model, variables, keep: true), seconds), peer.PerSecond);
        }
        return report.Print();
    }

    /// <summary>One instance from start to end; how many tasks were completed, or −1 when it does not end.</summary>
    private static int Play(BpmnModel model, string process, BpmnVariables variables, bool keep)
    {
        var instance = BpmnInterpreter.Apply(model, ProcessInstance.Of(process), new Trigger.Start(variables), now).Instance;
        var done = 0;
        while (instance.Tokens.FirstOrDefault(t => t.State == TokenState.Work) is { } work)
        {
            if (keep) instance = ProcessInstance.FromJson(instance.ToJson());
            instance = BpmnInterpreter.Apply(model, instance, new Trigger.CompleteTask(work.Id, BpmnVariables.Empty), now).Instance;
            done++;
        }
        return instance.IsOver ? done : -1;
    }
}
