using HaiDang.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace HaiDang.Directory.Sessions;

/// <summary>Where a person wanted to go before they were asked to sign in. Only paths of this site count.</summary>
internal static class WayBack
{
    public const string Parameter = "back";
    private const int Longest = 1000;

    public static string? Of(HttpRequest request) => Local(request.Query[Parameter]);

    public static string Or(HttpRequest request, string otherwise) => Of(request) ?? otherwise;

    /// <summary>The path when it leads within this site, else null.</summary>
    public static string? Local(string? path) =>
        path is ['/', ..] && path.Length <= Longest && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl) && !path.StartsWith(Links.SignIn.Choose, StringComparison.Ordinal) ? path : null;

    /// <summary>The path with a parameter, in place of one of that name.</summary>
    public static string With(string path, string name, string value)
    {
        var cut = path.IndexOf('?', StringComparison.Ordinal);
        var others = cut < 0 ? [] : QueryHelpers.ParseQuery(path[cut..]).Where(q => q.Key != name).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        return QueryHelpers.AddQueryString(cut < 0 ? path : path[..cut], [.. others, KeyValuePair.Create(name, (string?)value)]);
    }

    /// <summary>An address with the way back of this request, if it has one.</summary>
    public static string Keep(HttpRequest request, string to) => Of(request) is { } back ? Links.SignIn.Back(to, back) : to;

    /// <summary>Where this request itself may be asked for again: its own address, or the page that it was posted from.</summary>
    public static string? ToHere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return Local(request.PathBase + request.Path + request.QueryString);
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value ? Local(from.PathAndQuery) : null;
    }
}
