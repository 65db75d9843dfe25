using System.ComponentModel;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>
/// A message from outside reaches the process that waits for it: from the program that sent the case, or from one that acts for the
/// unit which settles it or is waited for. A message sent again under its id changes nothing.
/// </summary>
internal sealed class SendMessage(SentCases sent, CaseDesk cases, MessageDesk messages, UnitReach reach, CityDb db, CurrentActor current, IClock clock)
{
    internal static async Task<IResult> Post(Guid id, string name, HttpContext http, SendMessage send, CancellationToken stop)
    {
        if (!(await ApiBody.Read<MessageSending>(http, stop)).Is(out var body, out var unreadable)) return ProblemResults.Json(unreadable);
        return await send.Send(id, name, body, stop);
    }

    private async Task<IResult> Send(Guid id, string name, MessageSending body, CancellationToken stop)
    {
        var (who, permit) = (current.Required, current.Permit!);
        if (!permit.MaySend(name)) return ProblemResults.Json([SendingProblems.OtherMessage.At("name", name)]);
        var content = ContentHash.Of(new { id, name, body.Data });
        var before = await sent.Find(body.Id, stop);
        // Whoever was only asked may know of the case no longer once they have answered; what they sent is theirs all the same.
        if (before?.Client == who.Id) return Again(before, content);
        var mark = $"{who.Id}/{body.Id}";
        if (await cases.Find(id, stop) is not { } matter || !(IsWithin(matter, permit) || matter.Heard.Contains(mark) || await sent.Own(id, stop) is not null)) return ProblemResults.Json([CaseProblems.Missing.Now()]);
        if (before is not null) return Again(before, content);

        // The mark keeps the process from hearing it twice, should this end before the sending is written down.
        var taken = await messages.Take(id, name, body.Data, mark, who, stop);
        if (!taken.Ok) return ProblemResults.Json(taken.Problems);
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Begin(stop);
        if (!await SentCases.Keep(transaction, body.Id, who, Sending.Message, id, content, now)) return await sent.Find(body.Id, stop) is { } first ? Again(first, content) : ProblemResults.Json([CaseProblems.ChangedMeanwhile.Now()]);
        await transaction.Commit(stop);
        return Answer(new Sending { Id = body.Id, CaseId = id, At = now }, StatusCodes.Status201Created);
    }

    private bool IsWithin(Case matter, ApiPermit permit) =>
        permit.Unit is not null && (reach.Holds(permit, matter.Unit) || matter.Waits.Any(w => reach.Holds(permit, w.Unit) || (w.ForUnit is { } asked && reach.Holds(permit, asked))));

    private IResult Again(Sending before, string content) =>
        before.Kind == Sending.Message && before.Client == current.Required.Id && before.Content == content
            ? Answer(before, StatusCodes.Status200OK)
            : ProblemResults.Json([SendingProblems.OtherContent.At("id", before.Id)]);

    private static IResult Answer(Sending sending, int status) => Results.Json(
        new MessageAcknowledgement { Id = sending.Id, Case = sending.CaseId, ReceivedAt = sending.At }, KernelJson.Options, statusCode: status);
}

internal sealed record MessageSending
{
    [Description("UUID do bên gửi tạo; gửi lại không có tác dụng lần hai / a UUID that the sender makes; sent again it changes nothing")]
    public required Guid Id { get; init; }
    [Description("Nội dung, thành biến của quy trình / what it says; becomes variables of the process")]
    public required JsonObject Data { get; init; }
}

internal sealed record MessageAcknowledgement
{
    public required Guid Id { get; init; }
    public required Guid Case { get; init; }
    public required Instant ReceivedAt { get; init; }
}
