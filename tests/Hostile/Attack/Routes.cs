using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>One route of the city and the methods that it answers.</summary>
internal sealed partial record Route(string Pattern, string Method)
{
    private readonly Regex address = new("^" + Parameter().Replace(Regex.Escape(Pattern).Replace("}", "\\}", StringComparison.Ordinal).Replace("\\\\}", "\\}", StringComparison.Ordinal), "[^/]+") + "$");

    public IReadOnlyList<string> Parameters { get; } = [.. Names().Matches(Pattern).Select(m => m.Groups[1].Value)];

    public bool Answers(string path) => address.IsMatch(path);

    /// <summary>An address of the route with every parameter that takes any text set to it.</summary>
    public string With(string text) => Names().Replace(Pattern, m => m.Groups[2].Value.Contains("guid", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString() : Uri.EscapeDataString(text));

    public static IReadOnlyList<Route> Of(IEnumerable<EndpointDataSource> sources) =>
        [.. sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(m => new Route("/" + (e.RoutePattern.RawText ?? "").TrimStart('/'), m)))
            .DistinctBy(r => (r.Pattern, r.Method)).OrderBy(r => r.Pattern.Count(c => c == '{'))];

    [GeneratedRegex("\\\\\\{.*?\\\\\\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\\{\\*{0,2}(\\w+)([^}]*)\\}")]
    private static partial Regex Names();
}
