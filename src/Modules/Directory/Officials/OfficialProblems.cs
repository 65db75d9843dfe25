using HaiDang.Kernel;

namespace HaiDang.Directory.Officials;

/// <summary>Why a change to an official is refused.</summary>
internal static class OfficialProblems
{
    public const int LongestTitle = 120, LongestEmail = 200, LongestReason = 500;

    public static readonly ProblemType Missing = new("directory.official-missing", ProblemKind.Missing,
        new("Không tìm thấy cán bộ này.", "There is no such official."),
        new("Quay lại danh sách cán bộ và chọn lại.", "Go back to the list of officials and choose again."));

    public static readonly ProblemType ChangedMeanwhile = new("directory.official-changed-meanwhile", ProblemKind.Conflict,
        new("Thông tin cán bộ vừa được người khác thay đổi.", "Somebody else has just changed this official."),
        new("Tải lại trang, xem lại rồi thực hiện lần nữa.", "Reload the page, look at it again and try once more."));

    public static readonly ProblemType LastAdmin = new("directory.last-admin", ProblemKind.Conflict,
        new("{0} là quản trị viên duy nhất còn hoạt động.", "{0} is the only active administrator."),
        new("Giao vai trò quản trị cho một cán bộ khác đã kích hoạt tài khoản, rồi thực hiện lại.", "Give the role of administrator to another official whose account is active, then try again."));

    public static readonly ProblemType EmailTaken = new("directory.email-taken", ProblemKind.Conflict,
        new("Địa chỉ {0} đã thuộc về một cán bộ khác.", "The address {0} belongs to another official."),
        new("Dùng địa chỉ khác, hoặc mở trang của cán bộ đó để gửi lại lời mời.", "Use another address, or open that official's page to invite them again."));

    public static readonly ProblemType EmailInvalid = new("directory.email-invalid", ProblemKind.Invalid,
        new("“{0}” không phải là địa chỉ thư điện tử.", "“{0}” is not an e-mail address."),
        new("Nhập địa chỉ như ten.ho@haiphong.gov.vn.", "Enter an address such as name@haiphong.gov.vn."));

    public static readonly ProblemType UnitUnknown = new("directory.unit-unknown", ProblemKind.Invalid,
        new("Chưa chọn đơn vị.", "No unit is chosen."),
        new("Chọn đơn vị trong danh sách.", "Choose a unit from the list."));

    public static readonly ProblemType TitleMissing = new("directory.title-missing", ProblemKind.Invalid,
        new("Chưa nhập chức danh, hoặc chức danh dài quá {0} ký tự.", "There is no title, or it is longer than {0} characters."),
        new("Nhập chức danh, ví dụ: Công chức tư pháp - hộ tịch.", "Enter the title, for example: civil status officer."));

    public static readonly ProblemType RoleUnknown = new("directory.role-unknown", ProblemKind.Invalid,
        new("Chưa chọn vai trò, hoặc vai trò không có trong danh mục của thành phố.", "No role is chosen, or the city has no such role."),
        new("Chọn ít nhất một vai trò trong danh sách.", "Choose at least one role from the list."));

    public static readonly ProblemType ReasonRequired = new("directory.reason-required", ProblemKind.Invalid,
        new("Chưa nêu lý do, hoặc lý do dài quá {0} ký tự.", "There is no reason, or it is longer than {0} characters."),
        new("Viết lý do trong một vài câu; lý do được ghi vào nhật ký.", "Give the reason in a few sentences; it is written in the log."));

    public static readonly ProblemType AlreadySuspended = new("directory.already-suspended", ProblemKind.Conflict,
        new("Tài khoản đã bị tạm dừng từ trước.", "The account is suspended already."),
        new("Không cần làm gì thêm.", "There is nothing more to do."));

    public static readonly ProblemType NotSuspended = new("directory.not-suspended", ProblemKind.Conflict,
        new("Tài khoản đang hoạt động, không bị tạm dừng.", "The account is active, not suspended."),
        new("Không cần làm gì thêm.", "There is nothing more to do."));
}
