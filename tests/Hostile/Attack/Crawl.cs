using System.Net;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>Walks the pages that somebody can reach by links, a few of each route, and gathers their forms.</summary>
internal sealed class Crawl(Attacker attacker, IReadOnlyList<Route> routes, int ofEach)
{
    private readonly Queue<string> next = new();
    private readonly HashSet<string> seen = [];
    private readonly Dictionary<string, int> opened = [];

    public List<PageForm> Forms { get; } = [];

    /// <summary>Names of query parameters, by route.</summary>
    public Dictionary<Route, HashSet<string>> Queries { get; } = [];

    public async Task From(params string[] paths)
    {
        foreach (var path in paths) Add(path);
        while (next.TryDequeue(out var path))
        {
            var (status, html) = await attacker.Opens(path);
            if (attacker.Led is { } to) Add(to);
            if (status != HttpStatusCode.OK) continue;
            foreach (var form in PageForm.On(path, html))
            {
                Forms.Add(form);
                if (form.Method == "GET" && RouteOf(form.Action, "GET") is { } route) Note(route, form.Open.Select(f => f.Name));
            }
            foreach (var link in PageForm.LinksOn(html)) Add(link);
        }
    }

    public Route? RouteOf(string address, string method) => routes.FirstOrDefault(r => r.Method == method && r.Answers(address.Split('?')[0]));

    private void Add(string address)
    {
        if (!seen.Add(address) || RouteOf(address, "GET") is not { } route) return;
        var query = address.Contains('?', StringComparison.Ordinal) ? Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[address.IndexOf('?')..]).Keys : (IEnumerable<string>)[];
        Note(route, query);
        // The same page with other parameters is another page: tabs, verbs, languages.
        var kind = $"{route.Pattern}?{string.Join('&', query.Order())}";
        if (opened.GetValueOrDefault(kind) >= ofEach) return;
        opened[kind] = opened.GetValueOrDefault(kind) + 1;
        next.Enqueue(address);
    }

    private void Note(Route route, IEnumerable<string> names)
    {
        if (!Queries.TryGetValue(route, out var known)) Queries[route] = known = [];
        known.UnionWith(names);
    }
}
