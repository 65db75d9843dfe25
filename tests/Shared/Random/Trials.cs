using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HaiDang.Testing;

/// <summary>
/// Random trials. Among the tests they are the same every time, so that a red is always the change's own;
/// <c>HAIDANG_FUZZ_SEED</c> asks for others (<c>./dev fuzz properties</c>).
/// </summary>
internal static class Trials
{
    private const ulong Usual = 1996;

    /// <summary>So many trials, and an exception that shows the smallest one that failed.</summary>
    public static Config Of(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true).WithReplay(Seed, Odd(Seed));

    private static ulong Seed { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("HAIDANG_FUZZ_SEED"), CultureInfo.InvariantCulture, out var asked) ? asked : Usual;

    // The generator's second number has to be odd.
    private static ulong Odd(ulong seed) => (seed * 0x9E3779B97F4A7C15) | 1;
}
