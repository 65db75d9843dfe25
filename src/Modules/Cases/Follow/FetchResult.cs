using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Follow;

/// <summary>The applicant opens the result. Only the first time is worth an event.</summary>
internal sealed record FetchResult : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who) =>
        matter.Result is null ? CaseProblems.Missing.Now()
        : matter.FetchedAt is null ? new IEvent[] { new ResultFetched(setting.Now) }
        : Array.Empty<IEvent>();
}
