using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Jobs;

/// <summary>An automatic step is done; the process goes on with what came of it.</summary>
internal sealed record FinishJob(int Id, BpmnVariables Results) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who) =>
        Waiting.For(matter, Id).Then(job => Progress.Finish(matter, job, Results, setting));
}

/// <summary>The result was made and sealed without hands.</summary>
internal sealed record FinishIssue(int Id, IssuedResult Result) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who) => Waiting.For(matter, Id).Then(job =>
    {
        IEvent issued = new ResultIssued(Result);
        return Progress.Finish(Evolve.After(matter, issued), job, BpmnVariables.Empty, setting).Map(moved => Progress.Join([issued], moved));
    });
}

/// <summary>A try of an automatic step failed: it is tried again after a pause, or given up, and then people take over.</summary>
/// <param name="Final">The other side said no: trying again would change nothing.</param>
internal sealed record FailJob(int Id, string Reason, bool Final) : ICaseCommand
{
    private const int LongestReason = 500;

    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who) => Waiting.For(matter, Id).Then(wait =>
    {
        var (job, reason) = (wait.Job!, Reason.Length > LongestReason ? Reason[..LongestReason] : Reason);
        var tried = job.Tried + 1;
        var node = setting.Service.Nodes[wait.Element];
        if (!Final && tried < job.Tries)
            return new IEvent[] { new JobFailed(Id, wait.Name, tried, setting.Now + Pauses.After(tried, node.Properties.GetValueOrDefault(Property.Retry)), reason, setting.Now) };
        IEvent failed = new JobFailed(Id, wait.Name, tried, null, reason, setting.Now);
        return Progress.GiveUp(Evolve.After(matter, failed), wait, reason, setting).Map(moved => Progress.Join([failed], moved));
    });
}

internal static class Waiting
{
    public static Outcome<Wait> For(Case matter, int id) => matter.Open && matter.WaitOf(id) is { Kind: WaitKind.Job } job ? job : CaseProblems.StepOver.Now();
}
