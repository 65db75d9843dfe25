using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Work;

/// <summary>One thing that happened to a case, for people.</summary>
internal sealed record HistoryLine(Instant At, LocalText What, string Who, string? More = null, bool Bad = false);

/// <summary>The log of a case in plain words, newest last. Moves of the process that people see as steps are told as steps.</summary>
internal sealed class History(ServiceDefinition service, IUnits units, DateTimeZone zone)
{
    private static readonly LocalText Platform = new("Hệ thống", "The platform");
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<int, LocalText> steps = [];
    private string applicant = "";

    public static IReadOnlyList<HistoryLine> Tell(IEnumerable<LoggedEvent> events, ServiceDefinition service, IUnits units, DateTimeZone zone)
    {
        var history = new History(service, units, zone);
        return [.. events.Select(history.Line).OfType<HistoryLine>()];
    }

    private HistoryLine? Line(LoggedEvent logged)
    {
        return logged.Event switch
        {
            CaseSubmitted e => Told(e.Channel == Channel.Counter ? new("Nộp tại quầy", "Lodged at the counter") : new("Nộp hồ sơ", "Sent"), applicant = e.Applicant?.Name ?? ""),
            WorkOpened e => Opened(e.Work),
            WorkClosed { Verb: null } e => Told(new LocalText("Bước “{0}” không còn cần", "The step “{0}” is no longer needed").With(StepOf(e.Token)), $"{Platform}"),
            StepFilled { Step: { } step } e => Told(
                new LocalText("Ghi ở bước “{0}”", "Typed at the step “{0}”").With(StepOf(e.Token)), Known(step.By, step.ByName),
                string.Join('\n', step.Words.Select(w => $"{w.Label}: {w.Value}"))),
            WorkClaimed e => Told(new LocalText("Nhận việc “{0}”", "Claimed “{0}”").With(StepOf(e.Token)), Known(e.By, e.ByName)),
            WorkReleased e => Told(new LocalText("Trả việc “{0}” về hàng", "Put “{0}” back").With(StepOf(e.Token)), names.GetValueOrDefault(e.By) ?? ""),
            WaitOpened { Wait: { Fee: { } fee } owed } => Told(new LocalText("Chờ nộp {0}", "Waiting for {0} to be paid").With(Wording.Money(new Money(fee.Amount))), $"{Platform}", owed.Name),
            WaitOpened { Wait: { Kind: WaitKind.Message } wait } => Told(new LocalText("Chờ: {0}", "Waiting: {0}").With(NameOf(wait.Element, wait.Name)), $"{Platform}"),
            MessageTaken e => Told(new LocalText("Nhận thông điệp “{0}”", "Took the message “{0}”").With(e.Name), logged.Actor),
            Paid { Payment: { } paid } => Told(Pay.PayWords.Line(paid), paid.ByName, paid.Reason, paid.ToReturn),
            JobFailed e => Told(
                (e.NextTryAt is null ? new LocalText("Bước tự động “{0}” không thành sau {1} lần, chuyển cho cán bộ", "The automatic step “{0}” did not succeed in {1} tries; people take over")
                    : new LocalText("Bước tự động “{0}” chưa thành (lần {1})", "The automatic step “{0}” did not succeed yet (try {1})")).With(e.Name, e.Tried), $"{Platform}", e.Reason, e.NextTryAt is null),
            SupplementDropped => Told(new("Không còn cần bổ sung", "The papers asked for are no longer needed"), $"{Platform}"),
            CaseAccepted e => Told(new LocalText("Tiếp nhận, hẹn trả {0}", "Accepted, appointed for {0}").With(Wording.DateTime(e.AppointedAt, zone)), Known(e.By, e.ByName)),
            PartMarked { Mark: { } mark } => Told(
                (mark.Good ? new LocalText("Đạt: {0}", "In order: {0}") : new LocalText("Chưa đạt: {0}", "Not in order: {0}")).With(service.NameOfPart(mark.Part) ?? new LocalText(mark.Part, mark.Part)),
                Known(mark.By, mark.ByName), mark.Reason, !mark.Good),
            DecisionProposed { Proposal: { } p } => Told(ProposedWords(p.Verb), Known(p.By, p.ByName), Both(p.Reason, p.Law), p.Verb == Verbs.Refuse),
            SupplementRequested { Asked: { } asked } => Told(
                new LocalText("Yêu cầu bổ sung, trả lời trước {0}", "Asked for more, to answer before {0}").With(Wording.DateTime(asked.RespondBy, zone)), Known(asked.By, asked.ByName),
                string.Join('\n', asked.Parts.Select(p => $"{p.Name}: {p.Reason}"))),
            SupplementReceived => Told(new("Đã bổ sung", "Sent what was asked for"), applicant),
            SupplementLapsed => Told(new("Hết hạn bổ sung mà chưa có trả lời", "The time to answer passed without one"), $"{Platform}", Bad: true),
            Apologised e => Told(new LocalText("Xin lỗi và hẹn lại {0}", "Apologised, with the new time {0}").With(Wording.DateTime(e.Apology.NewAppointment, zone)), $"{Platform}", e.Apology.Reason, true),
            Escalated e => Told(new("Báo lên lãnh đạo vì quá hạn", "Told to the leaders as overdue"), $"{Platform}", e.Escalation.Reason, true),
            DueRecomputed e => Told(new("Tính lại thời hạn theo lịch làm việc mới", "Due times reckoned anew by the changed calendar"), $"{Platform}", e.Reason),
            CaseMigrated e => Told(new("Chuyển sang phiên bản mới của thủ tục", "Goes on by the new version of the service"), $"{Platform}", Moved(e.Work)),
            ResultIssued e => Told(new LocalText("Ký kết quả số {0}", "Signed the result no. {0}").With(e.Result.Number), Known(e.Result.Signer, e.Result.SignerName)),
            CaseCompleted => Told(new("Hồ sơ hoàn thành", "The case is complete"), $"{Platform}"),
            CaseRefused => Told(new("Hồ sơ bị từ chối", "The case is refused"), $"{Platform}", Bad: true),
            CaseWithdrawn e => Told(new("Rút hồ sơ", "Withdrawn"), applicant, e.Reason, true),
            CaseRated { Rating: { } rating } => Told(new LocalText("Đánh giá {0}/5", "Rated {0} of 5").With(rating.Stars), applicant, rating.Words),
            ResultFetched => Told(new("Người nộp đã tải kết quả", "The applicant fetched the result"), ""),
            _ => null,
        };

        HistoryLine Told(LocalText what, string who, string? more = null, bool Bad = false) => new(logged.At, what, who, more, Bad);

        HistoryLine Opened(WorkItem work)
        {
            var step = steps[work.Token] = NameOf(work.Element, work.Name);
            return Told(new LocalText("Chuyển đến bước “{0}” ({1}), hạn {2}", "Came to the step “{0}” ({1}), due {2}")
                .With(step, RoleOf(work.Queue), Wording.DateTime(work.DueAt, zone)), $"{Platform}");
        }
    }

