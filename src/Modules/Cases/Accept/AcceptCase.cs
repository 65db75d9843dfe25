using HaiDang.Cases.Definitions;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Accept;

/// <summary>The counter accepts the case: its legal clock starts, the appointed time is set, the process goes on.</summary>
internal sealed record AcceptCase(int Token, Typed? Typed = null) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who) =>
        Guard.Work(matter, Token, Verbs.Accept, who).Then<IReadOnlyList<IEvent>>(work =>
        {
            if (!StepQuestions.Taken(matter, work, Verbs.Accept, Typed, setting, who).Is(out var filled, out var problems)) return Outcome.Refuse<IReadOnlyList<IEvent>>(problems);
            IReadOnlyList<IEvent> said = [Accepted(matter, setting, who.Id, who.Name), .. filled];
            return Progress.Complete(said.Aggregate(matter, Evolve.After), work, Verbs.Accept, setting, who, filled).Map(moved => Progress.Join(said, moved));
        });

    /// <summary>The event of accepting now, with the clock that starts and the time that is appointed.</summary>
    public static CaseAccepted Accepted(Case matter, Setting setting, string by, string byName)
    {
        var clock = WorkingClock.Start(setting.Now, setting.Service.TimeLimitOf(Circumstances.Of(matter, setting.Calendar.Zone), setting.Notes));
        var appointed = clock.Due(setting.Calendar) ?? throw new InvalidOperationException("A running clock has a due time.");
        return new CaseAccepted(clock, appointed, by, byName, setting.Now);
    }
}
