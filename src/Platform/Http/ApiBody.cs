using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Platform.Http;

/// <summary>Reads the JSON that a program sent. What cannot be read is named by place; a member that nobody asked for is refused, not lost.</summary>
public static class ApiBody
{
    /// <summary>More than any form holds; files are sent by themselves.</summary>
    public const int Largest = 2 * 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = new(KernelJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        MaxDepth = 64,
    };

    public static Task<Outcome<T>> Read<T>(HttpContext http, CancellationToken stop = default) where T : class => Read<T>(http, _ => null, stop);

    /// <param name="refuse">Why this text is not heard, before anybody looks at what it says: its signature is wrong; null: it is heard.</param>
    public static async Task<Outcome<T>> Read<T>(HttpContext http, Func<string, Problem?> refuse, CancellationToken stop = default) where T : class
    {
        if (!http.Request.HasJsonContentType()) return ApiProblems.NotJson.Now();
        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(part, stop)) > 0;)
        {
            if (kept.Length + read > Largest) return ApiProblems.TooLarge.Now(Largest / 1024 / 1024);
            kept.Write(part, 0, read);
        }
        var text = kept.GetBuffer().AsMemory(0, (int)kept.Length);
        if (refuse(Encoding.UTF8.GetString(text.Span)) is { } unheard) return unheard;
        try
        {
            var body = JsonSerializer.Deserialize<T>(text.Span, Strict);
            return body is null ? ApiProblems.Unreadable.At("$", "$", 1) : body;
        }
        catch (JsonException wrong)
        {
            var place = wrong.Path ?? "$";
            return ApiProblems.Unreadable.At(place, place, (wrong.LineNumber ?? 0) + 1);
        }
    }
}
