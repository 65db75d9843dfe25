using HaiDang.Bpmn;
using HaiDang.Dmn;
using HaiDang.Documents;
using HaiDang.Forms;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>The files of a service that engines read, with what the engines say of them put in the words of a city's check.</summary>
/// <param name="StepForms">By name, those that steps ask their officials.</param>
/// <param name="Processes">process.bpmn first.</param>
internal sealed record EngineFiles(
    Form Form, IReadOnlyDictionary<string, Form> StepForms, IReadOnlyList<BpmnModel> Processes, IReadOnlyList<DmnModel> Decisions,
    IReadOnlyDictionary<string, DocumentTemplate> Templates)
{
    public static EngineFiles? Read(ServiceFiles files, PackProblems problems)
    {
        var form = Need(files, FormFile(ServiceDefinition.CaseForm), problems) is { } text ? ReadForm(files, ServiceDefinition.CaseForm, text, problems) : null;
        var processes = ReadProcesses(files, problems);
        var decisions = ReadDecisions(files, problems);
        var templates = ReadTemplates(files, problems);
        var stepForms = processes is null ? null : ReadStepForms(files, processes, problems);
        return form is null || stepForms is null || processes is null || decisions is null || templates.Count == 0
            ? null : new EngineFiles(form, stepForms, processes, decisions, templates);
    }

    public static string FormFile(string name) => $"{name}.json";

    /// <summary>Every form that a step names, besides the applicant's.</summary>
    private static Dictionary<string, Form>? ReadStepForms(ServiceFiles files, IReadOnlyList<BpmnModel> processes, PackProblems problems)
    {
        var forms = new Dictionary<string, Form>();
        var whole = true;
        foreach (var named in processes.SelectMany(m => ProcessNodes.Of(m).Select(n => (Model: m, Node: n, Form: n.Extensions.FormId))).Where(n => n.Form is not null and not ServiceDefinition.CaseForm).DistinctBy(n => n.Form))
        {
            var file = FormFile(named.Form!);
            if (files.Text(file) is not { } text)
                problems.Add(named.Model.Source, named.Node.Line, $"bước '{named.Node.Title}' dùng biểu mẫu '{named.Form}' nhưng không có tệp {file}", $"the step '{named.Node.Title}' names the form '{named.Form}', but there is no {file}",
                    $"thêm tệp {file} vào thư mục của thủ tục, hoặc viết formId=\"{ServiceDefinition.CaseForm}\"", $"add {file} to the folder of the service, or write formId=\"{ServiceDefinition.CaseForm}\"");
            else if (ReadForm(files, named.Form!, text, problems) is { } form)
            {
                forms[named.Form!] = form;
                continue;
            }
            whole = false;
        }
        return whole ? forms : null;
    }

    private static Form? ReadForm(ServiceFiles files, string name, string text, PackProblems problems)
    {
        var read = FormReader.Read(text, files.Shown(FormFile(name)));
        foreach (var d in read.Diagnostics) Tell(problems, d.Source, d.Line, d.Vi, d.En, d.Severity != FormSeverity.Error);
        return read.Form;
    }

    private static List<BpmnModel>? ReadProcesses(ServiceFiles files, PackProblems problems)
    {
        const string main = "process.bpmn";
        if (Need(files, main, problems) is null) return null;
        var models = new List<BpmnModel>();
        var whole = true;
        foreach (var path in files.Paths.Where(p => p.EndsWith(".bpmn", StringComparison.Ordinal)).OrderBy(p => p == main ? 0 : 1))
        {
            var read = BpmnReader.Read(files.Text(path)!, files.Shown(path));
            var all = read.Model is null ? read.Diagnostics : [.. read.Diagnostics, .. BpmnChecker.Check(read.Model)];
            foreach (var d in all) Tell(problems, d.Source, d.Line, d.Vi, d.En, d.Severity != BpmnSeverity.Error);
            if (read.Model is { Processes: [] })
                problems.Add(files.Shown(path), 1, "không có quy trình nào", "there is no process", "thêm một bpmn:process", "add a bpmn:process");
            if (read.Model is { Processes: [_, ..] } model) models.Add(model);
            else whole = false;
        }
        return whole ? models : null;
    }

    private static List<DmnModel>? ReadDecisions(ServiceFiles files, PackProblems problems)
    {
        var models = new List<DmnModel>();
        var whole = true;
        foreach (var path in files.Paths.Where(p => p.EndsWith(".dmn", StringComparison.Ordinal)))
        {
            var read = DmnReader.Read(files.Text(path)!, files.Shown(path));
            foreach (var d in read.Diagnostics.Where(d => d.Severity != DmnSeverity.Info)) Tell(problems, files.Shown(path), d.Line, d.Vi, d.En, d.Severity != DmnSeverity.Error);
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
    private static void Tell(PackProblems problems, string file, int line, string vi, string en, bool isWarning = false)
    {
        var (whatVi, remedyVi) = Split(vi);
        var (whatEn, remedyEn) = Split(en);
        problems.Add(new PackProblem(file, line, new(whatVi, whatEn), new(remedyVi, remedyEn)) { IsWarning = isWarning });
    }

    private static (string What, string Remedy) Split(string text)
    {
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        return stop < 0 ? (text, "") : (text[..stop], text[(stop + 2)..]);
    }
}
