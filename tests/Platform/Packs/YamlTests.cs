using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Platform.Tests.Packs;

/// <summary>What is wrong in a YAML file of a city is told with its line and how to mend it.</summary>
public sealed class YamlTests
{
    [Fact]
    public void A_slip_of_the_pen_is_told_with_its_line_and_what_may_stand_there()
    {
        var problems = Reads("name: x\nnmae: y\n", map =>
        {
            map.Text("name");
            map.OptionalText("code");
        });
        Assert.Equal(["city/a.yaml:2: the key 'nmae' is not known → remove it or use one of: code, name"], problems);
    }

    [Fact]
    public void What_is_missing_and_what_has_the_wrong_shape_are_told_together() => Assert.Equal(
        [
            "city/a.yaml:1: the key 'name' is missing → add a line 'name: …'",
            "city/a.yaml:2: 'code' has the wrong shape → write a line of text",
            "city/a.yaml:4: 'parts' has the wrong shape → write a list of maps",
        ],
        Reads("open: true\ncode: [1, 2]\nparts:\n  - just text\n", map =>
        {
            map.Text("name");
            map.OptionalText("code");
            map.OptionalBool("open");
            map.Maps("parts");
        }));

    [Fact]
    public void Text_in_two_languages_must_have_both() => Assert.Equal(
        ["city/a.yaml:1: the key 'en' is missing → add a line 'en: …'"], Reads("name: {vi: Thị trấn}\n", map => map.Local("name")));

    [Theory]
    [InlineData("name: [unclosed\n", 2)]
    [InlineData("name: x\n  code: y\n", 2)]
    [InlineData("name: x\nname: y\n", 2)]
    public void A_file_that_is_no_YAML_is_told_with_the_line(string text, int line)
    {
        var problem = Assert.Single(Reads(text, _ => { }));
        Assert.StartsWith($"city/a.yaml:{line}: cannot be read as YAML:", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("just text\n")]
    [InlineData("")]
    [InlineData("a: 1\n---\nb: 2\n")]
    public void A_file_that_is_not_one_map_is_refused(string text) => Assert.Equal(
        ["city/a.yaml:1: the file must be one map of 'key: value' → begin the file with lines 'key: value'"], Reads(text, _ => { }));

    [Fact]
    public void A_small_file_that_would_grow_without_end_is_refused()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n";
        Assert.Equal(["city/a.yaml:2: nested too deeply, or uses aliases (&, *) → write it flatter and without aliases"], Reads(bomb, _ => { }));
        var deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));
        Assert.Single(Reads($"a: {deep}\n", _ => { }));
    }

    private static IReadOnlyList<string> Reads(string text, Action<YamlMap> read)
    {
        var problems = new PackProblems();
        if (YamlFile.Read(text, "city/a.yaml", problems) is { } map)
        {
            read(map);
            map.NoMore();
        }
        return [.. problems.All.Select(p => p.In(Language.English))];
    }
}
