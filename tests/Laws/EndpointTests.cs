using System.Net;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using HaiDang.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Laws.Tests;

/// <summary>Every endpoint names a policy, or is one of the design system's own that need none. Generated from the routes: a new endpoint is in it by itself.</summary>
public sealed class EndpointTests
{
    /// <summary>Who calls these carries a bearer token or signs each message; below <c>/api</c> no cookie is read, so nothing can be forged there.</summary>
    private static readonly string[] ForPrograms =
        [Platform.Access.Policies.ApiSubmit, Platform.Access.Policies.ApiRead, Platform.Access.Policies.ApiMessage, Platform.Access.Policies.ApiWebhook,
            Platform.Access.Policies.Signed];

    private static readonly string[] Policies =
        [Platform.Access.Policies.Public, Platform.Access.Policies.Citizen, Platform.Access.Policies.Official, Platform.Access.Policies.Admin, Platform.Access.Policies.SignedIn,
            .. ForPrograms];

    private static readonly string[] OpenByNature = ["/_content/", "/favicon.ico", "/language/", "/_framework/opaque-redirect"];

    [Fact]
    public async Task Every_endpoint_names_a_policy_or_is_open_by_nature()
    {
        var wrong = (await Endpoints()).Where(e => !OpenByNature.Any(o => Pattern(e).StartsWith(o, StringComparison.Ordinal)))
            .Where(e => !e.Metadata.OfType<IAuthorizeData>().Any(a => Policies.Contains(a.Policy)))
            .Select(e => $"{Methods(e)} {Pattern(e)}");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_post_checks_its_token_against_forgery()
    {
        var wrong = (await Endpoints()).Where(e => Methods(e).Contains("POST", StringComparison.Ordinal))
            .Where(e => !IsForPrograms(e))
            .Where(e => e.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation != true)
            .Select(Pattern);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task What_is_for_programs_is_below_api_and_nothing_else_writes_there()
    {
        var endpoints = await Endpoints();
        Assert.Empty(endpoints.Where(e => IsForPrograms(e) && !Pattern(e).StartsWith("/api/", StringComparison.Ordinal)).Select(Pattern));
        Assert.Empty(endpoints.Where(e => Pattern(e).StartsWith("/api", StringComparison.Ordinal) && !IsForPrograms(e) && Methods(e) != "GET").Select(Pattern));
    }

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        var patterns = (await Endpoints()).Select(Pattern).ToHashSet();
        var dead = from door in typeof(Contracts.Links).GetNestedTypes()
                   from link in door.GetFields().Where(f => f.IsLiteral)
                   let address = (string)link.GetRawConstantValue()!
                   where address != Contracts.Links.Api.Description // the framework maps it as a pattern of its own
                   where !patterns.Contains(address) && !patterns.Any(p => p.StartsWith(address + "/", StringComparison.Ordinal))
                   select $"Links.{door.Name}.{link.Name} = {address}";
        Assert.Equal("", string.Join('\n', dead));
    }

    private static bool IsForPrograms(RouteEndpoint e) => e.Metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy is { } policy && ForPrograms.Contains(policy);

    private static async Task<IReadOnlyList<RouteEndpoint>> Endpoints()
    {
        var data = System.IO.Directory.CreateTempSubdirectory("haidang-laws-").FullName;
        try
        {
            var problems = new PackProblems();
            var folder = CityFolder.Open(Path.Combine(House.Root, "cities", "thi-tran"), problems)!;
            var city = CityReader.Read(folder, problems);
            Assert.True(city is not null, string.Join('\n', problems.All.Select(p => p.In(Language.English))));
            var start = new CityStart(folder, city, Database.AtFile(Path.Combine(data, "city.db")), data, Demo: false, new Uri("http://localhost"));
            await using var app = CityApp.Build(start, new StoppedClock(Instant.FromUtc(2026, 3, 2, 1, 0)), new IPEndPoint(IPAddress.Loopback, 0));
            var found = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
            Assert.True(found.Count > 40, $"Only {found.Count} endpoints were found.");
            return found;
        }
        finally
        {
            System.IO.Directory.Delete(data, recursive: true);
        }
    }

    private static string Pattern(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    private static string Methods(RouteEndpoint endpoint) => string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []);
}

/// <summary>A clock that shows one time.</summary>
internal sealed class StoppedClock(Instant at) : IClock
{
    public Instant GetCurrentInstant() => at;
}
