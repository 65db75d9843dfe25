using HaiDang.Cases.Accept;
using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Life;
using HaiDang.Cases.MarkPart;
using HaiDang.Cases.Rate;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Withdraw;
using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Tests.Life;

/// <summary>Every rule says no for its reason, and then nothing has changed.</summary>
public sealed class RefusalTests
{
    private static Matter Sent => Matter.Sent(Matter.Marital, "2023-10-05T08:00");

    [Fact]
    public void A_refusal_needs_its_reason_and_its_law()
    {
        var matter = Sent;
        var token = matter.Step.Token;
        matter.SeesProblem(CaseProblems.ReasonNeeded, new DecideStep(token, Verbs.Refuse, " ", "Điều 21"), field: "reason");
        matter.SeesProblem(CaseProblems.LawNeeded, new DecideStep(token, Verbs.Refuse, "Không cư trú ở đây", null), field: "law");
        Assert.Equal(2, matter.Ask(new DecideStep(token, Verbs.Refuse, "", ""), matter.Holder()).Problems.Count);
        matter.SeesProblem(CaseProblems.TooLong, new DecideStep(token, Verbs.Refuse, new string('a', CaseProblems.LongestReason + 1), "Điều 21"), field: "reason");
    }

    [Fact]
    public void A_return_needs_its_reason()
    {
        var matter = Sent.Accepts().Approves();
        matter.SeesProblem(CaseProblems.ReasonNeeded, new DecideStep(matter.Step.Token, Verbs.Return, null, null), field: "reason");
    }

    [Fact]
    public void Only_who_holds_the_key_may_do_the_work()
    {
        var matter = Sent;
        var token = matter.Step.Token;
        var stranger = new Actor(ActorKind.Official, "xa", "Người Xa", new HashSet<QueueKey> { matter.Step.Queue with { Role = "leader" } });
        foreach (var who in (Actor[])[stranger, Matter.Citizen, Actor.System])
        {
            matter.SeesProblem(CaseProblems.NotYours, new AcceptCase(token), who);
            matter.SeesProblem(CaseProblems.NotYours, new ClaimWork(token), who);
            matter.SeesProblem(CaseProblems.NotYours, new MarkOnePart(token, "divorce", true, null), who);
            matter.SeesProblem(CaseProblems.NotYours, new AskForPapers.AskForPapers(token, [new AskedItem("divorce", "mờ")], null), who);
            matter.SeesProblem(CaseProblems.NotYours, new DecideStep(token, Verbs.Refuse, "a", "b"), who);
        }
    }

    [Fact]
    public void What_one_has_taken_another_may_not_do()
    {
        var matter = Sent;
        var (first, second) = (matter.Holder("mai", "Phạm Thử Mai"), matter.Holder());
        matter.Claims(first);
        var token = matter.Step.Token;
        matter.SeesProblem(CaseProblems.ClaimedByOther, new ClaimWork(token), second);
        matter.SeesProblem(CaseProblems.ClaimedByOther, new ReleaseWork(token), second);
        matter.SeesProblem(CaseProblems.ClaimedByOther, new AcceptCase(token), second);
        matter.SeesProblem(CaseProblems.ClaimedByOther, new MarkOnePart(token, "divorce", true, null), second);
        Assert.Empty(matter.Ask(new ClaimWork(token), first).Value);
        matter.Does(new ReleaseWork(token), first).Claims(second).Does(new AcceptCase(token), second);
        Assert.Equal(second.Id, matter.Case.AcceptedBy);
    }

    [Fact]
    public void A_step_offers_only_its_own_verbs()
    {
        var matter = Sent;
        matter.SeesProblem(CaseProblems.NotAllowedHere, new SignResult(matter.Step.Token, matter.Result()));
        matter.SeesProblem(CaseProblems.NotAllowedHere, new DecideStep(matter.Step.Token, Verbs.Approve, null, null));
        matter.SeesProblem(CaseProblems.NotAllowedHere, new DecideStep(matter.Step.Token, Verbs.Accept, null, null));
        matter.Accepts();
        matter.SeesProblem(CaseProblems.NotAllowedHere, new AcceptCase(matter.Step.Token));
    }

