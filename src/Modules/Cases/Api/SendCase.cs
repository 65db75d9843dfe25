using System.ComponentModel;
using System.Text.Json.Nodes;
using HaiDang.Cases.Counter;
using HaiDang.Cases.Life;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Platform.Packs;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>
/// A case is sent by a program of others. The id is the sender's: what is sent again under the same id makes no twin, whether the
/// first answer was lost or two of them crossed.
/// </summary>
internal sealed class SendCase(
    SentCases sent, ServiceCatalogue services, SentAnswers sentAnswers, SubmitDesk submit, CaseDesk cases, ICitizens citizens, UnitReach reach,
    CurrentActor current, City city, IClock clock)
{
    internal static async Task<IResult> Put(Guid id, HttpContext http, SendCase send, CancellationToken stop)
    {
        if (!(await ApiBody.Read<CaseSending>(http, stop)).Is(out var body, out var unreadable)) return ProblemResults.Json(unreadable);
        return await send.Send(id, body, stop);
    }

    private async Task<IResult> Send(Guid id, CaseSending body, CancellationToken stop)
    {
        var content = ContentHash.Of(body);
        if (await sent.Find(id, stop) is { } before) return await Again(before, content, stop);
        if (!(await Check(id, body, stop)).Is(out var submission, out var problems)) return ProblemResults.Json(problems);

        var who = current.Required;
        var known = await citizens.Named(submission.Applicant.IdentityNumber!, submission.Applicant.Name, who, stop);
        submission = submission with { Applicant = submission.Applicant with { Account = known.Id, Subject = known.Id } };
        var done = await submit.Send(submission, who, id, transaction => SentCases.Keep(transaction, id, who, Sending.Case, id, content, clock.GetCurrentInstant()), stop);
        if (done.Ok) return Results.Json(Acknowledgement.Of(done.Value.Case), KernelJson.Options, statusCode: StatusCodes.Status201Created);
        // The same sending was on its way twice: the other one was first.
        return await sent.Find(id, stop) is { } first ? await Again(first, content, stop) : ProblemResults.Json(done.Problems);
    }

    private async Task<IResult> Again(Sending before, string content, CancellationToken stop) =>
        before.Kind == Sending.Case && before.Client == current.Required.Id && before.Content == content && await cases.Find(before.Id, stop) is { } matter
            ? Results.Json(Acknowledgement.Of(matter), KernelJson.Options)
            : ProblemResults.Json([SendingProblems.OtherContent.At("id", before.Id)]);

    private async Task<Outcome<Submission>> Check(Guid id, CaseSending body, CancellationToken stop)
    {
        if (services.Find(body.Service) is not { } service) return SendingProblems.UnknownService.At("service", body.Service);
        if (!service.Channels.Contains("online")) return SendingProblems.NotOnline.At("service", body.Service);
        var now = clock.GetCurrentInstant();
        var person = body.Applicant;
        var applicant = new PersonHere(Text(person.Name), Text(person.IdentityNumber), Text(person.Phone), Text(person.Email), Text(person.Address))
            .Check($"person:{id}", now.InZone(city.Zone).Date);
        var taken = await sentAnswers.Take(service, body.Answers, person, stop);
        List<Problem> problems = [.. applicant.Problems.Select(p => p with { Field = $"applicant.{p.Field}" }), .. taken.Problems];
        if (service.UnitOf(body.Answers) is { } unit && !reach.Holds(current.Permit!, unit)) problems.Add(SendingProblems.OutOfReach.At(service.UnitKey!, unit));
        if (problems.Count > 0) return problems.ToArray();
        return new Submission(service, Channel.Api, applicant.Value, taken.Value.Answers, taken.Value.Files);
    }

    private static string Text(string? text) => Vietnamese.Nfc(text ?? "").Trim();
}

/// <summary>What is sent to open a case.</summary>
internal sealed record CaseSending
{
    [Description("Mã dịch vụ trong danh mục / slug of the service in the catalogue")]
    public required string Service { get; init; }
    [Description("Người nộp, chủ hồ sơ / whose case it is")]
    public required SentApplicant Applicant { get; init; }
    [Description("Câu trả lời theo lược đồ của dịch vụ; câu hỏi về tệp nhận danh sách mã tệp / answers by the schema of the service; a file question takes a list of file ids")]
    public required JsonObject Answers { get; init; }
}

/// <summary>The person that a case belongs to; whoever signs in with this identity number finds it.</summary>
internal sealed record SentApplicant
{
    [Description("Họ và tên / full name, family name first")]
    public required string Name { get; init; }
    [Description("Số định danh cá nhân, 12 chữ số / identity number, twelve digits")]
    public required string IdentityNumber { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
}

/// <summary>What the sender gets for a case, the same each time.</summary>
internal sealed record Acknowledgement
{
    public required Guid Id { get; init; }
    [Description("Mã hồ sơ mà người dân biết / the number that people know")]
    public required string Number { get; init; }
    public required string Service { get; init; }
    [Description("Đơn vị giải quyết / the unit that settles it")]
    public required string Unit { get; init; }
    public required Instant SubmittedAt { get; init; }
    [Description("Lệ phí, đồng / the fee in đồng")]
    public required long Fee { get; init; }

    public static Acknowledgement Of(Case c) => new()
    {
        Id = c.Id, Number = c.Number, Service = c.Service, Unit = c.Unit, SubmittedAt = c.SubmittedAt, Fee = c.Fee.Amount,
    };
}
