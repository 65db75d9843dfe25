using HaiDang.Cases.Follow;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Cases.AnswerRequest;

internal static class SupplementEndpoint
{
    public const string Send = "send";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Links.Mine.SupplementRoute, Answer).RequireAuthorization(Policies.Citizen).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Answer(string number, HttpContext http, OwnCases mine, SupplementDesk desk, CurrentActor who, CancellationToken stop)
    {
        if (await mine.Find(number, stop) is not { } matter) return Results.NotFound();
        if (matter is not { Status: CaseStatus.AwaitingApplicant, Asked: not null }) return Refused(http, number, [CaseProblems.NotWaiting.Now()]);
        var posted = await http.Request.ReadFormAsync(stop);
        var open = (await desk.Open(matter, who.Required, begin: true, stop))!;
        var (saved, problems) = await desk.Take(open, matter, posted, who.Required, stop);
        if (saved is null) return Refused(http, number, [CaseProblems.ChangedMeanwhile.Now()]);
        if (problems.Count > 0) return Refused(http, number, problems);
        if (posted["do"] != Send || posted.ContainsKey("remove")) return Results.LocalRedirect(Links.Mine.Supplement(number));

        var sent = await desk.Send(saved, matter, who.Required, stop);
        return sent.Ok ? Results.LocalRedirect(Links.Mine.Case(number)) : Refused(http, number, sent.Problems);
    }

    private static IResult Refused(HttpContext http, string number, IReadOnlyList<Problem> problems) =>
        PageResult.Render<SupplementPage>(http, new { Number = number, Problems = problems }, ProblemResults.StatusOf(problems));
}
