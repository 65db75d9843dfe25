using HaiDang.Kernel;

namespace HaiDang.Directory.SignIn.Citizens;

/// <summary>Why a citizen could not sign in, in words that help; what went wrong in detail stands in the program's own log.</summary>
internal static class EntryProblems
{
    private static readonly LocalText Again = new("Bấm “Đăng nhập lại” để bắt đầu từ đầu.", "Press “Sign in again” to start over.");

    public static readonly ProblemType NotSetUp = new("directory.citizen-entry-not-set-up", ProblemKind.Unavailable,
        new("Thành phố chưa kết nối hệ thống định danh điện tử nên người dân chưa đăng nhập được.", "The city is not connected to an electronic identity system yet, so citizens cannot sign in."),
        new("Bạn vẫn tra cứu được hồ sơ bằng mã, hoặc đến bộ phận một cửa.", "You can still follow a case by its code, or come to the counter."));

    public static readonly ProblemType Unreachable = new("directory.identity-unreachable", ProblemKind.Unavailable,
        new("Hệ thống định danh điện tử đang không trả lời.", "The electronic identity system does not answer at the moment."),
        new("Đợi ít phút rồi đăng nhập lại. Những gì bạn đã lưu vẫn còn.", "Wait a few minutes and sign in again. What you saved is still there."));

    public static readonly ProblemType Cancelled = new("directory.identity-cancelled", ProblemKind.Invalid,
        new("Bạn đã dừng việc đăng nhập.", "You stopped signing in."), Again);

    public static readonly ProblemType Expired = new("directory.identity-expired", ProblemKind.Invalid,
        new("Lần đăng nhập này đã hết hạn hoặc đã hoàn tất ở thẻ khác.", "This sign-in took too long, or was finished in another tab."), Again);

    public static readonly ProblemType Refused = new("directory.identity-refused", ProblemKind.Forbidden,
        new("Câu trả lời của hệ thống định danh không hợp lệ nên chưa đăng nhập được.", "The answer of the identity system was not valid, so you are not signed in."),
        new("Đăng nhập lại. Nếu vẫn gặp lỗi này, hãy gọi đường dây hỗ trợ.", "Sign in again. If it happens once more, call the help line."));

    public static readonly ProblemType NoName = new("directory.identity-without-name", ProblemKind.Forbidden,
        new("Hệ thống định danh không cho biết họ tên của bạn.", "The identity system did not tell your name."),
        new("Khi được hỏi, hãy đồng ý chia sẻ họ tên và số định danh, rồi đăng nhập lại.", "When asked, agree to share your name and identity number, then sign in again."));
}
