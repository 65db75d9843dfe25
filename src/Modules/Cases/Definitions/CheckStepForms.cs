using HaiDang.Bpmn;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Life;
using HaiDang.Forms;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>A step that asks its official something: by a verb that leads on, under names that nothing else has, without files.</summary>
internal static class CheckStepForms
{
    /// <summary>Names of the inputs beside the questions in the form of a verb.</summary>
    private static readonly IReadOnlySet<string> OfTheDesk = new HashSet<string> { "token", "reason", "law", "note", "asked", "way", "part", "good", "file", "passphrase", "purpose" };

    public static void Run(TaskNode task, ServiceDefinition service, NodeProblems told)
    {
        if (service.StepFormOf(task.Id) is not { } form) return;
        var verbs = (task.Properties.GetValueOrDefault(Property.Actions) ?? Verbs.Done).Split(',', StringSplitOptions.TrimEntries);
        if (!verbs.Any(StepQuestions.Asking.Contains))
            told.Tell($"có biểu mẫu riêng '{task.Extensions.FormId}' mà không thao tác nào hỏi đến", $"has the form '{task.Extensions.FormId}' that none of its verbs asks",
                $"thêm một trong các thao tác {string.Join(", ", StepQuestions.Asking)}, hoặc hỏi ở bước trước", $"offer one of {string.Join(", ", StepQuestions.Asking)}, or ask at the step before");
        foreach (var key in form.Fields.Keys.Where(k => CaseFacts.Names.Contains(k) || k == CaseFacts.Decision || OfTheDesk.Contains(k)))
            told.Tell($"hỏi câu có khóa '{key}' là tên của hệ thống", $"asks a question under the platform's own name '{key}'", "đặt khóa khác trong biểu mẫu", "choose another key in the form");
        foreach (var key in form.Fields.Values.Where(f => f.Kind == FormKind.FilePicker).Select(f => f.Key))
            told.Tell($"hỏi tệp '{key}'", $"asks for the file '{key}'", "bỏ câu hỏi tệp: biểu mẫu của bước không nhận tệp", "remove it: the form of a step takes no files");
    }

    /// <summary>What officials are to read is set by some step.</summary>
    public static void Shown(ServiceDefinition service, PackProblems problems)
    {
        if (!ProcessNames.AreAll(service)) return;
        var known = ProcessNames.Of(service);
        foreach (var shown in service.Variables.Where(v => !known.Contains(v.Name)))
            problems.Add($"{service.Slug}/service.yaml", shown.Line, $"không bước nào đặt biến '{shown.Name}'", $"no step sets the variable '{shown.Name}'",
                $"các bước đặt: {string.Join(", ", known.Order(StringComparer.Ordinal))}", $"the steps set: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    /// <summary>What stands in the FEEL of the forms and is neither theirs nor set by any process of the service.</summary>
    public static void Names(ServiceDefinition service, PackProblems problems)
    {
        var known = CaseFacts.Names.Append(CaseFacts.Decision).Concat(ProcessNames.Of(service)).ToList();
        foreach (var (name, form) in service.StepForms)
            foreach (var d in form.CheckNames(known, $"{service.Slug}/{name}.json"))
                problems.Add(new PackProblem(d.Source, d.Line, new(d.Vi, d.En), new("", "")) { IsWarning = true });
    }
}
