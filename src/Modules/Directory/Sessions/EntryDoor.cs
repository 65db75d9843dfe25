using HaiDang.Contracts;
using HaiDang.Directory.SignIn.Denied;
using HaiDang.Platform.Access;
using HaiDang.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Directory.Sessions;

/// <summary>What happens to a request that needs somebody else: it is sent to the right sign-in, or told plainly that it may not.</summary>
internal static class EntryDoor
{
    public static async Task Ask(HttpContext http)
    {
        if (Policy(http) is not { } policy)
        {
            await Closed(http);
            return;
        }
        var door = policy is Policies.Official or Policies.Admin ? Links.SignIn.Official : Links.SignIn.Choose;
        var held = await Hold(http);
        var back = WayBack.ToHere(http.Request) ?? (held is null ? null : WayBack.Local(http.Request.Path));
        if (back is not null && held is not null) back = WayBack.With(back, HeldPosts.Parameter, held);
        http.Response.Redirect(back is null ? door : Links.SignIn.Back(door, back));
    }

    /// <summary>Keeps what somebody posts whose session ended while they typed. What saves itself in the background is still in the page.</summary>
    private static async Task<string?> Hold(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && !Autosave.Asked(http) && SessionCookie.Ended(http) is { } ended
            ? await http.RequestServices.GetRequiredService<HeldPosts>().Keep(ended, http.Request, http.RequestAborted)
            : null;

    public static Task Deny(HttpContext http)
    {
        if (Policy(http) is null) return Closed(http);
        return PageResult.Render<DeniedPage>(http, null, StatusCodes.Status403Forbidden).ExecuteAsync(http);
    }

    /// <summary>An address that nobody answers is not there; an endpoint that names no policy is closed to all.</summary>
    private static Task Closed(HttpContext http) =>
        Status(http, http.GetEndpoint() is null ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static string? Policy(HttpContext http) => http.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().LastOrDefault()?.Policy;
}
