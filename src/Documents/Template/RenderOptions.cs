namespace HaiDang.Documents;

/// <summary>How values are written and which pictures a template may show.</summary>
public sealed record RenderOptions
{
    /// <summary>Vietnamese, in the one zone of Vietnam, without pictures.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>The language of written values: <c>vi</c> (dates as 22/11/2026, 1.234,5) or <c>en</c> (1,234.5).</summary>
    public string Language { get; init; } = "vi";

    /// <summary>The zone in which moments are told; UTC+7, Vietnam's, unless another is given.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "UTC+7", "UTC+7");

    /// <summary>Pictures by the name that the template writes: <c>![words](name)</c>.</summary>
    public IReadOnlyDictionary<string, DocumentPicture> Pictures { get; init; } = new Dictionary<string, DocumentPicture>();

    /// <summary>How many items all repetitions may write together; the rest is left out and noted.</summary>
    public int MostItems { get; init; } = 100_000;
}
