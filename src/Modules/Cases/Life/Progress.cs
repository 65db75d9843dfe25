using HaiDang.Bpmn;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Life;

/// <summary>
/// Moves a case's processes and tells it as events. The interpreter knows nothing of cases: what it asks for becomes work,
/// waits and called processes (<see cref="CaseRun"/>), and decisions it needs are answered at once from the service's tables.
/// </summary>
internal static class Progress
{
    public static Outcome<IReadOnlyList<IEvent>> Begin(Case matter, Setting setting) => new CaseRun(matter, setting).Begin();

    /// <summary>Ends a step with a verb.</summary>
    /// <param name="filled">What was typed at it: its variables beside the verb.</param>
    public static Outcome<IReadOnlyList<IEvent>> Complete(Case matter, WorkItem work, string verb, Setting setting, Actor who, IReadOnlyList<StepFilled>? filled = null)
    {
        var run = new CaseRun(matter, setting);
        var results = BpmnVariables.From(filled is [var typed, ..] ? typed.Step.Values : null).With(CaseFacts.Decision, verb);
        return run.Go(run.HolderOf(work.Token), new Trigger.CompleteTask(work.Token, results),
            new WorkClosed(work.Token, verb, who.Id, who.Name, setting.Now));
    }

    /// <summary>A time that a process waited for has come.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Fire(Case matter, int timer, Setting setting) =>
        new CaseRun(matter, setting).Go(KeyWhere(matter, i => i.Timers.Any(t => t.Id == timer)), new Trigger.TimerFired(timer));

    /// <summary>An automatic step is done, with what came of it.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Finish(Case matter, Wait job, BpmnVariables results, Setting setting)
    {
        var run = new CaseRun(matter, setting);
        return run.Go(run.HolderOf(job.Id), new Trigger.CompleteTask(job.Id, results));
    }

    /// <summary>An automatic step is given up: the process goes to the people who take over.</summary>
    public static Outcome<IReadOnlyList<IEvent>> GiveUp(Case matter, Wait job, string reason, Setting setting)
    {
        var run = new CaseRun(matter, setting);
        return run.Go(run.HolderOf(job.Id), new Trigger.FailTask(job.Id, Definitions.Property.Failed, BpmnVariables.Of("error", reason)));
    }

    /// <summary>A message came; refused when no process waits for it.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Hear(Case matter, string message, BpmnVariables payload, Setting setting)
    {
        foreach (var (key, instance) in matter.Processes)
            if (instance.Subscriptions.FirstOrDefault(s => s.Kind == SubscriptionKind.Message && s.Name == message) is { } heard)
                return new CaseRun(matter, setting).Go(key, new Trigger.MessageArrived(message, heard.CorrelationKey, payload));
        return CaseProblems.NotWaitedFor.Now(message);
    }

    /// <summary>What was owed is paid: the process that waits for it goes on.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Settle(Case matter, Wait owed, Setting setting)
    {
        var (key, instance) = matter.Processes.First(p => p.Instance.Subscriptions.Any(s => s.Id == owed.Id));
        var heard = instance.Subscriptions.First(s => s.Id == owed.Id);
        return new CaseRun(matter, setting).Go(key, new Trigger.MessageArrived(heard.Name, heard.CorrelationKey, BpmnVariables.Empty, heard.Id));
    }

    public static IReadOnlyList<IEvent> Join(IReadOnlyList<IEvent> first, IReadOnlyList<IEvent> then) => [.. first, .. then];

    private static int KeyWhere(Case matter, Func<ProcessInstance, bool> holds) => matter.Processes.First(p => holds(p.Instance)).Key;
}
