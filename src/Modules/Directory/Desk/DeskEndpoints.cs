using HaiDang.Contracts;
using HaiDang.Directory.Desk.New;
using HaiDang.Directory.Desk.One;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace HaiDang.Directory.Desk;

/// <summary>What an administrator posts.</summary>
internal static class DeskEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.Directory.New, Invite).RequireAuthorization(Policies.Admin);
        routes.MapPost(Links.Directory.VerbRoute, Verb).RequireAuthorization(Policies.Admin);
    }

    private static async Task<IResult> Invite(
        HttpContext http, InviteOfficial invite, CurrentActor current,
        [FromForm] string? name, [FromForm] string? email, [FromForm] string? unit, [FromForm] string? title, [FromForm] StringValues? roles, CancellationToken stop)
    {
        var ask = new InviteAsk(name, email, new(unit, title, WordsOf(roles)));
        return (await invite.Run(ask, current.Required, stop)).Is(out var invited, out var problems)
            ? PageResult.Render<LinkMadePage>(http, new { Made = invited }, StatusCodes.Status200OK)
            : PageResult.Render<InviteOfficialPage>(http, new { Problems = problems, Typed = ask }, ProblemResults.StatusOf(problems));
    }

    private static async Task<IResult> Verb(
        HttpContext http, OfficialDesk desk, ReinviteOfficial reinvite, CityUnits units, CurrentActor current, Guid id, string verb,
        [FromForm] string? name, [FromForm] string? unit, [FromForm] string? title, [FromForm] StringValues? roles, [FromForm] string? reason, CancellationToken stop)
    {
        if (verb == OfficialVerb.Reinvite)
            return (await reinvite.Run(id, current.Required, stop)).Is(out var made, out var refused)
                ? PageResult.Render<LinkMadePage>(http, new { Made = made }, StatusCodes.Status200OK)
                : Again(http, id, verb, refused, null, reason);
        var move = new MoveAsk(name, new(unit, title, WordsOf(roles)));
        Func<OfficialFacts, Outcome<IReadOnlyList<IEvent>>>? rule = verb switch
        {
            OfficialVerb.Move => facts => MoveOfficial.Decide(facts, move, units),
            OfficialVerb.Suspend => facts => SuspendOfficial.Suspend(facts, reason),
            OfficialVerb.Restore => facts => SuspendOfficial.Restore(facts, reason),
            _ => null,
        };
        if (rule is null) return Results.NotFound();
        return (await desk.Change(id, current.Required, rule, stop: stop)).Is(out _, out var problems)
            ? Results.LocalRedirect($"{Links.Directory.Official(id)}?done={verb}")
            : Again(http, id, verb, problems, verb == OfficialVerb.Move ? move : null, reason);
    }

    // Bound as StringValues: an array of strings from a form stops the start of the program (.NET 10).
    private static string[] WordsOf(StringValues? values) => [.. (values ?? default).OfType<string>()];

    private static IResult Again(HttpContext http, Guid id, string verb, IReadOnlyList<Problem> problems, MoveAsk? move, string? reason) =>
        problems[0].Type.Kind == ProblemKind.Missing ? Results.NotFound()
        : PageResult.Render<OneOfficialPage>(http, new { Id = id, Verb = verb, Problems = problems, Move = move, Reason = reason }, ProblemResults.StatusOf(problems));
}

/// <summary>The last part of the addresses to which an official's page posts.</summary>
internal static class OfficialVerb
{
    public const string Move = "chuyen", Suspend = "tam-dung", Restore = "khoi-phuc", Reinvite = "moi-lai";
}
