using HaiDang.Bpmn;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>What the desk needs of a process: each step with its role, form, verbs and due time; each end with its outcome.</summary>
internal static class CheckProcess
{
    public static void Run(ServiceDefinition service, IUnits units, string file, PackProblems problems)
    {
        foreach (var node in service.Process.Processes.SelectMany(p => p.Body.Nodes))
        {
            if (node is TaskNode { Kind: TaskKind.User or TaskKind.Manual } task) Step(task, units, file, problems);
            if (node is EventNode { Position: EventPosition.End } && node.Properties.GetValueOrDefault(Property.Outcome) is not ("issued" or "refused" or "withdrawn"))
                problems.Add(file, node.Line, $"điểm kết thúc '{node.Title}' không nói kết cục", $"the end '{node.Title}' does not tell the outcome",
                    $"thêm thuộc tính {Property.Outcome} = issued, refused hoặc withdrawn", $"add the property {Property.Outcome} = issued, refused or withdrawn");
            if (node is TaskNode { Kind: TaskKind.Service or TaskKind.Send or TaskKind.Receive } or CallActivity)
                problems.Add(file, node.Line, $"bước '{node.Title}' chưa được hỗ trợ", $"the step '{node.Title}' is not supported yet",
                    "dùng userTask, businessRuleTask hoặc scriptTask", "use a userTask, businessRuleTask or scriptTask");
        }
    }

    private static void Step(TaskNode task, IUnits units, string file, PackProblems problems)
    {
        var role = task.Extensions.CandidateGroups?.ToString();
        if (task.Extensions.CandidateGroups is null)
            Tell("không có vai trò", "has no role", "thêm zeebe:assignmentDefinition candidateGroups", "add zeebe:assignmentDefinition candidateGroups");
        if (task.Extensions.FormId is null) Tell("không có biểu mẫu", "has no form", "thêm zeebe:formDefinition formId=\"form\"", "add zeebe:formDefinition formId=\"form\"");
        if (!WorkingTime.TryParse(task.Properties.GetValueOrDefault(Property.Due), out _))
            Tell("không có thời hạn", "has no due time", $"thêm thuộc tính {Property.Due}, ví dụ PT4H hoặc P2D", $"add the property {Property.Due}, for example PT4H or P2D");
        foreach (var verb in (task.Properties.GetValueOrDefault(Property.Actions) ?? Verbs.Done).Split(',', StringSplitOptions.TrimEntries))
            if (!Verbs.All.Contains(verb))
                Tell($"có thao tác lạ '{verb}'", $"offers the unknown verb '{verb}'", $"dùng: {string.Join(", ", Verbs.All)}", $"use: {string.Join(", ", Verbs.All)}");

        void Tell(string vi, string en, string remedyVi, string remedyEn) =>
            problems.Add(file, task.Line, $"bước '{task.Title}' {vi}", $"the step '{task.Title}' {en}", remedyVi, remedyEn);
    }
}
