namespace HaiDang.Feel.Tests;

public sealed class RangesAndTests : Specification
{
    [Fact]
    public void Ranges_are_values()
    {
        Feel("{r: [1..5)}.r.end included").Is("false");
        Feel("[1..5].start").Is("1");
        Feel("(>= 5).start included").Is("true");
        Feel("(< 5).start").IsNull();
        Feel("[\"a\"..1]").Fails("feel.not-comparable");
        Feel("range(\"[1..3)\")").Is("[1..3)");
        Feel("range(\"[@\\\"2026-01-01\\\"..date(\\\"2026-02-01\\\")]\").end").Is("@\"2026-02-01\"");
        Feel("range(\"[3..1]\")").Fails("feel.bad-argument-value");
        Feel("range(\"(..3]\")").Is("(<= 3)");
        Feel("range(\"]..@\\\"2026-01-01\\\")\")").Is("(< @\"2026-01-01\")");
        Feel("range(\"[3..)\") = (>= 3)").Is("true");
        Feel("range(\"(\\\"a\\\"..[\").start").Is("\"a\"");
        Feel("range(\"[..3]\")").Fails("feel.bad-argument-value");
        Feel("range(\"[3..]\")").Fails("feel.bad-argument-value");
        Feel("range(\"(..)\")").Fails("feel.bad-argument-value");
        Feel("range(\"[x..3]\")").Fails("feel.bad-argument-value");
        Feel("[a..b]").Given("""{"a": 1, "b": 2}""").Is("[1..2]");
        Feel("< 10").Is("(< 10)");
        Feel("before(< 5, 5)").Is("true");
        Feel("{young: < 18}.young.end").Is("18");
        Feel("if 5 in > 3 then >= 1 else null").Is("(>= 1)");
        Feel("[1..list[1]]").Given("""{"list": [2]}""").Is("[1..2]");
    }

    [Fact]
    public void Ranges_and_points_are_named_as_the_standard_names_them()
    {
        Feel("before(point1: 1, point2: 2)").Is("true");
        Feel("before(point: 1, range: [5..10])").Is("true");
        Feel("before(range: [1..10], point: 15)").Is("true");
        Feel("before(point: 15, range: [1..10])").Is("false");
        Feel("before(range: [5..10], point: 1)").Is("false");
        Feel("before(range1: [1..2], range2: [3..4])").Is("true");
        Feel("after(point1: 2, point2: 1)").Is("true");
        Feel("after(point: 12, range: [1..10])").Is("true");
        Feel("after(range: [11..20], point: 10)").Is("true");
        Feel("after(range1: [11..20], range2: [1..10])").Is("true");
        Feel("meets(range1: [1..5], range2: [5..10])").Is("true");
        Feel("overlaps after(range1: [3..8], range2: [1..5])").Is("true");
        Feel("finishes(point: 10, range: [1..10])").Is("true");
        Feel("finished by(range: [1..10], point: 10)").Is("true");
        Feel("includes(range: [1..10], point: 5)").Is("true");
        Feel("includes(range1: [1..10], range2: [4..6])").Is("true");
        Feel("during(point: 5, range: [1..10])").Is("true");
        Feel("starts(point: 1, range: [1..10])").Is("true");
        Feel("started by(range: [1..10], point: 1)").Is("true");
        Feel("coincides(point1: 5, point2: 5)").Is("true");
        Feel("coincides(range1: [1..5], range2: [1..5])").Is("true");
        Feel("before(point: 1)").Fails("feel.bad-argument");
        Feel("before(left: 1, right: 2)").Fails("feel.no-such-parameter");
    }

    [Fact]
    public void Ranges_and_points_have_relations()
    {
        Feel("before(1, 10)").Is("true");
        Feel("before(1, (1..10])").Is("true");
        Feel("before([1..10), 10)").Is("true");
        Feel("before([1..10], [10..20])").Is("false");
        Feel("after(12, [1..10])").Is("true");
        Feel("after([11..20], [1..11))").Is("true");
        Feel("meets([1..5], [5..10])").Is("true");
        Feel("meets([1..5), [5..10])").Is("false");
        Feel("met by([5..10], [1..5])").Is("true");
        Feel("overlaps([1..5], [3..8])").Is("true");
        Feel("overlaps([1..5), [5..8])").Is("false");
        Feel("overlaps before([1..5], [3..8])").Is("true");
        Feel("overlaps before([1..5), [1..5])").Is("false");
        Feel("overlaps before([1..5], (1..5])").Is("true");
        Feel("overlaps after([3..8], [1..5])").Is("true");
        Feel("overlaps after((1..5], [1..5])").Is("true");
        Feel("finishes(10, [1..10])").Is("true");
        Feel("finishes([5..10), [1..10])").Is("false");
        Feel("finished by([1..10], 10)").Is("true");
        Feel("includes([1..10], 5)").Is("true");
        Feel("includes([1..10], [4..6])").Is("true");
        Feel("includes((1..10], 1)").Is("false");
        Feel("during(5, [1..10])").Is("true");
        Feel("during([1..10], [1..10))").Is("false");
        Feel("starts(1, [1..10])").Is("true");
        Feel("starts([1..5], (1..10])").Is("false");
        Feel("started by([1..10], [1..5])").Is("true");
        Feel("coincides([1..5], [1..5])").Is("true");
        Feel("coincides(3, 4)").Is("false");
        Feel("before(1, \"a\")").Fails("feel.not-comparable");
        Feel("includes((> 5), 6)").Is("true");
        Feel("overlaps((< 5), (> 4))").Is("true");
        Feel("before((< 5), (>= 5))").Is("true");
    }

    [Fact]
    public void A_cell_tests_its_input()
    {
        Test("-").Passes("1");
        Test("-").Passes("null");
        Test("5").Passes("5");
        Test("5").Stops("6");
        Test("< 5").Passes("4");
        Test("< 5").Stops("5");
        Test("< 5").CannotTell("\"a\"");
        Test("\"a\", \"b\"").Passes("\"b\"");
        Test("\"a\", \"b\"").Stops("\"c\"");
        Test("[1..10]").Stops("11");
        Test("[1..10], > 20").Passes("21");
        Test("not(1, 2)").Stops("2");
        Test("not(1, 2)").Passes("3");
        Test("not([1..5])").Passes("6");
        Test("null").Passes("null");
        Test("null").Stops("1");
        Test("true").Passes("true");
        Test("false").Stops("true");
        Test("[1, 2, 3]").Passes("2");
        Test("limits").Given("""{"limits": [1, 2]}""").Passes("2");
        Test("limit").Given("""{"limit": 2}""").Passes("2");
        Test("> limit").Given("""{"limit": 2}""").Passes("3");
        Test("date(\"2026-01-30\")").Passes("@\"2026-01-30\"");
        Test(">= date(\"2026-01-30\")").Passes("@\"2026-02-01\"");
    }

    [Fact]
    public void A_cell_may_speak_of_its_input()
    {
        Test("? > 3 and ? < 5").Passes("4");
        Test("? > 3 and ? < 5").Stops("5");
        Test("contains(?, \"x\")").Passes("\"axb\"");
        Test("even(?)").Passes("2");
        Test("count(?) > 1").Passes("[1, 2]");
        Test("?.a = 1").Passes("{a: 1}");
        Test("not(contains(?, \"x\"))").Passes("\"ab\"");
        Test("? in [1..5]").Passes("3");
        Test("some x in ? satisfies x > 2").Passes("[1, 3]");
    }
}
