using HaiDang.Contracts;
using HaiDang.Directory.Sessions;
using HaiDang.Directory.SignIn.Citizens;
using HaiDang.Platform.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Directory.SignIn.Out;

internal static class OutEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.SignIn.Out, SignOut).RequireAuthorization(Policies.Public).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapGet(Links.SignIn.Keep, () => Results.NoContent()).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> SignOut(HttpContext http, SignedIn who)
    {
        if (who.Citizen is not null) CitizenEndpoints.Left(http);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Results.LocalRedirect(Links.Portal.Home);
    }
}
