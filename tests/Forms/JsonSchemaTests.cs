using System.Diagnostics;
using System.Text.Json.Nodes;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

/// <summary>
/// The derived JSON Schema, judged by ajv: it is a schema of draft 2020-12 by ajv's strict rules, it takes every answer that the form
/// takes, and of simple forms it refuses what the form refuses.
/// </summary>
public class JsonSchemaTests(ITestOutputHelper output)
{
    const int Cases = 400;

    [Fact]
    public void Ajv_takes_what_the_form_takes()
    {
        Assert.SkipUnless(Peers.HasAjv, "npm ci has not been run in tests/Forms/peers");
        var random = new Random(2020);
        var (questions, valid) = (new JsonArray(), new List<bool>());
        for (var i = 0; i < Cases; i++)
        {
            var (schema, data) = RandomForms.Next(random);
            var form = FormReader.Read(schema.ToJsonString(), "f").Form!;
            questions.Add((JsonNode)new JsonObject { ["schema"] = form.ToJsonSchema(), ["data"] = new JsonArray(form.Clean(data, Now)) });
            valid.Add(form.Validate(data, Now).Count == 0);
        }
        var answers = Judge(questions);
        var wrong = Enumerable.Range(0, Cases).Where(i => valid[i] && !answers[i][0]).ToList();
        output.WriteLine($"{valid.Count(v => v)} of {Cases} taken by the form; ajv refuses {answers.Count(a => !a[0])}");
        Assert.True(wrong.Count == 0, wrong.Count == 0 ? "" : $"ajv refuses {questions[wrong[0]]!.ToJsonString()}");
        Assert.True(valid.Count(v => v) > Cases / 20 && answers.Count(a => !a[0]) > Cases / 4, "the cases say too little");
    }

    [Theory]
    [InlineData("textfield", """ "validate":{"required":true,"minLength":2,"maxLength":4} """, """["ab","abcd"]""", """["a","abcde",5,null]""")]
    [InlineData("textfield", """ "validate":{"required":true,"pattern":"^[a-z]+$"} """, """["abc"]""", """["A1"]""")]
    [InlineData("textfield", """ "validate":{"required":true},"properties":{"haidang:kind":"identity-number"} """, """["031190012345"]""", """["031190","03119001234x"]""")]
    [InlineData("number", """ "validate":{"required":true,"min":1,"max":3} """, """[1,2.5,3]""", """[0,4,"2",null]""")]
    [InlineData("number", """ "decimalDigits":0 """, """[1,null]""", """[1.5,"x"]""")]
    [InlineData("checkbox", """ "validate":{"required":true} """, """[true]""", """[false,null]""")]
    [InlineData("select", """ "values":["a",5],"validate":{"required":true} """, """["a",5]""", """["5","b",null]""")]
    [InlineData("radio", """ "values":["a"] """, """["a",null]""", """["b"]""")]
    [InlineData("checklist", """ "values":["a","b"],"validate":{"required":true} """, """[["a"],["a","b"]]""", """[[],["c"],"a"]""")]
    [InlineData("taglist", """ "values":["a","b"] """, """[[],["b"]]""", """[["c"]]""")]
    [InlineData("filepicker", """ "multiple":true """, """[["files::1"],null]""", """[[5]]""")]
    public void Each_kind_of_field_says_what_it_takes(string type, string more, string takes, string refuses)
    {
        Assert.SkipUnless(Peers.HasAjv, "npm ci has not been run in tests/Forms/peers");
        var schema = Form(Field(type, "f", more)).ToJsonSchema();
        var answers = Judge(new JsonArray(new[] { takes, refuses }.Select(list => (JsonNode)new JsonObject
        {
            ["schema"] = schema.DeepClone(),
            ["data"] = new JsonArray([.. JsonNode.Parse(list)!.AsArray().Select(value => (JsonNode)new JsonObject { ["f"] = value?.DeepClone() })]),
        }).ToArray()));
        Assert.All(answers[0], Assert.True);
        Assert.All(answers[1], Assert.False);
    }

    static IReadOnlyList<IReadOnlyList<bool>> Judge(JsonArray questions)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Peers.Folder(), "judge.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var (answer, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        node.StandardInput.Write(questions.ToJsonString());
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return [.. JsonNode.Parse(answer.Result)!.AsArray().Select(one => (IReadOnlyList<bool>)[.. one!.AsArray().Select(taken => taken!.GetValue<bool>())])];
    }
}
