using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Accept;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Withdraw;
using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Tests.Life;

/// <summary>A case that other agencies, programs, messages and money take part in.</summary>
public sealed class GoodsTests
{
    // The examples by file name: unpaid, without duty, yellow lane, green lane.
    private const int Unpaid = 0, NoDuty = 1, Yellow = 2, Green = 3;

    private static Matter Declared(int example = Yellow) => Matter.Sent(Matter.Goods, "2026-03-02T08:00", example);

    private static Matter Accepted(int example = Yellow)
    {
        var matter = Declared(example);
        return matter.Does(new AcceptCase(matter.Step.Token));
    }

    /// <summary>Everybody has done their part, and the duty is owed.</summary>
    private static Matter Owing()
    {
        var matter = Accepted();
        return matter.Ends("assess").Ends("note").Ends("inspect", Verbs.Approve)
            .Does(new FinishJob(matter.Job("ask").Id, BpmnVariables.Of("response", new JsonObject { ["known"] = true })), Actor.System);
    }

    private static Matter Awaiting(Matter matter) => matter.Pays().Does(new FinishJob(matter.Job("code").Id, BpmnVariables.Of("number", "0100109106")), Actor.System);

    [Fact]
    public void Three_agencies_and_a_program_work_side_by_side_each_in_its_own_queue()
    {
        var matter = Accepted();
        Assert.Equal(["hai-quan/specialist", "thue-dong/specialist"], matter.Case.Work.Select(w => w.Queue.ToString()).Order());
        Assert.Equal(Expectation.Platform, matter.Job("ask").For);
        var tax = Assert.Single(matter.Case.Called);
        Assert.Equal(("tax", "thue-dong"), (tax.Element, tax.Unit));

        matter.Ends("assess");
        Assert.Contains(matter.Case.Work, w => w is { Element: "note", Queue.Unit: "dat-tran" });
        Assert.Equal(["thue-dong", "dat-tran"], matter.Case.Called.Select(c => c.Unit));
        Assert.Equal(["hai-quan", "thue-dong", "dat-tran"], matter.Case.Helpers);
    }

    [Fact]
    public void Ids_are_unique_in_the_whole_case()
    {
        var matter = Accepted();
        matter.Ends("assess");
        var ids = matter.Case.Processes.SelectMany(p => p.Instance.Tokens.Select(t => t.Id).Concat(p.Instance.Scopes.Select(s => s.Id))
            .Concat(p.Instance.Timers.Select(t => t.Id)).Concat(p.Instance.Subscriptions.Select(s => s.Id))).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(matter.Case.Called, called => Assert.Contains(called.Token, ids));
    }

    [Fact]
    public void The_call_ends_when_the_called_process_does_and_its_picture_stays()
    {
        var matter = Accepted();
        matter.Ends("assess").Ends("note");
        Assert.All(matter.Case.Called, c => Assert.Equal(InstanceState.Ended, c.Instance.State));
        Assert.DoesNotContain(matter.Case.Process!.Tokens, t => t.State == TokenState.Call);
        Assert.DoesNotContain(matter.Case.Work, w => w.Queue.Unit is "thue-dong" or "dat-tran");
    }

    [Fact]
    public void Another_agency_acts_on_its_own_step_only()
    {
        var matter = Accepted();
        var inspect = matter.Case.Work.Find(w => w.Element == "inspect")!;
        var taxman = new Actor(ActorKind.Official, "thue", "Người Thuế", new HashSet<QueueKey> { new("thue-dong", "specialist") });
        matter.SeesProblem(CaseProblems.NotYours, new Decide.DecideStep(inspect.Token, Verbs.Approve, null, null), taxman);
        matter.SeesProblem(PayProblems.NothingOwed, new TakePayment(inspect.Token, PaymentWay.Cash, ""), taxman);
    }

