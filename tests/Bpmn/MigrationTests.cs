using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

/// <summary>Running instances move to another version of their model, or are refused with the reason.</summary>
public sealed class MigrationTests
{
    private static readonly MigrationMap Same = MigrationMap.SameIds;

    [Fact]
    public void What_is_the_same_stays_where_it_is_and_goes_on()
    {
        var (old, story) = Running(Process().User("a", "b").End("ok").Flow("start a b ok"));
        var (to, plan) = Plan(old, story, Process().User("a", "b", "c").End("ok").Flow("start a b c ok"));
        Assert.False(plan.IsRefused);
        Assert.Equal(["Kept a → a"], Said(plan));
        Assert.Equal(["c"], Works(Then(to, plan, "a", "b")));
    }

    [Fact]
    public void A_step_goes_on_where_the_mapping_says()
    {
        var (old, story) = Running(Process().User("check", "sign").End("ok").Flow("start check sign ok"));
        var (to, plan) = Plan(old, story, Process().User("review", "sign").End("ok").Flow("start review sign ok"), Map("check", "review"));
        Assert.Equal(["Moved check → review"], Said(plan));
        Assert.Equal(["sign"], Works(Then(to, plan, "review")));
    }

    [Fact]
    public void A_step_that_is_gone_refuses_the_move_and_changes_nothing()
    {
        var (old, story) = Running(Process().User("a", "b").End("ok").Flow("start a b ok"));
        var (_, plan) = Plan(old, story, Process().User("b").End("ok").Flow("start b ok"));
        Assert.Equal("bpmn.would-be-lost", plan.Refusal!.Code);
        Assert.Same(story.Instance, plan.Instance);
        Assert.Equal(["Lost a → "], Said(plan));
    }

    [Fact]
    public void A_step_of_another_kind_refuses_the_move()
    {
        var (old, story) = Running(Process().User("a").End("ok").Flow("start a ok"));
        Assert.True(Plan(old, story, Process().Service("a", "job").End("ok").Flow("start a ok")).Plan.IsRefused);
    }

    [Fact]
    public void A_step_inside_another_sub_process_refuses_the_move()
    {
        var (old, story) = Running(Process().User("a").End("ok").Flow("start a ok"));
        var (_, plan) = Plan(old, story, Process().Sub("s", s => s.User("a").End("e").Flow("start a e")).End("ok").Flow("start s ok"), Map("a", "s-a"));
        Assert.Equal("bpmn.would-be-lost", plan.Refusal!.Code);
    }

    [Fact]
    public void A_step_inside_the_same_sub_process_moves_with_it()
    {
        var (old, story) = Running(Process().Sub("s", s => s.User("a").End("e").Flow("start a e")).End("ok").Flow("start s ok"));
        var (to, plan) = Plan(old, story, Process().Sub("t", s => s.User("b").End("e").Flow("start b e")).User("after").End("ok").Flow("start t after ok"), Map("s", "t", "s-a", "t-b"));
        Assert.False(plan.IsRefused, plan.Refusal?.En);
        Assert.Equal(["after"], Works(Then(to, plan, "t-b")));
    }

    [Fact]
    public void A_time_that_runs_keeps_when_it_is_due()
    {
        var (old, story) = Running(Process().Catch("wait", n => n.Timer("PT4H")).End("ok").Flow("start wait ok"));
        var plan = BpmnMigration.Plan(old, Process().Catch("wait", n => n.Timer("PT9H")).End("ok").Flow("start wait ok").Model(), story.Instance, Same, Story.Monday.AddHours(1));
        Assert.Equal(Story.Monday.AddHours(4), Assert.Single(plan.Instance.Timers).Due);
        Assert.Empty(plan.Effects);
    }

    [Fact]
    public void A_time_limit_that_is_new_is_waited_for_from_now_on()
    {
        var (old, story) = Running(Process().User("a").End("ok").Flow("start a ok"));
        var plan = BpmnMigration.Plan(old, Process().User("a").End("ok").Boundary("late", "a", n => n.Timer("PT8H")).End("over").Flow("start a ok").Flow("late over").Model(),
            story.Instance, Same, Story.Monday.AddHours(2));
        Assert.Equal(["Kept a → a", "Added  → late"], Said(plan));
        Assert.Equal(Story.Monday.AddHours(10), Assert.IsType<Effect.TimerScheduled>(Assert.Single(plan.Effects)).Due);
    }

    [Fact]
    public void A_reminder_that_was_sent_is_not_sent_again()
    {
        var process = Process().User("a").End("ok").Boundary("remind", "a", n => n.Timer("PT1H"), interrupts: false).Node("task", "t").End("over").Flow("start a ok").Flow("remind t over");
        var (old, story) = Running(process);
        story.Passes(TimeSpan.FromHours(2));
        var plan = BpmnMigration.Plan(old, old, story.Instance, Same, Story.Monday.AddHours(3));
        Assert.Empty(plan.Instance.Timers);
        Assert.Equal(["Kept a → a"], Said(plan));
    }

