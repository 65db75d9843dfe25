namespace HaiDang.Feel.Tests;

public sealed class ListsAndLoops : Specification
{
    [Fact]
    public void Items_are_found_by_place_and_by_condition()
    {
        Feel("[1, 2, 3][1]").Is("1");
        Feel("[1, 2, 3][-1]").Is("3");
        Feel("[1, 2, 3][0]").Fails("feel.no-such-item");
        Feel("[1, 2, 3][4]").Fails("feel.no-such-item");
        Feel("[1, 2, 3][item > 1]").Is("[2, 3]");
        Feel("[1, 2, 3][true]").Is("[1, 2, 3]");
        Feel("[{a: 1}, {a: 2}][a > 1]").Is("[{a: 2}]");
        Feel("[{a: 1}, {b: 2}][a = null]").Is("[{b: 2}]");
        Feel("[{item: 1}, {item: 2}][item >= 2]").Is("[{item: 2}]");
        Feel("100[1]").Is("100");
        Feel("100[item > 99]").Is("[100]");
        Feel("null[item > 99]").Is("[]");
        Feel("[1, 2, 3][\"a\"]").Fails("feel.bad-filter");
        Feel("[1, 2, 3][i]").Given("""{"i": 2}""").Is("2");
        Feel("[][i]").Given("""{"i": 2}""").IsNull();
        Feel("[5, 6, 7][count([1, 2])]").Is("6");
        Feel("people[age > limit].name").Given("""{"people": [{"name": "Lan", "age": 20}, {"name": "An", "age": 10}], "limit": 18}""").Is("[\"Lan\"]");
        Feel("[[1, 2], [3]][count(item) = 1]").Is("[[3]]");
        Feel("[{count: 1}, {count: 2}][count([1, 2]) = count]").Is("[{count: 2}]");
        Feel("[{a: [1, 2]}, {a: [3]}][a[1] = 3]").Is("[{a: [3]}]");
    }

    [Fact]
    public void A_path_goes_into_every_item()
    {
        Feel("[{b: 1}, {b: [2.1, 2.2]}].b").Is("[1, [2.1, 2.2]]");
        Feel("[{x: 1}, {y: 2}].y").Is("[null, 2]");
        Feel("[{a: {b: 1}}, {a: {b: 2}}].a.b").Is("[1, 2]");
        Feel("[].a").Is("[]");
    }

    [Fact]
    public void For_gives_a_list()
    {
        Feel("for x in [1, 2] return x * 2").Is("[2, 4]");
        Feel("for x in [1, 2], y in [10, 20] return x * y").Is("[10, 20, 20, 40]");
        Feel("for x in [[1, 2], [3]], y in x return y").Is("[1, 2, 3]");
        Feel("for i in 1..3 return i").Is("[1, 2, 3]");
        Feel("for i in 3..1 return i").Is("[3, 2, 1]");
        Feel("for i in [1..3] return i").Is("[1, 2, 3]");
        Feel("for i in (1..4) return i").Is("[2, 3]");
        Feel("for d in @\"2026-01-30\"..@\"2026-02-01\" return d").Is("[@\"2026-01-30\", @\"2026-01-31\", @\"2026-02-01\"]");
        Feel("for i in 0..4 return if i = 0 then 1 else i * partial[-1]").Is("[1, 1, 2, 6, 24]");
        Feel("for each one in [1, 2] return each one + 1").Is("[2, 3]");
        Feel("for x in 5 return x").Is("[5]");
        Feel("for x in [] return x").Is("[]");
        Feel("for x in null return x").IsNull();
        Feel("for i in 1..2.5 return i").Fails("feel.not-iterable");
        Feel("for i in 1..\"a\" return i").Fails("feel.not-iterable");
    }

    [Fact]
    public void Some_and_every()
    {
        Feel("some x in [1, 2] satisfies x > 1").Is("true");
        Feel("some x in [1, 2] satisfies x > 2").Is("false");
        Feel("some x in [] satisfies x > 2").Is("false");
        Feel("some x in [1, 2], y in [2, 3] satisfies x > y").Is("false");
        Feel("some x in [null, 1] satisfies x > 0").Is("true");
        Feel("some x in [null, 1] satisfies x > 1").IsNull();
        Feel("every x in [1, 2] satisfies x > 0").Is("true");
        Feel("every x in [1, 2] satisfies x > 1").Is("false");
        Feel("every x in [] satisfies x > 1").Is("true");
        Feel("every x in [null, 1] satisfies x > 0").IsNull();
        Feel("every x in [null, 1] satisfies x > 1").Is("false");
    }