    [Fact]
    public void While_money_is_owed_the_applicant_has_the_move_and_the_clock_stands()
    {
        var matter = Owing();
        Assert.Equal(CaseStatus.AwaitingPayment, matter.Case.Status);
        Assert.Equal(25_000, matter.Case.Owed!.Fee!.Amount);
        Assert.Equal((Expectation.Applicant, "payment"), (Expectation.Of(matter.Case)!.Owner, Expectation.Of(matter.Case)!.Event));
        Assert.True(matter.Case.Clock!.IsPaused);
        var promised = matter.Case.AppointedAt;

        matter.Wait(Duration.FromDays(3));
        matter.Pays();
        Assert.Equal(CaseStatus.InProgress, matter.Case.Status);
        Assert.False(matter.Case.Clock!.IsPaused);
        Assert.True(matter.Case.AppointedAt > promised);
        var fee = CaseFacts.Of(matter.Case, matter.Zone)["fee"];
        Assert.Equal("0000001/2023", fee.GetProperty("receipt").GetString());
        Assert.Equal(25_000, fee.GetProperty("amount").GetInt64());
    }

    [Fact]
    public void A_gateway_that_says_it_twice_is_believed_once()
    {
        var matter = Owing();
        var said = new GatewayPaid("GD-1", 25_000, matter.Now, "0000001/2026");
        matter.Does(said, PaymentDesk.Gateway);
        var events = matter.Events.Count;
        matter.Does(said, PaymentDesk.Gateway);
        Assert.Equal(events, matter.Events.Count);
        Assert.Equal("GD-1", Assert.Single(matter.Case.Payments).Reference);
        matter.SeesProblem(PayProblems.NothingOwed, new TakePayment(Owing().Case.Owed!.Id, PaymentWay.Cash, ""), matter.Holder());
    }

    [Theory, InlineData("GD-2", 24_000), InlineData("GD-3", 25_000)]
    public void Money_that_is_not_owed_is_written_down_to_be_given_back(string reference, long amount)
    {
        var matter = Owing();
        if (amount == 25_000) matter.Pays(); // too late: it was paid at the counter
        var status = matter.Case.Status;
        matter.Does(new GatewayPaid(reference, amount, matter.Now, "0000002/2026"), PaymentDesk.Gateway);
        Assert.True(matter.Case.Payments[^1].ToReturn);
        Assert.Equal(status, matter.Case.Status);
        Assert.Equal(GatewayPaid.ToReturn, matter.Case.Escalations[^1].Reason);
    }

    [Fact]
    public void Money_after_the_end_is_not_lost_either()
    {
        var matter = Owing();
        matter.Does(new WithdrawCase(null), Matter.Citizen);
        matter.Does(new GatewayPaid("GD-4", 25_000, matter.Now, "0000003/2026"), PaymentDesk.Gateway);
        Assert.True(Assert.Single(matter.Case.Payments).ToReturn);
        Assert.Equal(CaseStatus.Withdrawn, matter.Case.Status);
    }

    [Fact]
    public void Only_the_counter_of_the_unit_takes_money()
    {
        var matter = Owing();
        foreach (var who in (Actor[])[Matter.Citizen, Actor.System, new(ActorKind.Official, "x", "X", new HashSet<QueueKey> { new("cho-dong", "leader"), new("cho-tay", "counter") })])
            matter.SeesProblem(CaseProblems.NotYours, new TakePayment(matter.Case.Owed!.Id, PaymentWay.Cash, ""), who);
    }

    [Fact]
    public void Nothing_to_pay_passes_at_once()
    {
        var matter = Accepted(NoDuty);
        matter.Ends("assess").Ends("note").Ends("inspect", Verbs.Approve)
            .Does(new FinishJob(matter.Job("ask").Id, BpmnVariables.Of("response", new JsonObject { ["known"] = false })), Actor.System);
        Assert.Null(matter.Case.Owed);
        Assert.NotNull(matter.Job("code"));
        Assert.False(matter.Case.Clock!.IsPaused);
    }

