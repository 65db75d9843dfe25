namespace HaiDang.Dmn;

/// <summary>What one evaluation may use, so that no model, however made, holds up its host. What goes beyond ends with null and a note.</summary>
public sealed record DmnLimits
{
    /// <summary>Limits that fit a model of law.</summary>
    public static DmnLimits Default { get; } = new();

    /// <summary>The most notes that are kept.</summary>
    public const int MostNotes = 200;

    /// <summary>The most uses of tables that are kept.</summary>
    public const int MostTableUses = 500;

    /// <summary>The longest chain of elements that require one another.</summary>
    public const int MostChain = 500;

    /// <summary>Expressions evaluated and values fitted to types.</summary>
    public int Steps { get; init; } = 1_000_000;

    /// <summary>How deeply decisions, knowledge models and services may call one another.</summary>
    public int Calls { get; init; } = 150;
}
