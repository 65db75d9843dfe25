using System.Text.Json.Nodes;

namespace HaiDang.Forms.Tests;

/// <summary>The language of these tests: one line, one rule.</summary>
internal static class Says
{
    /// <summary>Sunday 22 November 2026, half past two in the afternoon in Hải Phòng.</summary>
    public static readonly FormContext Now = new(new DateTimeOffset(2026, 11, 22, 14, 32, 0, TimeSpan.FromHours(7)));

    /// <summary>A form of these components.</summary>
    public static Form Form(params string[] components)
    {
        var read = Read(components);
        Assert.True(read.Form is not null, string.Join('\n', read.Diagnostics));
        return read.Form;
    }

    public static FormRead Read(params string[] components) =>
        FormReader.Read($$"""{"type":"default","id":"form","schemaVersion":19,"components":[{{string.Join(",\n", components)}}]}""", "form.json");

    /// <summary>A form of one field with the key <c>x</c> and the label <c>Ô</c>.</summary>
    public static OneField A(string type, string attributes = "") => new(Form(Field(type, "x", attributes)));

    /// <summary>A field; its label is Ô unless the attributes give one.</summary>
    public static string Field(string type, string key, string attributes = "")
    {
        var field = Json($$"""{"type":"{{type}}","key":"{{key}}"{{(attributes.Length == 0 ? "" : "," + attributes)}}}""");
        field.TryAdd("label", "Ô");
        return field.ToJsonString();
    }

    public static string Group(string id, string attributes, params string[] components) =>
        $$"""{"type":"group","id":"{{id}}"{{(attributes.Length == 0 ? "" : "," + attributes)}},"components":[{{string.Join(",", components)}}]}""";

    public static string List(string path, string attributes, params string[] components) =>
        $$"""{"type":"dynamiclist","id":"L_{{path}}","path":"{{path}}"{{(attributes.Length == 0 ? "" : "," + attributes)}},"components":[{{string.Join(",", components)}}]}""";

    public static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Posted(params (string Name, string Value)[] values) =>
        values.GroupBy(value => value.Name).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(value => value.Value)]);

    public static void Same(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}\nbut got  {actual?.ToJsonString()}");

    /// <summary>What is wrong, as <c>path code</c> lines.</summary>
    public static string[] Codes(this IEnumerable<FormProblem> problems) => [.. problems.Select(problem => $"{problem.Path} {problem.Code}")];
}

internal sealed record OneField(Form Form, FormContext? Context = null)
{
    FormContext At => Context ?? Says.Now;

    public OneField Given(FormContext context) => this with { Context = context };

    public OneField Lists(string name, string list) =>
        this with { Context = At with { CodeLists = new(new Dictionary<string, JsonArray> { [name] = JsonNode.Parse(list)!.AsArray() }) } };

    public OneField Files(params FormFile[] files) =>
        this with { Context = At with { Files = new Dictionary<string, IReadOnlyList<FormFile>> { ["x"] = files } } };

    public OneField Takes(params string[] values)
    {
        foreach (var value in values)
        {
            var problems = Check(value);
            Assert.True(problems.Count == 0, $"{value} should be taken, but: {string.Join("; ", problems)}");
        }
        return this;
    }

    public OneField Refuses(string value, string code, string? vi = null, string? en = null)
    {
        var problem = Assert.Single(Check(value));
        Assert.Equal("form." + code, problem.Code);
        if (vi is not null) Assert.Equal(vi, problem.Vi);
        if (en is not null) Assert.Equal(en, problem.En);
        return this;
    }

    /// <summary>What is typed becomes this JSON.</summary>
    public OneField Reads(string typed, string json) => Reads([("x", typed)], json);

    public OneField Reads((string, string)[] posted, string json)
    {
        Says.Same($$"""{"x":{{json}}}""", Form.Read(Says.Posted(posted), Form.Pages[0], At).Data);
        return this;
    }

    /// <summary>What is typed is no value of its type; it is kept and refused.</summary>
    public OneField Misreads(string typed, string code) => Misreads([("x", typed)], code);

    public OneField Misreads((string, string)[] posted, string code)
    {
        var input = Form.Read(Says.Posted(posted), Form.Pages[0], At);
        Assert.Equal("form." + code, Assert.Single(input.Problems).Code);
        Assert.Equal([$"x form.{code}"], Form.Validate(input.Data, At).Codes());
        return this;
    }

    public OneField Shows(string value, string vi, string? en = null)
    {
        var data = Says.Json($$"""{"x":{{value}}}""");
        Assert.Equal(vi, Assert.Single(Form.Summary(data, "vi", At)).Value);
        if (en is not null) Assert.Equal(en, Assert.Single(Form.Summary(data, "en", At)).Value);
        return this;
    }

    IReadOnlyList<FormProblem> Check(string value) => Form.Validate(Says.Json($$"""{"x":{{value}}}"""), At);
}
