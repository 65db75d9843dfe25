using System.ComponentModel;
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

/// <summary>A case as its sender sees it. Officials are not named: their unit answers for them.</summary>
internal sealed record CaseReport
{
    public required Guid Id { get; init; }
    [Description("Mã hồ sơ mà người dân biết / the number that people know")]
    public required string Number { get; init; }
    public required string Service { get; init; }
    [Description("Đơn vị giải quyết / the unit that settles it")]
    public required string Unit { get; init; }
    public required CaseStatus Status { get; init; }
    [Description("Trạng thái như người nộp đọc / the status as the applicant reads it")]
    public required LocalText Words { get; init; }
    public required Instant SubmittedAt { get; init; }
    public Instant? AcceptedAt { get; init; }
    [Description("Hẹn trả kết quả / when the result is promised")]
    public Instant? AppointedAt { get; init; }
    public Instant? ClosedAt { get; init; }
    [Description("Lệ phí, đồng / the fee in đồng")]
    public required long Fee { get; init; }
    [Description("Đang chờ ai; không có khi hồ sơ đã kết thúc / whose move it is; absent once the case is closed")]
    public NextMove? Next { get; init; }
    [Description("Yêu cầu bổ sung đang chờ / what is asked for while the case waits for its applicant")]
    public AskedForMore? Asked { get; init; }
    public ResultReport? Result { get; init; }
    public RefusalReport? Refusal { get; init; }

    public static CaseReport Of(Case c, Instant now) => new()
    {
        Id = c.Id, Number = c.Number, Service = c.Service, Unit = c.Unit, Status = c.Status, Words = CaseLook.Of(c, now).Words,
        SubmittedAt = c.SubmittedAt, AcceptedAt = c.AcceptedAt, AppointedAt = c.AppointedAt, ClosedAt = c.ClosedAt, Fee = c.Fee.Amount,
        Next = Expectation.Of(c) is { } next ? new NextMove { Who = MoverOf(next), What = next.Event, Until = next.DueAt } : null,
        Asked = c is { Status: CaseStatus.AwaitingApplicant, Asked: { } asked } ? AskedForMore.Of(asked) : null,
        Result = c is { Status: CaseStatus.Issued, Result: { } result } ? ResultReport.Of(c.Id, result) : null,
        Refusal = c.Refusal is { } refusal ? new RefusalReport { Reason = refusal.Reason, Law = refusal.Law, At = refusal.At } : null,
    };

    private static string MoverOf(Expectation next) => next.Owner is Expectation.Applicant or Expectation.Platform ? next.Owner : "unit";
}

internal sealed record NextMove
{
    [Description("applicant, unit, hoặc/or system")]
    public required string Who { get; init; }
    public required string What { get; init; }
    public required Instant Until { get; init; }
}

internal sealed record AskedForMore
{
    public required IReadOnlyList<AskedFor> Parts { get; init; }
    public string? Note { get; init; }
    public required Instant At { get; init; }
    public required Instant RespondBy { get; init; }

    public static AskedForMore Of(SupplementRequest asked) => new()
    {
        Parts = [.. asked.Parts.Select(p => new AskedFor { Part = p.Part, Name = p.Name, Reason = p.Reason })], Note = asked.Note, At = asked.At, RespondBy = asked.RespondBy,
    };
}

internal sealed record AskedFor
{
    [Description("Mã thành phần hồ sơ hoặc tên câu hỏi / id of a part, or the key of a question")]
    public required string Part { get; init; }
    public required string Name { get; init; }
    public required string Reason { get; init; }
}

internal sealed record ResultReport
{
    public required string Number { get; init; }
    public required LocalDate Date { get; init; }
    public required string Title { get; init; }
    [Description("Tệp PDF đã ký / the signed PDF")]
    public required string File { get; init; }
    [Description("Trang công khai để xác minh / the public page on which it is verified")]
    public required string Verify { get; init; }
    public LocalDate? ValidUntil { get; init; }

    public static ResultReport Of(Guid id, IssuedResult result) => new()
    {
        Number = result.Number, Date = result.Date, Title = result.Title, File = Links.Api.Result(id), Verify = Links.Portal.Verify(result.VerifyCode), ValidUntil = result.ValidUntil,
    };
}

internal sealed record RefusalReport
{
    public required string Reason { get; init; }
    public required string Law { get; init; }
    public required Instant At { get; init; }
}
