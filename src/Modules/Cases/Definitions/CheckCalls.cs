using HaiDang.Bpmn;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>Calls of other processes: each names one of the service, and none comes back to itself.</summary>
internal static class CheckCalls
{
    public static void Run(CallActivity call, ServiceDefinition service, NodeProblems told)
    {
        if (call.Called is { IsFeel: false } called && called.Text.Length > 0 && service.ModelOf(called.Text) is null && service.Models.All(m => !m.Roots.GlobalTasks.ContainsKey(called.Text)))
            told.Tell($"gọi quy trình '{called.Text}' không có", $"calls the process '{called.Text}', which is not there",
                "thêm tệp .bpmn có quy trình đó vào thư mục của thủ tục", "add a .bpmn file with that process to the folder of the service");
        if (call.Called is { IsFeel: true })
            told.Tell("gọi quy trình bằng biểu thức", "calls a process by an expression", "viết thẳng mã quy trình", "write the id of the process itself");
    }

    public static void Cycles(ServiceDefinition service, PackProblems problems)
    {
        foreach (var (model, process) in service.Models.SelectMany(m => m.Processes.Select(p => (m, p))))
            if (Reaches(process.Id, process.Id, service, []))
                problems.Add(model.Source, process.Line, $"quy trình '{process.Id}' gọi lại chính nó", $"the process '{process.Id}' calls itself", "bỏ vòng gọi", "break the circle of calls");
    }

    private static bool Reaches(string from, string target, ServiceDefinition service, HashSet<string> seen) =>
        seen.Add(from) && service.ModelOf(from)?.Process(from) is { } process
        && ProcessNodes.Of(process.Body).OfType<CallActivity>().Select(c => c.Called?.Text).OfType<string>()
            .Any(called => called == target || Reaches(called, target, service, seen));
}
