using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace HaiDang.Ui;

/// <summary>
/// Style sheet, islands, fonts and emblem, embedded in the assembly and named by the hash of their content: a browser keeps
/// each for a year and asks again only when it changed. Served from memory, compressed at build time.
/// </summary>
public static class UiAssets
{
    public const string Root = "/_content/HaiDang.Ui";

    private static readonly Assembly Home = typeof(UiAssets).Assembly;

    private static readonly FrozenDictionary<string, string> Names =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Open("manifest.json")!)!.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Asset> ByHashedName =
        Names.Values.ToFrozenDictionary(name => name, Asset.Load);

    /// <summary>The path of an asset by its plain name: <c>UiAssets.Path("site.css")</c>. An unknown name is a bug and throws.</summary>
    public static string Path(string name) => $"{Root}/{Names[name]}";

    /// <summary>Plain names of all assets with their sizes in bytes as sent to a browser that takes Brotli.</summary>
    public static IReadOnlyDictionary<string, int> SentSizes =>
        Names.ToDictionary(n => n.Key, n => (ByHashedName[n.Value].Brotli ?? ByHashedName[n.Value].Plain).Length);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(Root + "/{name}", [HttpMethods.Get, HttpMethods.Head], Send).AllowAnonymous().ExcludeFromDescription();

    private static Task Send(HttpContext http, string name)
    {
        if (!ByHashedName.TryGetValue(name, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var (bytes, encoding) = asset.For(http.Request.Headers.AcceptEncoding.ToString());
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) headers.ContentEncoding = encoding;
        http.Response.ContentType = asset.Type;
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static Stream? Open(string name) => Home.GetManifestResourceStream("assets/" + name);

    private sealed record Asset(string Type, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
    {
        public static Asset Load(string name) => new(TypeOf(name), Read(name)!, Read(name + ".br"), Read(name + ".gz"));

        public (byte[] Bytes, string? Encoding) For(string accepted) =>
            Brotli is not null && accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (Brotli, "br")
            : Gzip is not null && accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (Gzip, "gzip")
            : (Plain, null);

        private static byte[]? Read(string name)
        {
            using var stream = Open(name);
            if (stream is null) return null;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }

        private static string TypeOf(string name) => System.IO.Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            var other => throw new InvalidOperationException($"No media type for assets ending in {other}."),
        };
    }
}
