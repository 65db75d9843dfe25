using NodaTime;

namespace HaiDang.Cli;

/// <summary>The one place where the program looks at the clock on the wall.</summary>
internal static class WallClock
{
#pragma warning disable RS0030 // the composition root chooses the clock
    public static readonly IClock It = SystemClock.Instance;
#pragma warning restore RS0030
}
