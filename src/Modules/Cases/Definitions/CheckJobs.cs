using HaiDang.Bpmn;
using HaiDang.Cases.Life;

namespace HaiDang.Cases.Definitions;

/// <summary>An automatic step: a type that the platform knows, its settings, and people who take over when it fails.</summary>
internal static class CheckJobs
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Headers = new Dictionary<string, IReadOnlyList<string>>
    {
        [JobTypes.Issue] = [],
        [JobTypes.Number] = [JobTypes.Series, JobTypes.Pattern, JobTypes.Scope, JobTypes.CheckDigit],
        [JobTypes.Http] = [JobTypes.Connection, JobTypes.Path],
    };

    public static void Run(TaskNode task, TaskDefinition job, NodeProblems told)
    {
        if (!Headers.TryGetValue(job.Type.Text, out var known))
        {
            told.Tell($"có loại việc tự động lạ '{job.Type.Text}'", $"has the unknown type '{job.Type.Text}'", $"dùng: {string.Join(", ", Headers.Keys)}", $"use: {string.Join(", ", Headers.Keys)}");
            return;
        }
        var headers = task.Extensions.Headers;
        foreach (var header in headers.Keys.Where(h => !known.Contains(h)))
            told.Tell($"có thiết lập lạ '{header}'", $"has the unknown setting '{header}'",
                known.Count == 0 ? "bỏ thiết lập này" : $"dùng: {string.Join(", ", known)}", known.Count == 0 ? "remove it" : $"use: {string.Join(", ", known)}");
        foreach (var needed in known.Where(k => k is JobTypes.Series or JobTypes.Pattern or JobTypes.Connection && !headers.ContainsKey(k)))
            told.Tell($"thiếu thiết lập '{needed}'", $"lacks the setting '{needed}'", $"thêm zeebe:header key=\"{needed}\"", $"add zeebe:header key=\"{needed}\"");
        if (headers.GetValueOrDefault(JobTypes.Scope) is not (null or "unit" or "city"))
            told.Tell("có phạm vi số lạ", "has an unknown scope", "dùng unit hoặc city", "use unit or city");
        if (headers.GetValueOrDefault(JobTypes.CheckDigit) is not (null or JobTypes.TaxCode))
            told.Tell("có cách kiểm tra số lạ", "has an unknown check", $"dùng {JobTypes.TaxCode}", $"use {JobTypes.TaxCode}");
        if (headers.GetValueOrDefault(JobTypes.Pattern) is { } pattern && !pattern.Contains("{serial", StringComparison.Ordinal))
            told.Tell("có mẫu số không chứa {serial}", "has a pattern without {serial}", "viết như {serial:9}", "write it like {serial:9}");
        if (job.Type.Text == JobTypes.Number && task.Extensions.Outputs.Count == 0)
            told.Tell("lấy số nhưng không giữ lại", "takes a number and keeps it nowhere", "thêm zeebe:output source=\"=number\" với tên biến của bạn", "add zeebe:output source=\"=number\" with a name of your own");
        if (job.Retries is { } retries && !(int.TryParse(retries.Text, out var tries) && tries is >= 1 and <= JobTypes.MostTries))
            told.Tell($"có số lần thử '{retries.Text}' không dùng được", $"has the unusable number of tries '{retries.Text}'", $"viết một số từ 1 đến {JobTypes.MostTries}", $"write a number from 1 to {JobTypes.MostTries}");
        if (task.Properties.GetValueOrDefault(Property.Retry) is { } pauses && Pauses.Parse(pauses) is null)
            told.Tell("có khoảng nghỉ giữa các lần thử không hiểu được", "has pauses between tries that are not understood", "viết như PT10S,PT1M,PT10M", "write them like PT10S,PT1M,PT10M");
        if (!task.Boundary.Any(LeadsToPeople))
            told.Tell("không có người nào thay khi việc tự động không thành", "has nobody to take over when it fails",
                $"gắn sự kiện lỗi '{Property.Failed}' dẫn đến một userTask", $"attach an error event '{Property.Failed}' that leads to a userTask");
    }

    private static bool LeadsToPeople(EventNode boundary) =>
        boundary.Definitions.Any(d => d is ErrorDefinition { Error: null or { Code: null or "" or Property.Failed } }) && ReachesPeople(boundary);

    private static bool ReachesPeople(FlowNode from)
    {
        var seen = new HashSet<FlowNode>();
        var next = new Queue<FlowNode>([from]);
        while (next.TryDequeue(out var node))
        {
            if (node is TaskNode { Kind: TaskKind.User or TaskKind.Manual }) return true;
            if (!seen.Add(node)) continue;
            foreach (var flow in node.Outgoing)
                if (flow.Target is { } target) next.Enqueue(target);
        }
        return false;
    }
}
