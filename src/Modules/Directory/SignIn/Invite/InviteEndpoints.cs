using HaiDang.Contracts;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.Sessions;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Directory.SignIn.Invite;

internal static class InviteEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Links.SignIn.InviteRoute, Accept).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Entry);

    private static async Task<IResult> Accept(
        HttpContext http, AcceptInvite accept, Enrolment enrolment, string token,
        [FromForm] string? password, [FromForm] string? repeated, [FromForm] string? secret, [FromForm] string? code, CancellationToken stop)
    {
        var ask = new AcceptAsk(password, repeated, enrolment.Open(token, secret), code);
        if (!(await accept.Run(token, ask, http.Connection.RemoteIpAddress?.ToString() ?? "", stop)).Is(out var official, out var problems))
            return PageResult.Render<InvitePage>(http, new { Token = token, Problems = problems, Secret = ask.Secret });
        await SessionCookie.Begin(http, ActorKind.Official, official.Account, official.Stamp);
        return Results.LocalRedirect(Links.Desk.Inbox);
    }
}
