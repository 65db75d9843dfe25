using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

public sealed class ErrorTests
{
    private static ModelBuilder Job(string? caught) =>
        Process().Service("job").User("mend").Boundary("caught", "job", n => n.Error(caught)).End("ok").Flow("start job ok").Flow("caught mend ok");

    [Fact]
    public void A_boundary_event_catches_the_error_that_it_names() => Story.Of(Job("E1")).Fails("job", "E1").Waits("mend");

    [Fact]
    public void A_boundary_event_without_a_code_catches_every_error() => Story.Of(Job(null)).Fails("job", "anything").Waits("mend");

    [Fact]
    public void An_error_that_nobody_catches_leaves_the_job_with_an_incident() => Story.Of(Job("E1")).Fails("job", "E2").StuckAt("job", "bpmn.uncaught-error").Does("job").Ends("ok");

    [Fact]
    public void In_a_called_process_an_error_that_nobody_catches_goes_to_the_caller() =>
        new Story(Job("E1").Model()).Take(new Trigger.Start(BpmnVariables.Empty, IsCalled: true)).Fails("job", "E2").Ends(state: InstanceState.Failed);

    [Fact]
    public void An_error_of_a_called_process_is_caught_at_the_call() =>
        Story.Of(Process().Call("call", "other").User("mend").Boundary("caught", "call", n => n.Error("E1")).End("ok").Flow("start call ok").Flow("caught mend ok")).Returns("call", null, "E1").Waits("mend");

    [Fact]
    public void An_error_end_event_is_caught_at_the_edge_of_its_sub_process() =>
        Story.Of(Process().Sub("s", s => s.User("a", "b").And("g").End("e").End("bad", n => n.Error("E1")).Flow("start g a bad").Flow("g b e")).Boundary("caught", "s", n => n.Error("E1"))
                .User("mend").End("ok").Flow("start s ok").Flow("caught mend ok"))
            .Does("s-a").Waits("mend").Traces("work s-a", "work s-b", "withdrawn s-b", "work mend");

    [Fact]
    public void The_nearest_catcher_counts() =>
        Story.Of(Process().Sub("s", s => s.Sub("t", t => t.End("bad", n => n.Error("E1")).Flow("start bad")).Boundary("near", "t", n => n.Error(null)).User("x").End("e").Flow("start t e").Flow("near x e"))
            .Boundary("far", "s", n => n.Error("E1")).End("ok", "no").Flow("start s ok").Flow("far no")).Waits("s-x");

    [Fact]
    public void An_event_sub_process_catches_errors_of_its_surroundings() =>
        Story.Of(Process().User("a").EventSub("mend", n => n.Error("E1"), s => s.User("x").End("e").Flow("start x e")).End("bad", n => n.Error("E1")).Flow("start a bad")).Does("a").Waits("mend-x").Does("mend-x").Ends();

    [Fact]
    public void An_error_that_reaches_the_top_ends_the_run() =>
        Story.Of(Process().End("bad", n => n.Error("E1")).Flow("start bad")).Ends("bad", InstanceState.Failed).Traces("end bad E1");

    [Fact]
    public void An_escalation_need_not_interrupt() =>
        Story.Of(Process().Sub("s", s => s.Throw("up", n => n.Escalation("late")).User("a").End("e").Flow("start up a e")).Boundary("told", "s", n => n.Escalation("late"), interrupts: false)
            .User("chief").End("ok").Flow("start s ok").Flow("told chief ok")).Waits("chief s-a");

    [Fact]
    public void An_escalation_that_nobody_catches_is_told_outside() =>
        Story.Of(Process().Throw("up", n => n.Escalation("late")).User("a").End("ok").Flow("start up a ok")).Traces("escalation late", "work a");

    private static ModelBuilder TwoDone() => Process().Service("pay").Boundary("undo-pay", "pay", n => n.Compensate()).Service("refund", with: n => n.Set("isForCompensation", "true"))
        .Service("book").Boundary("undo-book", "book", n => n.Compensate()).Service("unbook", with: n => n.Set("isForCompensation", "true"))
        .Associate("undo-pay", "refund").Associate("undo-book", "unbook").Flow("start pay book");

    [Fact]
    public void What_was_done_is_undone_the_last_first() =>
        Story.Of(TwoDone().Throw("undo", n => n.Compensate()).User("a").End("ok").Flow("book undo a ok")).Does("pay").Does("book")
            .Waits("unbook undo").Does("unbook").Waits("refund undo").Does("refund").Waits("a");

    [Fact]
    public void Only_what_was_done_is_undone() =>
        Story.Of(Process().Service("pay").Boundary("undo-pay", "pay", n => n.Compensate()).Service("refund", with: n => n.Set("isForCompensation", "true")).Associate("undo-pay", "refund")
            .Xor("g").Throw("undo", n => n.Compensate()).End("ok").Flow("start g").When("g", "pay", "paying").Else("g", "undo").Flow("pay undo ok"), new { paying = false }).Ends("ok");

    [Fact]
    public void A_cancelled_transaction_is_undone_and_left_by_its_cancel_event() =>
        Story.Of(Process().Sub("t", t => t.Service("pay").Boundary("undo-pay", "pay", n => n.Compensate()).Service("refund", with: n => n.Set("isForCompensation", "true")).Associate("undo-pay", "refund")
                .End("no", n => n.Cancel()).Flow("start pay no"), kind: "transaction").Boundary("cancelled", "t", n => n.Cancel()).User("a").End("ok").Flow("start t ok").Flow("cancelled a ok"))
            .Does("t-pay").Does("t-refund").Waits("a");

    [Fact]
    public void Each_round_is_undone_for_itself_the_last_first() =>
        Story.Of(Process().Service("pay", with: n => n.Each("[10, 20]", "sum", oneByOne: true)).Boundary("undo-pay", "pay", n => n.Compensate())
                .Service("refund", with: n => n.Set("isForCompensation", "true")).Associate("undo-pay", "refund").Throw("undo", n => n.Compensate()).End("ok").Flow("start pay undo ok"))
            .Does("pay").Does("pay").Waits("refund undo").Does("refund").Waits("refund undo").Does("refund").Ends("ok");

    [Fact]
    public void What_the_rounds_of_a_sub_process_did_is_undone() =>
        Story.Of(Process().Sub("s", s => s.Service("pay").Boundary("undo-pay", "pay", n => n.Compensate()).Service("refund", with: n => n.Set("isForCompensation", "true")).Associate("undo-pay", "refund")
                .End("x").Flow("start pay x"), n => n.Each("[1, 2]", "sum")).Throw("undo", n => n.Compensate()).End("ok").Flow("start s undo ok"))
            .Does("s-pay").Does("s-pay").Waits("s-refund undo").Does("s-refund").Waits("s-refund undo").Does("s-refund").Ends("ok");

    [Fact]
    public void A_cancelled_transaction_undoes_what_is_done_inside_activities_that_still_run() =>
        Story.Of(Process().Sub("t", t => t.And("g").Sub("s", s => s.Service("pay").Boundary("undo-pay", "pay", n => n.Compensate())
                    .Service("refund", with: n => n.Set("isForCompensation", "true")).Associate("undo-pay", "refund").User("look").End("x").Flow("start pay look x"))
                .User("stop").End("y").End("no", n => n.Cancel()).Flow("start g s y").Flow("g stop no"), kind: "transaction")
                .Boundary("cancelled", "t", n => n.Cancel()).User("a").End("ok").Flow("start t ok").Flow("cancelled a ok"))
            .Does("t-s-pay").Does("t-stop").Waits("t-no t-s-refund").Does("t-s-refund").Waits("a");
}
