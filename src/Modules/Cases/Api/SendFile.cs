using System.ComponentModel;
using HaiDang.Cases.Life;
using HaiDang.Kernel;
using HaiDang.Platform.Files;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>A file is sent by itself; a case refers to it afterwards.</summary>
internal static class SendFile
{
    private const int InMemory = 64 * 1024;

    internal static async Task<IResult> Post(
        [Description("Tên tệp / the file's name")] string name, HttpContext http, IncomingFiles incoming, SentFiles kept, IClock clock, CancellationToken stop)
    {
        await using var content = new FileBufferingReadStream(http.Request.Body, InMemory, IncomingFiles.LargestFile, Path.GetTempPath());
        try
        {
            await content.DrainAsync(stop);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            return ProblemResults.Json([FileProblems.TooLarge.At("name", FileName.Safe(name), IncomingFiles.LargestFile / 1_000_000)], StatusCodes.Status413PayloadTooLarge);
        }
        content.Position = 0;
        // Which of these kinds a question takes is asked when a case refers to the file.
        if (!(await incoming.Take("name", FileKind.All, name, content, stop)).Is(out var taken, out var problems)) return ProblemResults.Json(problems);
        var file = new CaseFile(Uuid.Secret(20), "", taken.Name, taken.Hash, taken.Size, taken.Kind.MediaType, clock.GetCurrentInstant(), taken.Scanned);
        await kept.Keep(file, stop);
        return Results.Json(new SentFile { Id = file.Id, Name = file.Name, Type = file.Type, Size = file.Size, KeptUntil = file.AddedAt + SentFiles.Life },
            KernelJson.Options, statusCode: StatusCodes.Status201Created);
    }
}

internal sealed record SentFile
{
    [Description("Mã để dẫn trong câu trả lời / the id to name in answers")]
    public required string Id { get; init; }
    public required string Name { get; init; }
    [Description("Loại theo nội dung / the kind, told by its content")]
    public required string Type { get; init; }
    public required long Size { get; init; }
    [Description("Giữ đến khi nào nếu không hồ sơ nào dùng / until when it is kept if no case uses it")]
    public required Instant KeptUntil { get; init; }
}
