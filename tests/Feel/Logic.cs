namespace HaiDang.Feel.Tests;

public sealed class Logic : Specification
{
    [Fact]
    public void Conjunction_and_disjunction_know_a_third_value()
    {
        Feel("true and true").Is("true");
        Feel("true and false").Is("false");
        Feel("true and null").IsNull();
        Feel("false and null").Is("false");
        Feel("null and false").Is("false");
        Feel("true and 123").Fails("feel.not-boolean");
        Feel("true or null").Is("true");
        Feel("null or true").Is("true");
        Feel("false or null").IsNull();
        Feel("false or false").Is("false");
        Feel("not(true)").Is("false");
        Feel("not(null)").IsNull();
        Feel("not(\"true\")").Fails("feel.not-boolean");
        Feel("1 = 1 and 2 > 1 or false").Is("true");
        Feel("false and true or true").Is("true");
    }

    [Fact]
    public void Equality_is_of_one_kind()
    {
        Feel("1 = 1.0").Is("true");
        Feel("1 != 2").Is("true");
        Feel("\"a\" = \"A\"").Is("false");
        Feel("\"1\" = 1").Fails("feel.not-comparable");
        Feel("null = null").Is("true");
        Feel("null = 1").Is("false");
        Feel("1 != null").Is("true");
        Feel("[1, 2] = [1, 2]").Is("true");
        Feel("[1, 2] = [2, 1]").Is("false");
        Feel("[1] = 1").Is("true");
        Feel("{a: 1, b: 2} = {b: 2, a: 1}").Is("true");
        Feel("{a: 1} = {a: 1, b: 2}").Is("false");
        Feel("[1..5] = [1..5]").Is("true");
        Feel("[1..5] = [1..5)").Is("false");
        Feel("(< 5) = (< 5)").Is("true");
        Feel("(>= 5) = (> 5)").Is("false");
        Feel("time(\"10:00:00Z\") = time(\"11:00:00+01:00\")").Is("true");
        Feel("time(\"10:00:00Z\") = time(\"10:00:00\")").Is("false");
        Feel("@\"P1D\" = @\"PT24H\"").Is("true");
        Feel("@\"P12M\" = @\"P1Y\"").Is("true");
    }

    [Fact]
    public void Order_is_of_numbers_strings_dates_times_and_durations()
    {
        Feel("1 < 2").Is("true");
        Feel("2 <= 2").Is("true");
        Feel("\"a\" < \"b\"").Is("true");
        Feel("\"Z\" < \"a\"").Is("true");
        Feel("\"\\uFFFD\" < \"\\U01F600\"").Is("true");
        Feel("@\"2026-01-30\" < @\"2026-02-01\"").Is("true");
        Feel("@\"10:00:00+07:00\" < @\"04:00:00Z\"").Is("true");
        Feel("@\"2026-01-30T10:00:00+07:00\" < @\"2026-01-30T04:00:00Z\"").Is("true");
        Feel("@\"2026-01-30T10:00:00\" < @\"2026-01-30T10:00:01Z\"").Is("true");
        Feel("@\"P1D\" < @\"PT25H\"").Is("true");
        Feel("@\"P11M\" < @\"P1Y\"").Is("true");
        Feel("1 < \"2\"").Fails("feel.not-comparable");
        Feel("true < false").Fails("feel.not-comparable");
        Feel("null < 1").IsNull();
    }

    [Fact]
    public void Between_and_in()
    {
        Feel("5 between 1 and 10").Is("true");
        Feel("11 between 1 and 10").Is("false");
        Feel("5 between 1 and 3 or true").Is("true");
        Feel("1 between null and 3").Fails("feel.not-comparable");
        Feel("5 in [1..10]").Is("true");
        Feel("5 in (5..10]").Is("false");
        Feel("5 in ]1..5[").Is("false");
        Feel("5 in [1..5[").Is("false");
        Feel("5 in [1..5[ and true").Is("false");
        Feel("5 in < 10").Is("true");
        Feel("5 in (< 3, > 4)").Is("true");
        Feel("5 in (1, 2, 5)").Is("true");
        Feel("5 in [1, 2, 5]").Is("true");
        Feel("5 in [[1..3], [4..6]]").Is("true");
        Feel("5 in (? > 3)").Is("true");
        Feel("5 in (!= 5)").Is("false");
        Feel("\"b\" in [\"a\"..\"c\"]").Is("true");
        Feel("5 in (null..10]").IsNull();
        Feel("5 in steps").Given("""{"steps": [1, 5]}""").Is("true");
        Feel("5 in (1 + 4)").Is("true");
    }

    [Fact]
    public void If_takes_the_else_branch_unless_the_test_is_true()
    {
        Feel("if 1 < 2 then \"a\" else \"b\"").Is("\"a\"");
        Feel("if null then 1 else 2").Is("2");
        Feel("if \"yes\" then 1 else 2").Is("2");
        Feel("if true then if false then 1 else 2 else 3").Is("2");
        Feel("1 + if true then 1 else 2").Is("2");
    }
}
