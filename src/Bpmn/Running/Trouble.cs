namespace HaiDang.Bpmn;

/// <summary>Why a token cannot go on: the makings of an incident.</summary>
internal sealed record Trouble(string Code, string Vi, string En)
{
    public static Trouble NoFlow(FlowNode node) => new("bpmn.no-flow",
        $"Không nhánh nào ra khỏi \"{node.Title}\" thỏa điều kiện và không có nhánh mặc định. Hãy sửa dữ liệu rồi thử lại.",
        $"No way out of \"{node.Title}\" is open and there is no default flow. Correct the data, then try again.");

    public static Trouble NotBoolean(string text, string? why) => new("bpmn.condition-not-boolean",
        $"Điều kiện \"{text}\" không cho kết quả đúng hay sai{Because(why)}. Hãy sửa dữ liệu rồi thử lại.",
        $"The condition \"{text}\" is neither true nor false{Because(why)}. Correct the data, then try again.");

    public static Trouble NoValue(string text, string? why) => new("bpmn.no-value",
        $"Biểu thức \"{text}\" không cho giá trị dùng được{Because(why)}. Hãy sửa dữ liệu rồi thử lại.",
        $"The expression \"{text}\" gives no usable value{Because(why)}. Correct the data, then try again.");

    public static Trouble NotATime(string text) => new("bpmn.not-a-time",
        $"\"{text}\" không phải thời điểm, khoảng thời gian hay chu kỳ theo ISO 8601, ví dụ PT4H. Hãy sửa dữ liệu rồi thử lại.",
        $"\"{text}\" is no point in time, duration or repetition of ISO 8601, for example PT4H. Correct the data, then try again.");

    public static Trouble Rounds(FlowNode node, string? said) => new("bpmn.rounds",
        $"Số lần lặp của \"{node.Title}\" ({said}) phải là số nguyên từ 0 đến {BpmnInterpreter.MostRounds}. Hãy sửa dữ liệu rồi thử lại.",
        $"The number of rounds of \"{node.Title}\" ({said}) must be a whole number from 0 to {BpmnInterpreter.MostRounds}. Correct the data, then try again.");

    public static Trouble Endless(FlowNode node) => new("bpmn.endless",
        $"Quy trình chạy quá {BpmnInterpreter.MostSteps} bước liền mà không chờ ai, dừng ở \"{node.Title}\". Mô hình có vòng lặp vô tận.",
        $"The run took more than {BpmnInterpreter.MostSteps} steps without waiting for anything and stopped at \"{node.Title}\". The model has an endless loop.");

    public static Trouble Deadlock(FlowNode node) => new("bpmn.deadlock",
        $"\"{node.Title}\" chờ một nhánh không bao giờ đến. Hãy sửa mô hình: các nhánh gộp ở đây phải được tách bằng cổng cùng loại.",
        $"\"{node.Title}\" waits for a branch that can never come. Mend the model: what comes together here must be split by a gateway of the same kind.");

    public static Trouble Unsupported(BpmnElement element) => new("bpmn.unsupported",
        $"\"{element.Title}\" chưa được hỗ trợ. Hãy thay bằng phần tử khác.", $"\"{element.Title}\" is not supported. Replace it.");

    public static Trouble UncaughtError(FlowNode node, string code) => new("bpmn.uncaught-error",
        $"\"{node.Title}\" báo lỗi \"{code}\" mà quy trình không bắt lỗi này. Hãy xử lý nguyên nhân rồi thử lại.",
        $"\"{node.Title}\" met the error \"{code}\", which the process does not catch. Deal with its cause, then try again.");

    public static Trouble Incomplete(FlowNode node, string vi, string en) => new("bpmn.incomplete",
        $"\"{node.Title}\" thiếu {vi}. Hãy bổ sung trong mô hình.", $"\"{node.Title}\" lacks {en}. Add it to the model.");

    private static string Because(string? why) => why is null ? "" : $" ({why})";
}
