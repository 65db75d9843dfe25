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

    public static async Task<Outcome<T>> Read<T>(HttpContext http, CancellationToken stop = default) where T : class
    {
        if (!http.Request.HasJsonContentType()) return ApiProblems.NotJson.Now();
        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(part, stop)) > 0;)
        {
            if (kept.Length + read > Largest) return ApiProblems.TooLarge.Now(Largest / 1024 / 1024);
            kept.Write(part, 0, read);
        }
        try
        {
            var body = JsonSerializer.Deserialize<T>(kept.GetBuffer().AsSpan(0, (int)kept.Length), Strict);
            return body is null ? ApiProblems.Unreadable.At("$", "$", 1) : body;
        }
        catch (JsonException wrong)
        {
            var place = wrong.Path ?? "$";
            return ApiProblems.Unreadable.At(place, place, (wrong.LineNumber ?? 0) + 1);
        }
    }
}

internal static class ApiProblems
{
    public static readonly ProblemType NotJson = new("platform.not-json", ProblemKind.Unreadable,
        new("Thân yêu cầu không phải JSON.", "The body of the request is not JSON."),
        new("Gửi JSON (UTF-8) với tiêu đề Content-Type: application/json.", "Send JSON (UTF-8) with the header Content-Type: application/json."));

    public static readonly ProblemType TooLarge = new("platform.body-too-large", ProblemKind.TooLarge,
        new("Thân yêu cầu lớn hơn {0} MB.", "The body of the request is larger than {0} MB."),
        new("Gửi tệp riêng bằng POST /api/files rồi dẫn mã tệp trong câu trả lời.", "Send files by POST /api/files and name their ids in the answers."));

    public static readonly ProblemType Unreadable = new("platform.unreadable-json", ProblemKind.Unreadable,
        new("Không đọc được JSON tại {0}, dòng {1}.", "The JSON cannot be read at {0}, line {1}."),
        new("So với lược đồ trong /api/openapi.json: sai kiểu, thành phần lạ, thành phần lặp hoặc sai cú pháp.", "Compare it with the schema in /api/openapi.json: a wrong type, an unknown or repeated member, or a fault of syntax."));
}
