namespace HaiDang.Feel;

/// <summary>
/// What one evaluation may use, so that no expression, however made, holds up its host. What goes beyond ends with null and a note.
/// </summary>
public sealed record FeelLimits
{
    /// <summary>Limits that fit an expression on a form or in a decision table.</summary>
    public static FeelLimits Default { get; } = new();

    /// <summary>
    /// Items visited, functions called, sixty-four characters gone through, sixteen pieces of a loop's body: each is a step. A million
    /// take some tenths of a second and at most a few hundred megabytes.
    /// </summary>
    public long Steps { get; init; } = 1_000_000;

    /// <summary>How deeply function calls may nest.</summary>
    public int Calls { get; init; } = 300;

    /// <summary>The longest string that may be made, in UTF-16 units.</summary>
    public int StringLength { get; init; } = 1_000_000;

    /// <summary>The most notes that are written; the rest are dropped.</summary>
    public int Notes { get; init; } = 100;

    /// <summary>The longest text that is read as an expression, in UTF-16 units.</summary>
    public const int TextLength = 100_000;

    /// <summary>How deeply an expression may nest.</summary>
    public const int Nesting = 200;
}
