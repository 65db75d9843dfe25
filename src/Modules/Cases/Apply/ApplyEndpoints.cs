using HaiDang.Cases.Files;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Platform.Packs;
using HaiDang.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace HaiDang.Cases.Apply;

/// <summary>The posts of applying, and the files of drafts.</summary>
internal static class ApplyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var posts = routes.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        posts.MapPost(Links.Apply.BeginRoute, Begin).RequireAuthorization(Policies.Citizen);
        posts.MapPost(Links.Apply.PageRoute, Answer).RequireAuthorization(Policies.SignedIn);
        posts.MapPost(Links.Apply.CheckRoute, Send).RequireAuthorization(Policies.SignedIn);
        posts.MapPost(Links.Apply.DiscardRoute, Discard).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(Links.Apply.ResumeRoute, Resume).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(Links.Apply.FileRoute, File).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> Begin(string slug, ServiceCatalogue services, Drafts drafts, CurrentActor who, CancellationToken stop)
    {
        if (services.Find(slug) is not { } service || !service.Channels.Contains("online")) return Results.NotFound();
        var draft = await drafts.Begin(who.Required, service, [], [], null, null, stop);
        return Results.LocalRedirect(Links.Apply.Page(draft.Id, service.Form.VisiblePages(draft.Answers)[0].Id));
    }

    private static async Task<IResult> Resume(Guid draft, ApplyDesk desk, CurrentActor who, CancellationToken stop)
    {
        if (await desk.Open(draft, who.Required, stop) is not { } open) return Results.NotFound();
        var wrong = open.Problems();
        return Results.LocalRedirect(wrong.Count > 0 ? Links.Apply.Page(draft, wrong[0].PageId) : Links.Apply.Check(draft));
    }

    private static async Task<IResult> Answer(
        Guid draft, string page, HttpContext http, ApplyDesk desk, CurrentActor who, City city, IClock clock, CancellationToken stop)
    {
        if (await desk.Open(draft, who.Required, stop) is not { } open || open.Service.Form.Page(page) is not { } formPage) return Results.NotFound();
        var posted = await http.Request.ReadFormAsync(stop);
        string? tab = posted["tab"];
        if (open.Draft.Tab is not null && open.Draft.Tab != tab && posted["seen"] != PageSeen.Of(open, formPage))
        {
            if (Autosave.Asked(http)) return Autosave.Refused(CaseProblems.ChangedMeanwhile.Now().Sentence);
            var typed = open.Service.Form.Merge(
                open.Draft.Answers, open.Service.Form.Read(PostedAnswers.Of(posted), formPage, open.Context, open.Draft.Answers).Data);
            return PageResult.Render<ApplyPage>(http, new { Draft = draft, Page = page, ChangedElsewhere = true, Typed = typed, Tab = tab }, StatusCodes.Status409Conflict);
        }

        var (saved, fileProblems) = await desk.Take(open, formPage, posted, tab, who.Required, stop);
        if (Autosave.Asked(http))
            return saved is null ? Autosave.Refused(CaseProblems.ChangedMeanwhile.Now().Sentence) : Autosave.Saved(clock.GetCurrentInstant().InZone(city.Zone).TimeOfDay);
        if (saved is null) return PageResult.Render<ApplyPage>(http, new { Draft = draft, Page = page, ChangedElsewhere = true, Tab = tab }, StatusCodes.Status409Conflict);
        var here = Links.Apply.Page(draft, page) + http.Request.QueryString;
        if (fileProblems.Count == 0 && posted.ContainsKey("remove")) return Results.LocalRedirect(here);
        if (fileProblems.Count == 0 && ListEntries.Asked(posted)) return Results.LocalRedirect($"{here}#{Uri.EscapeDataString(ListEntries.Place(saved.View, posted))}");

        // A question that an answer has just called up is asked, not complained of. What the person saw is what the page says that it drew:
        // the answer may have been saved in the background, so that the draft knew of the question before the person did.
        var asked = posted[ApplyPage.Drawn] is { Count: > 0 } drawn ? drawn.ToString().Split(' ') : FieldsOf(open, page);
        var wrong = saved.Problems(page);
        var calledUp = FieldsOf(saved, page).Except(asked).ToHashSet();
        if (fileProblems.Count == 0 && wrong.Count > 0 && wrong.All(p => calledUp.Contains(p.Path))) return Results.LocalRedirect(here);
        Problem[] problems = [.. fileProblems, .. PostedAnswers.Problems(wrong).Where(p => fileProblems.All(f => f.Field != p.Field))];
        if (problems.Length > 0) return PageResult.Again<ApplyPage>(http, problems, new { Draft = draft, Page = page, Tab = tab });
        var next = http.Request.Query["check"] == "1" ? null : saved.Service.Form.NextPage(saved.Draft.Answers, page, saved.Context);
        return Results.LocalRedirect(next is null ? Links.Apply.Check(draft) : Links.Apply.Page(draft, next.Id));
    }

    private static IEnumerable<string> FieldsOf(OpenDraft open, string page) =>
        open.View.Pages.Where(p => p.Id == page).SelectMany(p => p.Fields).Select(f => f.Path);

    private static async Task<IResult> Send(
        Guid draft, HttpContext http, ApplyDesk desk, SentOnce once, Acknowledgements acknowledged, CurrentActor who, CancellationToken stop)
    {
        if (await desk.Open(draft, who.Required, stop) is not { } open)
            return await acknowledged.Find(draft, who.Required, stop) is { } before ? Acknowledge(http, before, once) : Results.LocalRedirect(Links.Mine.Home);
        var sent = await desk.Send(open, who.Required, stop);
        if (!sent.Is(out var submitted, out var problems))
        {
            // The same form, sent twice at once: the other one was first.
            if (await acknowledged.Find(draft, who.Required, stop) is { } first) return Acknowledge(http, first, once);
            return PageResult.Again<CheckPage>(http, problems, new { Draft = draft });
        }
        return open.Draft.CaseId is null ? Acknowledge(http, submitted, once) : Results.LocalRedirect(Links.Mine.Case(submitted.Case.Number));
    }

    private static IResult Acknowledge(HttpContext http, Submitted sent, SentOnce once)
    {
        if (sent.Secret.Length > 0) once.Keep(http, sent);
        return Results.LocalRedirect(sent.Case.Channel == Channel.Counter ? Links.Desk.CounterSent(sent.Case.Number) : Links.Mine.Sent(sent.Case.Number));
    }

    private static async Task<IResult> Discard(Guid draft, Drafts drafts, CurrentActor who, CancellationToken stop)
    {
        if (await drafts.Find(draft, who.Required, stop) is { } mine) await drafts.Discard(mine, stop);
        return Results.LocalRedirect(Links.Mine.Home);
    }

    private static async Task<IResult> File(Guid draft, string file, Drafts drafts, HaiDang.Platform.Blobs.IBlobStore files, CurrentActor who, CancellationToken stop) =>
        FileResult.Show((await drafts.Find(draft, who.Required, stop))?.Files.Find(f => f.Id == file), files);
}
