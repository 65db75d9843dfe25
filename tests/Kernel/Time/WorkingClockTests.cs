using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Kernel;
using HaiDang.Testing;
using NodaTime;
using static HaiDang.Kernel.Tests.Time.Calendars;

namespace HaiDang.Kernel.Tests.Time;

public sealed class WorkingClockTests
{
    private static readonly WorkingClock Three = WorkingClock.Start(At("2026-03-02 09:00"), WorkingTime.OfDays(3));

    [Fact]
    public void Runs_until_its_limit()
    {
        Assert.Equal("2026-03-05 09:00", Local(Three.Due(Office)!.Value));
        Assert.Equal("PT8H", Three.Spent(Office, At("2026-03-03 09:00")).ToString());
        Assert.Equal("PT16H", Three.Left(Office, At("2026-03-03 09:00")).ToString());
        Assert.Equal(WorkingTime.Zero, Three.Spent(Office, At("2026-03-01 09:00")));
        Assert.False(Three.IsOverdue(Office, At("2026-03-05 09:00")));
        Assert.True(Three.IsOverdue(Office, At("2026-03-05 09:01")));
    }

    [Fact]
    public void Stands_while_the_applicant_is_waited_for()
    {
        var paused = Three.Pause(At("2026-03-03 14:00"), "supplement").Value;
        Assert.True(paused.IsPaused);
        Assert.Null(paused.Due(Office));
        Assert.Equal("PT11H30M", paused.Spent(Office, At("2026-12-01 09:00")).ToString());

        var resumed = paused.Resume(At("2026-03-13 10:00")).Value;
        Assert.True(resumed.IsRunning);
        Assert.Equal("2026-03-16 16:00", Local(resumed.Due(Office)!.Value)); // 12.5 h left: 5.5 on Friday, 7 on Monday
        Assert.Equal("PT12H30M", resumed.Left(Office, At("2026-03-13 10:00")).ToString());
    }

    [Fact]
    public void A_limit_used_up_before_a_pause_stays_due_when_it_was()
    {
        var late = Three.Pause(At("2026-03-06 09:00"), "supplement").Value;
        Assert.Equal("2026-03-05 09:00", Local(late.Due(Office)!.Value));
        Assert.Equal("-PT8H", late.Left(Office, At("2026-04-01 09:00")).ToString());
        Assert.Equal("2026-03-06 09:00", Local(late.Extend(WorkingTime.OfDays(1)).Value.Due(Office)!.Value));
    }

    [Fact]
    public void Ends_for_good()
    {
        var ended = Three.End(At("2026-03-03 09:00")).Value;
        Assert.Null(ended.Due(Office));
        Assert.Equal("PT8H", ended.Spent(Office, At("2027-03-03 09:00")).ToString());
        Assert.Equal("kernel.clock-ended", ended.Pause(At("2026-03-04 09:00"), "x").Problems[0].Type.Code);
        Assert.Equal("kernel.clock-ended", ended.Extend(WorkingTime.OfDays(1)).Problems[0].Type.Code);
    }

    [Fact]
    public void Refuses_what_cannot_have_happened()
    {
        Assert.Equal("kernel.clock-backwards", Three.Pause(At("2026-03-01 09:00"), "x").Problems[0].Type.Code);
        Assert.Equal("kernel.clock-running", Three.Resume(At("2026-03-03 09:00")).Problems[0].Type.Code);
        var paused = Three.Pause(At("2026-03-03 09:00"), "x").Value;
        Assert.Equal("kernel.clock-not-running", paused.Pause(At("2026-03-04 09:00"), "x").Problems[0].Type.Code);
        Assert.Equal("kernel.clock-backwards", paused.Resume(At("2026-03-03 08:59")).Problems[0].Type.Code);
    }

    [Fact]
    public void A_typhoon_day_moves_the_due_time_of_a_running_clock()
    {
        var stormy = WorkingCalendar.Create(Rules with
        {
            Closures = [.. Rules.Closures, new(Day("2026-03-04").AtMidnight(), Day("2026-03-05").AtMidnight(), new("Bão", "Typhoon"))],
        }).Value;
        Assert.Equal("2026-03-06 09:00", Local(Three.Due(stormy)!.Value));
    }

    [Fact]
    public void After_the_cut_off_it_counts_from_the_next_day()
    {
        var strict = WorkingCalendar.Create(Rules with { CutOff = new LocalTime(0, 0) }).Value;
        Assert.Equal("2026-03-05 17:00", Local(Three.Due(strict)!.Value));
        Assert.True(Three.Spent(strict, At("2026-03-02 17:00")).IsZero);
        Assert.False(Three.Pause(At("2026-03-02 10:00"), "same day").Value.Spent(strict, At("2026-03-10 09:00")).Hours != Duration.Zero);
    }

    [Fact]
    public void Survives_JSON()
    {
        var clock = Three.Pause(At("2026-03-03 14:00"), "chờ bổ sung").Value.Resume(At("2026-03-13 10:00")).Value;
        var json = JsonSerializer.Serialize(clock, KernelJson.Options);
        Assert.Contains("\"limit\":\"P3D\"", json);
        Assert.Contains("\"started\":\"2026-03-02T02:00:00Z\"", json);
        Assert.Contains("chờ bổ sung", json);
        Assert.Equal(clock, JsonSerializer.Deserialize<WorkingClock>(json, KernelJson.Options));
    }

    [Fact]
    public void Whatever_happens_it_never_runs_backwards_and_its_due_time_tells_the_truth()
    {
        var lives =
            from cutOff in Gen.Elements<LocalTime?>(null, new LocalTime(0, 0), new LocalTime(15, 0))
            from days in Gen.Choose(0, 5)
            from acts in Gen.ListOf(from kind in Gen.Choose(0, 9) from minutes in Gen.Choose(-60, 3000) select (kind, minutes))
            select (cutOff, days, acts: acts.ToList());

        Check.One(Trials.Of(500), Prop.ForAll(lives.ToArbitrary(), life =>
        {
            var calendar = WorkingCalendar.Create(Rules with { CutOff = life.cutOff }).Value;
            var now = At("2026-02-10 08:00");
            var clock = WorkingClock.Start(now, WorkingTime.OfDays(life.days) + WorkingTime.OfHours(2));
            var spent = Duration.Zero;
            foreach (var (kind, minutes) in life.acts)
            {
                var at = now + Duration.FromMinutes(minutes);
                var next = kind switch { 0 => clock.End(at), 1 => clock.Extend(WorkingTime.OfHours(1)), < 6 => clock.Pause(at, "x"), _ => clock.Resume(at) };
                if (next.Ok && at >= now) clock = next.Value; // a back-dated act may rightly take time back
                now = Instant.Max(now, at);
                var spentNow = clock.Spent(calendar, now).Hours;
                if (spentNow < spent) return false;
                spent = spentNow;
                if (clock.Due(calendar) is { } due)
                {
                    if (clock.Left(calendar, due).Hours != Duration.Zero) return false;
                    if (due < now && clock.IsRunning && clock.Left(calendar, now).Hours > Duration.Zero) return false;
                }
                else if (clock.IsRunning || clock.Left(calendar, now).Hours <= Duration.Zero) return false;
            }
            return true;
        }));
    }
}
