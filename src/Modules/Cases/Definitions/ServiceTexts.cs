using System.Text.Json.Nodes;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>The English of a service (texts.en.yaml), and a note of every text that has none.</summary>
internal sealed class ServiceTexts
{
    private readonly JsonObject english;
    private readonly string file;
    private readonly PackProblems problems;

    public ServiceTexts(ServiceFiles files, PackProblems problems)
    {
        file = files.Shown("texts.en.yaml");
        this.problems = problems;
        english = files.Text("texts.en.yaml") is { } text && YamlFile.Read(text, file, problems) is { } yaml ? yaml.WholeJson() : [];
    }

    /// <summary>A Vietnamese text with its English at a path of keys and indexes.</summary>
    public LocalText Of(string vi, params object[] path)
    {
        JsonNode? node = english;
        foreach (var step in path)
            node = step switch
            {
                int index => node is JsonArray list && index < list.Count ? list[index] : null,
                var key => node is JsonObject map ? map[(string)key] : null,
            };
        if (node is JsonValue value && value.TryGetValue<string>(out var en)) return new LocalText(vi, en);
        problems.Add(file, 1, $"thiếu bản tiếng Anh của {string.Join('.', path)}", $"the English of {string.Join('.', path)} is missing",
            $"thêm {string.Join('.', path)}: … (\"{vi}\")", $"add {string.Join('.', path)}: … (\"{vi}\")");
        return new LocalText(vi, vi);
    }

    /// <summary>The texts of the form as the form engine takes them: <c>key.label</c>, <c>key.option.value</c>, <c>key.column.name</c>.</summary>
    public IReadOnlyDictionary<string, string> Form() => Texts(english["form"]);

    /// <summary>The same of a form that a step asks, from <c>forms: {name: …}</c>; what is missing or left over is told.</summary>
    public IReadOnlyDictionary<string, string> StepForm(string name, HaiDang.Forms.Form form)
    {
        var texts = Texts((english["forms"] as JsonObject)?[name]);
        foreach (var d in form.CheckTexts(texts, file))
            problems.Add(new PackProblem(file, Math.Max(d.Line, 1), new($"forms.{name}: {d.Vi}", $"forms.{name}: {d.En}"), new("", "")) { IsWarning = d.Severity != HaiDang.Forms.FormSeverity.Error });
        return texts;
    }

    private static Dictionary<string, string> Texts(JsonNode? of)
    {
        var texts = new Dictionary<string, string>();
        if (of is not JsonObject form) return texts;
        foreach (var (key, entry) in form)
            foreach (var (what, text) in entry as JsonObject ?? [])
                if (text is JsonObject values)
                    foreach (var (value, label) in values) texts[$"{key}.{(what == "columns" ? "column" : "option")}.{value}"] = label?.ToString() ?? "";
                else
                    texts[$"{key}.{what}"] = text?.ToString() ?? "";
        return texts;
    }
}
