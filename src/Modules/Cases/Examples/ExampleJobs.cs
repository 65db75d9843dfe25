using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;

namespace HaiDang.Cases.Examples;

/// <summary>
/// The automatic steps of an example: results and numbers are made at once, with the first number of each series; what a
/// system outside answers, a line must say.
/// </summary>
internal sealed class ExampleJobs(ServiceDefinition service, IUnits units, ExamplePaper paper)
{
    private const int MostSteps = 100;

    /// <param name="next">The line that comes next: a step that it tells of is left to it.</param>
    public Outcome<Case> Run(Case matter, Setting setting, ExampleStep? next)
    {
        var told = next?.Action == ExampleStep.Job ? next.Line.OptionalMap("job")!.OptionalText("step") : null;
        for (var i = 0; i < MostSteps; i++)
        {
            if (!matter.Open || matter.Waits.Find(w => w.Job is { } job && InsideJobs.Does(job.Type) && w.Element != told) is not { } wait) return matter;
            var done = Command(matter, wait, setting).Decide(matter, setting, Actor.System);
            if (!done.Ok) return Outcome.Refuse<Case>(done.Problems);
            matter = done.Value.Aggregate(matter, Evolve.After);
        }
        return matter;
    }

    public static Outcome<Case> Answer(Case matter, int id, JsonNode? response, Setting setting) =>
        new FinishJob(id, BpmnVariables.Of("response", response?.DeepClone())).Decide(matter, setting, Actor.System).Map(events => events.Aggregate(matter, Evolve.After));

    private ICaseCommand Command(Case matter, Wait wait, Setting setting)
    {
        var date = setting.Now.InZone(setting.Calendar.Zone).Date;
        if (wait.Job!.Type == JobTypes.Issue)
            return new FinishIssue(wait.Id, paper.Made(matter, setting.Now));
        var settings = service.Nodes[wait.Element].Extensions.Headers;
        var number = Enumerable.Range(1, 100).Select(serial => NumberSeries.Fill(settings, units.Find(wait.Unit)!, date, serial)).First(n => n is not null);
        return new FinishJob(wait.Id, BpmnVariables.Of("number", number));
    }
}
