using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

public sealed class EventTests
{
    [Fact]
    public void A_timer_waits_its_time() =>
        Story.Of(Process().Catch("wait", n => n.Timer("PT4H")).User("a").End("ok").Flow("start wait a ok")).Waits("wait").Passes(TimeSpan.FromHours(3.9)).Waits("wait").Passes(TimeSpan.FromHours(0.1)).Waits("a");

    [Fact]
    public void A_timer_may_be_feel() =>
        Story.Of(Process().Catch("wait", n => n.Timer("=duration(days)")).End("ok").Flow("start wait ok"), new { days = "P2D" }).Passes(TimeSpan.FromDays(2)).Ends("ok");

    [Fact]
    public void A_date_without_offset_is_in_the_time_of_the_caller()
    {
        var story = Story.Of(Process().Catch("wait", n => n.Date("2026-11-24T08:00:00")).End("ok").Flow("start wait ok"));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(7)), Assert.Single(story.Instance.Timers).Due);
    }

    [Fact]
    public void What_is_no_time_is_an_incident() =>
        Story.Of(Process().Catch("wait", n => n.Timer("=days")).End("ok").Flow("start wait ok"), new { days = "ba ngày" }).StuckAt("wait", "bpmn.not-a-time").Resolves("wait", new { days = "P3D" }).Waits("wait");

    [Fact]
    public void An_interrupting_boundary_timer_takes_over() =>
        Story.Of(Process().User("a", "b").Boundary("late", "a", n => n.Timer("PT8H")).End("ok").Flow("start a ok").Flow("late b ok"))
            .Passes(TimeSpan.FromHours(8)).Waits("b").Traces("timer late PT8H", "work a", "withdrawn a", "work b");

    [Fact]
    public void A_boundary_timer_is_cancelled_when_the_work_is_done() =>
        Story.Of(Process().User("a").Boundary("late", "a", n => n.Timer("PT8H")).End("ok", "x").Flow("start a ok").Flow("late x")).Does("a").Ends("ok").Traces("timer late PT8H", "work a", "timer cancelled", "end ok");

    [Fact]
    public void A_repeated_boundary_timer_reminds_as_often_as_it_says() =>
        Story.Of(Process().User("a", "remind").Boundary("again", "a", n => n.Cycle("R3/PT1H"), interrupts: false).End("ok", "x").Flow("start a ok").Flow("again remind x"))
            .Passes(TimeSpan.FromHours(9)).Waits("a remind remind remind");

    [Fact]
    public void A_boundary_message_interrupts() =>
        Story.Of(Process().User("a", "b").Boundary("withdrawn", "a", n => n.Message("withdraw", "code")).End("ok").Flow("start a ok").Flow("withdrawn b ok"), new { code = "H1" })
            .Hears("withdraw", "H1", new { why = "đổi ý" }).Waits("b").Has("why", "\"đổi ý\"");

    [Fact]
    public void A_message_for_another_key_is_refused() =>
        Assert.Equal("bpmn.not-waited-for", Story.Of(Process().Catch("wait", n => n.Message("m", "code")).End("ok").Flow("start wait ok"), new { code = "H1" })
            .Refuses(new Trigger.MessageArrived("m", "H2", BpmnVariables.Empty)).Code);

    [Fact]
    public void A_message_starts_a_process()
    {
        var story = new Story(WithoutStart().Start("begin", n => n.Message("apply")).User("a").End("ok").Flow("begin a ok").Model());
        story.Hears("apply", null, new { code = "H1" }).Waits("a").Has("code", "\"H1\"");
    }

    [Fact]
    public void A_signal_is_heard_by_all_that_wait() =>
        Story.Of(Process().And("g").Catch("x", n => n.Signal("s")).Catch("y", n => n.Signal("s")).User("a", "b").End("ok").Flow("start g x a ok").Flow("g y b ok")).Signalled("s").Waits("a b");

    [Fact]
    public void A_thrown_signal_is_heard_within_and_told_outside() =>
        Story.Of(Process().And("g").Catch("x", n => n.Signal("s")).User("a", "b").Throw("t", n => n.Signal("s")).User("c").End("ok").Flow("start g x a ok").Flow("g c t b ok"))
            .Does("c").Waits("a b");

    [Fact]
    public void A_condition_fires_when_it_becomes_true() =>
        Story.Of(Process().Catch("paid", n => n.Condition("amount >= 10")).User("a").End("ok").Flow("start paid a ok"), new { amount = 3 }).Waits("paid").Changes(new { amount = 7 }).Waits("paid").Changes(new { amount = 12 }).Waits("a");

    [Fact]
    public void A_condition_at_an_edge_hears_what_other_work_changes() =>
        Story.Of(Process().And("g").User("a", "b", "c").Boundary("enough", "a", n => n.Condition("count > 1")).End("ok").Flow("start g a ok").Flow("g b ok").Flow("enough c ok"), new { count = 0 })
            .Does("b", new { count = 2 }).Waits("c");

    [Fact]
    public void An_event_sub_process_may_run_beside() =>
        Story.Of(Process().User("a").EventSub("info", n => n.Message("ask"), s => s.User("answer").End("e").Flow("start answer e"), interrupts: false).End("ok").Flow("start a ok"))
            .Hears("ask").Hears("ask").Waits("a info-answer info-answer").Does("a").Waits("info-answer info-answer").Does("info-answer").Does("info-answer").Ends("ok");

    [Fact]
    public void An_interrupting_event_sub_process_takes_over() =>
        Story.Of(Process().User("a").EventSub("stop", n => n.Message("withdraw"), s => s.User("file").End("e").Flow("start file e")).End("ok").Flow("start a ok"))
            .Hears("withdraw").Waits("stop-file").Does("stop-file").Ends().Traces("work a", "withdrawn a", "work stop-file", "end ");

    [Fact]
    public void Several_events_any_of_which_will_do() =>
        Story.Of(Process().Catch("any", n => n.Message("m").Timer("P1D")).User("a").End("ok").Flow("start any a ok")).Hears("m").Waits("a");

    [Fact]
    public void Several_events_all_of_which_are_needed() =>
        Story.Of(Process().Catch("all", n => n.Set("parallelMultiple", "true").Message("m").Signal("s")).User("a").End("ok").Flow("start all a ok")).Hears("m").Waits("all").Signalled("s").Waits("a");

    [Fact]
    public void An_end_event_carries_its_properties_out()
    {
        var story = Story.Of(Process().User("a").End("issued", n => n.Property("haidang:outcome", "issued")).Flow("start a issued")).Does("a", new { number = 7 });
        var end = Assert.IsType<Effect.InstanceEnded>(story.Effects[^1]);
        Assert.Equal(("issued", "issued", 7), (end.EndElementId, end.Properties["haidang:outcome"], end.Variables["number"].GetInt32()));
    }
}