    [Fact]
    public void Not_paid_in_time_the_process_itself_ends_the_case_and_says_why()
    {
        var matter = Owing();
        matter.Wait(Duration.FromDays(31));
        matter.TimePasses();
        Assert.Equal(CaseStatus.Withdrawn, matter.Case.Status);
        Assert.Contains(matter.Events, e => e is CaseWithdrawn { Reason: "Không nộp tiền trong 30 ngày." });
    }

    [Fact]
    public void A_step_that_fails_is_tried_again_after_growing_pauses_and_then_people_take_over()
    {
        var matter = Accepted();
        var job = matter.Job("ask");
        matter.Does(new FailJob(job.Id, "503", false), Actor.System);
        Assert.Equal(matter.Now + Duration.FromSeconds(10), matter.Job("ask").Job!.NextTryAt);
        matter.Does(new FailJob(job.Id, "503", false), Actor.System);
        Assert.Equal(matter.Now + Duration.FromMinutes(1), matter.Job("ask").Job!.NextTryAt);
        matter.Does(new FailJob(job.Id, "503", false), Actor.System);
        Assert.DoesNotContain(matter.Case.Waits, w => w.Element == "ask");
        Assert.Contains(matter.Case.Work, w => w is { Element: "ask-by-hand", Queue: { Unit: "cho-dong", Role: "specialist" } });
        matter.SeesProblem(CaseProblems.StepOver, new FinishJob(job.Id, BpmnVariables.Empty), Actor.System);
    }

    [Fact]
    public void A_plain_no_is_not_asked_again()
    {
        var matter = Accepted();
        matter.Does(new FailJob(matter.Job("ask").Id, "404", true), Actor.System);
        Assert.Contains(matter.Case.Work, w => w.Element == "ask-by-hand");
    }

    [Fact]
    public void A_message_moves_the_case_once_and_a_late_one_is_refused()
    {
        var matter = Awaiting(Owing());
        Assert.Equal("unit:hai-quan", Assert.Single(matter.Case.Waits).For);
        var ship = new MessageArrived("arrived", new JsonObject { ["ship"] = "Sao Biển", ["answers"] = "not yours" }, "m-1");
        matter.SeesProblem(CaseProblems.NotWaitedFor, new MessageArrived("departed", []), Actor.System);
        matter.SeesProblem(CaseProblems.NotWaitedFor, new MessageArrived("fee-paid", []), Actor.System);
        matter.Does(ship, Actor.System);
        Assert.Equal("signature", matter.Step.Element);
        Assert.Equal("Sao Biển", matter.Case.Process!.Variables["ship"].GetString());
        Assert.DoesNotContain("answers", matter.Case.Process.Variables.Keys);
        var version = matter.Case.Version;
        Assert.Equal(version, matter.Does(ship, Actor.System).Case.Version);
        matter.SeesProblem(CaseProblems.NotWaitedFor, new MessageArrived("arrived", [], "m-2"), Actor.System);
    }

    [Fact]
    public void A_silent_sender_is_waited_for_no_longer_than_the_process_says_and_its_leaders_are_told_before()
    {
        var matter = Awaiting(Owing());
        matter.Wait(Duration.FromDays(5));
        matter.TimePasses();
        Assert.Equal("hai-quan/specialist", matter.Case.Escalations[^1].Queue);
        matter.Wait(Duration.FromDays(6));
        matter.TimePasses();
        Assert.Equal("signature", matter.Step.Element);
    }

    [Fact]
    public void The_green_lane_needs_no_hands()
    {
        var matter = Declared(Green);
        Assert.Empty(matter.Case.Work);
        Assert.Equal((Expectation.Platform, "job"), (Expectation.Of(matter.Case)!.Owner, Expectation.Of(matter.Case)!.Event));
        matter.Does(new FinishIssue(matter.Job("clear").Id, matter.Result()), Actor.System);
        Assert.Equal(CaseStatus.Issued, matter.Case.Status);
    }

