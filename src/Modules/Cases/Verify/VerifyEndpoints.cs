using System.Security.Cryptography;
using HaiDang.Contracts;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Cases.Verify;

internal static class VerifyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var doors = routes.MapGroup("").RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.LookUp);
        doors.MapGet(Links.Portal.VerifyRoute, Show);
        doors.MapPost(Links.Portal.VerifyRoute, Compare).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>An endpoint and no routed page, because the framework empties a routed page that says 404, and with it the help.</summary>
    private static async Task<IResult> Show(string code, HttpContext http, IssuedResults results, CancellationToken stop) =>
        PageResult.Render<VerifyPage>(http, new { Code = code },
            await results.Find(code, stop) is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);

    /// <summary>Says whether a file that somebody holds is the one that was issued. The file is read and forgotten.</summary>
    private static async Task<IResult> Compare(string code, HttpContext http, IssuedResults results, CancellationToken stop)
    {
        if (await results.Find(code, stop) is not { } result) return Results.LocalRedirect(Links.Portal.Verify(IssuedResults.Plain(code)));
        var posted = await http.Request.ReadFormAsync(stop);
        if (posted.Files["file"] is not { Length: > 0 } file)
            return PageResult.Render<VerifyPage>(http, new { Code = code, Compared = Comparison.Nothing });
        await using var content = file.OpenReadStream();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
        return PageResult.Render<VerifyPage>(http,
            new { Code = code, Compared = hash == result.File_Hash ? Comparison.Same : Comparison.Different }, StatusCodes.Status200OK);
    }
}

/// <summary>What came of comparing a file.</summary>
public enum Comparison
{
    NotAsked,

    /// <summary>No file was chosen.</summary>
    Nothing,
    Same,
    Different,
}
