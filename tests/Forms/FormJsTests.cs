using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

/// <summary>
/// The same forms and answers go through form-js itself, in a browser: it must refuse the same fields and submit the same data.
/// Needs Chromium, and <c>HAIDANG_FORMJS</c>: the path of <c>form-viewer.umd.js</c> of @bpmn-io/form-js 1.23.
/// </summary>
public class FormJsTests(ITestOutputHelper output)
{
    const string Chromium = "/usr/bin/chromium";
    const int Cases = 400;

    sealed record Case(JsonObject Schema, JsonObject Data);

    [Fact]
    public void Form_js_says_the_same()
    {
        var viewer = Environment.GetEnvironmentVariable("HAIDANG_FORMJS");
        Assert.SkipWhen(viewer is null || !File.Exists(viewer), "HAIDANG_FORMJS does not name form-viewer.umd.js");
        Assert.SkipWhen(!File.Exists(Chromium), "there is no Chromium");

        var random = new Random(1996);
        var cases = Enumerable.Range(0, Cases).Select(_ => Next(random)).ToList();
        var theirs = Ask(viewer!, cases);
        Assert.Equal(Cases, theirs.Count);
        var (refused, hidden) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var (schema, data) = cases[i];
            var read = FormReader.Read(schema.ToJsonString(), "f");
            Assert.True(read.Form is not null, string.Join('\n', read.Diagnostics));
            var ours = new JsonObject
            {
                ["refused"] = new JsonArray([.. read.Form.Validate(data, Now).Select(problem => (JsonNode)problem.Path).OrderBy(path => path.GetValue<string>(), StringComparer.Ordinal)]),
                ["data"] = read.Form.Clean(data, Now),
            };
            refused += ours["refused"]!.AsArray().Count;
            hidden += read.Form.Fields.Count - ours["data"]!.AsObject().Count;
            Assert.True(JsonNode.DeepEquals(theirs[i], ours), $"case {i}\nschema {schema.ToJsonString()}\ndata    {data.ToJsonString()}\nform-js {theirs[i]!.ToJsonString()}\nours    {ours.ToJsonString()}");
        }
        output.WriteLine($"{Cases} forms agree; {refused} refusals, {hidden} values hidden");
        Assert.True(refused > Cases / 4 && hidden > Cases / 4, "the cases say too little");
    }

    /// <summary>A form of a few fields whose conditions look back (two steps at most: form-js evaluates twice), with answers of the right shape.</summary>
    static Case Next(Random random)
    {
        var components = new JsonArray();
        var data = new JsonObject();
        var group = components;
        for (var i = 0; i < 6; i++)
        {
            var key = $"f{i}";
            if (i == 3 && random.Next(2) == 0)
            {
                var holder = new JsonObject { ["type"] = "group", ["id"] = "g", ["label"] = "G", ["components"] = new JsonArray() };
                Maybe(random, 2, () => holder["conditional"] = Condition(random, i));
                components.Add((JsonNode)holder);
                group = holder["components"]!.AsArray();
            }
            var field = new JsonObject { ["id"] = key, ["key"] = key, ["label"] = "Ô" };
            var rules = new JsonObject { ["required"] = random.Next(2) == 0 };
            JsonNode? value;
            switch (random.Next(6))
            {
                case 0:
                    field["type"] = "textfield";
                    Maybe(random, 3, () => rules["minLength"] = 3);
                    Maybe(random, 3, () => rules["maxLength"] = random.Next(2) == 0 ? 5 : "=2 + 3");
                    Maybe(random, 4, () => rules["pattern"] = Pick(random, "^[a-z]+$", @"\d", "^x", "à"));
                    Maybe(random, 6, () => rules["validationType"] = "email");
                    value = Pick(random, "", "x", "yes", "abcdef", "a1", "Đà Nẵng", "lan@example.vn", "a@b", "  abc  ");
                    break;
                case 1:
                    field["type"] = "number";
                    Maybe(random, 3, () => rules["min"] = 3);
                    Maybe(random, 3, () => rules["max"] = "=10 / 2");
                    Maybe(random, 3, () => field["decimalDigits"] = random.Next(3));
                    Maybe(random, 3, () => field["increment"] = Pick<JsonNode>(random, 2, 0.5m, 0.1m));
                    value = Pick<JsonNode?>(random, null, 0, 3, 5, 5.5m, -2, 0.3m, 7.125m);
                    break;
                case 2:
                    field["type"] = "checkbox";
                    value = random.Next(2) == 0;
                    break;
                case 3:
                    field["type"] = Pick(random, "radio", "select");
                    field["values"] = JsonNode.Parse("""[{"label":"X","value":"x"},{"label":"Yes","value":"yes"},{"label":"5","value":5}]""");
                    value = Pick<JsonNode?>(random, null, "x", "yes", 5);
                    break;
                case 4:
                    field["type"] = "checklist";
                    field["values"] = JsonNode.Parse("""["x","yes"]""");
                    value = JsonNode.Parse(Pick(random, "[]", """["x"]""", """["x","yes"]"""));
                    break;
                default:
                    field["type"] = "datetime";
                    field["subtype"] = "date";
                    value = Pick<JsonNode?>(random, null, "2026-11-22", "1996-02-29");
                    break;
            }
            field["validate"] = rules;
            Maybe(random, 5, () => field["disabled"] = true);
            if (i > 0) Maybe(random, 3, () => field["conditional"] = Condition(random, i));
            group.Add((JsonNode)field);
            if (field["disabled"] is null && random.Next(8) > 0) data[key] = value;
        }
        return new(new() { ["type"] = "default", ["id"] = "f", ["schemaVersion"] = 19, ["components"] = components }, data);
    }

    static JsonObject Condition(Random random, int before) =>
        new() { ["hide"] = $"=f{random.Next(Math.Min(before, 2))} {Pick(random, "=", "!=")} {Pick(random, "\"x\"", "\"yes\"", "null", "true", "5", "\"\"")}" };

    static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)] is JsonNode node ? (T)(object)node.DeepClone() : values[random.Next(values.Length)];

    static void Maybe(Random random, int oneIn, Action act)
    {
        if (random.Next(oneIn) == 0) act();
    }

    static JsonArray Ask(string viewer, IReadOnlyList<Case> cases)
    {
        var folder = Directory.CreateTempSubdirectory("forms");
        try
        {
            File.Copy(viewer, Path.Combine(folder.FullName, "viewer.js"));
            var list = new JsonArray([.. cases.Select(one => (JsonNode)new JsonObject { ["schema"] = one.Schema.DeepClone(), ["data"] = one.Data.DeepClone() })]);
            File.WriteAllText(Path.Combine(folder.FullName, "page.html"), $$"""
                <!doctype html><meta charset="utf-8"><div id="form"></div><pre id="out"></pre><script src="viewer.js"></script><script>
                const cases = {{list.ToJsonString()}};
                const settle = () => new Promise(done => setTimeout(done, 200));
                (async () => {
                  const answers = [];
                  for (const one of cases) {
                    const form = new FormViewer.Form({ container: document.getElementById('form') });
                    await form.importSchema(one.schema, one.data);
                    await settle();
                    // As if the form had been opened empty and people had given all answers since.
                    form._setState({ initialData: form._getInitializedFieldData({}) });
                    await settle();
                    const { data, errors } = form.submit();
                    answers.push({ refused: Object.keys(errors).sort(), data });
                    form.destroy();
                  }
                  document.getElementById('out').textContent = btoa(unescape(encodeURIComponent(JSON.stringify(answers))));
                })().catch(error => document.getElementById('out').textContent = 'failed: ' + error);
                </script>
                """);
            var start = new ProcessStartInfo(Chromium) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--virtual-time-budget=600000", "--user-data-dir=" + Path.Combine(folder.FullName, "profile"), "--dump-dom", "file://" + Path.Combine(folder.FullName, "page.html") })
                start.ArgumentList.Add(argument);
            using var browser = Process.Start(start)!;
            var errors = browser.StandardError.ReadToEndAsync();
            var dom = browser.StandardOutput.ReadToEnd();
            browser.WaitForExit();
            var found = dom.Split("<pre id=\"out\">") is [_, var rest] ? rest.Split("</pre>")[0] : "";
            Assert.True(found.Length > 0 && !found.StartsWith("failed"), $"form-js did not answer: {found}{errors.Result}");
            return JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(found)))!.AsArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
