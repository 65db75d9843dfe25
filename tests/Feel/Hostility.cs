using HaiDang.Feel;

namespace HaiDang.Feel.Tests;

public sealed class Hostility : Specification
{
    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a:", "1", "}")]
    [InlineData("-", "1", "")]
    [InlineData("if true then ", "1", " else 2")]
    [InlineData("f(", "1", ")")]
    [InlineData("abs(", "1", ")")]
    [InlineData("for x in ", "[1]", " return x")]
    [InlineData("some x in [1] satisfies ", "true", "")]
    [InlineData("function() ", "1", "")]
    [InlineData("1[", "true", "]")]
    [InlineData("1 in (", "1", ")")]
    [InlineData("[1..", "1", "]")]
    [InlineData("a", "", ".b")]
    [InlineData("1", "", "[1]")]
    [InlineData("a", "", "()")]
    [InlineData("1", "", " instance of Any")]
    public void Deep_nests_are_refused_not_followed(string before, string core, string after)
    {
        var outcomes = new List<string>();
        var thread = new Thread(() =>
        {
            foreach (var depth in new[] { 10, 100, 150, 199, 300, 2_000, 12_000 })
            {
                var opened = core.Length > 0 ? Repeat(before, depth) : before;
                var text = opened + core + Repeat(after, depth);
                var parse = FeelExpression.Parse(text);
                parse.Value?.Evaluate(FeelScope.Empty);
                FeelUnaryTests.Parse(text).Value?.Test(FeelValue.Of(1), FeelScope.Empty);
                outcomes.Add(parse.Value is not null ? "read" : Assert.Single(parse.Diagnostics).Code);
            }
        }, 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal("read", outcomes[0]);
        Assert.Contains(outcomes[^1], new[] { "feel.too-deep", "feel.too-long-text" });
    }

    [Fact]
    public void Deep_types_are_refused()
    {
        Assert.NotNull(FeelType.Parse(Repeat("list<", 40) + "number" + Repeat(">", 40)).Value);
        Assert.Equal("feel.too-deep", Assert.Single(FeelType.Parse(Repeat("list<", 9_000) + "number" + Repeat(">", 9_000)).Diagnostics).Code);
    }

    [Fact]
    public void Long_chains_are_flat()
    {
        Feel("1" + Repeat(" + 1", 20_000)).Is("20001");
        Feel("true" + Repeat(" and true", 5_000)).Is("true");
        Feel("count([1" + Repeat(", 1", 30_000) + "])").Is("30001");
        Feel(new string('1', 100_001)).IsRefused("feel.too-long-text");
    }

    [Fact]
    public void Recursion_without_end_is_cut()
    {
        Feel("{f: function(n) f(n + 1), r: f(1)}.r").Fails("feel.too-deep-calls");
        Feel("{f: function(n) f(n + 1) + f(n + 1), r: f(1)}.r").Fails("feel.too-deep-calls");
        Feel("{f: function(n) if n = 0 then 0 else f(n - 1), r: f(200)}.r").Is("0");
    }

    [Fact]
    public void Loops_without_end_are_cut()
    {
        Feel("for i in 1..1000000000 return i").Fails("feel.too-long");
        Feel("for a in 1..10000, b in 1..10000 return 1").Fails("feel.too-long");
        Feel("some i in 1..1000000000 satisfies i < 0").Fails("feel.too-long");
        Feel("{x: for i in 1..1000000000 return i, r: 5}.r").Fails("feel.too-long");
        Feel("count(for i in 1..1000 return i)").Within(new() { Steps = 100 }).Fails("feel.too-long");
        Feel("count(for i in 1..100000 return i)").Is("100000");
    }

    [Fact]
    public void Growth_is_cut()
    {
        Feel("(for i in 1..40 return if i = 1 then \"ab\" else partial[-1] + partial[-1])[-1]").Fails("feel.too-long-string");
        Feel("count((for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1])").Fails("feel.too-long");
        Feel("string length((for i in 1..9999 return if i = 1 then \"a\" else partial[-1] + \"a\")[-1])").Is("9999");
        Feel("replace(\"" + Repeat("a", 50_000) + "\", \"a\", \"" + Repeat("b", 40_000) + "\")").Fails("feel.too-long-string");
    }

    [Fact]
    public void Values_nested_without_end_can_be_compared_and_written()
    {
        var deep = "(for i in 1..100000 return if i = 1 then [1, 2] else [0, partial[-1]])[-1]";
        Feel($"{deep} = {deep}").Is("false");
        var value = Feel(deep).Value(out _);
        Assert.NotEmpty(value.ToString());
        Assert.NotNull(value.ToJson());
        Assert.Equal(100_001, Feel($"count(flatten({deep}))").Value(out _).AsDecimal);
    }

    [Fact]
    public void Values_that_share_their_parts_do_not_unfold_without_end()
    {
        const string doubled = "(for i in 1..60 return if i = 1 then [1, 2] else [partial[-1], partial[-1]])[-1]";
        Feel($"{doubled} = {doubled}").Fails("feel.too-long");
        Feel($"distinct values([{doubled}, {doubled}])").Fails("feel.too-long");
        Feel($"count(flatten({doubled}))").Fails("feel.too-long");
        Feel($"{doubled.Replace("60", "40", StringComparison.Ordinal)} instance of {Repeat("list<", 40)}number{Repeat(">", 40)}").Fails("feel.too-long");
        var value = Feel(doubled).Value(out _);
        Assert.InRange(value.ToString().Length, 1_000_000, 1_001_000);
        Assert.False(value == Feel(doubled).Value(out _));
        Assert.NotNull(value.ToJson());
    }

    [Fact]
    public void A_loop_pays_for_the_size_of_its_body() =>
        Feel($"for i in 1..100000 return 1{Repeat(" + 1", 20_000)}").Fails("feel.too-long");

    [Fact]
    public void A_pattern_that_explodes_is_no_matter()
    {
        Feel("matches(\"" + Repeat("a", 5_000) + "!\", \"^(a+)+$\")").Is("false");
        Feel("matches(\"" + Repeat("a", 5_000) + "!\", \"^(a+)+\\1$\")").Fails("feel.slow-pattern");
        Feel("matches(\"a\", \"" + Repeat("(a", 400) + Repeat(")", 400) + "\")").IsNull();
        Feel("matches(\"a\", \"a{1000}{1000}{1000}\")").IsNull();
    }

    [Fact]
    public void Notes_are_counted()
    {
        Feel("for i in 1..1000 return nothing").Value(out var notes);
        Assert.Equal(FeelLimits.Default.Notes, notes.Count);
    }
}
