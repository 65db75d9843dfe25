using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Sign;

/// <summary>The leader signs: the result as it was made and signed becomes part of the case, and the process goes on.</summary>
internal sealed record SignResult(int Token, IssuedResult Result) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who) =>
        Guard.Work(matter, Token, Verbs.Sign, who).Then<IReadOnlyList<IEvent>>(work =>
        {
            IEvent issued = new ResultIssued(Result);
            return Progress.Complete(Evolve.After(matter, issued), work, Verbs.Sign, setting, who)
                .Map(moved => Progress.Join([issued], moved));
        });
}
