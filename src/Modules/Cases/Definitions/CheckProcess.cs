using HaiDang.Bpmn;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>
/// What the desk needs of the processes of a service: each step with its role, form, verbs and due time, each end with its
/// outcome, each wait with who must move and until when.
/// </summary>
internal static class CheckProcess
{
    private static readonly IReadOnlySet<string> Known = new HashSet<string>
    {
        Property.Step, Property.Actions, Property.Due, Property.Unit, Property.WaitsFor, Property.Fee, Property.Clock, Property.Retry,
        Property.Outcome, Property.Reason, Property.Law,
    };

    public static void Run(ServiceDefinition service, IUnits units, PackProblems problems)
    {
        Twins(service, problems);
        var places = new CheckUnits(service, units);
        foreach (var model in service.Models)
            foreach (var process in model.Processes)
                foreach (var node in ProcessNodes.Of(process.Body))
                {
                    var told = new NodeProblems(node, model.Source, problems);
                    One(node, service, told);
                    End(node, process, service, told);
                    places.Unit(node, told);
                }
        CheckCalls.Cycles(service, problems);
        var begun = service.Process.Process(service.ProcessId)!;
        if (begun.Body.PlainStarts().Count == 0)
            problems.Add(service.Process.Source, begun.Line, "quy trình không bắt đầu bằng việc nộp hồ sơ", "the process does not begin with a submission",
                "thêm sự kiện bắt đầu thường, không hẹn giờ và không điều kiện", "add a plain start event, without timer and condition");
        CheckStepForms.Names(service, problems);
        CheckStepForms.Shown(service, problems);
        var ends = ProcessNodes.Of(service.Process.Process(service.ProcessId)!.Body).Where(n => n.Properties.GetValueOrDefault(Property.Outcome) == "issued");
        if (ends.FirstOrDefault() is { } issued && !service.Nodes.Values.Any(MakesResult))
            problems.Add(service.Process.Source, issued.Line, "kết cục là 'issued' nhưng không bước nào tạo kết quả", "the outcome is 'issued' but no step makes the result",
                "thêm bước ký (thao tác sign) hoặc bước tự động loại issue", "add a step with the verb sign, or an automatic step of type issue");
    }

    private static void One(FlowNode node, ServiceDefinition service, NodeProblems told)
    {
        foreach (var property in node.Properties.Keys.Where(p => p.StartsWith(Property.Prefix, StringComparison.Ordinal) && !Known.Contains(p)))
            told.Tell($"có thuộc tính lạ '{property}'", $"has the unknown property '{property}'", $"dùng: {string.Join(", ", Known.Order())}", $"use: {string.Join(", ", Known.Order())}");
        foreach (var mapping in node.Extensions.Inputs.Concat(node.Extensions.Outputs).Where(m => CaseFacts.Names.Contains(m.Target)))
            told.Tell($"đặt lại biến '{mapping.Target}' của hệ thống", $"sets the platform's own variable '{mapping.Target}'", "đặt tên biến khác", "choose another name");

        if (ProcessNodes.JobOf(node) is { } job) CheckJobs.Run((TaskNode)node, job, told);
        else if (ProcessNodes.AwaitedBy(node) is { } message) CheckWaits.Run(node, message, service, told);
        else
            switch (node)
            {
                case TaskNode { Kind: TaskKind.User or TaskKind.Manual } task:
                    Step(task, told);
                    CheckStepForms.Run(task, service, told);
                    break;
                case TaskNode { Kind: TaskKind.BusinessRule } rule when rule.Extensions.Decision is { DecisionId: { IsFeel: false } decision } && !service.Decides(decision.Text):
                    told.Tell($"hỏi bảng quyết định '{decision.Text}' không có", $"asks the decision '{decision.Text}', which is not there", "thêm tệp .dmn hoặc sửa tên", "add the .dmn file or mend the name");
                    break;
                case CallActivity call:
                    CheckCalls.Run(call, service, told);
                    break;
                case TaskNode { Kind: TaskKind.Service or TaskKind.Send }:
                case TaskNode { Kind: TaskKind.Script, Script.Feel: null, Extensions.Script: null }:
                case EventNode { IsThrowing: true } thrown when thrown.Definitions.Any(d => d is MessageDefinition):
                    told.Tell("chưa được hỗ trợ", "is not supported", "dùng serviceTask có zeebe:taskDefinition, businessRuleTask hoặc scriptTask bằng FEEL",
                        "use a serviceTask with zeebe:taskDefinition, a businessRuleTask, or a scriptTask in FEEL");
                    break;
            }
    }

