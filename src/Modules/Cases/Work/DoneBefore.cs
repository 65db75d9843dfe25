using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;

namespace HaiDang.Cases.Work;

/// <summary>
/// A form sent twice, as by a double click: where the same official has done just this to just this step, the second time is answered
/// as the first.
/// </summary>
internal sealed class DoneBefore(CityDb db, EventLog log, CaseDesk cases)
{
    private static readonly IReadOnlySet<ProblemType> Late = new HashSet<ProblemType>
    {
        CaseProblems.StepOver, CaseProblems.Closed, CaseProblems.Waiting, CaseProblems.ChangedMeanwhile, Pay.PayProblems.NothingOwed,
    };

    /// <summary>The case as it is now; null when this was not done before, or was refused for another reason.</summary>
    public async Task<Case?> Find(Case matter, int token, string verb, Actor who, IReadOnlyList<Problem> problems, CancellationToken stop)
    {
        if (!problems.Any(p => Late.Contains(p.Type))) return null;
        var done = (await log.Stream(db, matter.Stream, stop)).Any(line => line.Event switch
        {
            WorkClosed closed => closed.Token == token && closed.Verb == verb && closed.By == who.Id,
            SupplementRequested { Asked: { } asked } => verb == Verbs.Supplement && asked.Token == token && asked.By == who.Id,
            Paid { Payment: { } paid } => verb == VerbWords.TakePayment && paid.Wait == token && paid.By == who.Id,
            _ => false,
        });
        return done ? await cases.Find(matter.Id, stop) : null;
    }
}
