using System.Text.Json.Nodes;
using HaiDang.Cases.Letters;
using HaiDang.Documents;
using HaiDang.Platform.Blobs;
using NodaTime;

namespace HaiDang.Cases.Demo;

/// <summary>The papers of made-up cases: one picture and one PDF that say of themselves what they are, kept once.</summary>
internal sealed class MadeUpPapers(IBlobStore files)
{
    private const string Text = """
        # GIẤY TỜ MẪU

        Tệp này được làm ra cho bản demo. Đây không phải giấy tờ của ai.
        """;

    private Blob? picture, paper;

    public async Task<(Blob Blob, string Type)> For(string name, Instant now, CancellationToken stop) =>
        name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
            ? (paper ??= await files.Put(Pdf(now), stop), "application/pdf")
            : (picture ??= await files.Put(Jpeg(), stop), "image/jpeg");

    private static byte[] Pdf(Instant now) => LetterMaker.Make(
        DocumentTemplate.Read(Text, "giay-to-mau.md").Template ?? throw new InvalidOperationException("The demo's own paper cannot be read."),
        new JsonObject(), "giay-to-mau", now, now.InUtc().Date, "Giấy tờ mẫu").Bytes;

    private static byte[] Jpeg()
    {
        using var stream = typeof(MadeUpPapers).Assembly.GetManifestResourceStream($"{typeof(MadeUpPapers).Namespace}.giay-to-mau.jpg")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
