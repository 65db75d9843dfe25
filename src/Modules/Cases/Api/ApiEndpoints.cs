using HaiDang.Contracts;
using HaiDang.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cases.Api;

/// <summary>The road by which other programs send and follow cases. Described at <see cref="Links.Api.Description"/>.</summary>
internal static class ApiEndpoints
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<UnitReach>();
        services.AddScoped<SentCases>();
        services.AddScoped<SentFiles>();
        services.AddScoped<SentAnswers>();
        services.AddScoped<SendCase>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut(Links.Api.CaseRoute, SendCase.Put).RequireAuthorization(Policies.ApiSubmit);
        routes.MapGet(Links.Api.CaseRoute, ShowCase.Get).RequireAuthorization(Policies.ApiRead);
    }
}
