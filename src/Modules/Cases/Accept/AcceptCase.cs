using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Accept;

/// <summary>The counter accepts the case: its legal clock starts, the appointed time is set, the process goes on.</summary>
internal sealed record AcceptCase(int Token) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who) =>
        Guard.Work(matter, Token, Verbs.Accept, who).Then<IReadOnlyList<IEvent>>(work =>
        {
            var limit = setting.Service.TimeLimitOf(matter.Answers);
            var clock = WorkingClock.Start(setting.Now, limit);
            var appointed = clock.Due(setting.Calendar) ?? throw new InvalidOperationException("A running clock has a due time.");
            IEvent accepted = new CaseAccepted(clock, appointed, who.Id, who.Name, setting.Now);
            return Progress.Complete(Evolve.After(matter, accepted), work, Verbs.Accept, setting, who).Map(moved => Progress.Join([accepted], moved));
        });
}
