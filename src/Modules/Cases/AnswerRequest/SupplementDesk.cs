using System.Text.Json.Nodes;
using HaiDang.Cases.Apply;
using HaiDang.Cases.Files;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Contracts;
using HaiDang.Forms;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Cases.AnswerRequest;

/// <summary>
/// The thin shell around answering a request: a draft that begins with what the case holds, in which only what was asked for
/// (and what must be mended for it to be whole) can be changed.
/// </summary>
internal sealed class SupplementDesk(Drafts drafts, ApplyDesk apply, ServiceCatalogue services, CaseFiles files)
{
    public static readonly ProblemType NothingChanged = new("cases.nothing-added", ProblemKind.Invalid,
        new("Bạn chưa bổ sung hay sửa gì.", "You have neither added nor changed anything."),
        new("Gửi tệp mới hoặc sửa câu trả lời ở mục được yêu cầu. Cần trao đổi, hãy gọi cơ quan giải quyết.",
            "Send a new file or mend the answer that was asked for. If something is unclear, call the agency."));

    /// <summary>The draft that answers this request; begun only when <paramref name="begin"/> says so.</summary>
    public async Task<OpenDraft?> Open(Case matter, Actor who, bool begin, CancellationToken stop)
    {
        var service = await services.Pinned(matter.Definition, stop);
        // A draft begun before an earlier answer was sent is out of date, and belongs to that request.
        var draft = (await drafts.Of(who, stop)).FirstOrDefault(d => d.CaseId == matter.Id && d.CreatedAt >= matter.Asked!.At);
        if (draft is null && begin) draft = await drafts.Begin(who, service, (JsonObject)matter.Answers.DeepClone(), matter.Files, matter.Id, null, stop);
        return draft is null ? null : await apply.Open(draft.Id, who, stop);
    }

    /// <summary>Takes what was posted for the asked questions. Null when another tab saved meanwhile.</summary>
    public async Task<(OpenDraft? Saved, IReadOnlyList<Problem> Problems)> Take(OpenDraft open, Case matter, IFormCollection posted, Actor who, CancellationToken stop)
    {
        var questions = AskedQuestions.Of(open.View, open.Service, matter.Asked!, open.Problems().Select(p => p.Path));
        var fileQuestions = questions.Where(q => q.Component.Kind == FormKind.FilePicker).ToList();
        var before = open.Draft.Files.RemoveAll(f => f.Id == posted["remove"] && fileQuestions.Any(q => q.Path == f.Field));
        // Where one file is asked for, the new one takes the place of the old.
        var replaced = fileQuestions.Where(q => !q.IsMultiple && posted.Files.GetFiles(q.Path).Any(f => f.FileName.Length > 0)).Select(q => q.Path).ToHashSet();
        var (kept, problems) = await files.TakeAll(before.RemoveAll(f => replaced.Contains(f.Field)), fileQuestions, posted.Files, stop);
        // What was refused leaves the old one where it was.
        kept = kept.AddRange(before.Where(f => replaced.Contains(f.Field) && kept.All(k => k.Field != f.Field)));

        var answers = AskedQuestions.Take(open.Service.Form, open.Draft.Answers, open.Context, PostedAnswers.Of(posted), questions);
        foreach (var question in fileQuestions) CaseFiles.Answer(answers, question.Path, kept);
        if (questions.Any(q => ListEntries.Asked(posted, q.Path))) kept = ListEntries.Change(open.Service.Form.At(answers, open.Context), answers, kept, posted);
        var saved = await drafts.Save(open.Draft, answers, kept, null, open.Service.DraftDays, stop);
        return (saved is null ? null : await apply.Open(saved.Id, who, stop), problems);
    }

    /// <summary>A draft begun for a request that was answered meanwhile is of no use.</summary>
    public Task Discard(OpenDraft open, CancellationToken stop) => drafts.Discard(open.Draft, stop);

    public async Task<Outcome<Case>> Send(OpenDraft open, Case matter, Actor who, CancellationToken stop)
    {
        var same = JsonNode.DeepEquals(open.Service.Form.Clean(open.Draft.Answers, open.Context), matter.Answers)
            && open.Draft.Files.Select(f => f.Id).Order().SequenceEqual(matter.Files.Select(f => f.Id).Order());
        if (same) return NothingChanged.Now();
        return (await apply.Send(open, who, stop)).Map(s => s.Case);
    }
}
