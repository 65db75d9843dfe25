using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

/// <summary>Triggers that do not fit change nothing and say why.</summary>
public sealed class RefusalTests
{
    private static Story Running() => Story.Of(Process().User("a", "b").Boundary("late", "a", n => n.Timer("PT1H")).End("ok").Flow("start a b ok").Flow("late b"));

    [Fact]
    public void Work_is_done_once()
    {
        var story = Running();
        var token = story.Token("a");
        story.Does("a");
        Assert.Equal("bpmn.no-token", story.Refuses(new Trigger.CompleteTask(token, BpmnVariables.Empty)).Code);
    }

    [Fact]
    public void An_unknown_token() => Assert.Equal("bpmn.no-token", Running().Refuses(new Trigger.CompleteTask(99, BpmnVariables.Empty)).Code);

    [Fact]
    public void A_token_that_waits_for_something_else()
    {
        var story = Running();
        var refusal = story.Refuses(new Trigger.CalledProcessEnded(story.Token("a"), BpmnVariables.Empty));
        Assert.Equal(("bpmn.not-waiting", "a"), (refusal.Code, refusal.ElementId));
        Assert.True(refusal.Line > 0);
    }

    [Fact]
    public void A_timer_that_is_not_due() => Assert.Equal("bpmn.too-early", RefusedTimer(Running()).Code);

    [Fact]
    public void A_second_start() => Assert.Equal("bpmn.started", Running().Refuses(new Trigger.Start(BpmnVariables.Empty)).Code);

    [Fact]
    public void Anything_after_the_end() => Assert.Equal("bpmn.over", Running().Does("a").Does("b").Ends("ok").Refuses(new Trigger.ConditionsChanged(BpmnVariables.Empty)).Code);

    [Fact]
    public void Anything_before_the_start() =>
        Assert.Equal("bpmn.not-started", new Story(Process().User("a").End("ok").Flow("start a ok").Model()).Refuses(new Trigger.CompleteTask(1, BpmnVariables.Empty)).Code);

    [Fact]
    public void A_model_without_the_process()
    {
        var step = BpmnInterpreter.Apply(Process().User("a").End("ok").Flow("start a ok").Model(), ProcessInstance.Of("other"), new Trigger.Start(BpmnVariables.Empty), Story.Monday);
        Assert.Equal("bpmn.no-process", step.Refusal!.Code);
    }

    [Fact]
    public void Cancelling_withdraws_all() => Running().Take(new Trigger.Cancel()).Ends(state: InstanceState.Cancelled).Traces("timer late PT1H", "work a", "timer cancelled", "withdrawn a", "end ");

    private static BpmnDiagnostic RefusedTimer(Story story) => story.Refuses(new Trigger.TimerFired(story.Instance.Timers[0].Id));
}
