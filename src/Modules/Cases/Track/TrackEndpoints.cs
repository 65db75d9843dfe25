using HaiDang.Cases.Files;
using HaiDang.Cases.Follow;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Cases.Track;

internal static class TrackEndpoints
{
    public static readonly ProblemType NoMatch = new("cases.no-such-pair", ProblemKind.Invalid,
        new("Mã hồ sơ và mã bí mật này không khớp với hồ sơ nào.", "No case has this number together with this secret."),
        new("Gõ lại đúng như trên xác nhận đã gửi. Mất mã bí mật: đăng nhập để xem hồ sơ, hoặc mang giấy tờ tùy thân đến bộ phận một cửa.",
            "Type both just as the acknowledgement has them. If the secret is lost, sign in to see your case, or bring your identity card to the counter."));

    /// <summary>Whoever holds the secret need not be the applicant, so the log does not say that it was.</summary>
    private static readonly Actor Holder = Actor.Citizen("holder-of-secret", "Người giữ mã bí mật");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.Portal.Track, Find).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.LookUp)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapGet(Links.Portal.TrackedRoute, Show).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.LookUp);
        routes.MapGet(Links.Portal.TrackedResultRoute, Result).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.LookUp);
    }

    /// <summary>The address holds the secret: it must leak to no other site and stay in no cache.</summary>
    public static void KeepSecret(HttpContext http)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    private static async Task<IResult> Find(HttpContext http, TrackedCases tracked, CancellationToken stop)
    {
        var posted = await http.Request.ReadFormAsync(stop);
        string number = posted["number"].ToString(), secret = posted["secret"].ToString();
        if (await tracked.Find(number, secret, stop) is { } matter)
            return Results.LocalRedirect(Links.Portal.Tracked(matter.Number, SubmitDesk.Plain(secret)));
        return PageResult.Render<TrackPage>(http, new { Problems = (IReadOnlyList<Problem>)[NoMatch.At("number")], Typed = number });
    }

    /// <summary>An endpoint and no routed page, because the framework empties a routed page that says 404, and with it the help.</summary>
    private static async Task<IResult> Show(string number, string secret, HttpContext http, TrackedCases tracked, CancellationToken stop)
    {
        var page = PageResult.Render<TrackedPage>(http, new { Number = number, Secret = secret },
            await tracked.Find(number, secret, stop) is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
        KeepSecret(http);
        return page;
    }

    private static async Task<IResult> Result(
        string number, string secret, HttpContext http, TrackedCases tracked, CaseDesk desk, CaseLetters letters, CancellationToken stop)
    {
        KeepSecret(http);
        if (await tracked.Find(number, secret, stop) is not { Status: CaseStatus.Issued } matter) return Results.NotFound();
        var pdf = await letters.Read(matter, LetterKinds.Result, stop);
        if (pdf is not null) await desk.Do(matter, new FetchResult(), Holder, stop);
        return FileResult.Pdf(pdf, $"{LetterKinds.Result}-{matter.Number}.pdf");
    }
}
