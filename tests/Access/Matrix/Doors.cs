using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Access.Tests.Matrix;

/// <summary>One endpoint of the running city with one of its methods.</summary>
internal sealed record Door(string Method, string Route, string? Policy)
{
    public override string ToString() => $"{Method} {Route} [{Policy}]";

    /// <summary>All doors of a city but the design system's own, which hold nothing of anybody.</summary>
    public static IReadOnlyList<Door> Of(OpenCity city) =>
    [
        .. from endpoint in ((IEndpointRouteBuilder)city.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
           let route = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/')
           where !OpenByNature.Any(o => route.StartsWith(o, StringComparison.Ordinal))
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           where method != "HEAD"
           select new Door(method, route, endpoint.Metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy),
    ];

    private static readonly string[] OpenByNature = ["/_content/", "/favicon.ico", "/language/", "/_framework/opaque-redirect"];

    /// <summary>
    /// Whose the thing is that the route's parameters name: null where they name nothing of anybody. Throws for a route of which nobody has
    /// said whose it is: then a rule is missing here, and perhaps in the endpoint.
    /// </summary>
    public Func<Role, bool>? Owner
    {
        get
        {
            foreach (var (prefix, owner) in Owners)
                if (Route == prefix || Route.StartsWith(prefix + "/", StringComparison.Ordinal)) return owner;
            return Route.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"{this}: whose is what its parameters name? Add a line to Owners.") : null;
        }
    }

    private static readonly IReadOnlyList<(string Prefix, Func<Role, bool>? Owner)> Owners =
    [
        // A case, by its number or id.
        ("/cua-toi/{number}", r => r.Who is Who.Giang),
        ("/desk/ho-so/{number}", r => r.Knows && r.Passes(Platform.Access.Policies.Official) == true),
        ("/desk/quay/da-gui/{number}", r => r.Who is Who.EastCounter),
        ("/api/cases/{id:guid}", r => r.Who is Who.FirstProgram),
        ("/api/webhooks/{id:guid}", r => r.Who is Who.FirstProgram),
        // A draft.
        ("/nhap/{draft:guid}", r => r.Who is Who.Giang),
        // Whoever holds the secret is let in, and the matrix knocks with a wrong one.
        ("/tra-cuu/{number}/{secret}", _ => false),
        ("/dang-nhap/moi/{token}", null),
        // Open to every official who passes the policy.
        ("/desk/can-bo/{id:guid}", null),
        ("/desk/ung-dung/{id:guid}", null),
        ("/desk/quay/{slug}", null),
        // Nothing of anybody.
        ("/dich-vu/{slug}", null), ("/api/services/{slug}", null), ("/xac-minh/{code}", null), ("/api/{documentName}.json", null),
    ];
}
