namespace HaiDang.Platform.Http.Load;

/// <summary>How much the city takes on at once. More than that waits in a line, and what would wait too long is told to come again.</summary>
/// <param name="AtOnce">Requests that are worked on at the same time.</param>
/// <param name="Line">Requests that may wait.</param>
/// <param name="Patience">How long one may wait.</param>
public sealed record LoadLimits(int AtOnce, int Line, TimeSpan Patience)
{
    /// <summary>More at once would only make all of them slower; the database's connections suffice for these.</summary>
    public static LoadLimits Usual { get; } = new(16 * Environment.ProcessorCount, 2_000, TimeSpan.FromSeconds(4));

    /// <summary>A form up to this size is read before it takes a place, so that a slow line keeps nobody else waiting.</summary>
    public const int SmallForm = 1024 * 1024;
}
