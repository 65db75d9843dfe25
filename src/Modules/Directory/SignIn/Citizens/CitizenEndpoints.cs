using HaiDang.Contracts;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.Sessions;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace HaiDang.Directory.SignIn.Citizens;

internal static class CitizenEndpoints
{
    private const string CookiePrefix = "haidang.entry.", LeftCookie = "haidang.left", Purpose = "citizen-entry";
    private static readonly Duration Life = Duration.FromMinutes(15);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Links.SignIn.Citizen, Begin).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Entry);
        routes.MapGet(Links.SignIn.Callback, Return).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Entry);
    }

    /// <summary>After signing out the next person at this computer is asked again who they are.</summary>
    public static void Left(HttpContext http) => http.Response.Cookies.Append(LeftCookie, "1", Options(http, Links.SignIn.Citizen));

    private static async Task<IResult> Begin(HttpContext http, CitizenEntry entry, Sealed box, CancellationToken stop)
    {
        var begun = await entry.Begin(WayBack.Of(http.Request), http.Request.Cookies.ContainsKey(LeftCookie), stop);
        if (!begun.Is(out var next, out var problems)) return Trouble(http, problems, WayBack.Of(http.Request));
        // One cookie per attempt, so that two tabs do not take each other's.
        var options = Options(http, Links.SignIn.Callback);
        options.MaxAge = Life.ToTimeSpan();
        http.Response.Cookies.Append(CookiePrefix + next.Pending.State, box.Close(Purpose, next.Pending, Life), options);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(next.To.ToString());
    }

    private static async Task<IResult> Return(
        HttpContext http, CitizenEntry entry, Sealed box, string? code, string? state, string? error, string? iss, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        var name = CookiePrefix + state;
        var pending = state is { Length: > 0 and < 100 } ? box.Open<PendingEntry>(Purpose, http.Request.Cookies[name]) : null;
        if (pending is null || pending.State != state) return Trouble(http, [EntryProblems.Expired.Now()], null);
        http.Response.Cookies.Delete(name, Options(http, Links.SignIn.Callback));
        if (error is not null || string.IsNullOrEmpty(code))
            return Trouble(http, [(error == "access_denied" ? EntryProblems.Cancelled : EntryProblems.Refused).Now()], pending.Back);
        if (!(await entry.Return(pending, code, iss, stop)).Is(out var citizen, out var problems)) return Trouble(http, problems, pending.Back);
        http.Response.Cookies.Delete(LeftCookie, Options(http, Links.SignIn.Citizen));
        await SessionCookie.Begin(http, ActorKind.Citizen, citizen.Account, "");
        return Results.LocalRedirect(WayBack.Local(pending.Back) ?? Links.Mine.Home);
    }

    private static IResult Trouble(HttpContext http, IReadOnlyList<Problem> problems, string? back) =>
        PageResult.Render<CitizenTroublePage>(http, new { Problem = problems[0], Back = back }, ProblemResults.StatusOf(problems));

    private static CookieOptions Options(HttpContext http, string path) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = path, IsEssential = true,
    };
}
