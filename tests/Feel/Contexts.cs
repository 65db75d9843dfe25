namespace HaiDang.Feel.Tests;

public sealed class Contexts : Specification
{
    [Fact]
    public void Entries_see_those_before_them()
    {
        Feel("{a: 1, b: a + 1}").Is("{a: 1, b: 2}");
        Feel("{a: 1, c: {d: a + 1}}.c.d").Is("2");
        Feel("{\"a b\": 1, c: a b + 1}.c").Is("2");
        Feel("{Monthly income: 5, Yearly income: Monthly income * 12}.Yearly income").Is("60");
        Feel("{a-b: 1, c: a-b + 1}.c").Is("2");
        Feel("{a-b: 1}.a-b").Is("1");
        Feel("{}").Is("{}");
        Feel("{a: 1}.b").Fails("feel.no-entry");
        Feel("null.b").IsNull();
        Feel("{a: 1, a: 2}").IsRefused("feel.duplicate-name", column: 8);
    }

    [Fact]
    public void Functions_of_contexts()
    {
        Feel("get value({a: 1}, \"a\")").Is("1");
        Feel("get value({a: 1}, \"b\")").IsNull();
        Feel("get value({a: {b: 1}}, [\"a\", \"b\"])").Is("1");
        Feel("get entries({a: 1, b: 2})").Is("[{key: \"a\", value: 1}, {key: \"b\", value: 2}]");
        Feel("context([{key: \"a\", value: 1}, {key: \"b\", value: 2, more: 3}])").Is("{a: 1, b: 2}");
        Feel("context([{key: \"a\"}])").Fails("feel.bad-argument-value");
        Feel("context put({x: 1, y: 0}, \"y\", 2)").Is("{x: 1, y: 2}");
        Feel("context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)").Is("{x: 1, y: {a: 2}}");
        Feel("context put({x: 1}, [], 2)").Fails("feel.bad-argument-value");
        Feel("context merge([{x: 1, y: 0}, {y: 2}])").Is("{x: 1, y: 2}");
    }

    [Fact]
    public void Entries_keep_their_order()
    {
        Feel("{z: 1, a: 2}").Says("{z: 1, a: 2}");
        Feel("context put({z: 1, a: 2}, \"z\", 3)").Says("{z: 3, a: 2}");
    }
}
