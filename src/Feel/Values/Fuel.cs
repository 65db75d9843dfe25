namespace HaiDang.Feel.Values;

/// <summary>How much work may still be done. Values can share their parts, so that a small one unfolds without end: whoever walks through a value burns fuel.</summary>
internal sealed class Fuel(long left)
{
    /// <summary>What one comparison or conversion of values by the host may take.</summary>
    internal const long OfHost = 1_000_000;

    internal bool Empty => left <= 0;

    /// <summary>Burns some; false when none is left.</summary>
    internal bool Burn(long amount = 1)
    {
        left -= amount;
        return left > 0;
    }

    internal void Spill() => left = 0;
}
