using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

public sealed class FlowTests
{
    [Fact]
    public void One_step_after_the_other() =>
        Story.Of(Process().User("a", "b").End("ok").Flow("start a b ok")).Waits("a").Does("a").Waits("b").Does("b").Ends("ok")
            .Traces("work a", "work b", "end ok");

    [Theory]
    [InlineData("approve", "sign")]
    [InlineData("refuse", "no")]
    [InlineData("anything else", "ask")]
    public void Exclusive_takes_the_first_open_way_or_the_default(string decision, string next) =>
        Story.Of(Process().User("review", "sign", "no", "ask").Xor("g").End("ok")
                .Flow("start review g").When("g", "sign", "decision = \"approve\"").When("g", "no", "decision = \"refuse\"").Else("g", "ask")
                .Flow("sign ok").Flow("no ok").Flow("ask ok"))
            .Does("review", new { decision }).Waits(next);

    [Fact]
    public void Exclusive_with_no_open_way_stops_and_goes_on_after_correction() =>
        Story.Of(Process().User("a", "b").Xor("g").End("ok").Flow("start a g").When("g", "b", "n > 5").When("g", "ok", "n > 10").Flow("b ok"))
            .Does("a", new { n = 1 }).StuckAt("g", "bpmn.no-flow").Resolves("g", new { n = 7 }).Waits("b").Does("b").Ends("ok");

    [Fact]
    public void A_condition_that_is_neither_true_nor_false_stops_the_run() =>
        Story.Of(Process().User("a", "b").Xor("g").End("ok").Flow("start a g").When("g", "b", "n > 5").Else("g", "ok").Flow("b ok"))
            .Does("a", new { n = "viết chữ" }).StuckAt("g", "bpmn.condition-not-boolean");

    [Fact]
    public void Parallel_opens_all_ways_and_waits_for_all() =>
        Story.Of(Process().User("a", "b", "c").And("split", "join").End("ok").Flow("start split a join c ok").Flow("split b join"))
            .Waits("a b").Does("b").Waits("a").Joins("join").Does("a").Waits("c").Does("c").Ends("ok");

    [Fact]
    public void Parallel_join_that_can_never_open_is_an_incident() =>
        Story.Of(Process().User("a", "b").Xor("g").And("join").End("ok").Flow("start g").When("g", "a", "x = 1").Else("g", "b").Flow("a join ok").Flow("b join"), new { x = 1 })
            .Does("a").StuckAt("join", "bpmn.deadlock");

    [Fact]
    public void Inclusive_opens_all_true_ways_and_waits_only_for_those() =>
        Story.Of(Process().User("a", "b", "c", "d").Or("split", "join").End("ok").Flow("start split")
                .When("split", "a", "n > 0").When("split", "b", "n > 1").Else("split", "c").Flow("a join d ok").Flow("b join").Flow("c join"), new { n = 2 })
            .Waits("a b").Does("a").Joins("join").Waits("b").Does("b").Waits("d");

    [Fact]
    public void Inclusive_takes_the_default_when_nothing_is_open() =>
        Story.Of(Process().User("a", "b").Or("split").End("ok").Flow("start split").When("split", "a", "n > 0").Else("split", "b").Flow("a ok").Flow("b ok"), new { n = 0 })
            .Waits("b");

    [Fact]
    public void Inclusive_join_does_not_wait_for_what_a_loop_might_bring_again() =>
        Story.Of(Process().User("a", "b", "c").And("split").Xor("first", "again").Or("join").End("ok")
                .Flow("start first split a join c again").Flow("split b join").When("again", "first", "more").Else("again", "ok"), new { more = true })
            .Does("a").Does("b").Does("c", new { more = false }).Ends("ok");

    [Fact]
    public void Exclusive_merge_lets_each_token_through() =>
        Story.Of(Process().User("a", "b", "c").And("split").Xor("merge").End("ok").Flow("start split a merge c ok").Flow("split b merge"))
            .Does("a").Waits("b c").Does("b").Waits("c c");

    [Fact]
    public void Conditions_on_the_flows_of_a_task_open_several_ways() =>
        Story.Of(Process().User("a", "b", "c", "d").End("ok").Flow("start a").When("a", "b", "n > 1").When("a", "c", "n > 2").Else("a", "d")
                .Flow("b ok").Flow("c ok").Flow("d ok"))
            .Does("a", new { n = 3 }).Waits("b c");

    [Fact]
    public void The_first_event_decides()
    {
        var process = Process().FirstEvent("g").Catch("paid", n => n.Message("payment", "code")).Catch("late", n => n.Timer("P3D")).User("x", "y").End("ok")
            .Flow("start g paid x ok").Flow("g late y ok");
        Story.Of(process, new { code = "H1" }).Waits("g").Hears("payment", "H1").Waits("x")
            .Traces("timer late P3D", "timer cancelled", "work x");
        Story.Of(process, new { code = "H1" }).Passes(TimeSpan.FromDays(3)).Waits("y");
    }

    [Fact]
    public void Complex_gateway_opens_once_when_enough_have_come() =>
        Story.Of(Process().User("a", "b", "c", "d").And("split").Node("complexGateway", "two", n => n.Element.Add(ModelBuilder.Formal("activationCondition", "activationCount >= 2"))).End("ok")
                .Flow("start split a two d ok").Flow("split b two").Flow("split c two"))
            .Does("a").Joins("two").Does("b").Waits("c d").Does("c").Waits("d").Does("d").Ends("ok");

    [Fact]
    public void A_link_jumps() =>
        Story.Of(Process().Throw("out", n => n.Link("nhảy")).Catch("in", n => n.Link("nhảy")).User("a").End("ok").Flow("start out").Flow("in a ok")).Waits("a");

    [Fact]
    public void An_endless_loop_becomes_an_incident() =>
        Assert.Contains(Story.Of(Process().Script("a", "1", "x").Xor("merge", "g").End("ok").Flow("start merge a g").When("g", "merge", "x = 1").Else("g", "ok")).Instance.Tokens,
            t => t.Incident?.Code == "bpmn.endless");

    [Fact]
    public void Two_end_events_end_when_the_last_is_reached() =>
        Story.Of(Process().User("a", "b").And("split").End("x", "y").Flow("start split a x").Flow("split b y")).Does("b").Waits("a").Does("a").Ends("x");

    [Fact]
    public void Terminate_ends_all_at_once() =>
        Story.Of(Process().User("a", "b").And("split").End("x").End("stop", n => n.Terminate()).Flow("start split a x").Flow("split b stop"))
            .Does("b").Ends("stop").Traces("work a", "work b", "withdrawn a", "end stop");
}
