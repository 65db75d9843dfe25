using HaiDang.Bpmn;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Authoring;

/// <summary>One line of an explanation: what it is about, what holds, and the file and line that say so.</summary>
/// <param name="Name">What it is about; empty for another value of the line above.</param>
/// <param name="From">File and line as <c>vietnam/services/x/service.yaml:9</c>, with what that file replaces.</param>
public sealed record Explained(LocalText Name, string Value, string From);

/// <summary>The effective definition of a service, and where in the layers of packs each part of it comes from.</summary>
public sealed class ExplainService(CityFolder folder, IUnits units)
{
    private static readonly LocalText Replaces = new("thay cho {0}", "replaces {0}");
    private static readonly LocalText NotVerified = new("chưa kiểm chứng", "unverified");
    private static readonly LocalText CodesWord = new("{0}: {1} mã", "{0}: {1} codes");
    private static readonly LocalText UnitWord = new("{0}: {1} đơn vị", "{0}: {1} units");

    /// <summary>Slug, name and where it comes from, of every service of the city.</summary>
    public IReadOnlyList<Explained> All(PackProblems problems, Language language) =>
    [
        .. folder.Folders("services/").Select(slug =>
        {
            var name = ServiceReader.Read(ServiceFiles.Of(folder, slug, problems), problems)?.Name;
            return new Explained(new LocalText(slug, slug), name?.In(language) ?? "✗", Layers(slug));
        }),
    ];

    /// <summary>The service line by line, or null when there is none of that name or it cannot be read.</summary>
    public IReadOnlyList<Explained>? Of(string slug, PackProblems problems, Language language)
    {
        if (folder.Find($"services/{slug}/service.yaml") is not { } file || YamlFile.Read(file, problems) is not { } yaml) return null;
        if (ServiceReader.Read(ServiceFiles.Of(folder, slug, problems), problems) is not { } service) return null;
        var lines = new List<Explained>();

        Say(new("Thủ tục", "Service"), $"{service.Name.In(language)} ({service.Code})", "name");
        Say(new("Phiên bản", "Version"), service.Hash[..12], null);
        Say(new("Nơi giải quyết", "Handled by"), UnitWord.With(units.LevelName(service.HandledBy), units.Handling(service).Count).In(language), "handledBy");
        Say(new("Trả lời tiếp nhận trong", "Accepted within"), $"{service.Reception}", "reception");
        lines.Add(new(new("Thời hạn giải quyết", "Time limit"), $"{service.TimeLimit}", At(file, yaml.LineOf("timeLimit"), language)));
        if (service.TimeLimitDecision is { } limit) lines.Add(new(new("", ""), $"⊞ {limit}", Table(limit)));
        if (service.FeeDecision is { } fee) lines.Add(new(new("Phí, lệ phí", "Fee"), $"⊞ {fee}", Table(fee)));
        foreach (var page in service.Form.Pages) lines.Add(new(Name(page == service.Form.Pages[0], "Trang câu hỏi", "Page of questions"), language == Language.English ? page.Label.En ?? page.Label.Vi : page.Label.Vi, At(Own("form.json"), 0, language)));
        foreach (var (form, _) in service.StepForms.OrderBy(f => f.Key, StringComparer.Ordinal)) lines.Add(new(new("Cán bộ ghi", "Typed by officials"), form, At(Own(EngineFiles.FormFile(form)), 0, language)));
        foreach (var shown in service.Variables) lines.Add(new(Name(shown == service.Variables[0], "Cán bộ đọc", "Read by officials"), $"{shown.Label.In(language)} ({shown.Name})", At(file, shown.Line, language)));
        foreach (var list in service.Lists.Values)
            lines.Add(new(Name(list == service.Lists.Values.First(), "Danh mục", "Code list"), CodesWord.With(list.Name, list.Entries.Count).In(language), At(folder.Find(CodeList.PathOf(list.Name)), 0, language)));
        foreach (var part in service.Parts) lines.Add(new(Name(part == service.Parts[0], "Giấy tờ", "Paper"), part.Name.In(language), At(file, yaml.LineOf("parts"), language)));
        Steps(service, lines, language);
        lines.Add(new(new("Kết quả", "Result"), service.Result.Name.In(language), At(Own("result.md"), 0, language)));
        foreach (var (kind, _) in service.Letters.OrderBy(l => l.Key, StringComparer.Ordinal))
            lines.Add(new(new("Văn bản", "Letter"), kind, At(folder.Find($"documents/{kind}.md"), 0, language)));
        foreach (var basis in service.LegalBasis)
            lines.Add(new(Name(basis == service.LegalBasis[0], "Căn cứ", "Legal basis"), $"{basis.Document.In(language)}{(basis.Articles is null ? "" : $", {basis.Articles}")}{(basis.Unverified ? $" ({NotVerified.In(language)})" : "")}",
                At(file, yaml.LineOf("legalBasis"), language)));
        foreach (var example in folder.Under($"services/{slug}/examples/")) lines.Add(new(new("Ví dụ", "Example"), Path.GetFileNameWithoutExtension(example.Path), At(example, 0, language)));
        return lines;

        void Say(LocalText name, string value, string? key) => lines.Add(new(name, value, key is null ? "" : At(file, yaml.LineOf(key), language)));
        PackFile? Own(string path) => folder.Find($"services/{slug}/{path}");
        string Table(string decision) => folder.Under($"services/{slug}/").Where(f => f.Path.EndsWith(".dmn", StringComparison.Ordinal))
            .Where(f => f.Text(problems)?.Contains($"<decision id=\"{decision}\"", StringComparison.Ordinal) == true).Select(f => At(f, 0, language)).FirstOrDefault("");
    }

    private void Steps(ServiceDefinition service, List<Explained> lines, Language language)
    {
        var first = true;
        foreach (var path in folder.Under($"services/{service.Slug}/").Where(f => f.Path.EndsWith(".bpmn", StringComparison.Ordinal)))
            foreach (var node in service.Models.Where(m => m.Source == path.Shown).SelectMany(ProcessNodes.Of).OfType<TaskNode>())
            {
                var facts = new[] { node.Extensions.CandidateGroups?.ToString(), node.Properties.GetValueOrDefault(Property.Unit), node.Properties.GetValueOrDefault(Property.Actions), node.Properties.GetValueOrDefault(Property.Due) };
                var name = service.StepNames.GetValueOrDefault(node.Id)?.In(language) ?? node.Title;
                lines.Add(new(Name(first, "Bước", "Step"), string.Join(" · ", facts.OfType<string>().Prepend(name)), At(path, node.Line, language)));
                first = false;
            }
    }

    private string At(PackFile? file, int line, Language language)
    {
        if (file is null) return "";
        var below = folder.ReplacedBy(file.Path).Select(f => f.Shown).FirstOrDefault();
        return $"{file.Shown}{(line > 0 ? $":{line}" : "")}{(below is null ? "" : $" ({Replaces.With(below).In(language)})")}";
    }

    private string Layers(string slug) => string.Join(" + ", folder.Under($"services/{slug}/").Select(f => f.Shown[..f.Shown.IndexOf('/')]).Distinct()
        .OrderBy(layer => folder.Layers.ToList().IndexOf(layer)));

    private static LocalText Name(bool first, string vi, string en) => first ? new(vi, en) : new("", "");
}
