using HaiDang.Contracts;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Web;

/// <summary>What is answered when something goes wrong, never a stack trace: a page to people, a problem to programs.</summary>
internal static class Trouble
{
    internal static Task Answer(HttpContext http) => Show(http, StatusCodes.Status500InternalServerError);

    internal static Task Status(StatusCodeContext context) => Show(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static Task Show(HttpContext http, int status) => http.Request.Path.StartsWithSegments(Links.Api.Root, StringComparison.Ordinal)
        ? ProblemResults.OfStatus(status).ExecuteAsync(http)
        : PageResult.ShowStatus(http, status);
}
