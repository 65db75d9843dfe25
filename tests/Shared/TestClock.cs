using NodaTime;

namespace HaiDang.Testing;

/// <summary>A clock that stands until the test moves it.</summary>
internal sealed class TestClock(Instant start) : IClock
{
    private readonly Lock gate = new();
    private Instant now = start;

    public static TestClock At(int year, int month, int day, int hour = 2) => new(Instant.FromUtc(year, month, day, hour, 0));

    public Instant GetCurrentInstant()
    {
        lock (gate) return now;
    }

    public void Pass(Duration time)
    {
        lock (gate) now += time;
    }
}