    [Fact]
    public void A_time_limit_that_is_gone_is_dropped_and_said()
    {
        var (old, story) = Running(Process().User("a").End("ok").Boundary("late", "a", n => n.Timer("PT8H")).End("over").Flow("start a ok").Flow("late over"));
        var (_, plan) = Plan(old, story, Process().User("a").End("ok").Flow("start a ok"));
        Assert.Equal(["Kept a → a", "Dropped late → "], Said(plan));
        Assert.IsType<Effect.TimerCancelled>(Assert.Single(plan.Effects));
        Assert.Empty(plan.Instance.Timers);
    }

    [Fact]
    public void What_waits_for_a_message_hears_it_in_the_new_version()
    {
        var (old, story) = Running(Process().Catch("wait", n => n.Message("paid")).End("ok").Flow("start wait ok"));
        var to = Process().Catch("wait", n => n.Message("settled")).End("ok").Flow("start wait ok").Model();
        var plan = BpmnMigration.Plan(old, to, story.Instance, Same, Story.Monday);
        Assert.True(BpmnInterpreter.Apply(to, plan.Instance, new Trigger.MessageArrived("settled", null, BpmnVariables.Empty), Story.Monday).Instance.IsOver);
    }

    [Fact]
    public void A_join_that_would_wait_for_ever_refuses_the_move()
    {
        var (old, story) = Running(Process().And("split", "join").User("a", "b").End("ok").Flow("start split a join ok").Flow("split b join"));
        story.Does("a");
        var to = Process().And("split", "join").User("a2", "b").End("ok").Flow("start split a2 join ok").Flow("split b join").Model();
        var plan = BpmnMigration.Plan(old, to, story.Instance, Same, Story.Monday);
        Assert.Contains(plan.Report, l => l is { Fate: MigrationFate.Lost, FromElementId: "join" });
        var mapped = BpmnMigration.Plan(old, to, story.Instance, Map("a_join", "a2_join"), Story.Monday);
        Assert.False(mapped.IsRefused);
        Assert.True(Complete(to, mapped.Instance, "b").IsOver);
    }

    [Fact]
    public void An_instance_that_is_over_stays_what_it_was()
    {
        var (old, story) = Running(Process().User("a").End("ok").Flow("start a ok"));
        story.Does("a");
        Assert.Equal("bpmn.not-running", Plan(old, story, Process().User("a").End("ok").Flow("start a ok")).Plan.Refusal!.Code);
    }

    [Fact]
    public void Variables_rounds_and_incidents_are_kept()
    {
        var (old, story) = Running(Process().User("a", n => n.Each("[1, 2, 3]", "x")).End("ok").Flow("start a ok"), new { sum = 7 });
        story.Does("a");
        var (_, plan) = Plan(old, story, Process().User("a", n => n.Each("[1, 2, 3]", "x")).User("b").End("ok").Flow("start a b ok"));
        Assert.Equal(7, plan.Instance.Variables["sum"].GetInt32());
        Assert.Equal(2, plan.Instance.Tokens.Count(t => t.State == TokenState.Work));
    }

    private static (BpmnModel, Story) Running(ModelBuilder process, object? variables = null)
    {
        var model = process.Model();
        return (model, new Story(model).Starts(variables));
    }

    private static (BpmnModel To, MigrationPlan Plan) Plan(BpmnModel old, Story story, ModelBuilder to, MigrationMap? map = null)
    {
        var model = to.Model();
        return (model, BpmnMigration.Plan(old, model, story.Instance, map ?? Same, Story.Monday));
    }

    private static ProcessInstance Then(BpmnModel to, MigrationPlan plan, params string[] steps) => steps.Aggregate(plan.Instance, (at, step) => Complete(to, at, step));

    private static ProcessInstance Complete(BpmnModel model, ProcessInstance instance, string step) =>
        BpmnInterpreter.Apply(model, instance, new Trigger.CompleteTask(instance.Tokens.Single(t => t.ElementId == step).Id, BpmnVariables.Empty), Story.Monday).Instance;

    private static IEnumerable<string> Works(ProcessInstance instance) => instance.Tokens.Where(t => t.State == TokenState.Work).Select(t => t.ElementId);

    private static IEnumerable<string> Said(MigrationPlan plan) => plan.Report.Select(l => $"{l.Fate} {l.FromElementId} → {l.ToElementId}");

    private static MigrationMap Map(params string[] pairs) =>
        new(pairs.Chunk(2).ToDictionary(p => p[0], p => p[1]));
}
