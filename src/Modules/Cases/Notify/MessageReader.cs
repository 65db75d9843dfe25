using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Notify;

/// <summary>
/// Makes messages from what happens to cases. The case is told as it was at that moment, so that a rebuild from zero makes the
/// same messages; what was settled before is not sent again.
/// </summary>
internal sealed class MessageReader(
    CityDb db, EventLog log, MessageTexts texts, LetterFacts facts, ServiceCatalogue services, IOfficials officials, City city, Demo.Seeding seeding) : ILogReader
{
    public string Name => "cases-notify";

    public bool TellsPeople => true;

    public IReadOnlyList<Type> Reads { get; } =
    [
        typeof(CaseSubmitted), typeof(CaseAccepted), typeof(SupplementRequested), typeof(SupplementReceived), typeof(WaitOpened),
        typeof(CaseRefused), typeof(CaseCompleted), typeof(Apologised), typeof(Escalated),
    ];

    public async Task Take(CityTransaction transaction, IReadOnlyList<LoggedEvent> lines, CancellationToken stop)
    {
        var concerned = lines.Where(l => l.Event is Escalated || OccasionOf(l.Event) is not null).ToList();
        if (concerned.Count == 0) return;
        var lives = await log.Streams(db, [.. concerned.Select(l => l.Stream).Distinct()], stop);
        foreach (var line in concerned)
        {
            if (AsItWas(lives[line.Stream], line.Version) is not { } matter) continue;
            if (line.Event is Escalated escalated) await TellSuperiors(transaction, line, escalated, matter, stop);
            else await TellApplicant(transaction, line, OccasionOf(line.Event)!, matter, stop);
        }
    }

    public Task Forget(CityTransaction transaction, CancellationToken stop) =>
        transaction.Execute("delete from cases_message where id like @pattern", new { pattern = Message.OfLog + "%" });

    private static string? OccasionOf(IEvent? happened) => happened switch
    {
        CaseSubmitted => MessageTexts.Submitted,
        CaseAccepted => MessageTexts.Accepted,
        SupplementRequested => MessageTexts.SupplementRequested,
        SupplementReceived => MessageTexts.SupplementReceived,
        WaitOpened { Wait.Kind: WaitKind.Payment } => MessageTexts.PaymentDue,
        CaseRefused => MessageTexts.Refused,
        // The result is theirs when the process has ended, not yet when it is signed.
        CaseCompleted => MessageTexts.ResultReady,
        Apologised => MessageTexts.Apology,
        _ => null,
    };

    private async Task TellApplicant(CityTransaction transaction, LoggedEvent line, string occasion, Case matter, CancellationToken stop)
    {
        if (matter.Applicant is not { Email: { Length: > 0 } email } applicant) return;
        var service = await services.Pinned(matter.Definition, stop);
        if (texts.Write(occasion, language => facts.Of(matter, service, language, line.At)) is not { } text) return;
        await new Message(Message.IdOf(line.Stream, line.Version, occasion, email), email, applicant.Name, text.Subject, text.Body, line.At).Queue(transaction);
    }

    private async Task TellSuperiors(CityTransaction transaction, LoggedEvent line, Escalated escalated, Case matter, CancellationToken stop)
    {
        if (line.At < seeding.MadeUpBefore) return;
        // Who stands above may have changed since: what was told once is not told to others when the messages are made anew.
        var told = await transaction.One<long>("select count(*) from cases_sent where key like @pattern",
            new { pattern = Message.IdOf(line.Stream, line.Version, EscalationText.Occasion, "%") });
        if (told > 0) return;
        var service = await services.Pinned(matter.Definition, stop);
        var (subject, body) = EscalationText.Of(matter.Number, service.Name, escalated, facts.Absolute(Links.Desk.Case(matter.Number)), line.At.InZone(city.Zone).LocalDateTime);
        foreach (var superior in await officials.SuperiorsOf(QueueKey.Parse(escalated.Escalation.Queue), stop))
            if (superior.Email is { Length: > 0 } email)
                await new Message(Message.IdOf(line.Stream, line.Version, EscalationText.Occasion, email), email, superior.Name, subject, body, line.At).Queue(transaction);
    }

    /// <summary>The case just after this event; null when the person's values were erased.</summary>
    private static Case? AsItWas(IEnumerable<LoggedEvent> life, long version)
    {
        var events = life.TakeWhile(l => l.Version <= version).Select(l => l.Event).ToList();
        return events is [CaseSubmitted { Applicant: not null }, ..] && events.All(e => e is not null) ? Evolve.Fold(events!) : null;
    }
}

/// <summary>What superiors read of work that is stuck: the case's number and service, nothing of the applicant.</summary>
internal static class EscalationText
{
    public const string Occasion = "escalated";

    public static (string Subject, string Body) Of(string number, LocalText service, Escalated escalated, string link, LocalDateTime at)
    {
        var why = WhyOf(escalated.Escalation.Reason);
        var when = Wording.DateTime(at);
        return ($"Hồ sơ {number} {why.Vi} / Case {number} {why.En}", $"""
            Hồ sơ {number}, “{service.Vi}”, {why.Vi} (hàng việc {escalated.Escalation.Queue}, lúc {when.Vi}).

            Xem và phân công: {link}

            — — —

            Case {number}, “{service.En}”, {why.En} (queue {escalated.Escalation.Queue}, {when.En}).

            See and assign it: {link}

            """);
    }

    private static LocalText WhyOf(string reason) => reason switch
    {
        TellUnattended.NobodyHolds => new("chưa có ai phụ trách", "has nobody in charge"),
        WatchCase.MissedAppointment => new("đã trễ hẹn với người nộp", "has missed the time promised to the applicant"),
        WatchCase.StillLate => new("vẫn còn quá hạn", "is still overdue"),
        Pay.GatewayPaid.ToReturn => new("nhận được tiền khi không còn phải nộp, cần hoàn trả", "got money when nothing was owed: it has to be given back"),
        _ => new("có bước quá hạn", "has a step overdue"),
    };
}
