using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.AnswerRequest;

/// <summary>The applicant sends what was asked for; the clock runs on and the official has their time again.</summary>
internal sealed record AnswerSupplement(JsonObject Answers, ImmutableList<CaseFile> Files) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (Guard.Applicant(matter, who) is { } refusal) return refusal;
        if (matter.Status != CaseStatus.AwaitingApplicant || matter.Asked is not { } asked) return CaseProblems.NotWaiting.Now();
        var work = matter.WorkOf(asked.Token)!;
        var clock = LegalClock.Resumed(matter, setting);
        return new IEvent[]
        {
            new SupplementReceived
            {
                Answers = Answers,
                Files = Files,
                At = setting.Now,
                Clock = clock,
                AppointedAt = Appointment.Of(matter, clock, setting),
                WorkDueAt = setting.Calendar.Add(setting.Now, setting.Service.DueOf(work.Element)),
            },
        };
    }
}
