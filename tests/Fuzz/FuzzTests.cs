using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Testing;

namespace HaiDang.Fuzz.Tests;

/// <summary>
/// The readers of expressions, models and forms under random and damaged input: no exception, no case of more than five seconds, no growth of
/// memory. Forty thousand cases among the tests; <c>HAIDANG_FUZZ_CASES</c> and <c>HAIDANG_FUZZ_SEED</c> ask for others (<c>./dev fuzz engines</c>).
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const long AllowedGrowth = 48 << 20;
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Whatever_is_read_is_answered_with_values()
    {
        var (cases, seed) = (Asked("HAIDANG_FUZZ_CASES", 40_000), Asked("HAIDANG_FUZZ_SEED", 1996));
        var (began, before, slowest) = (Stopwatch.StartNew(), 0L, TimeSpan.Zero);
        for (var i = 0L; i < cases; i++)
        {
            // Each case has dice of its own, so that one case can be played again by its number.
            var text = Targets.Next(new Dice((ulong)(seed + i) * 2654435761 + 12345), out var target);
            var from = Stopwatch.GetTimestamp();
            try
            {
                target(text);
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"case {seed + i}, {target.Method.Name}: {e.GetType().Name} {e.Message}\n{text}\n{e.StackTrace}");
            }
            var took = Stopwatch.GetElapsedTime(from);
            Assert.True(took < longest, $"case {seed + i}, {target.Method.Name} took {took.TotalSeconds:0.0} s:\n{text}");
            slowest = took > slowest ? took : slowest;
            if (i == Math.Min(cases / 4, 20_000)) before = GC.GetTotalMemory(forceFullCollection: true);
            if (i > 0 && i % 500_000 == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i:N0} cases, {i / began.Elapsed.TotalSeconds:N0}/s, slowest {slowest.TotalMilliseconds:0} ms, {GC.GetTotalMemory(true) >> 10:N0} KB"));
        }
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        var said = string.Create(CultureInfo.InvariantCulture, $"{cases:N0} cases in {began.Elapsed.TotalSeconds:N0} s, slowest {slowest.TotalMilliseconds:0} ms, memory grew by {grown >> 10:N0} KB");
        output.WriteLine(said);
        if (cases > 100_000) Console.WriteLine(said);
        Assert.True(grown < AllowedGrowth, said);
    }

    [Fact]
    public void Any_string_at_all_is_answered_with_values() => Prop.ForAll<string>(text =>
    {
        Targets.Feel(text ?? "");
        Targets.Model(text ?? "");
        Targets.Form(text ?? "");
    }).Check(Trials.Of(2_000));

    private static long Asked(string variable, long otherwise) => long.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;
}
