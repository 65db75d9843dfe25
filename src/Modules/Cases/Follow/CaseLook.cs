using HaiDang.Cases.Life;
using HaiDang.Kernel;
using HaiDang.Ui;
using NodaTime;

namespace HaiDang.Cases.Follow;

/// <summary>How the state of a case looks to its applicant.</summary>
internal static class CaseLook
{
    private static readonly LocalText Sent = new("Đã gửi, chờ tiếp nhận", "Sent, not yet accepted");
    private static readonly LocalText Working = new("Đang giải quyết", "Being settled");
    private static readonly LocalText Late = new("Trễ hẹn", "Late");
    private static readonly LocalText Waits = new("Chờ bạn bổ sung", "Waiting for you");
    private static readonly LocalText Owes = new("Chờ bạn nộp tiền", "Waiting for your payment");
    private static readonly LocalText Issued = new("Đã có kết quả", "Result ready");
    private static readonly LocalText Refused = new("Không được giải quyết", "Refused");
    private static readonly LocalText Withdrawn = new("Bạn đã rút", "Withdrawn by you");

    public static (StateLook Look, LocalText Words) Of(Case c, Instant now) => Of(c.Status, c.Apologies.Count > 0 ? c.Apologies[0].Missed : c.AppointedAt, now);

    /// <param name="promised">The time first promised, or null before the case is accepted.</param>
    public static (StateLook Look, LocalText Words) Of(CaseStatus status, Instant? promised, Instant now) => status switch
    {
        CaseStatus.Submitted => (StateLook.Now, Sent),
        CaseStatus.InProgress => promised <= now ? (StateLook.Overdue, Late) : (StateLook.OnTime, Working),
        CaseStatus.AwaitingApplicant => (StateLook.Paused, Waits),
        CaseStatus.AwaitingPayment => (StateLook.Paused, Owes),
        CaseStatus.Issued => (StateLook.Done, Issued),
        CaseStatus.Refused => (StateLook.Refused, Refused),
        _ => (StateLook.Draft, Withdrawn),
    };
}
