using System.CommandLine;

namespace HaiDang.Bench.Engines;

/// <summary>The benches of the engines alone: no program, no database; libraries of others beside them under Node.</summary>
internal static class EngineCommands
{
    public static IEnumerable<Command> All() => [Make("feel", "FEEL beside feelin", "feel.json", FeelBench.Run), Make("bpmn", "BPMN beside bpmn-engine", "bpmn.json", BpmnBench.Run)];

    private static Command Make(string name, string description, string cases, Func<string, string, double, int> run)
    {
        var peers = new Option<string>("--peers") { Description = "the folder of the peers' scripts", Required = true };
        var seconds = new Option<double>("--seconds") { Description = "how long each measurement takes", DefaultValueFactory = _ => 0.5 };
        var brief = new Option<bool>("--short") { Description = "only to see that it works" };
        var command = new Command(name, description) { peers, seconds, brief };
        command.SetAction(parsed => run(Path.Combine(AppContext.BaseDirectory, "Engines", cases), parsed.GetRequiredValue(peers), parsed.GetValue(brief) ? 0.05 : parsed.GetValue(seconds)));
        return command;
    }
}
