using FsCheck;
using FsCheck.Fluent;
using HaiDang.Kernel;
using HaiDang.Testing;
using NodaTime;
using static HaiDang.Kernel.Tests.Time.Calendars;

namespace HaiDang.Kernel.Tests.Time;

/// <summary>What must hold for every calendar that can be written, every moment and every amount.</summary>
public sealed class CalendarProperties
{
    private sealed record Scene(WorkingCalendar Calendar, Instant Start, Duration A, Duration B)
    {
        public override string ToString() => $"{Local(Start)} +{A} +{B}, cut-off {Calendar.Rules.CutOff}, " +
            $"{Calendar.Rules.Holidays.Count} holidays, {Calendar.Rules.ShortDays.Count} short, {Calendar.Rules.Closures.Count} closures";
    }

    private static readonly LocalText Why = new("Thử", "Trial");

    private static Gen<IReadOnlyList<WorkingInterval>> DayHours => Gen.Elements(
        FullDay, Hours("07:30-11:30"), Hours("08:00-12:00", "13:30-17:00"), Hours("00:00-23:59"), Hours("06:00-06:01", "22:00-23:30"));

    private static Gen<LocalDate> Date => Gen.Choose(0, 720).Select(d => new LocalDate(2025, 12, 1).PlusDays(d));

    private static Gen<WorkingCalendar> Calendar =>
        from days in Gen.SubListOf(Enumerable.Range(1, 7))
        from hours in Gen.ArrayOf(DayHours, 7)
        from holidays in Gen.ListOf(from d in Date from n in Gen.Choose(0, 9) select (d, n))
        from shortDays in Gen.ListOf(from d in Date from h in DayHours select new ShortDay(d, h, Why))
        from swaps in Gen.ListOf(from d in Date from w in Gen.Choose(1, 7) select new SwappedDay(d, (IsoDayOfWeek)w, Why))
        from closures in Gen.ListOf(from d in Date from h in Gen.Choose(0, 1439) from n in Gen.Choose(1, 4000)
                                    select new Closure(d.AtMidnight().PlusMinutes(h), d.AtMidnight().PlusMinutes(h + n), Why))
        from cutOff in Gen.Elements<LocalTime?>(null, new LocalTime(0, 0), new LocalTime(15, 0))
        select WorkingCalendar.Create(new()
        {
            Zone = "Asia/Ho_Chi_Minh",
            Week = days.Append(3).Distinct().ToDictionary(d => (IsoDayOfWeek)d, d => hours[d - 1]),
            Holidays = [.. holidays.Aggregate(new List<Holiday>(), (kept, h) =>
            {
                var holiday = new Holiday(h.d, h.d.PlusDays(h.n), Why);
                if (kept.All(k => k.To < holiday.From || k.From > holiday.To)) kept.Add(holiday);
                return kept;
            })],
            ShortDays = [.. shortDays.DistinctBy(s => s.Date)],
            SwappedDays = [.. swaps.DistinctBy(s => s.Date)],
            Closures = [.. closures],
            StandardDay = Duration.FromHours(8),
            CutOff = cutOff,
        }).Value;

    private static Gen<Instant> Moment => Gen.Choose(0, 700 * 24 * 60).Select(m => At("2026-01-01 00:00") + Duration.FromMinutes(m));

    private static Gen<Duration> Amount => Gen.Choose(0, 60 * 60).Select(m => Duration.FromMinutes(m));

    private static Arbitrary<Scene> Scenes =>
        (from c in Calendar from s in Moment from a in Amount from b in Amount select new Scene(c, s, a, b)).ToArbitrary();

    private static void Holds(Func<Scene, bool> law) =>
        Check.One(Trials.Of(400), Prop.ForAll(Scenes, law));

    private static bool Within(WorkingCalendar c, Instant at) => c.IsWorking(at) || c.IsWorking(at - Duration.FromNanoseconds(1));

    [Fact]
    public void Adding_hours_and_measuring_gives_them_back() =>
        Holds(s => s.Calendar.Between(s.Start, s.Calendar.Add(s.Start, WorkingTime.Of(s.A))).Hours == s.A);

    [Fact]
    public void Adding_days_and_measuring_from_where_they_count_gives_them_back() => Holds(s =>
    {
        var limit = WorkingTime.OfDays((int)s.A.TotalHours % 20 + 1) + WorkingTime.Of(s.B);
        return s.Calendar.Between(s.Calendar.CountsFrom(s.Start, limit), s.Calendar.Add(s.Start, limit)).Hours == s.Calendar.InHours(limit);
    });

    [Fact]
    public void What_is_due_is_never_outside_working_time() =>
        Holds(s => Within(s.Calendar, s.Calendar.Add(s.Start, WorkingTime.Of(s.A) + WorkingTime.OfDays(s.B.Days))));

    [Fact]
    public void A_due_time_is_never_before_its_start() => Holds(s => s.Calendar.Add(s.Start, WorkingTime.Of(s.A)) >= s.Start);

    [Fact]
    public void Hours_are_additive() => Holds(s =>
        s.Calendar.Add(s.Calendar.Add(s.Start, WorkingTime.Of(s.A)), WorkingTime.Of(s.B)) == s.Calendar.Add(s.Start, WorkingTime.Of(s.A + s.B)));

    [Fact]
    public void More_time_is_never_due_earlier() => Holds(s =>
        s.Calendar.Add(s.Start, WorkingTime.Of(s.A + s.B)) >= s.Calendar.Add(s.Start, WorkingTime.Of(s.A)));

    [Fact]
    public void Who_applies_later_is_never_due_earlier() => Holds(s =>
    {
        var (limit, later) = (WorkingTime.OfDays(2), s.Start + s.B);
        return s.Calendar.Add(later, limit) >= s.Calendar.Add(s.Start, limit);
    });

    [Fact]
    public void Measures_add_up_over_any_moment_between() => Holds(s =>
    {
        var (middle, end) = (s.Start + s.A, s.Start + s.A + s.B);
        return s.Calendar.Between(s.Start, middle).Hours + s.Calendar.Between(middle, end).Hours == s.Calendar.Between(s.Start, end).Hours;
    });

    [Fact]
    public void Looking_back_undoes_adding() => Holds(s =>
        s.Calendar.Between(s.Calendar.Before(s.Start, WorkingTime.Of(s.A)), s.Start).Hours == s.A);

    [Fact]
    public void The_next_opening_is_the_first_working_moment() => Holds(s =>
    {
        var opening = s.Calendar.NextOpening(s.Start);
        return s.Calendar.IsWorking(opening) && opening >= s.Start && s.Calendar.Between(s.Start, opening).IsZero;
    });
}
