using HaiDang.Kernel;
using NodaTime;
using static HaiDang.Kernel.Tests.Time.Calendars;

namespace HaiDang.Kernel.Tests.Time;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-03-02 09:00", "P3D", "2026-03-05 09:00")] // Monday keeps its clock time on Thursday
    [InlineData("2026-03-05 15:00", "P1D", "2026-03-06 15:00")]
    [InlineData("2026-03-06 15:00", "P1D", "2026-03-09 15:00")] // over a weekend
    [InlineData("2026-03-06 18:20", "PT4H", "2026-03-09 11:30")] // lodged in the evening, due when the morning closes
    [InlineData("2026-03-07 10:00", "PT1H", "2026-03-09 08:30")] // lodged on a Saturday
    [InlineData("2026-03-04 12:10", "PT30M", "2026-03-04 13:30")] // lodged at lunch
    [InlineData("2026-03-04 10:30", "PT4H", "2026-03-04 16:00")] // lunch is not counted
    [InlineData("2026-03-04 07:30", "P1D", "2026-03-04 17:00")] // a whole day from its opening ends at its closing
    [InlineData("2026-03-02 09:00", "P1DT4H", "2026-03-03 14:30")]
    [InlineData("2026-02-12 15:00", "P1D", "2026-02-24 09:30")] // the half-day gives 4 h, then Tết and the bridge day
    [InlineData("2026-02-13 11:00", "PT1H", "2026-02-24 08:00")]
    [InlineData("2026-02-27 16:00", "PT2H", "2026-02-28 08:30")] // the Saturday that pays for the bridge day
    [InlineData("2026-02-28 16:00", "PT2H", "2026-03-02 08:30")]
    [InlineData("2026-09-09 10:30", "PT2H", "2026-09-10 14:00")] // typhoon: from noon to noon nobody works
    [InlineData("2026-12-31 16:00", "PT2H", "2027-01-04 08:30")] // across the year, New Year's Day and a weekend
    [InlineData("2026-03-04 17:00", "PT1H", "2026-03-05 08:30")] // lodged at the moment of closing
    [InlineData("2026-03-04 09:00", "PT0S", "2026-03-04 09:00")]
    [InlineData("2026-03-04 20:00", "PT0S", "2026-03-05 07:30")]
    public void Adds_working_time(string start, string amount, string due) =>
        Assert.Equal(due, Local(Office.Add(At(start), Amount(amount))));

    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-05 09:00", "PT24H")]
    [InlineData("2026-02-13 07:30", "2026-02-24 07:30", "PT4H")]
    [InlineData("2026-03-07 00:00", "2026-03-08 23:59", "PT0S")]
    [InlineData("2026-03-05 09:00", "2026-03-02 09:00", "-PT24H")]
    [InlineData("2026-09-09 07:30", "2026-09-10 17:00", "PT8H")]
    public void Measures_working_time(string from, string to, string amount) =>
        Assert.Equal(amount, Office.Between(At(from), At(to)).ToString());

    [Theory]
    [InlineData("15:00", "2026-03-02 14:59", "P1D", "2026-03-03 14:59")]
    [InlineData("15:00", "2026-03-02 15:00", "P1D", "2026-03-03 17:00")] // counted from Tuesday's opening
    [InlineData("15:00", "2026-03-06 16:00", "P1D", "2026-03-09 17:00")]
    [InlineData("15:00", "2026-03-06 16:00", "PT2H", "2026-03-09 08:30")] // hours begin at once
    [InlineData("15:00", "2026-03-07 16:00", "P1D", "2026-03-09 17:00")] // a Saturday is no working day: one night, not two
    [InlineData("00:00", "2026-03-02 09:00", "P3D", "2026-03-05 17:00")] // the first day is not counted
    [InlineData("00:00", "2026-03-06 09:00", "P1D", "2026-03-09 17:00")]
    public void The_cut_off_moves_a_limit_in_days_to_the_next_working_day(string cutOff, string start, string amount, string due)
    {
        var calendar = WorkingCalendar.Create(Rules with { CutOff = Hours($"{cutOff}-23:59")[0].From }).Value;
        Assert.Equal(due, Local(calendar.Add(At(start), Amount(amount))));
    }

    [Theory]
    [InlineData("2026-03-05 09:00", "P1D", "2026-03-04 09:00")]
    [InlineData("2026-03-09 08:00", "PT1H", "2026-03-06 16:30")]
    [InlineData("2026-02-24 09:30", "P1D", "2026-02-12 15:00")]
    [InlineData("2026-03-07 09:00", "PT0S", "2026-03-06 17:00")]
    public void Looks_back_for_reminders(string end, string amount, string start) =>
        Assert.Equal(start, Local(Office.Before(At(end), Amount(amount))));

    [Fact]
    public void Saturday_mornings_of_the_week_count_as_half_days()
    {
        var town = WorkingCalendar.Create(Rules with
        {
            Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingInterval>>(Rules.Week) { [IsoDayOfWeek.Saturday] = Hours("07:30-11:30") },
        }).Value;
        Assert.Equal(Duration.FromHours(8), town.StandardDay);
        Assert.Equal("2026-03-09 09:00", Local(town.Add(At("2026-03-06 14:30"), Amount("P1D")))); // 2.5 h on Friday, 4 on Saturday, 1.5 on Monday
    }

    [Fact]
    public void Knows_openings_and_closings()
    {
        Assert.True(Office.IsWorking(At("2026-03-04 07:30")));
        Assert.False(Office.IsWorking(At("2026-03-04 17:00")));
        Assert.False(Office.IsWorking(At("2026-02-17 09:00")));
        Assert.True(Office.IsWorking(At("2026-02-28 09:00")));
        Assert.Equal("2026-02-24 07:30", Local(Office.NextOpening(At("2026-02-14 09:00"))));
        Assert.Equal("2026-03-04 09:00", Local(Office.NextOpening(At("2026-03-04 09:00"))));
        Assert.Equal("2026-09-10 13:00", Local(Office.NextOpening(At("2026-09-09 12:00"))));
    }

    [Fact]
    public void Says_why_a_day_is_not_ordinary()
    {
        Assert.Equal("Tết Nguyên đán", Office.Day(Day("2026-02-18")).Name!.Vi);
        Assert.Equal(DayKind.Holiday, Office.Day(Day("2026-02-18")).Kind);
        Assert.Equal(DayKind.Swapped, Office.Day(Day("2026-02-28")).Kind);
        Assert.Equal(DayKind.Short, Office.Day(Day("2026-02-13")).Kind);
        var typhoon = Office.Day(Day("2026-09-09"));
        Assert.Equal(DayKind.Closed, typhoon.Kind);
        Assert.Equal(Hours("07:30-11:30"), typhoon.Hours);
        Assert.Equal(DayKind.Ordinary, Office.Day(Day("2026-03-07")).Kind);
        Assert.Empty(Office.Day(Day("2026-03-07")).Hours);
    }

    [Fact]
    public void A_closure_in_the_middle_of_the_morning_parts_it()
    {
        var flooded = WorkingCalendar.Create(Rules with
        {
            Closures = [new(Day("2026-03-04").At(new(9, 0)), Day("2026-03-04").At(new(10, 0)), new("Ngập", "Flood"))],
        }).Value;
        Assert.Equal(Hours("07:30-09:00", "10:00-11:30", "13:00-17:00"), flooded.Day(Day("2026-03-04")).Hours);
        Assert.Equal("2026-03-04 10:30", Local(flooded.Add(At("2026-03-04 08:00"), Amount("PT1H30M"))));
    }

    [Fact]
    public void Says_for_which_years_the_holidays_are_known()
    {
        Assert.True(Office.Covers(Day("2027-12-31")));
        Assert.False(Office.Covers(Day("2028-01-01")));
        Assert.True(Office.Covers(At("2026-01-01 00:30"))); // local year, although still 2025 in UTC
        Assert.Equal("2028-03-06 09:00", Local(Office.Add(At("2028-03-03 09:00"), Amount("P1D")))); // still computes
    }

    [Fact]
    public void Refuses_rules_that_contradict_themselves_all_at_once()
    {
        var made = WorkingCalendar.Create(new()
        {
            Zone = "Asia/Hai_Phong",
            Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingInterval>> { [IsoDayOfWeek.Monday] = Hours("13:00-17:00", "07:30-11:30") },
            Holidays =
            [
                new(Day("2026-02-20"), Day("2026-02-16"), new("Tết", "Tet")),
                new(Day("2026-04-30"), Day("2026-05-01"), new("Lễ", "Feast")),
                new(Day("2026-05-01"), Day("2026-05-01"), new("Quốc tế Lao động", "Labour Day")),
            ],
            SwappedDays = [new(Day("2026-05-02"), IsoDayOfWeek.None, new("Bù", "Swap"))],
            Closures = [new(Day("2026-09-09").At(new(12, 0)), Day("2026-09-09").At(new(12, 0)), new("Bão", "Typhoon"))],
            StandardDay = Duration.Zero,
        });
        Assert.Equal(
            [
                "kernel.calendar-unknown-zone", "kernel.calendar-hours-out-of-order", "kernel.calendar-bad-standard-day",
                "kernel.calendar-period-backwards", "kernel.calendar-day-twice", "kernel.calendar-not-a-weekday", "kernel.calendar-period-backwards",
            ],
            made.Problems.Select(p => p.Type.Code));
        Assert.Contains("thứ Hai", made.Problems[1].Sentence.Vi);
        Assert.Contains("01/05/2026", made.Problems[4].Sentence.Vi);
    }

    [Fact]
    public void Refuses_a_week_without_hours() => Assert.Equal("kernel.calendar-no-hours",
        WorkingCalendar.Create(Rules with { Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingInterval>>() }).Problems.Single().Type.Code);
}
