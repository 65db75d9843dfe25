using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Watch;

/// <summary>
/// What time itself does to a case: a request for papers lapses, a late step goes up the line, a missed appointed time
/// gives the apology with a new one. Run as often as one likes: what was done is not done again.
/// </summary>
internal sealed record WatchCase : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        var events = new List<IEvent>();
        if (!matter.Open) return events;
        var now = setting.Now;

        if (matter is { Standing: not null, Asked: { } asked } && asked.RespondBy <= now)
        {
            var clock = LegalClock.Resumed(matter, setting);
            events.Add(new SupplementLapsed(
                now, setting.Calendar.Add(now, setting.Service.DueOf(matter.WorkOf(asked.Token)!.Element)), clock, Appointment.Of(matter, clock, setting)));
            return events;
        }

        if (matter.RunningTimers.FirstOrDefault() is { } timer && timer.Due <= now.ToDateTimeOffset())
            return Progress.Fire(matter, timer.Id, setting);

        foreach (var work in matter.Work.Where(w => w.Token != matter.Standing))
            if (work.DueAt <= now && work.TellAt <= now)
                events.Add(new Escalated(work.Token, new Escalation(now, work.Queue.ToString(), work.EscalatedAt >= work.DueAt ? StillLate : LateStep)));

        foreach (var wait in matter.Waits)
            if (wait.DueAt <= now && wait.TellAt <= now)
                events.Add(new Escalated(wait.Id, new Escalation(now, wait.Line.ToString(), wait.EscalatedAt >= wait.DueAt ? StillLate : LateStep)));

        if (matter is { AppointedAt: { } appointed, Stands: false } && appointed <= now)
        {
            var again = setting.Calendar.Add(now, setting.Service.ApologyTime);
            events.Add(new Apologised(new Apology(now, appointed, again, Late)));
            if (matter.Work.MinBy(w => w.DueAt) is { } late && !events.Any(e => e is Escalated))
                events.Add(new Escalated(null, new Escalation(now, late.Queue.ToString(), MissedAppointment)));
        }
        return events;
    }

    /// <summary>A step that stays late is told up the line again after this time.</summary>
    public static readonly Duration AgainAfter = Duration.FromDays(1);

    public const string StillLate = "still-late";
    public const string LateStep = "late-step";
    public const string MissedAppointment = "missed-appointment";
    public const string Late = "Khối lượng hồ sơ nhiều nên chưa kịp giải quyết đúng hẹn.";
}
