using HaiDang.Kernel;

namespace HaiDang.Cases.Pay;

/// <summary>Why money is not taken.</summary>
internal static class PayProblems
{
    public static readonly ProblemType NothingOwed = new("cases.nothing-owed", ProblemKind.Conflict,
        new("Hồ sơ không còn khoản nào phải nộp.", "Nothing is owed in this case any more."),
        new("Xem lại hồ sơ; người nộp có thể đã nộp trực tuyến.", "Look at the case again; it may have been paid online."));

    public static readonly ProblemType NoWay = new("cases.no-payment-way", ProblemKind.Invalid,
        new("Chưa chọn cách nộp.", "No way of paying is chosen."),
        new("Chọn tiền mặt hoặc chuyển khoản.", "Choose cash or transfer."));

    public static readonly ProblemType NoAmount = new("cases.no-amount", ProblemKind.Invalid,
        new("Số tiền phải lớn hơn 0.", "The amount must be more than 0."),
        new("Gửi số tiền bằng đồng, ví dụ 15000.", "Send the amount in đồng, for example 15000."));

    public static readonly ProblemType NoGateway = new("cases.no-gateway", ProblemKind.Unavailable,
        new("Thành phố chưa mở nộp tiền trực tuyến.", "The city takes no payments online yet."),
        new("Nộp tại bộ phận một cửa của cơ quan giải quyết.", "Pay at the counter of the agency."));

    public static readonly ProblemType BadSignature = new("cases.bad-signature", ProblemKind.Forbidden,
        new("Chữ ký của thông điệp không đúng hoặc đã quá cũ.", "The signature of the message is wrong or too old."),
        new("Ký lại bằng khóa của kết nối và gửi ngay.", "Sign it anew with the secret of the connection and send it at once."));

    public static readonly ProblemType NotUnderstood = new("cases.notice-not-understood", ProblemKind.Invalid,
        new("Thông điệp không đọc được.", "The message cannot be read."),
        new("Gửi JSON gồm case, payment (như trong lệnh nộp), amount, reference và paidAt.", "Send JSON with case, payment (as the order had it), amount, reference and paidAt."));
}
