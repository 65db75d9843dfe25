using HaiDang.Contracts;
using HaiDang.Directory.SignIn.Denied;
using HaiDang.Platform.Access;
using HaiDang.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Directory.Sessions;

/// <summary>What happens to a request that needs somebody else: it is sent to the right sign-in, or told plainly that it may not.</summary>
internal static class EntryDoor
{
    public static Task Ask(HttpContext http)
    {
        if (Policy(http) is not { } policy) return Closed(http);
        var door = policy is Policies.Official or Policies.Admin ? Links.SignIn.Official : Links.SignIn.Choose;
        http.Response.Redirect(WayBack.ToHere(http.Request) is { } back ? Links.SignIn.Back(door, back) : door);
        return Task.CompletedTask;
    }

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
