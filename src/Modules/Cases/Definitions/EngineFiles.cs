using HaiDang.Bpmn;
using HaiDang.Dmn;
using HaiDang.Documents;
using HaiDang.Forms;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>The files of a service that engines read, with what the engines say of them put in the words of a city's check.</summary>
internal sealed record EngineFiles(Form Form, BpmnModel Process, IReadOnlyList<DmnModel> Decisions, IReadOnlyDictionary<string, DocumentTemplate> Templates)
{
    public static EngineFiles? Read(ServiceFiles files, PackProblems problems)
    {
        var form = ReadForm(files, problems);
        var process = ReadProcess(files, problems);
        var decisions = ReadDecisions(files, problems);
        var templates = ReadTemplates(files, problems);
        return form is null || process is null || decisions is null || templates.Count == 0 ? null : new EngineFiles(form, process, decisions, templates);
    }

    private static Form? ReadForm(ServiceFiles files, PackProblems problems)
    {
        if (Need(files, "form.json", problems) is not { } text) return null;
        var read = FormReader.Read(text, files.Shown("form.json"));
        foreach (var d in read.Diagnostics.Where(d => d.Severity == FormSeverity.Error)) Tell(problems, d.Source, d.Line, d.Vi, d.En);
        return read.Form;
    }

    private static BpmnModel? ReadProcess(ServiceFiles files, PackProblems problems)
    {
        if (Need(files, "process.bpmn", problems) is not { } text) return null;
        var read = BpmnReader.Read(text, files.Shown("process.bpmn"));
        var all = read.Model is null ? read.Diagnostics : [.. read.Diagnostics, .. BpmnChecker.Check(read.Model)];
        foreach (var d in all.Where(d => d.Severity == BpmnSeverity.Error)) Tell(problems, d.Source, d.Line, d.Vi, d.En);
        if (read.Model is { Processes: [] })
            problems.Add(files.Shown("process.bpmn"), 1, "không có quy trình nào", "there is no process", "thêm một bpmn:process", "add a bpmn:process");
        return read.Model is { Processes: [_, ..] } ? read.Model : null;
    }

    private static List<DmnModel>? ReadDecisions(ServiceFiles files, PackProblems problems)
    {
        var models = new List<DmnModel>();
        var whole = true;
        foreach (var path in files.Paths.Where(p => p.EndsWith(".dmn", StringComparison.Ordinal)))
        {
            var read = DmnReader.Read(files.Text(path)!, files.Shown(path));
            foreach (var d in read.Diagnostics.Where(d => d.Severity == DmnSeverity.Error)) Tell(problems, files.Shown(path), d.Line, d.Vi, d.En);
            if (read.Model is { } model) models.Add(model);
            else whole = false;
        }
        return whole ? models : null;
    }

    private static Dictionary<string, DocumentTemplate> ReadTemplates(ServiceFiles files, PackProblems problems)
    {
        var templates = new Dictionary<string, DocumentTemplate>();
        foreach (var path in files.Paths.Where(p => p.EndsWith(".md", StringComparison.Ordinal)))
        {
            var read = DocumentTemplate.Read(files.Text(path)!, files.Shown(path));
            foreach (var d in read.Diagnostics) Tell(problems, d.Source, d.Line, d.Vi, d.En);
            if (read.Template is { } template) templates[path] = template;
        }
        if (!templates.ContainsKey("result.md"))
            problems.Add(files.Shown("result.md"), 0, "không có mẫu kết quả result.md", "there is no template result.md", "viết mẫu kết quả", "write the result's template");
        return templates;
    }

    private static string? Need(ServiceFiles files, string path, PackProblems problems)
    {
        if (files.Text(path) is { } text) return text;
        problems.Add(files.Shown(path), 0, $"không có {path}", $"there is no {path}", $"thêm tệp {path}", $"add the file {path}");
        return null;
    }

    /// <summary>Engines say problem and remedy in one text; a check shows what stands before and after its first full stop.</summary>
    private static void Tell(PackProblems problems, string file, int line, string vi, string en)
    {
        var (whatVi, remedyVi) = Split(vi);
        var (whatEn, remedyEn) = Split(en);
        problems.Add(file, line, whatVi, whatEn, remedyVi, remedyEn);
    }

    private static (string What, string Remedy) Split(string text)
    {
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        return stop < 0 ? (text, "…") : (text[..stop], text[(stop + 2)..]);
    }
}