    [Fact]
    public void Lists_are_made_from_lists()
    {
        Feel("append([1], 2, 3)").Is("[1, 2, 3]");
        Feel("concatenate([1, 2], [3])").Is("[1, 2, 3]");
        Feel("insert before([1, 3], 1, 2)").Is("[2, 1, 3]");
        Feel("insert before([1, 3], -1, 2)").Is("[1, 2, 3]");
        Feel("insert before([1, 3], 3, 2)").Fails("feel.bad-argument-value");
        Feel("remove([1, 2, 3], 2)").Is("[1, 3]");
        Feel("remove([1, 2, 3], -1)").Is("[1, 2]");
        Feel("list replace([1, 2, 3], 2, 4)").Is("[1, 4, 3]");
        Feel("list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)").Is("[5, 5, 7, 8]");
        Feel("reverse([1, 2, 3])").Is("[3, 2, 1]");
        Feel("sublist([4, 5, 6], 1, 2)").Is("[4, 5]");
        Feel("sublist([4, 5, 6], -2)").Is("[5, 6]");
        Feel("sublist([4, 5, 6], 3, 2)").Fails("feel.bad-argument-value");
        Feel("index of([1, 2, 3, 2], 2)").Is("[2, 4]");
        Feel("index of([1, null], null)").Is("[2]");
        Feel("union([1, 2], [2, 3])").Is("[1, 2, 3]");
        Feel("distinct values([1, 2, 3, 2, 1.0, null, null])").Is("[1, 2, 3, null]");
        Feel("flatten([[1, 2], [[3]], 4])").Is("[1, 2, 3, 4]");
        Feel("sort([3, 1, 4, 5, 2], function(x, y) x < y)").Is("[1, 2, 3, 4, 5]");
        Feel("sort(list: [3, 1, 2], precedes: function(x, y) x > y)").Is("[3, 2, 1]");
        Feel("sort([{n: 1, k: \"b\"}, {n: 2, k: \"a\"}, {n: 3, k: \"b\"}], function(x, y) x.k < y.k).n").Is("[2, 1, 3]");
        Feel("sort([1, 2], function(x, y) null)").Fails("feel.bad-argument-value");
        Feel("sort([1, 2, 3, 4, 5], function(x, y) true)").Is("[5, 4, 3, 2, 1]");
    }

    [Fact]
    public void Lists_are_asked()
    {
        Feel("list contains([1, 2, 3], 2)").Is("true");
        Feel("list contains([1, null], null)").Is("true");
        Feel("count([1, [2, 3]])").Is("2");
        Feel("count([])").Is("0");
        Feel("min([3, 1, 2])").Is("1");
        Feel("max(1, 3, 2)").Is("3");
        Feel("max([\"a\", \"b\"])").Is("\"b\"");
        Feel("max([])").IsNull();
        Feel("min(@\"2026-02-01\", @\"2026-01-01\")").Is("@\"2026-01-01\"");
        Feel("min([1, \"a\"])").Fails("feel.bad-argument-value");
        Feel("sum([1, 2, 3])").Is("6");
        Feel("sum(1)").Is("1");
        Feel("sum([])").IsNull();
        Feel("mean(1, 2, 3)").Is("2");
        Feel("product([2, 3, 4])").Is("24");
        Feel("median(8, 2, 5, 3, 4)").Is("4");
        Feel("median([6, 1, 2, 3])").Is("2.5");
        Feel("stddev(2, 4, 7, 5)").Is("2.081665999466132735282297706979931");
        Feel("stddev([47])").IsNull();
        Feel("mode(6, 3, 9, 6, 6)").Is("[6]");
        Feel("mode([6, 1, 9, 6, 1])").Is("[1, 6]");
        Feel("mode([])").Is("[]");
        Feel("all([true, null])").IsNull();
        Feel("all([false, null])").Is("false");
        Feel("all([])").Is("true");
        Feel("any([true, null])").Is("true");
        Feel("any(false)").Is("false");
        Feel("sum([1, \"a\"])").Fails("feel.bad-argument-value");
    }

    [Fact]
    public void A_list_of_one_stands_for_its_item_and_an_item_for_its_list()
    {
        Feel("string length([\"abc\"])").Is("3");
        Feel("count(5)").Is("1");
        Feel("concatenate(1, [2])").Is("[1, 2]");
        Feel("concatenate([1], null)").Fails("feel.bad-argument");
        Feel("string length([\"a\", \"b\"])").Fails("feel.bad-argument");
    }
}
