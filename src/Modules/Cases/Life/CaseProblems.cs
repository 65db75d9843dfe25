using HaiDang.Kernel;

namespace HaiDang.Cases.Life;

/// <summary>Why a case refuses a command.</summary>
internal static class CaseProblems
{
    public const int LongestReason = 2000;

    public static readonly ProblemType Missing = new("cases.missing", ProblemKind.Missing,
        new("Không tìm thấy hồ sơ.", "There is no such case."),
        new("Kiểm tra lại mã hồ sơ hoặc đường dẫn.", "Check the code or the address."));

    public static readonly ProblemType ChangedMeanwhile = new("cases.changed-meanwhile", ProblemKind.Conflict,
        new("Hồ sơ vừa được người khác xử lý.", "Somebody else has just worked on this case."),
        new("Xem lại hồ sơ rồi quyết định tiếp. Những gì bạn gõ vẫn còn trên trang này.", "Look at the case again and decide then. What you typed is still on this page."));

    public static readonly ProblemType StepOver = new("cases.step-over", ProblemKind.Conflict,
        new("Bước này đã xong hoặc không còn nữa.", "This step is done or no longer there."),
        new("Mở lại hồ sơ để xem bước hiện tại.", "Open the case again to see the step it is at."));

    public static readonly ProblemType NotYours = new("cases.not-yours", ProblemKind.Forbidden,
        new("Việc này thuộc hàng việc của {0}, không phải của bạn.", "This work belongs to the queue of {0}, not to you."),
        new("Nhờ người phụ trách hàng việc đó hoặc quản trị viên.", "Ask somebody of that queue, or an administrator."));

    public static readonly ProblemType ClaimedByOther = new("cases.claimed-by-other", ProblemKind.Conflict,
        new("{0} đã nhận việc này.", "{0} has taken this work."),
        new("Trao đổi với người đã nhận, hoặc chọn việc khác trong hàng.", "Talk to the person who took it, or take another from the queue."));

    public static readonly ProblemType NotAllowedHere = new("cases.not-allowed-here", ProblemKind.Conflict,
        new("Bước này không cho phép thao tác vừa chọn.", "This step does not allow what you chose."),
        new("Chọn một trong các thao tác hiện trên trang.", "Choose one of the actions shown on the page."));

    public static readonly ProblemType ReasonNeeded = new("cases.reason-needed", ProblemKind.Invalid,
        new("Chưa ghi lý do.", "No reason is given."),
        new("Ghi lý do bằng lời dễ hiểu; người nộp sẽ đọc đúng lời này.", "Give the reason in plain words; the applicant will read just these words."));

    public static readonly ProblemType LawNeeded = new("cases.law-needed", ProblemKind.Invalid,
        new("Chưa ghi căn cứ pháp luật.", "No legal ground is given."),
        new("Ghi số văn bản và điều khoản, ví dụ: Điều 22 Nghị định 123/2015/NĐ-CP.", "Give the document's number and article, for example: Article 22 of Decree 123/2015/NĐ-CP."));

    public static readonly ProblemType TooLong = new("cases.too-long", ProblemKind.Invalid,
        new("Nội dung dài quá {0} ký tự.", "This is longer than {0} characters."),
        new("Viết ngắn lại.", "Make it shorter."));

    public static readonly ProblemType NothingAsked = new("cases.nothing-asked", ProblemKind.Invalid,
        new("Chưa chọn giấy tờ hoặc thông tin cần bổ sung.", "Nothing is chosen that the applicant should add."),
        new("Chọn ít nhất một mục và ghi lý do cho từng mục.", "Choose at least one item and give a reason for each."));

    public static readonly ProblemType NotWaiting = new("cases.not-waiting", ProblemKind.Conflict,
        new("Hồ sơ không còn chờ bổ sung.", "The case no longer waits for more papers."),
        new("Xem trạng thái mới nhất của hồ sơ.", "Look at where the case is now."));

