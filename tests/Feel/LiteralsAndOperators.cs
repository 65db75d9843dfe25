namespace HaiDang.Feel.Tests;

public sealed class LiteralsAndOperators : Specification
{
    [Fact]
    public void Arithmetic_follows_the_ranks_of_its_signs()
    {
        Feel("1 + 2 * 3").Is("7");
        Feel("(1 + 2) * 3").Is("9");
        Feel("10 - 3 - 2").Is("5");
        Feel("2 * 3 ** 2").Is("18");
        Feel("3 ** 4 ** 5").Is("3486784401");
        Feel("-3 ** 2").Is("9");
        Feel("0.1 + 0.2").Is("0.3");
        Feel("1 / 3").Is("0.3333333333333333333333333333333333");
        Feel("1 / 0").Fails("feel.division-by-zero");
        Feel("1 + \"a\"").Fails("feel.bad-operands");
        Feel("\"a\" + \"b\"").Is("\"ab\"");
        Feel(".5 * 2").Is("1");
    }

    [Fact]
    public void Logic_has_three_values()
    {
        Feel("true and null").IsNull();
        Feel("false and null").Is("false");
        Feel("true or null").Is("true");
        Feel("false or null").IsNull();
        Feel("1 = 1 and 2 > 1").Is("true");
        Feel("not(true)").Is("false");
    }

    [Fact]
    public void Names_paths_lists_and_contexts()
    {
        Feel("applicant.name").Given("""{"applicant": {"name": "Lan"}}""").Is("\"Lan\"");
        Feel("Monthly income * 12").Given("""{"Monthly income": 5}""").Is("60");
        Feel("[1, 2, 3][item > 1]").Is("[2, 3]");
        Feel("[1, 2, 3][-1]").Is("3");
        Feel("[{a: 1}, {a: 2}][a > 1].a").Is("[2]");
        Feel("{a: 1, b: a + 1}.b").Is("2");
        Feel("for x in [1, 2], y in [10, 20] return x * y").Is("[10, 20, 20, 40]");
        Feel("some x in [1, 2] satisfies x > 1").Is("true");
        Feel("every x in [1, 2] satisfies x > 1").Is("false");
        Feel("if 1 > 2 then \"a\" else \"b\"").Is("\"b\"");
        Feel("5 in [1..5]").Is("true");
        Feel("5 in ]1..5[").Is("false");
        Feel("5 between 1 and 6").Is("true");
        Feel("{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(20)}.r").Is("2432902008176640000");
    }

    [Fact]
    public void Dates_and_durations()
    {
        Feel("date(\"2026-01-30\") + duration(\"P1D\")").Is("date(\"2026-01-31\")");
        Feel("date(\"2026-01-31\") + duration(\"P1M\")").Is("date(\"2026-02-28\")");
        Feel("@\"2026-01-31\" - @\"2026-01-01\"").Is("@\"P30D\"");
    }

    [Fact]
    public void Unary_tests()
    {
        Test("-").Passes("1");
        Test("< 5").Passes("4");
        Test("\"a\", \"b\"").Passes("\"b\"");
        Test("not(1, 2)").Stops("2");
        Test("? > 3 and ? < 5").Passes("4");
        Test("[1..10]").Stops("11");
    }
}
