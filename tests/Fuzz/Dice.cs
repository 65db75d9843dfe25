namespace HaiDang.Fuzz.Tests;

/// <summary>Chance that can be thrown again: the same seed gives the same cases. Faster than <see cref="Random"/> with a seed.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed * 0x9E3779B97F4A7C15 + 1;

    public int Below(int limit)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (uint)limit);
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public bool OneIn(int times) => Below(times) == 0;
}
