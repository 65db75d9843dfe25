using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Operations.Backups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Platform.Operations;

public static class OperationsSetup
{
    internal static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<VerifyCity>();
        services.AddSingleton<ReaderStates>();
        services.AddSingleton<BackupNotes>();
        services.AddSingleton<BackupCity>();
        services.AddSingleton<RestoreCity>();
        services.AddSingleton<Health>();
    }

    /// <summary><c>/health</c>: 200 while the city works, 503 when it cannot.</summary>
    public static void MapOperations(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Links.Operations.Health, async (Health health, HttpContext http) =>
    {
        var report = await health.Look(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(report, KernelJson.Options, statusCode: report.State == HealthState.Down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }).RequireAuthorization(Policies.Public);
}
