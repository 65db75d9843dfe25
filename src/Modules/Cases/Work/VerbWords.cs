using HaiDang.Cases.Life;
using HaiDang.Kernel;

namespace HaiDang.Cases.Work;

/// <summary>What the desk calls its verbs: to do, and done.</summary>
internal static class VerbWords
{
    public const string Claim = "claim";
    public const string Release = "release";
    public const string Mark = "mark";
    public const string TakePayment = "take-payment";

    public static readonly IReadOnlyDictionary<string, LocalText> Present = new Dictionary<string, LocalText>
    {
        [Claim] = new("Nhận việc", "Claim"),
        [Release] = new("Trả lại hàng việc", "Put back"),
        [TakePayment] = new("Thu tiền", "Take the payment"),
        [Verbs.Accept] = new("Tiếp nhận hồ sơ", "Accept the case"),
        [Verbs.Supplement] = new("Yêu cầu bổ sung", "Ask for papers"),
        [Verbs.Approve] = new("Duyệt", "Approve"),
        [Verbs.Refuse] = new("Từ chối", "Refuse"),
        [Verbs.Return] = new("Trả lại bước trước", "Send back"),
        [Verbs.Sign] = new("Ký số", "Sign"),
        [Verbs.Done] = new("Hoàn thành bước này", "Finish this step"),
        [Verbs.Agree] = new("Đồng ý", "Agree"),
        [Verbs.Object] = new("Có ý kiến khác", "Object"),
        [Verbs.Escalate] = new("Chuyển kiểm tra kỹ hơn", "Pass on for a closer look"),
    };

    public static readonly IReadOnlyDictionary<string, LocalText> Past = new Dictionary<string, LocalText>
    {
        [Claim] = new("Bạn đã nhận việc này", "You have claimed this work"),
        [Release] = new("Bạn đã trả việc này về hàng", "You have put this work back"),
        [Mark] = new("Đã ghi nhận xét về giấy tờ", "Your mark on the paper is kept"),
        [TakePayment] = new("Đã thu tiền và lập biên lai", "The money is taken and the receipt made"),
        [Verbs.Accept] = new("Đã tiếp nhận hồ sơ", "The case is accepted"),
        [Verbs.Supplement] = new("Đã gửi yêu cầu bổ sung", "The applicant is asked for more"),
        [Verbs.Approve] = new("Đã duyệt", "Approved"),
        [Verbs.Refuse] = new("Đã ghi quyết định từ chối", "The refusal is on record"),
        [Verbs.Return] = new("Đã trả lại bước trước", "Sent back"),
        [Verbs.Sign] = new("Đã ký số", "Signed"),
        [Verbs.Done] = new("Đã hoàn thành bước", "The step is done"),
        [Verbs.Agree] = new("Đã trả lời đồng ý", "Agreed"),
        [Verbs.Object] = new("Đã gửi ý kiến khác", "The objection is on record"),
        [Verbs.Escalate] = new("Đã chuyển kiểm tra kỹ hơn", "Passed on for a closer look"),
    };

    /// <summary>The verbs that lead on, of which a step has one first.</summary>
    public static readonly IReadOnlyList<string> Forward = [Verbs.Accept, Verbs.Approve, Verbs.Sign, Verbs.Agree, Verbs.Done];

    /// <summary>The key that presses a verb at the desk.</summary>
    public static string? KeyOf(string verb) => verb switch
    {
        Claim => "c",
        _ when Forward.Contains(verb) => "a",
        _ => null,
    };
}
