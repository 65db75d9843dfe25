using static HaiDang.Bpmn.Tests.ModelBuilder;

namespace HaiDang.Bpmn.Tests;

public sealed class ActivityTests
{
    [Fact]
    public void Work_says_all_that_a_desk_needs()
    {
        var story = Story.Of(Process().User("review", n => n.Name("Thẩm định hồ sơ").Extend("assignmentDefinition", ("candidateGroups", "=[\"specialist\", unit]"))
                .Extend("formDefinition", ("formId", "form-1")).Property("haidang:step", "review").Property("haidang:due", "P2D").Input("=applicant.name", "who")).End("ok").Flow("start review ok"),
            new { unit = "tu-phap", applicant = new { name = "Nguyễn Thị Hoa" } });
        var work = Assert.IsType<Effect.WorkCreated>(Assert.Single(story.Effects));
        Assert.Equal(("review", "Thẩm định hồ sơ", "form-1"), (work.ElementId, work.Name, work.FormId));
        Assert.Equal(["specialist", "tu-phap"], work.CandidateGroups);
        Assert.Equal("P2D", work.Properties["haidang:due"]);
        Assert.Equal("Nguyễn Thị Hoa", work.Inputs["who"].GetString());
    }

    [Fact]
    public void Groups_may_be_a_comma_list() =>
        Assert.Equal(["a", "b"], Assert.IsType<Effect.WorkCreated>(Story.Of(Process().User("x", n => n.Extend("assignmentDefinition", ("candidateGroups", "a, b"))).End("ok").Flow("start x ok")).Effects[0]).CandidateGroups);

    [Fact]
    public void A_job_has_type_headers_retries_and_what_it_sees()
    {
        var story = Story.Of(Process().Service("send", "send-receipt").End("ok").Flow("start send ok"), new { code = "H1" });
        var job = Assert.IsType<Effect.JobCreated>(Assert.Single(story.Effects));
        Assert.Equal(("send-receipt", "H1"), (job.Type, job.Inputs["code"].GetString()));
        story.Does("send", new { sent = true }).Has("sent", "true").Ends("ok");
    }

    [Fact]
    public void A_decision_is_asked_and_its_result_is_a_variable() =>
        Story.Of(Process().Rule("fee", "fee-decision", "fee").User("a").End("ok").Flow("start fee a ok"), new { copies = 2 })
            .Does("fee", new { fee = 15000 }).Has("fee", "15000").Waits("a").Traces("decision fee fee-decision", "work a");

    [Fact]
    public void A_script_is_feel() =>
        Story.Of(Process().Script("sum", "a + b", "total").End("ok").Flow("start sum ok"), new { a = 1, b = 2 }).Has("total", "3").Ends("ok");

    [Fact]
    public void Inputs_are_local_and_outputs_are_all_that_leaves() =>
        Story.Of(Process().User("a", n => n.Input("=x + 1", "y").Output("=y + z", "sum")).End("ok").Flow("start a ok"), new { x = 1 })
            .Does("a", new { z = 10 }).Has("sum", "12").Has("y", "absent").Has("z", "absent");

    [Fact]
    public void Without_outputs_results_become_variables_of_the_process() =>
        Story.Of(Process().Sub("s", s => s.User("a").End("e").Flow("start a e")).End("ok").Flow("start s ok")).Does("s-a", new { z = 10 }).Has("z", "10");

    [Fact]
    public void A_sub_process_ends_when_all_inside_has() =>
        Story.Of(Process().Sub("s", s => s.User("a", "b").And("g").End("e", "f").Flow("start g a e").Flow("g b f")).User("c").End("ok").Flow("start s c ok"))
            .Waits("s-a s-b").Does("s-a").Waits("s-b").Does("s-b").Waits("c");

    [Fact]
    public void Terminate_inside_ends_only_the_inside() =>
        Story.Of(Process().Sub("s", s => s.User("a", "b").And("g").End("e").End("stop", n => n.Terminate()).Flow("start g a e").Flow("g b stop")).User("c").End("ok").Flow("start s c ok"))
            .Does("s-b").Waits("c");

    [Fact]
    public void A_call_gives_variables_and_takes_results() =>
        Story.Of(Process().Call("call", "other", n => n.Input("=code", "id").Output("=fee", "total")).User("a").End("ok").Flow("start call a ok"), new { code = "H1" })
            .Waits("call").Returns("call", new { fee = 5 }).Has("total", "5").Waits("a").Traces("call call other", "work a");

    [Fact]
    public void A_message_is_sent_and_the_run_goes_on() =>
        Story.Of(Process().Send("tell", "ready").User("a").End("ok").Flow("start tell a ok")).Traces("message ready", "work a");

    [Fact]
    public void A_receive_task_waits_for_its_message() =>
        Story.Of(Process().Receive("wait", "papers", "code").End("ok").Flow("start wait ok"), new { code = "H1" }).Waits("wait").Hears("papers", "H1", new { pages = 3 }).Has("pages", "3").Ends("ok");

    [Fact]
    public void An_incident_from_the_host_stays_until_it_is_resolved() =>
        Story.Of(Process().Service("job").End("ok").Flow("start job ok"))
            .Take(new Trigger.RaiseIncident(3, "Máy chủ thư không trả lời.", "The mail server does not answer.")).StuckAt("job", "bpmn.from-host")
            .Resolves("job").Traces("job job job", "incident job bpmn.from-host", "job job job").Does("job").Ends("ok");

    [Fact]
    public void An_expression_that_fails_is_an_incident_and_can_be_tried_again() =>
        Story.Of(Process().Service("job", "=kind").End("ok").Flow("start job ok")).StuckAt("job", "bpmn.no-value").Resolves("job", new { kind = "mail" }).Waits("job").Does("job").Ends("ok");

    [Fact]
    public void Activities_of_an_ad_hoc_sub_process_run_in_any_order() =>
        Story.Of(Process().Sub("s", s => s.User("a", "b"), kind: "adHocSubProcess").End("ok").Flow("start s ok")).Waits("s-a s-b").Does("s-b").Does("s-a").Ends("ok");

    [Fact]
    public void Activities_of_a_sequential_ad_hoc_sub_process_run_one_by_one() =>
        Story.Of(Process().Sub("s", s => s.User("a", "b"), n => n.Set("ordering", "Sequential"), "adHocSubProcess").End("ok").Flow("start s ok")).Waits("s-a").Does("s-a").Waits("s-b").Does("s-b").Ends("ok");
}
