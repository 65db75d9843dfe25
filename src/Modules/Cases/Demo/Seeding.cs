using NodaTime;

namespace HaiDang.Cases.Demo;

/// <summary>Whether a demo is being filled at this moment.</summary>
internal sealed class Seeding
{
    private volatile bool running;

    /// <summary>What happened before this was made up: it is in the cases, but nobody is written to about it today.</summary>
    public Instant MadeUpBefore { get; set; } = Instant.MinValue;

    public bool Running
    {
        get => running;
        set => running = value;
    }
}

/// <summary>The clock of the made-up past.</summary>
internal sealed class SeedClock(Instant begin) : IClock
{
    public Instant Now { get; set; } = begin;

    public Instant GetCurrentInstant() => Now;
}