    [Fact]
    public void A_step_is_done_once()
    {
        var matter = Sent;
        var reception = matter.Step.Token;
        matter.Accepts();
        matter.SeesProblem(CaseProblems.StepOver, new AcceptCase(reception));
        matter.SeesProblem(CaseProblems.StepOver, new ClaimWork(reception));
        matter.SeesProblem(CaseProblems.StepOver, new ReleaseWork(reception));
    }

    [Fact]
    public void While_the_applicant_is_asked_nobody_decides()
    {
        var matter = Sent.Asks();
        var token = matter.Step.Token;
        matter.SeesProblem(CaseProblems.Waiting, new AcceptCase(token));
        matter.SeesProblem(CaseProblems.Waiting, new DecideStep(token, Verbs.Refuse, "a", "b"));
        matter.SeesProblem(CaseProblems.Waiting, new AskForPapers.AskForPapers(token, [new AskedItem("divorce", "mờ")], null));
        matter.Answers();
        matter.SeesProblem(CaseProblems.NotWaiting, new AnswerSupplement(matter.Case.Answers, matter.Case.Files), Matter.Citizen);
    }

    [Fact]
    public void Asking_names_what_is_asked_and_why()
    {
        var matter = Sent;
        var token = matter.Step.Token;
        matter.SeesProblem(CaseProblems.NothingAsked, new AskForPapers.AskForPapers(token, [], null), field: "asked");
        matter.SeesProblem(CaseProblems.NothingAsked, new AskForPapers.AskForPapers(token, [new AskedItem("khong-co", "mờ")], null), field: "asked.khong-co");
        matter.SeesProblem(CaseProblems.ReasonNeeded, new AskForPapers.AskForPapers(token, [new AskedItem("divorce", "")], null), field: "reason.divorce");
        matter.SeesProblem(CaseProblems.ReasonNeeded, new MarkOnePart(token, "divorce", false, null), field: "reason");
        matter.SeesProblem(CaseProblems.StepOver, new MarkOnePart(token, "khong-co", true, null), field: "part");
    }

    [Fact]
    public void A_case_whose_result_is_out_is_no_longer_withdrawn_while_other_agencies_still_work()
    {
        var matter = Sent.Accepts();
        var result = new IssuedResult("01", new LocalDate(2023, 10, 6), "Giấy chứng nhận", "", "", "example", "", "", matter.Now, null);
        var signed = Evolve.After(matter.Case, new ResultIssued(result));
        Assert.True(signed.Open);
        Assert.True(new WithdrawCase(null).Decide(matter.Case, matter.Setting, Matter.Citizen).Ok);
        Assert.Equal(CaseProblems.ResultIsOut, Assert.Single(new WithdrawCase(null).Decide(signed, matter.Setting, Matter.Citizen).Problems).Type);
    }

    [Fact]
    public void A_closed_case_takes_nothing_more_but_one_rating()
    {
        var matter = Sent;
        matter.SeesProblem(CaseProblems.NotClosed, new RateCase(5, null), Matter.Citizen);
        var token = matter.Step.Token;
        matter.Refuses();
        Assert.Equal(CaseStatus.Refused, matter.Case.Status);
        matter.SeesProblem(CaseProblems.Closed, new AcceptCase(token));
        matter.SeesProblem(CaseProblems.Closed, new ClaimWork(token));
        matter.SeesProblem(CaseProblems.Closed, new WithdrawCase(null), Matter.Citizen);
        matter.SeesProblem(CaseProblems.NotWaiting, new AnswerSupplement(matter.Case.Answers, matter.Case.Files), Matter.Citizen);
        matter.SeesProblem(CaseProblems.BadStars, new RateCase(0, null), Matter.Citizen, "stars");
        matter.SeesProblem(CaseProblems.BadStars, new RateCase(6, null), Matter.Citizen, "stars");
        matter.SeesProblem(CaseProblems.TooLong, new RateCase(5, new string('a', RateCase.LongestWords + 1)), Matter.Citizen, "words");
        matter.Does(new RateCase(4, " Nhanh "), Matter.Citizen);
        Assert.Equal("Nhanh", matter.Case.Rating!.Words);
        matter.SeesProblem(CaseProblems.RatedAlready, new RateCase(5, null), Matter.Citizen);
    }
}
