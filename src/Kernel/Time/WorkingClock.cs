using NodaTime;

namespace HaiDang.Kernel;

/// <summary>A time during which a clock stood.</summary>
/// <param name="From">When it was stopped.</param>
/// <param name="Until">When it went on, or null while it stands.</param>
/// <param name="Reason">Why, as a code or a sentence of the caller.</param>
public sealed record ClockPause(Instant From, Instant? Until, string Reason);

/// <summary>
/// The account of one legal time limit: when it began, when it stood and why, when it ended. It holds what happened and
/// never what follows from it, so that spent time and due time can be computed anew under a changed calendar.
/// Immutable; serialises with <see cref="KernelJson.Options"/>.
/// </summary>
/// <remarks>
/// Invariants: acts are in order of time; at most the last pause is open; an ended clock takes no more acts; spent time
/// never shrinks as time goes on.
/// </remarks>
public sealed record WorkingClock
{
    /// <summary>The limit, extensions included.</summary>
    public required WorkingTime Limit { get; init; }

    /// <summary>When it was started. Counting begins at <see cref="WorkingCalendar.CountsFrom"/> of this.</summary>
    public required Instant Started { get; init; }

    /// <summary>All pauses, in order.</summary>
    public IReadOnlyList<ClockPause> Pauses { get; init; } = [];

    /// <summary>When it ended for good, or null.</summary>
    public Instant? Ended { get; init; }

    /// <summary>A clock that runs from <paramref name="at"/>.</summary>
    public static WorkingClock Start(Instant at, WorkingTime limit) => new() { Limit = limit, Started = at };

    /// <summary>Whether it stands in a pause.</summary>
    public bool IsPaused => Ended is null && Pauses is [.., { Until: null }];

    /// <summary>Whether it runs: neither paused nor ended.</summary>
    public bool IsRunning => Ended is null && !IsPaused;

    /// <summary>The last act on this clock.</summary>
    public Instant LastAct => Ended ?? (Pauses is [.., var last] ? last.Until ?? last.From : Started);

    /// <summary>Stops it for a while. Refused when it stands or has ended, or when <paramref name="at"/> lies before the last act.</summary>
    public Outcome<WorkingClock> Pause(Instant at, string reason) =>
        Refusal(at) is { } refusal ? refusal
        : IsPaused ? TimeProblems.ClockNotRunning.Now()
        : this with { Pauses = [.. Pauses, new ClockPause(at, null, reason)] };

    /// <summary>Lets it go on. Refused when it runs or has ended, or when <paramref name="at"/> lies before the last act.</summary>
    public Outcome<WorkingClock> Resume(Instant at) =>
        Refusal(at) is { } refusal ? refusal
        : !IsPaused ? TimeProblems.ClockRunning.Now()
        : this with { Pauses = [.. Pauses.SkipLast(1), Pauses[^1] with { Until = at }] };

    /// <summary>Ends it for good, running or paused. Refused when it has ended or when <paramref name="at"/> lies before the last act.</summary>
    public Outcome<WorkingClock> End(Instant at) =>
        Refusal(at) is { } refusal ? refusal : this with { Ended = at };

    /// <summary>Lengthens the limit, as law allows with a reason. Refused when it has ended.</summary>
    public Outcome<WorkingClock> Extend(WorkingTime more) =>
        Ended is not null ? TimeProblems.ClockEnded.Now() : this with { Limit = Limit + more };

    /// <summary>The working hours that have run by <paramref name="now"/>, pauses left out. Zero before it began to count.</summary>
    public WorkingTime Spent(WorkingCalendar calendar, Instant now)
    {
        var sum = Duration.Zero;
        foreach (var (from, to) in Runs(calendar, now)) sum += calendar.Between(from, to).Hours;
        return WorkingTime.Of(sum);
    }

    /// <summary>The working hours that are left at <paramref name="now"/>; negative when overdue.</summary>
    public WorkingTime Left(WorkingCalendar calendar, Instant now) =>
        WorkingTime.Of(calendar.InHours(Limit) - Spent(calendar, now).Hours);

    /// <summary>
    /// When the limit is used up, or was. Null while the clock stands, or has ended, with time left: then nothing is due.
    /// </summary>
    public Instant? Due(WorkingCalendar calendar)
    {
        var left = calendar.InHours(Limit);
        foreach (var (from, to) in Runs(calendar, Instant.MaxValue))
        {
            if (to == Instant.MaxValue) return calendar.Advance(from, left);
            var run = calendar.Between(from, to).Hours;
            if (run >= left) return calendar.Advance(from, left);
            left -= run;
        }
        return null;
    }

    /// <summary>Whether the limit was used up before <paramref name="now"/>; at the due moment itself it is not overdue yet.</summary>
    public bool IsOverdue(WorkingCalendar calendar, Instant now) => Left(calendar, now).Hours < Duration.Zero;

    /// <inheritdoc/>
    public bool Equals(WorkingClock? other) => other is not null && Limit == other.Limit && Started == other.Started
        && Ended == other.Ended && Pauses.SequenceEqual(other.Pauses);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Limit, Started, Ended, Pauses.Count);

    private Problem? Refusal(Instant at) =>
        Ended is not null ? TimeProblems.ClockEnded.Now()
        : at < LastAct ? TimeProblems.ClockBackwards.Now()
        : null;

    // The stretches that count, each from where the calendar begins to count it, up to now.
    private IEnumerable<(Instant From, Instant To)> Runs(WorkingCalendar calendar, Instant now)
    {
        var end = Ended is { } ended && ended < now ? ended : now;
        var start = Started;
        foreach (var pause in Pauses)
        {
            if (Counted(start, Instant.Min(pause.From, end)) is { } run) yield return run;
            if (pause.Until is not { } until) yield break;
            start = until;
        }
        if (Counted(start, end) is { } last) yield return last;

        (Instant, Instant)? Counted(Instant from, Instant to)
        {
            var counted = calendar.CountsFrom(from, Limit);
            return counted < to ? (counted, to) : null;
        }
    }
}
