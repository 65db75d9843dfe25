using HaiDang.Cases.Life;
using HaiDang.Cases.Watch;
using HaiDang.Cases.Withdraw;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Tests.Life;

/// <summary>Small stories of one case each, with the hours that the law counts.</summary>
public sealed class LifeTests
{
    [Fact]
    public void The_whole_line_ends_with_the_result()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").At("2023-10-05T09:00").Accepts().Approves().Returns().Approves().Signs();
        Assert.Equal(CaseStatus.Issued, matter.Case.Status);
        Assert.Equal("01/UBND", matter.Case.Result!.Number);
    }

    [Fact]
    public void What_the_specialist_proposes_the_leader_confirms_or_returns()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Accepts().Refuses();
        Assert.Equal((CaseStatus.InProgress, "refusal"), (matter.Case.Status, matter.Step.Element));
        Assert.Equal("Không cư trú tại phường", matter.Case.Proposal!.Reason);
        matter.Returns();
        Assert.Equal("review", matter.Step.Element);
        matter.Refuses().Refuses();
        Assert.Equal("Nghị định 123/2015/NĐ-CP, Điều 21", matter.Case.Refusal!.Law);
    }

    [Fact]
    public void Over_Tet_the_clock_counts_no_day()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-01-19T14:00", Matter.ExamplesOf(Matter.Marital).ToList().FindIndex(e => e.Name.Contains("Tết", StringComparison.Ordinal)));
        matter.At("2023-01-19T15:00").Accepts();
        Assert.Equal(matter.When("2023-01-31T15:00"), matter.Case.AppointedAt);
        Assert.Equal(matter.When("2023-01-27T15:00"), matter.Step.DueAt);
    }

    [Fact]
    public void Asking_stops_the_clock_over_Tet_and_the_answer_starts_it()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-01-18T08:00").At("2023-01-18T09:00").Accepts();
        var promised = matter.Case.AppointedAt;
        matter.At("2023-01-19T09:00").Asks();
        Assert.True(matter.Case.Clock!.IsPaused);
        Assert.Equal((Expectation.Applicant, "supplement"), (Expectation.Of(matter.Case)!.Owner, Expectation.Of(matter.Case)!.Event));
        Assert.Equal(WorkingTime.OfHours(8), matter.Case.Clock.Spent(matter.Calendar, matter.When("2023-01-30T16:00")));

        // Mồng Bốn: the offices are shut, so what is left counts from the first morning after Tết.
        matter.At("2023-01-25T20:00").Answers();
        Assert.True(matter.Case.Clock!.IsRunning);
        Assert.True(matter.Case.AppointedAt > promised);
        Assert.Equal(matter.Calendar.Advance(matter.When("2023-01-27T07:30"), Duration.FromHours(16)), matter.Case.AppointedAt);
        Assert.Equal(matter.When("2023-01-27T17:00"), matter.Step.DueAt);
    }

    [Fact]
    public void A_request_that_nobody_answers_lapses_and_the_official_decides_again()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Accepts().Asks();
        var until = Expectation.NextLook(matter.Case)!.Value;
        Assert.Equal(matter.Case.Asked!.RespondBy, until);
        Assert.Empty(matter.Ask(new WatchCase(), Actor.System).Value);
        matter.Wait(until - matter.Now);
        matter.TimePasses();
        Assert.Equal((CaseStatus.InProgress, true, true), (matter.Case.Status, matter.Case.Asked!.Lapsed, matter.Case.Clock!.IsRunning));
        Assert.Empty(matter.Ask(new WatchCase(), Actor.System).Value);
        matter.Refuses().Refuses();
        Assert.Equal(CaseStatus.Refused, matter.Case.Status);
    }

    [Fact]
    public void A_late_step_goes_up_the_line_once_and_again_day_after_day()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T07:30").At("2023-10-05T17:00").TimePasses();
        Assert.Equal(WatchCase.LateStep, Assert.Single(matter.Case.Escalations).Reason);
        Assert.Empty(matter.Ask(new WatchCase(), Actor.System).Value);
        Assert.Equal(matter.When("2023-10-06T17:00"), Expectation.NextLook(matter.Case));
        matter.At("2023-10-06T17:00").TimePasses();
        Assert.Equal([WatchCase.LateStep, WatchCase.StillLate], matter.Case.Escalations.Select(e => e.Reason));
    }

    [Fact]
    public void A_queue_that_nobody_holds_is_told_at_once_and_its_lateness_is_told_too()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00");
        matter.Does(new TellUnattended(matter.Step.Token), Actor.System);
        Assert.Empty(matter.Ask(new TellUnattended(matter.Step.Token), Actor.System).Value);
        Assert.Equal(matter.Step.DueAt, Expectation.NextLook(matter.Case));
        matter.Wait(matter.Step.DueAt - matter.Now);
        matter.TimePasses();
        Assert.Equal([TellUnattended.NobodyHolds, WatchCase.LateStep], matter.Case.Escalations.Select(e => e.Reason));
    }

    [Fact]
    public void A_missed_appointed_time_gives_an_apology_a_new_time_and_word_up_the_line()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Accepts();
        var missed = matter.Case.AppointedAt!.Value;
        matter.Wait(missed - matter.Now);
        matter.TimePasses();
        var apology = Assert.Single(matter.Case.Apologies);
        Assert.Equal(missed, apology.Missed);
        Assert.Equal(matter.Calendar.Add(missed, matter.Service.ApologyTime), apology.NewAppointment);
        Assert.Equal(apology.NewAppointment, matter.Case.AppointedAt);
        Assert.NotEmpty(matter.Case.Escalations);
        Assert.Empty(matter.Ask(new WatchCase(), Actor.System).Value);
    }

    [Fact]
    public void After_an_apology_a_pause_moves_the_new_promise_and_never_brings_back_the_old_one()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Accepts();
        matter.Wait(matter.Case.AppointedAt!.Value - matter.Now);
        matter.TimePasses();
        var promise = matter.Case.AppointedAt;
        matter.Asks();
        matter.Wait(Duration.FromDays(7));
        matter.Answers();
        Assert.True(matter.Case.AppointedAt > promise);
        Assert.Empty(matter.Ask(new WatchCase(), Actor.System).Value);
    }

    [Fact]
    public void The_applicant_takes_the_case_back_and_nothing_is_left_to_do()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Accepts().Asks().Does(new WithdrawCase(" Không cần nữa "), Matter.Citizen);
        Assert.Equal(CaseStatus.Withdrawn, matter.Case.Status);
        Assert.Empty(matter.Case.Work);
        Assert.Null(Expectation.NextLook(matter.Case));
    }

    [Theory]
    [InlineData("{unit.identifier}-{date:yyMMdd}-{serial:4}", "000.00.15.H24-231005-0001")]
    [InlineData("{serial}/{unit.identifier}/{date}", "1/000.00.15.H24/231005")]
    [InlineData("HS{serial:6}", "HS000001")]
    public void Numbers_follow_the_citys_pattern(string pattern, string number) =>
        Assert.Equal(number, CaseNumbers.Fill(pattern, "000.00.15.H24", new LocalDate(2023, 10, 5), 1));
}
