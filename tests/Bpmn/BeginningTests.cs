using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

/// <summary>Ways for a process to begin with several events.</summary>
public sealed class BeginningTests
{
    [Fact]
    public void A_start_that_needs_all_is_there_with_the_first_and_waits_for_the_others()
    {
        var story = new Story(WithoutStart().Node("startEvent", "s", n => n.Set("parallelMultiple", "true").Message("paid").Signal("open")).User("a").End("ok").Flow("s a ok").Model());
        story.Hears("paid", variables: new { sum = 5 }).Waits("s");
        story.Signalled("open").Waits("a").Has("sum", "5");
    }

    [Fact]
    public void A_start_of_several_events_begins_with_any()
    {
        var process = WithoutStart().Node("startEvent", "s", n => n.Message("paid").Signal("open")).User("a").End("ok").Flow("s a ok");
        new Story(process.Model()).Signalled("open").Waits("a");
    }

    [Fact]
    public void A_gateway_that_begins_the_process_begins_with_the_event_that_came()
    {
        var story = new Story(Gateway("Exclusive").Model()).Hears("refused");
        story.Waits("b").Does("b").Ends("ok2");
    }

    [Fact]
    public void A_parallel_gateway_that_begins_the_process_waits_for_the_other_events()
    {
        var story = new Story(Gateway("Parallel").Model()).Hears("refused");
        story.Waits("b paid").Hears("paid").Waits("a b").Does("a").Does("b").Ends();
    }

    [Fact]
    public void An_event_sub_process_that_needs_all_begins_with_the_last()
    {
        var story = Story.Of(Process().User("a").EventSub("e", n => n.Set("parallelMultiple", "true").Message("m").Signal("s"), sub => sub.User("b").End("x").Flow("start b x")).End("ok").Flow("start a ok"));
        story.Signalled("s").Waits("a").Hears("m").Waits("e-b").Does("e-b").Ends();
    }

    [Fact]
    public void One_that_runs_beside_begins_again_each_time_that_all_have_come()
    {
        var story = Story.Of(Process().User("a").EventSub("e", n => n.Set("parallelMultiple", "true").Message("m").Signal("s"), sub => sub.User("b").End("x").Flow("start b x"), interrupts: false).End("ok").Flow("start a ok"));
        story.Hears("m").Signalled("s").Waits("a e-b").Signalled("s").Waits("a e-b").Hears("m").Waits("a e-b e-b");
    }

    private static ModelBuilder Gateway(string type) => WithoutStart()
        .Node("eventBasedGateway", "g", n => n.Set("instantiate", "true").Set("eventGatewayType", type))
        .Catch("paid", n => n.Message("paid")).Catch("refused", n => n.Message("refused")).User("a", "b").End("ok", "ok2")
        .Flow("g paid a ok").Flow("g refused b ok2");
}
