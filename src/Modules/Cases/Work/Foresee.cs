using HaiDang.Cases.Accept;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Work;

/// <summary>
/// What a verb will do and to whom, told before it is confirmed. Nothing is guessed: the rule itself is asked with stand-in
/// words, and what it would write is put into sentences.
/// </summary>
internal static class Foresee
{
    private const string Words = "…";

    public static Outcome<IReadOnlyList<LocalText>> Effects(string verb, WorkItem work, Case matter, Setting setting, Actor who, IUnits units) =>
        StandIn(verb, work, matter, setting, who).Decide(matter, setting, who).Map(events => Told(events, matter, setting, units));

    private static ICaseCommand StandIn(string verb, WorkItem work, Case matter, Setting setting, Actor who) => verb switch
    {
        Verbs.Accept => new AcceptCase(work.Token, Offered(verb, work, matter, setting)),
        Verbs.Supplement => new AskForPapers.AskForPapers(work.Token, [new AskedItem(AnyPart(setting.Service), Words)], null),
        Verbs.Sign => new SignResult(work.Token, new IssuedResult(
            "", setting.Now.InZone(setting.Calendar.Zone).Date, setting.Service.Result.Name.Vi, "", "", who.Id, who.Name, "", setting.Now, null)),
        _ => new DecideStep(work.Token, verb, Words, Words, Offered(verb, work, matter, setting)),
    };

    /// <summary>What stands in the fields of a step that asks for values, before anybody types.</summary>
    private static Typed? Offered(string verb, WorkItem work, Case matter, Setting setting)
    {
        if (StepQuestions.Of(setting.Service, work.Element, verb) is not { } form || matter.WorkOf(work.Token) is null) return null;
        var context = StepQuestions.Context(matter, work, verb, setting.Now.InZone(setting.Calendar.Zone), FormCodeLists.None);
        return new Typed(StepQuestions.Begin(form, matter, work, context), FormCodeLists.None, Foreseen: true);
    }

    private static string AnyPart(ServiceDefinition service) =>
        service.Parts.Count > 0 ? service.Parts[0].Id : service.Form.Fields.Keys.First();

    private static IReadOnlyList<LocalText> Told(IReadOnlyList<IEvent> events, Case matter, Setting setting, IUnits units)
    {
        var zone = setting.Calendar.Zone;
        var name = matter.Applicant.Name;
        var told = new List<LocalText>();
        foreach (var happens in events)
        {
            LocalText? line = happens switch
            {
                CaseAccepted e => Line("{0} nhận giấy tiếp nhận, hẹn trả kết quả {1}. Thời hạn {2} bắt đầu tính.", "{0} gets a receipt with the appointed time {1}. The time limit of {2} begins.",
                    name, Wording.DateTime(e.AppointedAt, zone), Wording.Limit(e.Clock.Limit)),
                SupplementRequested e => Line("{0} nhận phiếu yêu cầu bổ sung và trả lời trước {1}. Đồng hồ của hồ sơ dừng lại.", "{0} gets the request and answers before {1}. The case's clock stands.",
                    name, Wording.DateTime(e.Asked.RespondBy, zone)),
                WorkOpened { Work: var work } => Line("Hồ sơ chuyển sang bước “{0}” của {1}, làm xong trước {2}.", "The case goes to the step “{0}” of {1}, due {2}.",
                    setting.Service.StepNames.GetValueOrDefault(work.Element) ?? new LocalText(work.Name, work.Name), units.RoleName(work.Queue.Role), Wording.DateTime(work.DueAt, zone)),
                WaitOpened { Wait: { Fee: { } fee } owed } => Line("{0} được yêu cầu nộp {1} trước {2}.", "{0} is asked to pay {1} before {2}.",
                    name, Wording.Money(new Money(fee.Amount)), Wording.DateTime(owed.DueAt, zone)),
                WaitOpened { Wait: { Job: not null } job } => Line("Hệ thống tự làm bước “{0}”.", "The platform itself does the step “{0}”.", NameOf(job)),
                WaitOpened { Wait: var wait } => Line("Hồ sơ chờ “{0}”.", "The case waits for “{0}”.", NameOf(wait)),
                CaseRefused => Line("{0} nhận phiếu từ chối với đúng lý do và căn cứ bạn ghi. Hồ sơ kết thúc và không mở lại được.", "{0} gets the letter of refusal with just the reason and ground that you give. The case ends and cannot be opened again.", name),
                ResultIssued => Line("{0} được ký số bằng chứng thư của bạn và lấy số văn bản tiếp theo.", "{0} is signed with your certificate and takes the next number.", setting.Service.Result.Name),
                CaseCompleted => Line("{0} nhận kết quả. Hồ sơ kết thúc và không mở lại được.", "{0} gets the result. The case ends and cannot be opened again.", name),
                CaseWithdrawn => Line("Hồ sơ kết thúc như đã rút.", "The case ends as withdrawn."),
                _ => null,
            };
            if (line is not null) told.Add(line);
        }
        return told;

        LocalText NameOf(Wait wait) => setting.Service.StepNames.GetValueOrDefault(wait.Element) ?? new LocalText(wait.Name, wait.Name);
    }

    private static LocalText Line(string vi, string en, params object?[] args) => new LocalText(vi, en).With(args);
}
