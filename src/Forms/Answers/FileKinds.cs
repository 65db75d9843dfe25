namespace HaiDang.Forms;

/// <summary>The <c>accept</c> of a file field: extensions and media types, as HTML has it.</summary>
internal static class FileKinds
{
    public static IReadOnlyList<string> Split(string accept) =>
        accept.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool Takes(IReadOnlyList<string> accept, FormFile file) => accept.Count == 0 || accept.Any(kind =>
        kind.StartsWith('.') ? file.Name.EndsWith(kind, StringComparison.OrdinalIgnoreCase)
        : kind.EndsWith("/*", StringComparison.Ordinal) ? file.MediaType.StartsWith(kind[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(kind, file.MediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is taken, in words for people: <c>PDF, JPG</c>.</summary>
    public static string Words(IReadOnlyList<string> accept, string language) => string.Join(", ", accept.Select(kind => kind switch
    {
        "image/*" => language == FormLanguage.En ? "pictures" : "ảnh",
        _ => kind.TrimStart('.').Split('/')[^1].ToUpperInvariant(),
    }).Distinct());
}
