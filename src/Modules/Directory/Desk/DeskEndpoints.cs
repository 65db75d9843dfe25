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
        var ask = new InviteAsk(name, email, new(unit, title, roles.Words()));
        return (await invite.Run(ask, current.Required, stop)).Is(out var invited, out var problems)
            ? PageResult.Render<LinkMadePage>(http, new { Made = invited }, StatusCodes.Status200OK)
            : PageResult.Again<InviteOfficialPage>(http, problems, new { Typed = ask });
    }

    private static async Task<IResult> Verb(
        HttpContext http, OfficialDesk desk, ReinviteOfficial reinvite, CityUnits units, CurrentActor current, Guid id, string verb,
        [FromForm] string? name, [FromForm] string? unit, [FromForm] string? title, [FromForm] StringValues? roles, [FromForm] string? reason, CancellationToken stop)
    {
        if (verb == OfficialVerb.Reinvite)
            return (await reinvite.Run(id, current.Required, stop)).Is(out var made, out var refused)
                ? PageResult.Render<LinkMadePage>(http, new { Made = made }, StatusCodes.Status200OK)
                : Again(refused);
        var move = new MoveAsk(name, new(unit, title, roles.Words()));
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
            : Again(problems, verb == OfficialVerb.Move ? move : null);

        IResult Again(IReadOnlyList<Problem> problems, MoveAsk? typed = null) =>
            PageResult.Again<OneOfficialPage>(http, problems, new { Id = id, Verb = verb, Move = typed, Reason = reason });
    }
}

/// <summary>The last part of the addresses to which an official's page posts.</summary>
internal static class OfficialVerb
{
    public const string Move = "chuyen", Suspend = "tam-dung", Restore = "khoi-phuc", Reinvite = "moi-lai";
}
