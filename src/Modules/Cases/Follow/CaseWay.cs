using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using HaiDang.Ui;
using NodaTime;

namespace HaiDang.Cases.Follow;

/// <summary>One step of a case's way as its applicant reads it.</summary>
public sealed record WayStep(HaiDang.Ui.Progress At, LocalText Title, LocalText? When = null, LocalText? Who = null, string? About = null);

/// <summary>
/// The way of a case in plain steps: what was done (from its events), what goes on now and who has it until when, what comes
/// next. Names of officials are left out; the unit and the role answer for the work.
/// </summary>
internal sealed class CaseWay(IUnits units, City city)
{
    private static readonly LocalText
        SentOnline = new("Đã nộp trực tuyến", "Sent online"),
        SentAtCounter = new("Đã nộp tại quầy", "Lodged at the counter"),
        Accepted = new("Đã tiếp nhận", "Accepted"),
        AskedForMore = new("Đề nghị bổ sung", "More papers asked for"),
        GotMore = new("Đã nhận phần bổ sung", "Your addition received"),
        NoAnswer = new("Hết thời gian chờ bổ sung", "The time to answer ran out"),
        Apologised = new("Xin lỗi vì trễ hẹn", "Apology for the delay"),
        Issued = new("Đã có kết quả", "Result issued"),
        Refused = new("Hồ sơ không được giải quyết", "The case was refused"),
        Withdrawn = new("Hồ sơ đã rút", "The case was withdrawn"),
        Reception = new("Chờ bộ phận một cửa tiếp nhận", "The counter is looking at it"),
        WaitsForYou = new("Chờ bạn bổ sung", "Waiting for you"),
        Settled = new("Giải quyết hồ sơ", "The case is settled"),
        Result = new("Trả kết quả", "Result"),
        You = new("Bạn", "You"),
        Counter = new("Bộ phận một cửa", "Counter"),
        NewTime = new("Hẹn lại: {0}", "New time: {0}"),
        ByTime = new("Chậm nhất {0}", "By {0}"),
        ClockStands = new("Đến {0}. Thời gian giải quyết tạm dừng.", "Until {0}. The clock is stopped."),
        Appointed = new("Hẹn trả {0}", "Due {0}"),
        Within = new("Trong {0} từ khi tiếp nhận", "Within {0} of acceptance"),
        MustPay = new("Chờ bạn nộp {0}", "Waiting for you to pay {0}"),
        HasPaid = new("Đã nộp {0}", "{0} paid"),
        ReceiptNo = new("Biên lai số {0}", "Receipt no. {0}"),
        Machine = new("Hệ thống", "The platform"),
        RoleAt = new("{0}, {1}", "{0}, {1}");

    public IReadOnlyList<WayStep> Of(Case c, IEnumerable<IEvent?> history, ServiceDefinition service) =>
        [.. history.Select(e => Past(e, c)).OfType<WayStep>(), .. Now(c, service), .. Next(c, service)];

    private WayStep? Past(IEvent? happened, Case c) => happened switch
    {
        CaseSubmitted e => new(HaiDang.Ui.Progress.Done, e.Channel == Channel.Counter ? SentAtCounter : SentOnline, At(e.At), You),
        CaseAccepted e => new(HaiDang.Ui.Progress.Done, Accepted, At(e.At), c.AcceptedBySending ? Machine : RoleAt.With(Counter, UnitName(c))),
        // While it still waits, the same stands below as the step of now.
        SupplementRequested { Asked: { } asked } when c.Asked?.At != asked.At => new(HaiDang.Ui.Progress.Done, AskedForMore, At(asked.At), UnitName(c)),
        SupplementReceived e => new(HaiDang.Ui.Progress.Done, GotMore, At(e.At), You),
        SupplementLapsed e => new(HaiDang.Ui.Progress.Done, NoAnswer, At(e.At)),
        Life.Apologised e => new(HaiDang.Ui.Progress.Done, Apologised, At(e.Apology.At), UnitName(c), NewTime.With(At(e.Apology.NewAppointment)).ToString()),
        Paid { Payment: { ToReturn: false } paid } => new(HaiDang.Ui.Progress.Done, HasPaid.With(Wording.Money(new Money(paid.Amount))), At(paid.PaidAt), You, ReceiptNo.With(paid.Receipt).ToString()),
        CaseCompleted e => new(HaiDang.Ui.Progress.Done, Issued, At(e.At), UnitName(c)),
        CaseRefused e => new(HaiDang.Ui.Progress.Stopped, Refused, At(e.At), UnitName(c)),
        CaseWithdrawn e => new(HaiDang.Ui.Progress.Stopped, Withdrawn, At(e.At), You),
        _ => null,
    };

    private IEnumerable<WayStep> Now(Case c, ServiceDefinition service)
    {
        if (!c.Open) yield break;
        if (c is { Status: CaseStatus.AwaitingApplicant, Asked: { } asked })
        {
            yield return new(HaiDang.Ui.Progress.Now, WaitsForYou, ClockStands.With(At(asked.RespondBy)), You);
            yield break;
        }
        foreach (var wait in c.Waits)
            yield return new(HaiDang.Ui.Progress.Now, wait.Fee is { } fee ? MustPay.With(Wording.Money(new Money(fee.Amount))) : NameOf(wait.Element, wait.Name, service),
                ByTime.With(At(wait.DueAt)), MoverOf(wait));
        if (c.AcceptedAt is null && c.Waits.IsEmpty)
        {
            yield return new(HaiDang.Ui.Progress.Now, Reception, ByTime.With(At(c.ReceptionDue)), RoleAt.With(Counter, UnitName(c)));
            yield break;
        }
        foreach (var work in c.Work)
            yield return new(HaiDang.Ui.Progress.Now, NameOf(work.Element, work.Name, service), ByTime.With(At(work.DueAt)), RoleAt.With(units.RoleName(work.Queue.Role), NameOf(work.Queue.Unit)));
    }

    private IEnumerable<WayStep> Next(Case c, ServiceDefinition service)
    {
        if (!c.Open) yield break;
        if (c.AcceptedAt is null) yield return new(HaiDang.Ui.Progress.Next, Settled, Within.With(Wording.Limit(service.TimeLimitOf(Circumstances.Of(c, city.Zone)))), UnitName(c));
        yield return new(HaiDang.Ui.Progress.Next, Result, c is { AppointedAt: { } at, Status: not CaseStatus.AwaitingApplicant } ? Appointed.With(At(at)) : null);
    }

    private LocalText MoverOf(Wait wait) => wait.For == Expectation.Applicant ? You : wait.ForUnit is { } unit ? NameOf(unit) : Machine;

    private static LocalText NameOf(string element, string name, ServiceDefinition service) => service.StepNames.GetValueOrDefault(element) ?? new LocalText(name, name);

    private LocalText NameOf(string unit) => units.Find(unit)?.Name ?? new LocalText(unit, unit);

    private LocalText At(Instant at) => Wording.DateTime(at, city.Zone);

    private LocalText UnitName(Case c) => NameOf(c.Unit);
}
