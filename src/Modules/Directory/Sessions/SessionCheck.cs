using System.Security.Claims;
using HaiDang.Directory.Citizens;
using HaiDang.Directory.Officials;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Claim = HaiDang.Platform.Access.Claim;

namespace HaiDang.Directory.Sessions;

/// <summary>
/// Reads the account of a session once per request, so that a move takes effect and a suspension or a new password ends
/// the session at the next click.
/// </summary>
internal sealed class SessionCheck(CityDb db, KnownCitizens citizens, CurrentActor current, SignedIn signedIn, HeldPosts held, IClock clock)
{
    public async Task Run(CookieValidatePrincipalContext context)
    {
        var stop = context.HttpContext.RequestAborted;
        if (!Guid.TryParse(context.Principal?.FindFirstValue(Claim.Id), out var id) || !await Load(context.Principal!, id, stop))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SessionCookie.Scheme);
            return;
        }
        signedIn.SecondsLeft = SessionCookie.SecondsLeft(context.Properties, clock.GetCurrentInstant().ToDateTimeOffset());
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Query[HeldPosts.Parameter].ToString() is { Length: > 0 } typed
            && await held.Find(typed, context.Principal!, stop) is { } again) context.HttpContext.Features.Set(again);
        context.ReplacePrincipal(WithRoles(context.Principal!));
    }

    private async Task<bool> Load(ClaimsPrincipal principal, Guid id, CancellationToken stop)
    {
        if (principal.FindFirstValue(Claim.Kind) == Claim.KindOfficial)
        {
            var official = await OfficialStore.Find(await db.Connection(stop), id);
            if (official is not { Active: true } || official.Stamp != principal.FindFirstValue(Claim.Stamp)) return false;
            signedIn.Official = official;
            current.Actor = official.Actor;
            return true;
        }
        if (await citizens.Load(id, stop) is not { } citizen) return false;
        signedIn.Citizen = citizen;
        current.Actor = citizen.Actor;
        return true;
    }

    private ClaimsPrincipal WithRoles(ClaimsPrincipal principal)
    {
        var identity = new ClaimsIdentity(principal.Identity, principal.Claims, SessionCookie.Scheme, Claim.Name, Claim.Role);
        identity.AddClaim(new(Claim.Name, current.Required.Name));
        foreach (var role in signedIn.Official?.Roles ?? []) identity.AddClaim(new(Claim.Role, role));
        return new ClaimsPrincipal(identity);
    }
}