    private static void Step(TaskNode task, NodeProblems told)
    {
        if (task.Extensions.CandidateGroups is null)
            told.Tell("không có vai trò", "has no role", "thêm zeebe:assignmentDefinition candidateGroups", "add zeebe:assignmentDefinition candidateGroups");
        if (task.Extensions.FormId is null)
            told.Tell("không có biểu mẫu", "has no form", $"thêm zeebe:formDefinition formId=\"{ServiceDefinition.CaseForm}\"", $"add zeebe:formDefinition formId=\"{ServiceDefinition.CaseForm}\"");
        told.Due();
        foreach (var verb in (task.Properties.GetValueOrDefault(Property.Actions) ?? Verbs.Done).Split(',', StringSplitOptions.TrimEntries))
            if (!Verbs.All.Contains(verb))
                told.Tell($"có thao tác lạ '{verb}'", $"offers the unknown verb '{verb}'", $"dùng: {string.Join(", ", Verbs.All)}", $"use: {string.Join(", ", Verbs.All)}");
    }

    private static void End(FlowNode node, BpmnProcess process, ServiceDefinition service, NodeProblems told)
    {
        if (node is not EventNode { Position: EventPosition.End } end) return;
        var outcome = end.Properties.GetValueOrDefault(Property.Outcome);
        if (process.Id == service.ProcessId && node.Body.Owner is null && !end.Definitions.Any(d => d is ErrorDefinition))
        {
            if (outcome is not ("issued" or "refused" or "withdrawn"))
                told.Tell("là điểm kết thúc nhưng không nói kết cục", "is an end that does not tell the outcome",
                    $"thêm thuộc tính {Property.Outcome} = issued, refused hoặc withdrawn", $"add the property {Property.Outcome} = issued, refused or withdrawn");
        }
        else if (outcome is not null)
            told.Tell("nói kết cục nhưng không kết thúc hồ sơ", "tells an outcome but does not end the case",
                $"bỏ {Property.Outcome}; chỉ quy trình chính mới kết thúc hồ sơ", $"remove {Property.Outcome}; only the main process ends the case");
    }

    private static void Twins(ServiceDefinition service, PackProblems problems)
    {
        foreach (var (model, node) in service.Models.SelectMany(m => ProcessNodes.Of(m).Select(n => (Model: m, Node: n))))
            if (!ReferenceEquals(service.Nodes[node.Id], node))
                problems.Add(model.Source, node.Line, $"mã '{node.Id}' đã dùng ở tệp BPMN khác của thủ tục này", $"the id '{node.Id}' is used in another BPMN file of this service",
                    "đặt mã khác; mã phải khác nhau trong cả thủ tục", "choose another; ids are unique within a service");
        foreach (var twins in service.Models.SelectMany(m => m.Processes.Select(p => (Model: m, Process: p))).GroupBy(p => p.Process.Id).Where(g => g.Count() > 1))
            problems.Add(twins.Last().Model.Source, twins.Last().Process.Line, $"trùng mã quy trình '{twins.Key}'", $"the process id '{twins.Key}' is there twice", "đặt mã khác", "choose another id");
    }

    private static bool MakesResult(FlowNode node) => ProcessNodes.JobOf(node)?.Type.Text == JobTypes.Issue
        || (node.Properties.GetValueOrDefault(Property.Actions) ?? "").Split(',', StringSplitOptions.TrimEntries).Contains(Verbs.Sign);
}

/// <summary>Tells what is wrong with one node: its name, file and line come by themselves.</summary>
internal sealed class NodeProblems(FlowNode node, string file, PackProblems problems)
{
    public void Tell(string vi, string en, string remedyVi, string remedyEn) =>
        problems.Add(file, node.Line, $"bước '{node.Title}' {vi}", $"the step '{node.Title}' {en}", remedyVi, remedyEn);

    /// <summary>The step needs a due time in working time.</summary>
    public void Due()
    {
        if (!WorkingTime.TryParse(node.Properties.GetValueOrDefault(Property.Due), out _))
            Tell("không có thời hạn", "has no due time", $"thêm thuộc tính {Property.Due}, ví dụ PT4H hoặc P2D", $"add the property {Property.Due}, for example PT4H or P2D");
    }
}
