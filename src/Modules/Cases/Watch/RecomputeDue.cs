using System.Collections.Immutable;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Watch;

/// <summary>
/// The calendar changed: a new holiday, a typhoon day. Every due time of an open case is computed anew from what happened
/// to it. What the applicant was given in calendar days stays.
/// </summary>
internal sealed record RecomputeDue(string Reason) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (!matter.Open) return Array.Empty<IEvent>();
        var (service, calendar) = (setting.Service, setting.Calendar);
        var reception = calendar.Add(matter.SubmittedAt, service.Reception);
        var appointed = Appointment.Of(matter, matter.Clock, setting) ?? matter.AppointedAt;
        var work = matter.Work
            .Where(w => w.Token != matter.Standing) // its time begins again when the applicant answers
            .Select(w => (w.Token, Old: w.DueAt, New: calendar.Add(w.CountedFrom, service.DueOf(w.Element))))
            .Concat(matter.Waits.Where(w => w.Kind != WaitKind.Job).Select(w => (Token: w.Id, Old: w.DueAt, New: calendar.Add(w.OpenedAt, service.DueOf(w.Element)))))
            .Where(w => w.Old != w.New)
            .ToImmutableDictionary(w => w.Token, w => w.New);
        if (reception == matter.ReceptionDue && appointed == matter.AppointedAt && work.Count == 0) return Array.Empty<IEvent>();
        return new IEvent[] { new DueRecomputed(setting.Now, Reason, reception, appointed, work) };
    }
}
