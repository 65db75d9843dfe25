using HaiDang.Cases.Follow;
using HaiDang.Cases.Life;
using HaiDang.Cases.Work;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>Where a case is, as its sender may know it. Each look is written down.</summary>
internal static class ShowCase
{
    internal static async Task<IResult> Get(Guid id, SentCases sent, ReadLog readings, CurrentActor who, IClock clock, CancellationToken stop)
    {
        if (await sent.Own(id, stop) is not { } matter) return ProblemResults.Json([CaseProblems.Missing.Now()]);
        await readings.Note(who.Required, matter.Applicant.Subject, CaseDoor.ThingOf(matter), "API: trạng thái / status", stop);
        return Results.Json(CaseReport.Of(matter, clock.GetCurrentInstant()), KernelJson.Options);
    }
}

/// <summary>A case as its sender sees it.</summary>
internal sealed record CaseReport
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Service { get; init; }
    public required string Unit { get; init; }
    public required CaseStatus Status { get; init; }

    /// <summary>The status as the applicant reads it.</summary>
    public required LocalText Words { get; init; }
    public required Instant SubmittedAt { get; init; }
    public Instant? AcceptedAt { get; init; }

    /// <summary>When the result is promised.</summary>
    public Instant? AppointedAt { get; init; }
    public Instant? ClosedAt { get; init; }

    /// <summary>The fee in đồng.</summary>
    public required long Fee { get; init; }

    /// <summary>Whose move it is; absent once the case is closed.</summary>
    public NextMove? Next { get; init; }

    /// <summary>What is asked for while the case waits for its applicant.</summary>
    public AskedForMore? Asked { get; init; }
    public ResultReport? Result { get; init; }
    public RefusalReport? Refusal { get; init; }

    public static CaseReport Of(Case c, Instant now) => new()
    {
        Id = c.Id, Number = c.Number, Service = c.Service, Unit = c.Unit, Status = c.Status, Words = CaseLook.Of(c, now).Words,
        SubmittedAt = c.SubmittedAt, AcceptedAt = c.AcceptedAt, AppointedAt = c.AppointedAt, ClosedAt = c.ClosedAt, Fee = c.Fee.Amount,
        Next = Expectation.Of(c) is { } next ? new NextMove(MoverOf(next), next.Event, next.DueAt) : null,
        Asked = c is { Status: CaseStatus.AwaitingApplicant, Asked: { } asked }
            ? new AskedForMore([.. asked.Parts.Select(p => new AskedFor(p.Part, p.Name, p.Reason))], asked.Note, asked.At, asked.RespondBy) : null,
        Result = c is { Status: CaseStatus.Issued, Result: { } result }
            ? new ResultReport(result.Number, result.Date, result.Title, Links.Api.Result(c.Id), Links.Portal.Verify(result.VerifyCode), result.ValidUntil) : null,
        Refusal = c.Refusal is { } refusal ? new RefusalReport(refusal.Reason, refusal.Law, refusal.At) : null,
    };

    /// <summary>Officials are not named: their unit answers for them.</summary>
    private static string MoverOf(Expectation next) => next.Owner is Expectation.Applicant or Expectation.Platform ? next.Owner : "unit";
}

/// <param name="Who"><c>applicant</c>, <c>unit</c>, or <c>system</c> while a time is waited for.</param>
/// <param name="What">What is expected.</param>
/// <param name="Until">Until when.</param>
internal sealed record NextMove(string Who, string What, Instant Until);

internal sealed record AskedForMore(IReadOnlyList<AskedFor> Parts, string? Note, Instant At, Instant RespondBy);

/// <param name="Part">Id of a part of the service, or the key of a question.</param>
internal sealed record AskedFor(string Part, string Name, string Reason);

/// <param name="File">Where the signed PDF is.</param>
/// <param name="Verify">The public page on which it is verified.</param>
internal sealed record ResultReport(string Number, LocalDate Date, string Title, string File, string Verify, LocalDate? ValidUntil);

internal sealed record RefusalReport(string Reason, string Law, Instant At);
