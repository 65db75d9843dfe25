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

namespace HaiDang.Cases.Withdraw;

internal static class WithdrawEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Links.Mine.WithdrawRoute, Withdraw).RequireAuthorization(Policies.Citizen).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Withdraw(string number, HttpContext http, OwnCases mine, CancellationToken stop)
    {
        var reason = (await http.Request.ReadFormAsync(stop))["reason"].ToString();
        var withdrawn = await mine.Do(number, new WithdrawCase(reason), stop);
        // Sent twice: the first time did it.
        if (withdrawn.Ok || await mine.Find(number, stop) is { Status: CaseStatus.Withdrawn }) return Results.LocalRedirect(Links.Mine.Case(number));
        return PageResult.Again<WithdrawPage>(http, withdrawn.Problems, new { Number = number, Typed = reason });
    }
}
