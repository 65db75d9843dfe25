using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Life;

/// <summary>The legal clock stands while the applicant must act, and runs otherwise, whatever brought that about.</summary>
internal static class LegalClock
{
    /// <summary>The events, and one more when the clock must be stopped or started after them.</summary>
    public static IReadOnlyList<IEvent> Kept(Case matter, IReadOnlyList<IEvent> events, Setting setting)
    {
        var after = events.Aggregate(matter, Evolve.After);
        if (!after.Open || after.Clock is not { } clock || clock.IsPaused == after.Stands) return events;
        if (after.Stands) return [.. events, new ClockMoved(clock.Pause(setting.Now, "payment").Value, after.AppointedAt, setting.Now)];
        var running = clock.Resume(setting.Now).Value;
        return [.. events, new ClockMoved(running, Appointment.Of(after, running, setting), setting.Now)];
    }

    /// <summary>The clock stopped for the applicant, if it runs.</summary>
    public static WorkingClock? Stopped(Case matter, Setting setting, string reason) =>
        matter.Clock is { IsRunning: true } clock ? clock.Pause(setting.Now, reason).Value : matter.Clock;

    /// <summary>The clock once the applicant has answered: it goes on unless something else holds it.</summary>
    public static WorkingClock? Resumed(Case matter, Setting setting) =>
        matter.Clock is { IsPaused: true } clock && !matter.Waits.Exists(w => w.StopsClock) ? clock.Resume(setting.Now).Value : matter.Clock;
}
