using HaiDang.Cases.Life;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Tests.Life;

/// <summary>A typhoon closes the offices while cases are open: their due times move by what was lost, and no more.</summary>
public sealed class RecomputeTests
{
    private const string Typhoon = "Bão số 3";

    private static WorkingCalendar With(WorkingCalendar calendar, int month, int day) => WorkingCalendar.Create(calendar.Rules with
    {
        Closures = [new Closure(new LocalDateTime(2023, month, day, 0, 0), new LocalDateTime(2023, month, day, 0, 0).PlusDays(1), new LocalText(Typhoon, "Typhoon"))],
    }).Value;

    [Fact]
    public void Reception_due_and_its_step_move_together()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T15:00");
        var (before, after) = (matter.When("2023-10-06T15:00"), matter.When("2023-10-09T15:00"));
        Assert.Equal((before, before), (matter.Case.ReceptionDue, matter.Step.DueAt));
        matter.Calendar = With(matter.Calendar, 10, 6);
        matter.Does(new RecomputeDue(Typhoon), Actor.System);
        Assert.Equal((after, after), (matter.Case.ReceptionDue, matter.Step.DueAt));
        Assert.Equal(Typhoon, Assert.IsType<DueRecomputed>(matter.Events[^1]).Reason);
    }

    [Fact]
    public void The_appointed_time_moves_by_the_lost_day_and_is_not_moved_twice()
    {
        var matter = Matter.Sent(Matter.Stall, "2026-03-02T08:00").Accepts();
        var promised = matter.Case.AppointedAt!.Value;
        var rules = matter.Calendar.Rules;
        var shut = promised.InZone(matter.Zone).Date;
        matter.Calendar = WorkingCalendar.Create(rules with { Holidays = [.. rules.Holidays, new Holiday(shut, shut, new LocalText("Nghỉ bù", "Day off"))] }).Value;
        matter.Does(new RecomputeDue("Nghỉ bù"), Actor.System);
        Assert.Equal(promised + Duration.FromDays(1), matter.Case.AppointedAt);
        Assert.Empty(matter.Ask(new RecomputeDue("Nghỉ bù"), Actor.System).Value);
    }

    [Fact]
    public void A_day_long_past_or_far_ahead_changes_nothing()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Accepts();
        var calendar = matter.Calendar;
        foreach (var (month, day) in ((int, int)[])[(9, 20), (12, 20)])
        {
            matter.Calendar = With(calendar, month, day);
            Assert.Empty(matter.Ask(new RecomputeDue(Typhoon), Actor.System).Value);
        }
    }

    [Fact]
    public void A_step_that_began_again_after_an_answer_is_counted_from_the_answer()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-02T08:00").Accepts().Asks().At("2023-10-10T09:00").Answers();
        Assert.Empty(matter.Ask(new RecomputeDue(Typhoon), Actor.System).Value);
        matter.Calendar = With(matter.Calendar, 10, 11);
        matter.Does(new RecomputeDue(Typhoon), Actor.System);
        Assert.Equal(matter.When("2023-10-12T09:00"), matter.Step.DueAt);
    }

    [Fact]
    public void While_the_applicant_is_asked_the_promise_rests()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Accepts().Asks();
        var (promised, until) = (matter.Case.AppointedAt, matter.Case.Asked!.RespondBy);
        matter.Calendar = With(matter.Calendar, 10, 6);
        var decided = matter.Ask(new RecomputeDue(Typhoon), Actor.System);
        if (decided.Value is [DueRecomputed moved]) Assert.Equal((promised, 0), (moved.AppointedAt, moved.WorkDue.Count));
        Assert.Equal(until, Expectation.NextLook(matter.Case));
    }

    [Fact]
    public void A_closed_case_is_left_alone()
    {
        var matter = Matter.Sent(Matter.Marital, "2023-10-05T08:00").Refuses();
        matter.Calendar = With(matter.Calendar, 10, 5);
        Assert.Empty(matter.Ask(new RecomputeDue(Typhoon), Actor.System).Value);
    }

    [Fact]
    public void What_changed_in_the_calendar_is_told_by_name()
    {
        var rules = Folder.HaiPhong.City.Calendar.Rules;
        var before = CalendarLines.Of(rules);
        Assert.Equal(before, CalendarLines.Of(rules with { Holidays = [.. rules.Holidays.Reverse()] }));
        Assert.Equal($"Lịch làm việc thay đổi: {Typhoon}.", CalendarLines.Reason(before, CalendarLines.Of(With(Folder.HaiPhong.City.Calendar, 10, 6).Rules)));
        Assert.Equal("Giờ làm việc thay đổi.", CalendarLines.Reason(before, CalendarLines.Of(rules with { CutOff = new LocalTime(15, 0) })));
    }
}
