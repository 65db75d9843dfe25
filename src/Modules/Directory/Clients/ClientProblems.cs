using HaiDang.Kernel;
using HaiDang.Platform.Access;

namespace HaiDang.Directory.Clients;

internal static class ClientProblems
{
    public const int LongestName = 60;
    public const int LongestReason = 300;
    public const int LongestMessages = 500;

    public static readonly ProblemType BadName = new("directory.client-bad-name", ProblemKind.Invalid,
        new("“{0}” không dùng làm tên ứng dụng được.", "“{0}” cannot be the name of a client."),
        new("Dùng chữ thường không dấu, chữ số và gạch nối, tối đa {1} ký tự, ví dụ cong-dvc-quoc-gia.", "Use lower-case letters, digits and hyphens, {1} at most, for example national-portal."));

    public static readonly ProblemType NameTaken = new("directory.client-name-taken", ProblemKind.Conflict,
        new("Đã có ứng dụng tên {0}.", "There is a client named {0} already."),
        new("Chọn tên khác, hoặc thu hồi ứng dụng cũ trước.", "Choose another name, or revoke the old one first."));

    public static readonly ProblemType UnknownUnit = new("directory.client-unknown-unit", ProblemKind.Invalid,
        new("Thành phố không có đơn vị {0}.", "The city has no unit {0}."),
        new("Dùng mã đơn vị trong units.yaml.", "Use the id of a unit in units.yaml."));

    public static readonly ProblemType UnknownPermission = new("directory.client-unknown-permission", ProblemKind.Invalid,
        new("Không có quyền “{0}”.", "There is no permission “{0}”."),
        new($"Chọn trong: {string.Join(", ", ApiPermit.Words)}, hoặc message:TÊN cho một loại thông điệp.", $"Choose from: {string.Join(", ", ApiPermit.Words)}, or message:NAME for one kind of message."));

    public static readonly ProblemType MayNothing = new("directory.client-may-nothing", ProblemKind.Invalid,
        new("Chưa chọn ứng dụng được làm gì.", "Nothing is chosen that the program may do."),
        new("Chọn ít nhất một quyền, hoặc ghi tên một thông điệp.", "Choose at least one permission, or name a message."));

    public static readonly ProblemType BadRate = new("directory.client-bad-rate", ProblemKind.Invalid,
        new("Số yêu cầu mỗi phút không thể âm.", "The number of requests a minute cannot be negative."),
        new("Viết một số nguyên; 0 là không giới hạn.", "Write a whole number; 0 for no limit."));

    public static readonly ProblemType NotThere = new("directory.client-not-there", ProblemKind.Missing,
        new("Không có ứng dụng này, hoặc mã truy cập của nó đã bị thu hồi hẳn.", "There is no such program, or its token was revoked for good."),
        new("Xem lại danh sách ứng dụng.", "Look at the list of programs."));

    public static readonly ProblemType ReasonRequired = new("directory.client-reason-required", ProblemKind.Invalid,
        new("Chưa nêu lý do.", "No reason is given."),
        new("Viết ngắn gọn vì sao, tối đa {0} ký tự; lý do nằm trong nhật ký.", "Say briefly why, {0} characters at most; it stands in the log."));

    public static readonly ProblemType AlreadySuspended = new("directory.client-already-suspended", ProblemKind.Conflict,
        new("Ứng dụng này đang tạm dừng.", "This program is suspended already."), new("Tải lại trang để xem trạng thái mới.", "Load the page again to see how it stands."));

    public static readonly ProblemType NotSuspended = new("directory.client-not-suspended", ProblemKind.Conflict,
        new("Ứng dụng này không bị tạm dừng.", "This program is not suspended."), new("Tải lại trang để xem trạng thái mới.", "Load the page again to see how it stands."));

    public static readonly ProblemType Missing = new("directory.client-missing", ProblemKind.Missing,
        new("Không có ứng dụng {0} đang hoạt động.", "There is no active client {0}."),
        new("Xem danh sách bằng ‘haidang api-client list’.", "See the list with ‘haidang api-client list’."));

    public static readonly ProblemType NoToken = new("directory.token-needed", ProblemKind.Forbidden,
        new("Yêu cầu này cần mã truy cập hợp lệ.", "This request needs a valid token."),
        new("Gửi tiêu đề Authorization: Bearer hd_…, với mã mà người vận hành đã cấp và chưa thu hồi.", "Send the header Authorization: Bearer hd_…, with the token that an operator gave and has not revoked."));

    public static readonly ProblemType NotPermitted = new("directory.token-not-permitted", ProblemKind.Forbidden,
        new("Mã truy cập này không có quyền làm việc đó.", "This token may not do that."),
        new("Đề nghị người vận hành cấp mã có quyền phù hợp.", "Ask an operator for a token with the permission."));
}
