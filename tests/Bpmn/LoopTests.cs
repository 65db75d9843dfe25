using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

public sealed class LoopTests
{
    private static readonly object Three = new { units = new[] { "x", "y", "z" } };

    [Fact]
    public void All_rounds_at_once_with_their_items_and_results() =>
        Story.Of(Process().User("ask", n => n.Each("units", "unit", output: "answer", into: "answers")).User("b").End("ok").Flow("start ask b ok"), Three)
            .Waits("ask ask ask").Does("ask", new { answer = 1 }).Does("ask", new { answer = 2 }).Waits("ask").Does("ask", new { answer = 3 })
            .Waits("b").Has("answers", "[1,2,3]");

    [Fact]
    public void One_round_after_the_other()
    {
        var story = Story.Of(Process().User("ask", n => n.Each("units", "unit", oneByOne: true)).End("ok").Flow("start ask ok"), Three).Waits("ask").Does("ask").Waits("ask").Does("ask").Does("ask").Ends("ok");
        Assert.Equal(["x", "y", "z"], story.Effects.OfType<Effect.WorkCreated>().Select(w => w.Inputs["unit"].GetString()!));
    }

    [Fact]
    public void Enough_is_enough() =>
        Story.Of(Process().User("ask", n => n.Each("units", "unit", until: "numberOfCompletedInstances >= 2")).User("b").End("ok").Flow("start ask b ok"), Three)
            .Does("ask").Does("ask").Waits("b");

    [Fact]
    public void No_items_no_rounds() =>
        Story.Of(Process().User("ask", n => n.Each("units", "unit", output: "1", into: "answers")).End("ok").Flow("start ask ok"), new { units = Array.Empty<string>() }).Ends("ok").Has("answers", "[]");

    [Fact]
    public void What_is_no_list_is_an_incident() =>
        Story.Of(Process().User("ask", n => n.Each("units", "unit")).End("ok").Flow("start ask ok"), new { units = 5 }).StuckAt("ask", "bpmn.no-value");

    [Fact]
    public void A_sub_process_for_each_item_has_its_own_variables() =>
        Story.Of(Process().Sub("s", s => s.User("a").End("e").Flow("start a e"), n => n.Each("units", "unit", output: "unit", into: "seen")).End("ok").Flow("start s ok"), Three)
            .Waits("s-a s-a s-a").Does("s-a").Does("s-a").Does("s-a").Ends("ok").Has("seen", "[\"x\",\"y\",\"z\"]");

    [Fact]
    public void A_boundary_event_ends_all_rounds() =>
        Story.Of(Process().User("ask", n => n.Each("units", "unit")).Boundary("late", "ask", n => n.Timer("P1D")).User("b").End("ok").Flow("start ask ok").Flow("late b ok"), Three)
            .Does("ask").Passes(TimeSpan.FromDays(1)).Waits("b");

    [Fact]
    public void While_a_condition_holds() =>
        Story.Of(Process().Script("count", "n + 1", "n", s => s.While("n < 3")).End("ok").Flow("start count ok"), new { n = 0 }).Ends("ok").Has("n", "3");

    [Fact]
    public void A_condition_asked_first_may_mean_no_round() =>
        Story.Of(Process().Script("count", "n + 1", "n", s => s.While("n < 3", first: true)).End("ok").Flow("start count ok"), new { n = 5 }).Ends("ok").Has("n", "5");

    [Theory]
    [InlineData("signal")]
    [InlineData("message")]
    [InlineData("escalation")]
    public void Each_round_that_is_done_tells_it_to_whom_waits_at_the_edge(string kind)
    {
        var story = Story.Of(Process().User("ask", n => n.EachTells("None", kind, "done")).Boundary("heard", "ask", n => _ = kind switch
        {
            "signal" => n.Signal("done"), "message" => n.Message("done", "\"k\""), _ => n.Escalation("done"),
        }, interrupts: false).User("note").End("ok").Flow("start ask ok").Flow("heard note ok"), Three);
        story.Does("ask").Waits("ask ask note").Does("ask").Waits("ask note note");
        Assert.DoesNotContain(story.Effects, e => e is Effect.SignalThrown or Effect.MessageSent or Effect.EscalationRaised);
    }

    [Fact]
    public void What_nobody_hears_at_the_edge_goes_out_with_how_far_the_rounds_have_come()
    {
        var signalled = Story.Of(Process().User("ask", n => n.EachTells("None", "signal", "done")).End("ok").Flow("start ask ok"), Three).Does("ask").Does("ask");
        Assert.Equal(["1 of 3", "2 of 3"], signalled.Effects.OfType<Effect.SignalThrown>().Select(t => Count(t.Payload)));
        var sent = Story.Of(Process().User("ask", n => n.EachTells("One", "message", "done")).End("ok").Flow("start ask ok"), Three).Does("ask").Does("ask");
        var message = Assert.Single(sent.Effects.OfType<Effect.MessageSent>());
        Assert.Equal(("done", "k", "1 of 3"), (message.Name, message.CorrelationKey, Count(message.Payload)));
        var raised = Story.Of(Process().User("ask", n => n.EachTells("One", "escalation", "done")).End("ok").Flow("start ask ok"), Three).Does("ask").Does("ask");
        Assert.Equal("done", Assert.Single(raised.Effects.OfType<Effect.EscalationRaised>()).Code);

        static string Count(BpmnVariables payload) => $"{payload["numberOfCompletedInstances"]} of {payload["numberOfInstances"]}";
    }

    [Fact]
    public void An_escalation_of_a_round_is_heard_around_the_loop() =>
        Story.Of(Process().Sub("s", s => s.User("ask", n => n.EachTells("One", "escalation", "done")).End("e").Flow("start ask e")).Boundary("heard", "s", n => n.Escalation("done"), interrupts: false)
            .User("note").End("ok").Flow("start s ok").Flow("heard note ok"), Three).Does("s-ask").Waits("note s-ask s-ask");

    [Theory]
    [InlineData("error")]
    public void What_only_an_end_event_throws_is_refused(string kind) =>
        Assert.Contains("bpmn.unsupported ask", Process().User("ask", n => n.EachTells("None", kind, "done")).End("ok").Flow("start ask ok").Faults());
}
