using System.ComponentModel;
using System.Text.Json.Nodes;
using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>A request for more papers is answered by the program that sent the case: only what was asked for, once.</summary>
internal sealed class SendSupplement(SentCases sent, SentAnswers sentAnswers, QuestionContext contexts, CaseDesk cases, CurrentActor current, IClock clock)
{
    internal static async Task<IResult> Put(Guid id, Guid supplement, HttpContext http, SendSupplement send, CancellationToken stop)
    {
        if (!(await ApiBody.Read<SupplementSending>(http, stop)).Is(out var body, out var unreadable)) return ProblemResults.Json(unreadable);
        return await send.Send(id, supplement, body, stop);
    }

    private async Task<IResult> Send(Guid id, Guid supplement, SupplementSending body, CancellationToken stop)
    {
        if (await sent.Own(id, stop) is not { } matter) return ProblemResults.Json([CaseProblems.Missing.Now()]);
        var content = ContentHash.Of(body);
        if (await sent.Find(supplement, stop) is { } before) return Again(before, id, content);
        if (!(await Check(matter, body, stop)).Is(out var taken, out var problems)) return ProblemResults.Json(problems);
        var (who, now) = (current.Required, clock.GetCurrentInstant());
        var done = await cases.Do(id, async (_, _, transaction) => await SentCases.Keep(transaction, supplement, who, Sending.Supplement, id, content, now)
            ? Outcome.Agree<ICaseCommand>(new AnswerSupplement(taken.Answers, taken.Files))
            : CaseProblems.ChangedMeanwhile.Now(), who, stop);
        if (done.Ok) return Answer(new Sending { Id = supplement, CaseId = id, At = now }, StatusCodes.Status201Created);
        return await sent.Find(supplement, stop) is { } first ? Again(first, id, content) : ProblemResults.Json(done.Problems);
    }

    private IResult Again(Sending before, Guid id, string content) =>
        before.Kind == Sending.Supplement && before.CaseId == id && before.Client == current.Required.Id && before.Content == content
            ? Answer(before, StatusCodes.Status200OK)
            : ProblemResults.Json([SendingProblems.OtherContent.At("supplement", before.Id)]);

    private static IResult Answer(Sending sending, int status) => Results.Json(
        new SupplementAcknowledgement { Id = sending.Id, Case = sending.CaseId, ReceivedAt = sending.At }, KernelJson.Options, statusCode: status);

    private async Task<Outcome<TakenAnswers>> Check(Case matter, SupplementSending body, CancellationToken stop)
    {
        if (matter is not { Status: CaseStatus.AwaitingApplicant, Asked: { } asked }) return CaseProblems.NotWaiting.Now();
        var service = await cases.ServiceOf(matter, stop);
        var whole = service.Form.Merge(matter.Answers, body.Answers);
        var notAsked = NotAsked(matter, service, asked, body.Answers, whole);
        if (notAsked.Count > 0) return notAsked.ToArray();
        if (!(await sentAnswers.Take(service, whole, PersonOf(matter), stop, matter.Files, body.Answers)).Is(out var taken, out var problems)) return Outcome.Refuse<TakenAnswers>(problems);
        return JsonNode.DeepEquals(taken.Answers, matter.Answers) ? SupplementDesk.NothingChanged.At("answers") : taken;
    }

    /// <summary>Answers to questions that were not asked again, unless the new answers brought the question or they say what stands already.</summary>
    private List<Problem> NotAsked(Case matter, ServiceDefinition service, SupplementRequest asked, JsonObject answers, JsonObject whole)
    {
        var context = contexts.For(service, clock.GetCurrentInstant(), matter.Files);
        var seen = service.Form.VisibleFields(matter.Answers, context).Select(f => f.Path).ToHashSet();
        var view = service.Form.At(whole, context);
        string[] open = [.. AskedQuestions.Of(view, service, asked).Select(q => q.Path), .. view.Fields.Select(f => f.Path).Where(p => !seen.Contains(p)),
            .. service.Form.Validate(matter.Answers, context).Select(p => p.Path)];
        return [.. Leaves(answers, matter.Answers, "").Where(path => !open.Any(o => path == o || path.StartsWith(o + ".", StringComparison.Ordinal) || path.StartsWith(o + "[", StringComparison.Ordinal)))
            .Select(path => SendingProblems.NotAskedAgain.At($"answers.{path}", path))];
    }

    private static IEnumerable<string> Leaves(JsonObject answers, JsonNode? stands, string path)
    {
        foreach (var (name, value) in answers)
        {
            var (at, was) = (path.Length == 0 ? name : $"{path}.{name}", (stands as JsonObject)?[name]);
            if (value is JsonObject inner)
                foreach (var leaf in Leaves(inner, was, at)) yield return leaf;
            else if (!JsonNode.DeepEquals(value, was)) yield return at;
        }
    }

    private static SentApplicant PersonOf(Case c) => new()
    {
        Name = c.Applicant.Name, IdentityNumber = c.Applicant.IdentityNumber ?? "", Phone = c.Applicant.Phone, Email = c.Applicant.Email, Address = c.Applicant.Address,
    };
}

/// <summary>What is sent to answer a request for more.</summary>
internal sealed record SupplementSending
{
    [Description("Những câu trả lời mới; câu hỏi về tệp nhận danh sách mã tệp thay cho danh sách cũ / the new answers; a file question takes the list of file ids in place of the old one")]
    public required JsonObject Answers { get; init; }
}

internal sealed record SupplementAcknowledgement
{
    public required Guid Id { get; init; }
    public required Guid Case { get; init; }
    public required Instant ReceivedAt { get; init; }
}
