using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using HaiDang.Ui;
using NodaTime;

namespace HaiDang.Cases.Inbox;

/// <summary>How a due time looks to an official: working time in words, and whether it is near.</summary>
internal sealed record DueLook(StateLook State, LocalText Words, LocalDateTime At);

internal sealed class DueWords(City city, IClock clock)
{
    private static readonly Duration Soon = Duration.FromHours(4);
    private static readonly LocalText Waits = new("chờ người nộp", "waits for the applicant");

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>What is due before that moment is due soon.</summary>
    public Instant SoonUntil => city.Calendar.Advance(Now, Soon);

    public DueLook Of(Instant due, bool waiting = false)
    {
        var (now, at) = (Now, due.InZone(city.Zone).LocalDateTime);
        if (waiting) return new(StateLook.Paused, Waits, at);
        var left = city.Calendar.Between(now, due);
        var state = due <= now ? StateLook.Overdue : left.Hours < Soon ? StateLook.DueSoon : StateLook.OnTime;
        return new(state, Wording.Left(city.Calendar, left), at);
    }
}
