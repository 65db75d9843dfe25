using HaiDang.Contracts;
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

namespace HaiDang.Directory.Own;

/// <summary>What an official posts about their own account. A new password or authenticator ends all sessions but this one.</summary>
internal static class OwnEndpoints
{
    public const string PasswordDone = "mat-khau", AuthenticatorDone = "ung-dung", SigningFileDone = "tep-ky-so";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.Directory.OwnPassword, Password).RequireAuthorization(Policies.Official).RequireRateLimiting(RateLimits.Entry);
        routes.MapPost(Links.Directory.OwnAuthenticator, Authenticator).RequireAuthorization(Policies.Official).RequireRateLimiting(RateLimits.Entry);
        routes.MapPost(Links.Directory.OwnSigningFile, SigningFile).RequireAuthorization(Policies.Official).RequireRateLimiting(RateLimits.Unlock);
    }

    private static async Task<IResult> Password(
        HttpContext http, OwnAccount own, SignedIn who, [FromForm] string? current, [FromForm] string? password, [FromForm] string? repeated, CancellationToken stop) =>
        await Answer(http, await own.ChangePassword(who.Official!, current, password, repeated, AddressOf(http), stop), PasswordDone);

    private static async Task<IResult> Authenticator(
        HttpContext http, OwnAccount own, SignedIn who, Enrolment enrolment, [FromForm] string? current, [FromForm] string? secret, [FromForm] string? code, CancellationToken stop)
    {
        var shown = enrolment.Open(who.Official!.Account, secret);
        var done = await own.ChangeAuthenticator(who.Official!, current, shown, code, AddressOf(http), stop);
        return done.Ok
            ? await Answer(http, done, AuthenticatorDone)
            : PageResult.Again<NewAuthenticatorPage>(http, done.Problems, new { Secret = shown });
    }

    private static async Task<IResult> SigningFile(HttpContext http, OwnAccount own, SignedIn who, IFormFile? file, [FromForm] string? passphrase, CancellationToken stop)
    {
        byte[]? content = null;
        if (file is { Length: > 0 and <= OwnAccount.LargestSigningFile })
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, stop);
            content = memory.ToArray();
        }
        return await Answer(http, await own.SetSigningFile(who.Official!, content, passphrase, stop), SigningFileDone);
    }

    private static async Task<IResult> Answer(HttpContext http, Outcome<Official> done, string what)
    {
        if (!done.Is(out var official, out var problems)) return PageResult.Again<OwnPage>(http, problems, new { Failed = what });
        await SessionCookie.Begin(http, ActorKind.Official, official.Account, official.Stamp);
        return Results.LocalRedirect($"{Links.Directory.Own}?done={what}");
    }

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
