using System.Collections.Concurrent;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Kernel;
using HaiDang.Platform.Blobs;

namespace HaiDang.Cases.Generate;

/// <summary>
/// The result's file of generated cases: one unsigned specimen for each service, made from the first case that comes to it. A million
/// signed files would be a hundred gigabytes of paper that nobody issued.
/// </summary>
internal sealed class Specimens(LetterFacts facts, IBlobStore files)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> hashes = new();

    public Task<string> Of(Case matter, ServiceDefinition service, IssuedResult result) =>
        hashes.GetOrAdd(service.Hash, _ => new Lazy<Task<string>>(() => Make(matter, service, result))).Value;

    private async Task<string> Make(Case matter, ServiceDefinition service, IssuedResult result)
    {
        var pdf = LetterMaker.Make(
            service.ResultTemplate, facts.Of(matter, service, Language.Vietnamese, result.At, null, result with { Number = "…" }), $"specimen/{service.Hash}", result.At,
            result.Date, $"Bản mẫu – {service.Result.Name.Vi}");
        return (await files.Put(pdf.Bytes)).Hash;
    }
}