    [Fact]
    public void A_step_taken_away_while_the_applicant_is_asked_drops_the_question()
    {
        var matter = Accepted();
        var assess = matter.Case.Work.Find(w => w.Element == "assess")!;
        matter.Does(new AskForPapers.AskForPapers(assess.Token, [new AskedItem("value", "Số tiền chưa rõ")], null));
        Assert.Equal(CaseStatus.AwaitingApplicant, matter.Case.Status);
        matter.Does(new FinishJob(matter.Job("ask").Id, BpmnVariables.Of("response", new JsonObject { ["known"] = true })), Actor.System);
        Assert.Equal(CaseStatus.AwaitingApplicant, matter.Case.Status);
        Assert.True(matter.Case.Clock!.IsPaused);
        matter.Answers();
        Assert.Equal(CaseStatus.InProgress, matter.Case.Status);
        Assert.False(matter.Case.Clock!.IsPaused);
    }

    [Fact]
    public void While_one_step_waits_for_the_applicant_the_others_go_on_and_their_times_are_watched()
    {
        var matter = Accepted();
        matter.Does(new FinishJob(matter.Job("ask").Id, BpmnVariables.Of("response", new JsonObject { ["known"] = true })), Actor.System);
        var assess = matter.Case.Work.Find(w => w.Element == "assess")!;
        var inspect = matter.Case.Work.Find(w => w.Element == "inspect")!;
        matter.Does(new AskForPapers.AskForPapers(assess.Token, [new AskedItem("value", "Số tiền chưa rõ")], null));
        matter.SeesProblem(CaseProblems.Waiting, new Decide.DecideStep(assess.Token, Verbs.Done, null, null));
        matter.SeesProblem(CaseProblems.Waiting, new AskForPapers.AskForPapers(inspect.Token, [new AskedItem("value", "Xem lại")], null));

        Assert.Equal(inspect.DueAt, Expectation.NextLook(matter.Case));
        matter.Wait(inspect.DueAt - matter.Now);
        matter.TimePasses();
        Assert.Equal("hai-quan/specialist", matter.Case.Escalations[^1].Queue);
        Assert.DoesNotContain(matter.Case.Escalations, e => e.Queue == assess.Queue.ToString());

        matter.Wait(Duration.FromDays(21));
        while (Expectation.NextLook(matter.Case) <= matter.Now) matter.TimePasses();
        Assert.DoesNotContain(matter.Case.Work, w => w.Element == "inspect");
        Assert.Equal(CaseStatus.AwaitingApplicant, matter.Case.Status);
        Assert.True(matter.Case.Clock!.IsPaused);
        matter.Answers().Ends("assess");
    }

    [Fact]
    public void A_colleague_ends_their_step_while_another_waits_for_the_applicant()
    {
        var matter = Accepted();
        matter.Does(new AskForPapers.AskForPapers(matter.Case.Work.Find(w => w.Element == "assess")!.Token, [new AskedItem("value", "Số tiền chưa rõ")], null));
        matter.Ends("inspect", Verbs.Approve);
        Assert.Equal(CaseStatus.AwaitingApplicant, matter.Case.Status);
        Assert.Equal((Expectation.Applicant, "supplement"), (Expectation.Of(matter.Case)!.Owner, Expectation.Of(matter.Case)!.Event));
    }

    [Fact]
    public void The_replay_is_equal_and_what_was_withdrawn_waits_for_nothing()
    {
        var matter = Awaiting(Owing());
        matter.Does(new WithdrawCase(null), Matter.Citizen);
        Assert.Empty(matter.Case.Waits);
        Assert.Empty(matter.Case.Work);
        Assert.Equal(CaseStore.Write(matter.Case), CaseStore.Write(Evolve.Fold(matter.Events)));
    }
}
