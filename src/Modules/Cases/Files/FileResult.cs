using HaiDang.Cases.Life;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Cases.Files;

/// <summary>Shows a kept file in the browser under the type that its content has; it can be nothing that runs.</summary>
internal static class FileResult
{
    public static IResult Show(CaseFile? file, IBlobStore store) =>
        file is null || store.Open(file.Hash) is not { } content ? Results.NotFound() : new Inline(content, file.Type, file.Name);

    public static IResult Pdf(byte[]? content, string name) =>
        content is null ? Results.NotFound() : new Inline(new MemoryStream(content, writable: false), FileKind.Pdf.MediaType, name);

    /// <summary>What browsers show stands in the page; other kinds are only ever saved.</summary>
    private sealed class Inline(Stream content, string type, string name) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            await using var open = content;
            http.Response.Headers.ContentDisposition = $"{(FileKind.Shown.Any(k => k.MediaType == type) ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(name)}";
            http.Response.Headers.CacheControl = "private, no-store";
            await Results.Stream(open, type).ExecuteAsync(http);
        }
    }
}