    /// <summary>The steps that have another name by the new version.</summary>
    private string? Moved(IReadOnlyList<WorkItem> work)
    {
        var told = new List<string>();
        foreach (var item in work)
        {
            var (before, after) = (StepOf(item.Token), NameOf(item.Element, item.Name));
            if (before != after) told.Add($"“{before}” → “{after}”");
            steps[item.Token] = after;
        }
        return told.Count == 0 ? null : string.Join('\n', told);
    }

    private LocalText NameOf(string element, string name) => service.StepNames.GetValueOrDefault(element) ?? new LocalText(name, name);

    private LocalText RoleOf(QueueKey queue) => new LocalText("{0}, {1}", "{0}, {1}").With(units.RoleName(queue.Role), units.Find(queue.Unit)?.ShortName);

    private LocalText StepOf(int token) => steps.GetValueOrDefault(token) ?? new("bước trước", "an earlier step");

    private string Known(string id, string name) => names[id] = name;

    private static string? Both(string? reason, string? law) =>
        string.Join('\n', new[] { reason, law }.Where(t => !string.IsNullOrEmpty(t))) is { Length: > 0 } text ? text : null;

    private static LocalText ProposedWords(string verb) => verb switch
    {
        Verbs.Refuse => new("Đề nghị hoặc quyết định từ chối", "Refused, or proposed to refuse"),
        Verbs.Return => new("Trả lại bước trước", "Sent back"),
        Verbs.Approve => new("Duyệt", "Approved"),
        Verbs.Agree => new("Đồng ý", "Agreed"),
        Verbs.Object => new("Có ý kiến khác", "Objected"),
        Verbs.Escalate => new("Chuyển kiểm tra kỹ hơn", "Passed on for a closer look"),
        _ => new("Hoàn thành bước", "Finished the step"),
    };
}
