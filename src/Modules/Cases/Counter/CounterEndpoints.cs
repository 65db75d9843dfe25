using HaiDang.Cases.Accept;
using HaiDang.Cases.Apply;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
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

namespace HaiDang.Cases.Counter;

/// <summary>The posts of the counter: begins a draft for the person who came, and accepts what was just lodged.</summary>
internal static class CounterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var posts = routes.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireAuthorization(Policies.Official);
        posts.MapPost(Links.Desk.CounterServiceRoute, Begin);
        posts.MapPost(Links.Desk.CounterSentRoute, Accept);
    }

    private static async Task<IResult> Begin(
        string slug, HttpContext http, ServiceCatalogue services, CounterDesk counter, Drafts drafts, City city, IClock clock, CurrentActor who, CancellationToken stop)
    {
        if (services.Find(slug) is not { } service || counter.UnitFor(who.Required, service) is not { } unit) return Results.NotFound();
        var form = await http.Request.ReadFormAsync(stop);
        var now = clock.GetCurrentInstant();
        if (!PersonHere.Read(form).Check($"person:{Uuid.New(now)}", now.InZone(city.Zone).Date).Is(out var applicant, out var problems))
            return PageResult.Again<CounterPersonPage>(http, problems, new { Slug = slug, Typed = form });
        var answers = service.Form.Defaults();
        if (service.UnitKey is { } key) answers[key] = unit.Id;
        var draft = await drafts.Begin(who.Required, service, answers, [], null, applicant, stop);
        return Results.LocalRedirect(Links.Apply.Page(draft.Id, service.Form.VisiblePages(draft.Answers)[0].Id));
    }

    private static async Task<IResult> Accept(string number, HttpContext http, CaseDesk desk, CurrentActor current, CancellationToken stop)
    {
        var who = current.Required;
        if (await desk.FindByNumber(number, stop) is not { } matter || !who.Holds(new QueueKey(matter.Unit, CounterDesk.Role))) return Results.NotFound();
        Outcome<Case> done = matter.Work.Find(w => w.Step == StepKind.Reception) is { } reception
            ? await desk.Do(matter, new ClaimWork(reception.Token), who, stop)
            : CaseProblems.StepOver.Now();
        if (done.Ok) done = await desk.Do(done.Value, new AcceptCase(done.Value.Work.Find(w => w.Step == StepKind.Reception)!.Token), who, stop);
        return done.Is(out _, out var problems)
            ? Results.LocalRedirect(Links.Desk.CounterSent(number))
            : PageResult.Again<CounterSentPage>(http, problems, new { Number = number });
    }
}
