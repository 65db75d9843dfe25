using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class HostileTests
{
    static readonly string? Tck = Environment.GetEnvironmentVariable("HAIDANG_TCK");

    static readonly Form All = Form(Group("p", "",
        Field("textfield", "a"), Field("textarea", "b"), Field("number", "c"), Field("datetime", "d"), Field("datetime", "e", """ "subtype":"time" """), Field("datetime", "f", """ "subtype":"datetime" """),
        Field("select", "g", """ "values":["v"] """), Field("checklist", "h", """ "values":["v"] """), Field("checkbox", "i"), Field("filepicker", "j"),
        Field("textfield", "k", """ "properties":{"haidang:kind":"person-name"} """), Field("textfield", "l", """ "validate":{"validationType":"phone"} """),
        Field("textfield", "m", """ "label":"{{a}} {{n}}","validate":{"pattern":"^(\\w+\\s?)*$"},"conditional":{"hide":"=a = \"never\""} """), Field("textfield", "n", """ "properties":{"haidang:kind":"identity-number"} """)));

    [Fact]
    public void Naughty_strings_are_kept_or_refused_with_words()
    {
        Assert.SkipWhen(Tck is null, "HAIDANG_TCK names no folder of test material");
        foreach (var naughty in JsonNode.Parse(File.ReadAllText(Path.Combine(Tck, "hostile", "blns.json")))!.AsArray().Select(node => node!.GetValue<string>()))
        {
            var posted = All.Fields.Keys.SelectMany(key => new[] { key, key + ".day", key + ".time" }).ToDictionary(name => name, _ => (IReadOnlyList<string>)[naughty]);
            var input = All.Read(posted, All.Pages[0], Now);
            var problems = All.Validate(input.Data, Now);
            Assert.All(problems, problem => Assert.True(problem.Vi.Length > 10 && problem.En.Length > 10));
            foreach (var key in new[] { "a", "b" })
            {
                var kept = input.Data[key]!.GetValue<string>();
                Assert.True(problems.Any(problem => problem.Path == key) || kept.Normalize() == CleanedByHand(naughty, key == "b"), $"{key}: {naughty} became {kept}");
            }
            var clean = All.Clean(input.Data, Now);
            Assert.True(JsonNode.DeepEquals(clean, All.Clean(clean, Now)));
            All.Summary(input.Data, "en", Now);
            FormReader.Read(naughty, "f");
            FormReader.Read(Field("textfield", "x").Replace("Ô", JsonEncodedText.Encode(naughty).ToString()), "f");
        }
    }

    static string CleanedByHand(string text, bool lines) =>
        (lines ? text.ReplaceLineEndings("\n") : text.ReplaceLineEndings(" ").Replace('\t', ' ')).Replace("\uFEFF", "").Replace("\u200B", "").Trim().Normalize(NormalizationForm.FormC);

    [Fact]
    public void Json_that_is_none_is_answered()
    {
        Assert.SkipWhen(Tck is null, "HAIDANG_TCK names no folder of test material");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Tck, "hostile", "json"), "*.json"))
        {
            var read = FormReader.Read(Encoding.UTF8.GetString(File.ReadAllBytes(file)), file);
            Assert.Null(read.Form);
            Assert.NotEmpty(read.Diagnostics);
        }
    }

    [Fact]
    public void Deep_answers_do_no_harm()
    {
        JsonNode deep = 1;
        for (var i = 0; i < 500; i++) deep = i % 2 == 0 ? new JsonArray(deep) : new JsonObject { ["a"] = deep };
        Assert.Contains("a form.wrong-type", All.Validate(new() { ["a"] = deep }, Now).Codes());
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(100)]
    public void Many_conditions_end(int count)
    {
        var form = Form([.. Enumerable.Range(0, count).Select(i => Field("textfield", "f" + i, i == 0 ? "" : $$""" "conditional":{"hide":"=f{{i - 1}} = \"x\""} """))]);
        var visible = form.VisibleFields(new([.. Enumerable.Range(0, count).Select(i => KeyValuePair.Create("f" + i, (JsonNode?)"x"))])).Count;
        Assert.True(count == 100 ? visible == 50 : visible > 0);
    }
}
