using System.Globalization;
using HaiDang.Cases.Follow;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Cases.Rate;

internal static class RateEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Links.Mine.RateRoute, Rate).RequireAuthorization(Policies.Citizen).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Rate(string number, HttpContext http, OwnCases mine, CancellationToken stop)
    {
        var posted = await http.Request.ReadFormAsync(stop);
        string stars = posted["stars"].ToString(), words = posted["words"].ToString();
        var rated = await mine.Do(number, new RateCase(int.TryParse(stars, CultureInfo.InvariantCulture, out var n) ? n : 0, words), stop);
        return rated.Ok
            ? Results.LocalRedirect(Links.Mine.Case(number))
            : PageResult.Again<OwnCasePage>(http, rated.Problems, new { Number = number, TypedStars = stars, TypedWords = words });
    }
}
