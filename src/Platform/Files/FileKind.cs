namespace HaiDang.Platform.Files;

/// <summary>A kind of file that the city takes. What a file is, is told by its content and never by its name.</summary>
/// <param name="Word">As people call it: <c>PDF</c>.</param>
/// <param name="Extensions">The endings that fit, the usual one first.</param>
public sealed record FileKind(string MediaType, string Word, params IReadOnlyList<string> Extensions)
{
    public static readonly FileKind Pdf = new("application/pdf", "PDF", ".pdf");
    public static readonly FileKind Jpeg = new("image/jpeg", "JPG", ".jpg", ".jpeg", ".jpe", ".jfif");
    public static readonly FileKind Png = new("image/png", "PNG", ".png");
    public static readonly FileKind WebP = new("image/webp", "WebP", ".webp");
    public static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX", ".docx");
    public static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", ".xlsx");
    public static readonly FileKind Zip = new("application/zip", "ZIP", ".zip");

    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Jpeg, Png, WebP, Docx, Xlsx, Zip];

    /// <summary>What is taken where a question names no kinds: what every browser shows in the page.</summary>
    public static IReadOnlyList<FileKind> Shown { get; } = [Pdf, Jpeg, Png, WebP];

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public static FileKind? Of(string mediaType) => All.FirstOrDefault(k => k.MediaType == mediaType);

    /// <summary>The kinds that an <c>accept</c> names by ending or media type; <see cref="Shown"/> where it names none.</summary>
    public static IReadOnlyList<FileKind> Taken(IReadOnlyList<string> accept) => accept.Count == 0 ? Shown : [.. All.Where(k => accept.Any(k.IsMeantBy))];

    /// <summary>The name with an ending that fits the content: a PDF that calls itself a picture is a PDF.</summary>
    public string NameOf(string name) =>
        Extensions.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? name : Path.GetFileNameWithoutExtension(name) + Extensions[0];

    private bool IsMeantBy(string accept) =>
        accept.StartsWith('.') ? Extensions.Contains(accept, StringComparer.OrdinalIgnoreCase)
        : accept.EndsWith("/*", StringComparison.Ordinal) ? MediaType.StartsWith(accept[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(accept, MediaType, StringComparison.OrdinalIgnoreCase);
}
