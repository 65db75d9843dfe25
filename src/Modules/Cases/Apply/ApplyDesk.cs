using System.Text.Json.Nodes;
using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.Files;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Apply;

/// <summary>A draft with what its pages need: the version of the service it began with, and what the form may know.</summary>
internal sealed record OpenDraft(Draft Draft, ServiceDefinition Service, FormContext Context)
{
    public FormView View => Service.Form.At(Draft.Answers, Context);

    public IReadOnlyList<FormProblem> Problems(string? page = null) => Service.Form.Validate(Draft.Answers, Context, page);
}

/// <summary>The thin shell around a draft: opens it, takes a posted page into it, sends it.</summary>
internal sealed class ApplyDesk(
    Drafts drafts, ServiceCatalogue services, QuestionContext contexts, CaseFiles files, ICitizens citizens, SubmitDesk submit, CaseDesk cases, Acknowledgements acknowledged, IClock clock)
{
    public async Task<OpenDraft?> Open(Guid id, Actor who, CancellationToken stop)
    {
        if (await drafts.Find(id, who, stop) is not { } draft) return null;
        var service = await services.Pinned(draft.Definition, stop);
        return With(draft, service, await FactsOf(draft, who, stop));
    }

    /// <summary>
    /// Takes what was posted for one page. Everything typed is kept, right or wrong; null when another tab saved meanwhile,
    /// in which case nothing is lost but nothing is overwritten either.
    /// </summary>
    public async Task<(OpenDraft? Saved, IReadOnlyList<Problem> FileProblems)> Take(
        OpenDraft open, FormPage page, IFormCollection posted, string? tab, Actor who, CancellationToken stop)
    {
        var (draft, form) = (open.Draft, open.Service.Form);
        var answers = form.Merge(draft.Answers, form.Read(PostedAnswers.Of(posted), page, open.Context, draft.Answers).Data);
        var questions = FileQuestions(open, page);
        var (kept, problems) = await files.TakeAll(draft.Files.RemoveAll(f => f.Id == posted["remove"]), questions, posted.Files, stop);
        foreach (var question in questions) CaseFiles.Answer(answers, question.Path, kept);
        kept = ListEntries.Change(form.At(answers, open.Context), answers, kept, posted);
        var saved = await drafts.Save(draft, answers, kept, tab, open.Service.DraftDays, stop);
        return (saved is null ? null : With(saved, open.Service, await FactsOf(saved, who, stop)), problems);
    }

    /// <summary>Sends the draft: as a new case, or as the answer to a request for more papers. A second sending is refused.</summary>
    public async Task<Outcome<Submitted>> Send(OpenDraft open, Actor who, CancellationToken stop)
    {
        if (open.Problems() is { Count: > 0 } wrong) return Outcome.Refuse<Submitted>(PostedAnswers.Problems(wrong));
        var (draft, service) = (open.Draft, open.Service);
        var answers = service.Form.Clean(draft.Answers, open.Context);
        var sentFiles = draft.Files.RemoveAll(f => !CaseFiles.Answers(answers, f));
        if (draft.CaseId is { } caseId)
        {
            var answered = await cases.Do(caseId, async (_, _, transaction) =>
            {
                if (!await Drafts.End(transaction, draft)) return CaseProblems.NotWaiting.Now();
                await Uploads.Sent(transaction, sentFiles);
                return Outcome.Agree<ICaseCommand>(new AnswerSupplement(answers, sentFiles));
            }, who, stop);
            return answered.Map(c => new Submitted(c, ""));
        }
        var applicant = draft.Applicant ?? await ApplicantOf(who, stop);
        var secret = SubmitDesk.NewSecret();
        var sealedSecret = acknowledged.Seal(secret);
        var channel = draft.Applicant is null ? Channel.Online : Channel.Counter;
        return await submit.Send(new Submission(service, channel, applicant, answers, sentFiles), who, draft.Id,
            async transaction =>
            {
                if (!await Drafts.End(transaction, draft)) return false;
                await acknowledged.Keep(transaction, draft, sealedSecret);
                await Uploads.Sent(transaction, sentFiles);
                return true;
            }, stop, secret);
    }

    public async Task<Applicant> ApplicantOf(Actor who, CancellationToken stop)
    {
        var card = await citizens.Find(who.Id, stop);
        return new Applicant(who.Id, who.Id, card?.Name ?? who.Name, card?.IdentityNumber, card?.Phone, card?.Email, card?.Address);
    }

    private OpenDraft With(Draft draft, ServiceDefinition service, JsonObject applicant) =>
        new(draft, service, contexts.For(service, clock.GetCurrentInstant(), draft.Files, applicant));

    /// <summary>What the form may offer as answers about the person who applies.</summary>
    private async Task<JsonObject> FactsOf(Draft draft, Actor who, CancellationToken stop)
    {
        if (draft.Applicant is { } person)
            return new JsonObject
            {
                ["name"] = person.Name, ["identityNumber"] = person.IdentityNumber, ["phone"] = person.Phone, ["email"] = person.Email, ["address"] = person.Address,
            };
        var card = await citizens.Find(who.Id, stop);
        return new JsonObject
        {
            ["name"] = card?.Name ?? who.Name, ["identityNumber"] = card?.IdentityNumber, ["phone"] = card?.Phone, ["email"] = card?.Email,
            ["address"] = card?.Address, ["birthdate"] = card?.Birthdate, ["gender"] = card?.Gender,
        };
    }

    private static IReadOnlyList<FormNode> FileQuestions(OpenDraft open, FormPage page) =>
        [.. open.View.Pages.Where(p => p.Id == page.Id).SelectMany(p => p.Fields).Where(n => n.Component.Kind == FormKind.FilePicker)];
}
