using NodaTime;

namespace HaiDang.Directory.Tests;

/// <summary>A clock that stands until a test moves it.</summary>
internal sealed class HandClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 20, 2, 0);

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration time) => Now += time;
}
