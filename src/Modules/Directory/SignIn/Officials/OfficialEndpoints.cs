using System.Globalization;
using HaiDang.Contracts;
using HaiDang.Directory.Demo;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.Sessions;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace HaiDang.Directory.SignIn.Officials;

internal static class OfficialEndpoints
{
    private const string StepCookie = "haidang.step";
    private static readonly Duration StepLife = Duration.FromMinutes(10);

    private static readonly ProblemType StepOver = new("directory.sign-in-step-over", ProblemKind.Invalid,
        new("Bước nhập mã đã hết hạn.", "The time for entering the code is over."),
        new("Nhập lại thư điện tử và mật khẩu.", "Enter your e-mail and password again."));

    /// <summary>What is known between the two steps.</summary>
    internal sealed record Step(Guid Official, string Stamp);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.SignIn.Official, Password).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Entry);
        routes.MapPost(Links.SignIn.OfficialCode, Code).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Entry);
        routes.MapPost(Links.SignIn.Demo, AsDemo).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Entry);
    }

    private static async Task<IResult> Password(
        HttpContext http, OfficialEntry entry, Sealed box, [FromForm] string? email, [FromForm] string? password, CancellationToken stop)
    {
        if (!(await entry.Password(email, password, AddressOf(http), stop)).Is(out var official, out var problems))
            return PageResult.Render<OfficialPage>(http, new { Problems = problems, Email = email }, StatusOf(http, problems));
        http.Response.Cookies.Append(StepCookie, box.Close(StepCookie, new Step(official.Id, official.Stamp), StepLife), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = Links.SignIn.Official,
            MaxAge = StepLife.ToTimeSpan(), IsEssential = true,
        });
        return Results.LocalRedirect(WayBack.Keep(http.Request, Links.SignIn.OfficialCode));
    }

    private static async Task<IResult> Code(HttpContext http, OfficialEntry entry, Sealed box, [FromForm] string? code, CancellationToken stop)
    {
        if (box.Open<Step>(StepCookie, http.Request.Cookies[StepCookie]) is not { } step)
            return PageResult.Again<OfficialPage>(http, [StepOver.Now()]);
        if (!(await entry.Code(step.Official, step.Stamp, code, AddressOf(http), stop)).Is(out var official, out var problems))
            return PageResult.Render<CodePage>(http, new { Problems = problems }, StatusOf(http, problems));
        http.Response.Cookies.Delete(StepCookie, new CookieOptions { Path = Links.SignIn.Official });
        return await Enter(http, official);
    }

    private static async Task<IResult> AsDemo(HttpContext http, OfficialEntry entry, DemoDoor demo, [FromForm] Guid official, CancellationToken stop)
    {
        if (!demo.IsOpenTo(http)) return Results.NotFound();
        return (await entry.AsDemo(official, AddressOf(http), stop)).Is(out var entered, out var problems)
            ? await Enter(http, entered)
            : PageResult.Render<OfficialPage>(http, new { Problems = problems });
    }

    private static async Task<IResult> Enter(HttpContext http, Official official)
    {
        await SessionCookie.Begin(http, ActorKind.Official, official.Account, official.Stamp);
        return Results.LocalRedirect(WayBack.Or(http.Request, Links.Desk.Inbox));
    }

    /// <summary>A wrong password is a form to mend, not a place that is forbidden; too many of them are refused for a while.</summary>
    private static int StatusOf(HttpContext http, IReadOnlyList<Problem> problems)
    {
        if (problems[0].Type.Kind != ProblemKind.TooOften) return StatusCodes.Status422UnprocessableEntity;
        http.Response.Headers.RetryAfter = ((int)Guesses.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return StatusCodes.Status429TooManyRequests;
    }

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
