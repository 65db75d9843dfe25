using HaiDang.Kernel;

namespace HaiDang.Cases.Api;

/// <summary>Why something that a program sent is refused.</summary>
internal static class SendingProblems
{
    public static readonly ProblemType OtherContent = new("cases.id-used", ProblemKind.Conflict,
        new("Mã {0} đã dùng cho một nội dung khác.", "The id {0} was used for other content."),
        new("Gửi nội dung mới với một mã UUID mới. Gửi lại đúng nội dung cũ thì được, sẽ không tạo hồ sơ thứ hai.",
            "Send new content under a new UUID. The same content may be sent again; it makes no second case."));

    public static readonly ProblemType UnknownService = new("cases.unknown-service", ProblemKind.Invalid,
        new("Thành phố không có dịch vụ “{0}”.", "The city has no service “{0}”."),
        new("Chọn trong danh mục ở /api/services.", "Choose one of the catalogue at /api/services."));

    public static readonly ProblemType NotOnline = new("cases.not-online", ProblemKind.Invalid,
        new("Dịch vụ “{0}” không nhận hồ sơ trực tuyến.", "The service “{0}” is not offered online."),
        new("Nộp tại bộ phận một cửa.", "Lodge it at a counter."));

    public static readonly ProblemType OutOfReach = new("cases.out-of-reach", ProblemKind.Forbidden,
        new("Mã truy cập này không được gửi đến đơn vị {0}.", "This token may not send to the unit {0}."),
        new("Gửi đến đơn vị trong phạm vi của mã, hoặc đề nghị người vận hành mở rộng.", "Send to a unit within the token's reach, or ask an operator to widen it."));

    public static readonly ProblemType NotAsked = new("cases.not-asked", ProblemKind.Invalid,
        new("Biểu mẫu không hỏi “{0}” với những câu trả lời này.", "The form does not ask “{0}” with these answers."),
        new("Bỏ thành phần này, hoặc xem lại câu trả lời quyết định nó; lược đồ ở /api/services/{{slug}}/schema.", "Leave it out, or look at the answer that it depends on; the schema is at /api/services/{{slug}}/schema."));

    public static readonly ProblemType UnknownFile = new("cases.unknown-file", ProblemKind.Invalid,
        new("Không có tệp “{0}”.", "There is no file “{0}”."),
        new("Gửi tệp bằng POST /api/files rồi dùng mã nhận được; tệp chưa dùng được giữ 7 ngày.", "Send the file by POST /api/files and use the id that you get; a file not used is kept for 7 days."));

    public static readonly ProblemType FileTwice = new("cases.file-twice", ProblemKind.Invalid,
        new("Tệp “{0}” được dẫn nhiều lần.", "The file “{0}” is referred to more than once."),
        new("Gửi lại tệp để có một mã khác cho câu hỏi thứ hai.", "Send the file again to have another id for the second question."));

    public static readonly ProblemType NotAskedAgain = new("cases.not-asked-again", ProblemKind.Invalid,
        new("Cơ quan không yêu cầu sửa “{0}”.", "The agency did not ask for “{0}” again."),
        new("Chỉ gửi những mục trong asked.parts của hồ sơ.", "Send only what stands in asked.parts of the case."));

    public static readonly ProblemType NoSuchService = new("cases.no-such-service", ProblemKind.Missing,
        new("Thành phố không có dịch vụ “{0}”.", "The city has no service “{0}”."),
        new("Chọn trong danh mục ở /api/services.", "Choose one of the catalogue at /api/services."));

    public static readonly ProblemType NoResult = new("cases.no-result", ProblemKind.Missing,
        new("Hồ sơ chưa có kết quả.", "The case has no result yet."),
        new("Xem trạng thái hồ sơ; kết quả có khi trạng thái là issued.", "Look at its status; there is a result once the status is issued."));

    public static readonly ProblemType BadLimit = new("cases.bad-limit", ProblemKind.Invalid,
        new("limit phải từ 1 đến {0}.", "limit must be from 1 to {0}."),
        new("Bỏ tham số này để lấy số dòng thông thường.", "Leave it out for the usual number."));

    public static readonly ProblemType BadCursor = new("cases.bad-cursor", ProblemKind.Invalid,
        new("after không phải là next của một trang trước.", "after is not the next of a page before."),
        new("Dùng nguyên giá trị next đã nhận; bỏ đi để xem từ đầu.", "Use next just as it came; leave it out to begin anew."));

    public static readonly ProblemType BadStatus = new("cases.bad-status", ProblemKind.Invalid,
        new("Không có trạng thái này.", "There is no such status."),
        new("Chọn trong: {0}.", "Choose from: {0}."));

    public static readonly ProblemType OtherMessage = new("cases.other-message", ProblemKind.Forbidden,
        new("Mã truy cập này không được gửi thông điệp “{0}”.", "This token may not send the message “{0}”."),
        new("Đề nghị người vận hành cấp quyền message:{0}.", "Ask an operator for the permission message:{0}."));
}
