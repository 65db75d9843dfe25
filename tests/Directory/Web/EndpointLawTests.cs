using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Directory.Tests.Web;

public sealed class EndpointLawTests
{
    // The framework's own; it names no policy and is therefore closed to all by the fallback.
    private const string OfTheFramework = "/_framework/opaque-redirect";

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it()
    {
        await using var door = await FrontDoor.Open();
        Assert.Empty(door.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText != OfTheFramework)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetOrderedMetadata<IAuthorizeData>().LastOrDefault()?.Policy is null)
            .Select(e => e.RoutePattern.RawText));
    }

    [Fact]
    public async Task Every_post_needs_the_token_of_a_page()
    {
        await using var door = await FrontDoor.Open();
        var posts = door.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            // Programs carry a bearer token, and below /api no cookie is read.
            .Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().LastOrDefault()?.Policy?.StartsWith("api-", StringComparison.Ordinal) != true).ToList();
        Assert.NotEmpty(posts);
        Assert.Empty(posts.Where(e => e.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }).Select(e => e.RoutePattern.RawText));
    }
}