    public static readonly ProblemType Waiting = new("cases.waiting", ProblemKind.Conflict,
        new("Hồ sơ đang chờ người nộp bổ sung, đồng hồ đang dừng.", "The case waits for the applicant; its clock stands."),
        new("Đợi người nộp bổ sung rồi xử lý tiếp.", "Go on when the applicant has answered."));

    public static readonly ProblemType NotWaitedFor = new("cases.not-waited-for", ProblemKind.Conflict,
        new("Hồ sơ không chờ thông điệp “{0}”.", "The case does not wait for the message “{0}”."),
        new("Kiểm tra mã hồ sơ và tên thông điệp; hồ sơ có thể đã đi tiếp.", "Check the case number and the name of the message; the case may have gone on already."));

    public static readonly ProblemType NotApplicant = new("cases.not-applicant", ProblemKind.Forbidden,
        new("Chỉ người nộp hồ sơ mới làm được việc này.", "Only the applicant may do this."),
        new("Đăng nhập bằng tài khoản đã nộp hồ sơ, hoặc đến bộ phận một cửa của cơ quan giải quyết.", "Sign in with the account that sent the case, or go to the counter of the agency."));

    public static readonly ProblemType Closed = new("cases.closed", ProblemKind.Conflict,
        new("Hồ sơ đã kết thúc.", "The case is closed."),
        new("Xem kết quả trong hồ sơ.", "See its outcome in the case."));

    public static readonly ProblemType ResultIsOut = new("cases.result-is-out", ProblemKind.Conflict,
        new("Kết quả đã được cấp nên không rút hồ sơ được nữa.", "The result has been issued, so the case can no longer be withdrawn."),
        new("Tải kết quả trong hồ sơ. Cần sửa hoặc hủy kết quả thì hỏi cơ quan đã cấp.", "Download the result from the case. To have it changed or cancelled, ask the agency that issued it."));

    public static readonly ProblemType NotClosed = new("cases.not-closed", ProblemKind.Conflict,
        new("Hồ sơ chưa có kết quả nên chưa đánh giá được.", "The case has no outcome yet, so it cannot be rated."),
        new("Đánh giá sau khi nhận kết quả.", "Rate it after you have the result."));

    public static readonly ProblemType RatedAlready = new("cases.rated-already", ProblemKind.Conflict,
        new("Bạn đã đánh giá hồ sơ này.", "You have rated this case."),
        new("Mỗi hồ sơ đánh giá một lần. Cảm ơn bạn.", "A case is rated once. Thank you."));

    public static readonly ProblemType BadStars = new("cases.bad-stars", ProblemKind.Invalid,
        new("Chưa chọn mức hài lòng từ 1 đến 5.", "No rating from 1 to 5 is chosen."),
        new("Chọn một mức.", "Choose one."));

    public static readonly ProblemType AnswersIncomplete = new("cases.answers-incomplete", ProblemKind.Invalid,
        new("Hồ sơ còn câu trả lời thiếu hoặc sai.", "Some answers are missing or wrong."),
        new("Mở từng mục được đánh dấu và sửa.", "Open each marked item and mend it."));

    public static readonly ProblemType UnknownUnit = new("cases.unknown-unit", ProblemKind.Invalid,
        new("Chưa chọn cơ quan giải quyết.", "No agency is chosen to settle the case."),
        new("Chọn cơ quan trong danh sách.", "Choose one from the list."));

    public static readonly ProblemType UnclearUnit = new("cases.unclear-unit", ProblemKind.Conflict,
        new("Không rõ đơn vị nào làm bước “{0}” ({1}).", "It is not clear which unit does the step “{0}” ({1})."),
        new("Báo quản trị viên, kèm mã hồ sơ: sửa units.yaml hoặc haidang:unit của bước đó.", "Tell the administrator, with the case's code: mend units.yaml or the step's haidang:unit."));

    public static readonly ProblemType ProcessRefused = new("cases.process-refused", ProblemKind.Conflict,
        new("Quy trình không đi tiếp được: {0}", "The process cannot go on: {0}"),
        new("Báo quản trị viên, kèm mã hồ sơ. Hồ sơ vẫn còn nguyên.", "Tell the administrator, with the case's code. The case is unchanged."));
}
