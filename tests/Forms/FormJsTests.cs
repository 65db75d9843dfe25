using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

/// <summary>
/// The same forms and answers go through form-js itself, in a browser: it must refuse the same fields and submit the same data.
/// Needs Chromium, and form-js 1.23 in <c>tests/Forms/peers</c>, where <c>./dev test</c> installs it.
/// </summary>
public class FormJsTests(ITestOutputHelper output)
{
    const string Chromium = "/usr/bin/chromium";
    const int Cases = 400;

    [Fact]
    public void Form_js_says_the_same()
    {
        var viewer = Peers.FormJs;
        Assert.SkipWhen(viewer is null, "npm ci has not been run in tests/Forms/peers");
        Assert.SkipWhen(!File.Exists(Chromium), "there is no Chromium");

        var random = new Random(1996);
        var cases = Enumerable.Range(0, Cases).Select(_ => RandomForms.Next(random)).ToList();
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
                ["refused"] = new JsonArray([.. read.Form.Validate(data, Now).Select(problem => problem.Path[(problem.Path.LastIndexOf('.') + 1)..]).Distinct().Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]),
                ["data"] = read.Form.Clean(data, Now),
            };
            refused += ours["refused"]!.AsArray().Count;
            hidden += read.Form.Fields.Count - ours["data"]!.AsObject().Count;
            Assert.True(JsonNode.DeepEquals(theirs[i], ours), $"case {i}\nschema {schema.ToJsonString()}\ndata    {data.ToJsonString()}\nform-js {theirs[i]!.ToJsonString()}\nours    {ours.ToJsonString()}");
        }
        output.WriteLine($"{Cases} forms agree; {refused} refusals, {hidden} values hidden");
        Assert.True(refused > Cases / 4 && hidden > Cases / 4, "the cases say too little");
    }

    static JsonArray Ask(string viewer, IReadOnlyList<RandomForm> cases)
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
