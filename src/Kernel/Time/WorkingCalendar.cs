using System.Collections.Frozen;
using NodaTime;

namespace HaiDang.Kernel;

/// <summary>
/// When a city's offices work, and arithmetic with the time that they work. Immutable, pure, thread-safe.
/// </summary>
/// <remarks>
/// There is one measure: working hours. A working day of a limit stands for <see cref="StandardDay"/> hours. On ordinary
/// days this keeps the clock time (3 days from Monday 9:00 are due on Thursday 9:00); a half-day counts as half, and an
/// afternoon lost to a typhoon is given back. Because the measure is one, pausing and resuming lose nothing and adding is
/// additive. Where law counts days from the day after, the city sets <see cref="CalendarRules.CutOff"/>, and the limit
/// then ends when the last day closes.
/// <para>A moment outside working hours counts as the next opening. The moment of closing is within working time: what
/// ends exactly at 17:00 is due at 17:00, not the next morning.</para>
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<LocalDate, WorkingDay> special;
    private readonly IReadOnlyList<WorkingInterval>[] week;

    private WorkingCalendar(CalendarRules rules, DateTimeZone zone, IReadOnlyList<WorkingInterval>[] week, Dictionary<LocalDate, WorkingDay> special)
    {
        (Rules, Zone, this.week, this.special) = (rules, zone, week, special.ToFrozenDictionary());
        StandardDay = rules.StandardDay ?? week.Max(Length);
    }

    /// <summary>The rules that it was made from.</summary>
    public CalendarRules Rules { get; }

    /// <summary>The time zone of its hours.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>How many hours one working day stands for.</summary>
    public Duration StandardDay { get; }

    /// <summary>A calendar of these rules, or everything that is wrong with them; fields are named as in <see cref="CalendarRules"/>.</summary>
    public static Outcome<WorkingCalendar> Create(CalendarRules rules)
    {
        var problems = new List<Problem>();
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(rules.Zone);
        if (zone is null) problems.Add(TimeProblems.UnknownZone.At(nameof(rules.Zone), rules.Zone));

        var week = new IReadOnlyList<WorkingInterval>[7];
        for (var d = IsoDayOfWeek.Monday; d <= IsoDayOfWeek.Sunday; d++)
        {
            week[(int)d - 1] = rules.Week.TryGetValue(d, out var hours) ? hours : [];
            if (!InOrder(week[(int)d - 1])) problems.Add(TimeProblems.HoursOutOfOrder.At(nameof(rules.Week), Wording.DayOfWeek(d)));
        }
        if (week.All(h => h.Count == 0)) problems.Add(TimeProblems.NoHours.At(nameof(rules.Week)));
        if (rules.StandardDay is { } day && (day <= Duration.Zero || day > Duration.FromHours(24)))
            problems.Add(TimeProblems.BadStandardDay.At(nameof(rules.StandardDay)));

        var special = new Dictionary<LocalDate, WorkingDay>();
        foreach (var h in rules.Holidays)
        {
            if (h.To < h.From || Period.DaysBetween(h.From, h.To) > 366)
                problems.Add(TimeProblems.PeriodBackwards.At(nameof(rules.Holidays), h.Name));
            else
                for (var d = h.From; d <= h.To; d = d.PlusDays(1)) Enter(new(d, [], DayKind.Holiday, h.Name), nameof(rules.Holidays));
        }
        foreach (var s in rules.SwappedDays)
        {
            if (s.WorksAs is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
                problems.Add(TimeProblems.NotAWeekday.At(nameof(rules.SwappedDays), s.Name));
            else
                Enter(new(s.Date, week[(int)s.WorksAs - 1], DayKind.Swapped, s.Name), nameof(rules.SwappedDays));
        }
        foreach (var s in rules.ShortDays)
        {
            if (!InOrder(s.Hours)) problems.Add(TimeProblems.HoursOutOfOrder.At(nameof(rules.ShortDays), Wording.Date(s.Date)));
            Enter(new(s.Date, s.Hours, DayKind.Short, s.Name), nameof(rules.ShortDays));
        }
        foreach (var c in rules.Closures)
        {
            if (c.To <= c.From || Period.DaysBetween(c.From.Date, c.To.Date) > 366)
                problems.Add(TimeProblems.PeriodBackwards.At(nameof(rules.Closures), c.Name));
            else
                for (var d = c.From.Date; d <= c.To.Date; d = d.PlusDays(1)) Close(d, c);
        }
        return problems.Count > 0 ? problems.ToArray() : new WorkingCalendar(rules, zone!, week, special);

        // Two entries of one kind on one day contradict each other; of two kinds the stronger wins.
        void Enter(WorkingDay entry, string field)
        {
            if (special.TryGetValue(entry.Date, out var old) && old.Kind == entry.Kind)
                problems.Add(TimeProblems.DayTwice.At(field, Wording.Date(entry.Date), old.Name, entry.Name));
            special[entry.Date] = entry;
        }

        void Close(LocalDate date, Closure closure)
        {
            var planned = special.TryGetValue(date, out var day) ? day.Hours : week[(int)date.DayOfWeek - 1];
            var left = planned.SelectMany(h => Without(date, h, closure)).ToList();
            if (left.SequenceEqual(planned)) return;
            special[date] = new(date, left, DayKind.Closed, closure.Name);
        }
    }

    /// <summary>The day as it is worked, with the reason when it is no ordinary one.</summary>
    public WorkingDay Day(LocalDate date) => special.TryGetValue(date, out var day)
        ? day
        : new(date, week[(int)date.DayOfWeek - 1], DayKind.Ordinary, null);

    /// <summary>Whether the holidays of that day's year are known. Elsewhere answers come from the week alone and may move.</summary>
    public bool Covers(LocalDate date) => Rules.Years.Contains(date.Year);

    /// <summary>Whether the holidays are known for the local day of that moment.</summary>
    public bool Covers(Instant at) => Covers(at.InZone(Zone).Date);

    /// <summary>Whether people work at that moment: openings included, closings excluded.</summary>
    public bool IsWorking(Instant at) => Spans(at.InZone(Zone).Date).Any(s => s.From <= at && at < s.To);

    /// <summary>The first moment of work that is not before <paramref name="at"/>: itself when people work then.</summary>
    public Instant NextOpening(Instant at)
    {
        for (var date = at.InZone(Zone).Date; ; date = date.PlusDays(1))
            foreach (var s in Spans(date))
                if (s.To > at) return Instant.Max(s.From, at);
    }

    /// <summary>
    /// The moment from which a limit given at <paramref name="at"/> is counted: itself or the next opening, and for a limit
    /// with days after the cut-off, the opening of the next working day.
    /// </summary>
    public Instant CountsFrom(Instant at, WorkingTime limit)
    {
        var local = at.InZone(Zone);
        if (limit.Days > 0 && Rules.CutOff is { } cutOff && local.TimeOfDay >= cutOff && Hours(local.Date).Count > 0)
            return NextOpening(Zone.AtStartOfDay(local.Date.PlusDays(1)).ToInstant());
        return NextOpening(at);
    }

    /// <summary>
    /// The moment at which <paramref name="amount"/> has passed since <paramref name="start"/>, counted from
    /// <see cref="CountsFrom"/>. Never outside working time. No amount gives the start itself, or the next opening.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Instant Add(Instant start, WorkingTime amount) =>
        Advance(amount.Days > 0 ? CountsFrom(start, amount) : start, InHours(amount));

    /// <summary>
    /// The moment at which that many working hours have passed since <paramref name="start"/>, without regard to the
    /// cut-off: the earliest such moment, so a limit that is used up at closing is due at closing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Instant Advance(Instant start, Duration hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, Duration.Zero);
        for (var date = start.InZone(Zone).Date; ; date = date.PlusDays(1))
            foreach (var s in Spans(date))
            {
                if (s.To < start || (s.To == start && hours > Duration.Zero)) continue;
                var from = Instant.Max(s.From, start);
                if (hours <= s.To - from) return from + hours;
                hours -= s.To - from;
            }
    }

    /// <summary>
    /// The moment from which exactly <paramref name="amount"/> of working time lies before <paramref name="end"/>, for
    /// reminders: the latest such moment.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Instant Before(Instant end, WorkingTime amount)
    {
        var hours = InHours(amount);
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, Duration.Zero, nameof(amount));
        for (var date = end.InZone(Zone).Date; ; date = date.PlusDays(-1))
            foreach (var s in Spans(date).Reverse())
            {
                if (s.From > end || (s.From == end && hours > Duration.Zero)) continue;
                var to = Instant.Min(s.To, end);
                if (hours <= to - s.From) return to - hours;
                hours -= to - s.From;
            }
    }

    /// <summary>The working hours from one moment to another; negative when <paramref name="to"/> is the earlier one. The cut-off plays no part.</summary>
    public WorkingTime Between(Instant from, Instant to)
    {
        if (to < from) return WorkingTime.Of(-Between(to, from).Hours);
        var (sum, last) = (Duration.Zero, to.InZone(Zone).Date);
        for (var date = from.InZone(Zone).Date; date <= last; date = date.PlusDays(1))
            foreach (var s in Spans(date))
            {
                var (a, b) = (Instant.Max(s.From, from), Instant.Min(s.To, to));
                if (b > a) sum += b - a;
            }
        return WorkingTime.Of(sum);
    }

    /// <summary>An amount in working hours alone, by the standard day.</summary>
    public Duration InHours(WorkingTime amount) => amount.Hours + StandardDay * amount.Days;

    private IReadOnlyList<WorkingInterval> Hours(LocalDate date) =>
        special.TryGetValue(date, out var day) ? day.Hours : week[(int)date.DayOfWeek - 1];

    private IEnumerable<(Instant From, Instant To)> Spans(LocalDate date) =>
        Hours(date).Select(h => (At(date + h.From), At(date + h.To))).Where(s => s.Item2 > s.Item1);

    private Instant At(LocalDateTime local) => Zone.AtLeniently(local).ToInstant();

    private static Duration Length(IReadOnlyList<WorkingInterval> hours) =>
        hours.Aggregate(Duration.Zero, (sum, h) => sum + Period.Between(h.From, h.To).ToDuration());

    private static bool InOrder(IReadOnlyList<WorkingInterval> hours) =>
        hours.All(h => h.From < h.To) && hours.Zip(hours.Skip(1)).All(p => p.First.To < p.Second.From);

    private static IEnumerable<WorkingInterval> Without(LocalDate date, WorkingInterval hours, Closure closure)
    {
        var (from, to) = (date + hours.From, date + hours.To);
        if (closure.To <= from || closure.From >= to) yield return hours;
        else
        {
            if (closure.From > from) yield return hours with { To = closure.From.TimeOfDay };
            if (closure.To < to) yield return hours with { From = closure.To.TimeOfDay };
        }
    }
}
