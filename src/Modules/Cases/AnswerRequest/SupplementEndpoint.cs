using System.Globalization;
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
using NodaTime;

namespace HaiDang.Cases.AnswerRequest;

internal static class SupplementEndpoint
{
    public const string Send = "send";

    /// <summary>When the request was made that the form answers.</summary>
    public const string Asked = "asked";

    /// <summary>What the case's page is told after an answer.</summary>
    public const string Done = "supplement";

    /// <summary>What the case's page is told when the answer was kept for later.</summary>
    public const string Kept = "kept";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Links.Mine.SupplementRoute, Answer).RequireAuthorization(Policies.Citizen).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Answer(string number, HttpContext http, OwnCases mine, SupplementDesk desk, AnsweredBefore answered, CurrentActor who, CancellationToken stop)
    {
        if (await mine.Find(number, stop) is not { } matter) return Results.NotFound();
        var posted = await http.Request.ReadFormAsync(stop);
        Instant? asked = long.TryParse(posted[Asked], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? Instant.FromUnixTimeTicks(ticks) : null;
        if (matter is not { Status: CaseStatus.AwaitingApplicant, Asked: not null })
            return await answered.Find(matter, asked, stop) ? Sent(number) : Refused(http, number, [CaseProblems.NotWaiting.Now()]);
        var open = (await desk.Open(matter, who.Required, begin: true, stop))!;
        var (saved, problems) = await desk.Take(open, matter, posted, who.Required, stop);
        if (saved is null && await answered.Find(matter, asked, stop)) return Sent(number);
        if (saved is null) return Refused(http, number, [CaseProblems.ChangedMeanwhile.Now()]);
        if (problems.Count > 0) return Refused(http, number, problems);
        if (posted.ContainsKey("remove")) return Results.LocalRedirect(Links.Mine.Supplement(number));
        if (posted["do"] != Send) return Results.LocalRedirect($"{Links.Mine.Case(number)}?done={Kept}");

        var sent = await desk.Send(saved, matter, who.Required, stop);
        // The same answer, sent twice at once: the other one was first.
        if (sent.Ok) return Sent(number);
        if (!await answered.Find(matter, asked, stop)) return Refused(http, number, sent.Problems);
        await desk.Discard(saved, stop);
        return Sent(number);
    }

    private static IResult Sent(string number) => Results.LocalRedirect($"{Links.Mine.Case(number)}?done={Done}");

    private static IResult Refused(HttpContext http, string number, IReadOnlyList<Problem> problems) =>
        PageResult.Again<SupplementPage>(http, problems, new { Number = number });
}
