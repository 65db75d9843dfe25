using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Generate;

/// <summary>A case that was lived in memory and is not written yet.</summary>
internal sealed record ImaginedCase(Case Matter, ServiceDefinition Service, Unit Unit, Inhabitant Applicant, IReadOnlyList<Moment> Moments)
{
    /// <summary>The series that its result takes its number from; null without a result.</summary>
    public string? ResultSeries => Matter.Result is { } result ? CaseNumbers.ResultSeries(Matter, result.Date) : null;

    public string CaseSeries(DateTimeZone zone) => CaseNumbers.Series(Unit, Matter.SubmittedAt.InZone(zone).Date);

    /// <summary>The same case with its numbers in the places that were left for them.</summary>
    public ImaginedCase Numbered(string number, long resultSerial)
    {
        var result = Matter.Result is { } issued ? issued with { Number = ResultNumbers.Fill(Service, Unit, issued.Date, resultSerial) } : null;
        return this with
        {
            Matter = Matter with { Number = number, Result = result },
            Moments = [.. Moments.Select(m => m with { Events = [.. m.Events.Select(Number)] })],
        };

        IEvent Number(IEvent happened) => happened switch
        {
            CaseSubmitted e => e with { Number = number },
            ResultIssued => new ResultIssued(result!),
            _ => happened,
        };
    }
}
