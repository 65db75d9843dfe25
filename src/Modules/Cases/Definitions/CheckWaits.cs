using HaiDang.Bpmn;
using HaiDang.Cases.Life;

namespace HaiDang.Cases.Definitions;

/// <summary>A step that waits for a message: whose move it is, until when, and for money how much.</summary>
internal static class CheckWaits
{
    public static void Run(FlowNode node, BpmnMessage message, ServiceDefinition service, NodeProblems told)
    {
        told.Due();
        if (node.Properties.GetValueOrDefault(Property.Clock) is not (null or Property.Stops))
            told.Tell("có giá trị lạ của haidang:clock", "has an unknown value of haidang:clock", $"viết {Property.Stops} hoặc bỏ đi", $"write {Property.Stops} or remove it");
        if (ProcessNodes.IsPayment(node)) Payment(node, message, service, told);
        else
        {
            if (message.Title == Property.FeePaid)
                told.Tell("chờ tiền nhưng không nói là bước nộp tiền", "waits for money without saying so", $"thêm {Property.Step} = {Property.Payment}", $"add {Property.Step} = {Property.Payment}");
            if (node.Properties.GetValueOrDefault(Property.WaitsFor) is null)
                told.Tell("không nói đang chờ ai", "does not say who must move", $"thêm {Property.WaitsFor} = applicant, system, hoặc một đơn vị như kind:tax", $"add {Property.WaitsFor} = applicant, system, or a unit such as kind:tax");
        }
    }

    private static void Payment(FlowNode node, BpmnMessage message, ServiceDefinition service, NodeProblems told)
    {
        if (node is not TaskNode) told.Tell("nộp tiền nhưng không phải receiveTask", "takes a payment but is no receiveTask", "dùng receiveTask", "use a receiveTask");
        if (message.Title != Property.FeePaid)
            told.Tell($"nộp tiền nhưng chờ thông điệp '{message.Title}'", $"takes a payment but waits for the message '{message.Title}'", $"đặt tên thông điệp là {Property.FeePaid}", $"name the message {Property.FeePaid}");
        if (node.Properties.GetValueOrDefault(Property.Fee) is { } decision ? !service.Decides(decision) : service.FeeDecision is null)
            told.Tell("không biết thu bao nhiêu", "does not know how much to take", $"thêm {Property.Fee} với tên một bảng quyết định, hoặc khai fee trong service.yaml",
                $"add {Property.Fee} with the name of a decision, or fee in service.yaml");
    }
}
