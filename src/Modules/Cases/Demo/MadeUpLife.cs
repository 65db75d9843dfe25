using HaiDang.Cases.Accept;
using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Life;
using HaiDang.Cases.MarkPart;
using HaiDang.Cases.Rate;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Submit;
using HaiDang.Cases.Withdraw;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Demo;

/// <summary>How one made-up case goes, where the people in it have a choice.</summary>
/// <param name="AskAt">The step at which the applicant is asked for more, or null.</param>
/// <param name="SlowAt">The step that somebody leaves lying, or null.</param>
internal sealed record LifePlan(StepKind? AskAt, bool Answers, bool Refused, bool Returned, StepKind? SlowAt, bool Withdrawn, bool Rated)
{
    public static LifePlan Of(Random random) => new(
        random.Next(100) < 16 ? random.Next(3) == 0 ? StepKind.Review : StepKind.Reception : null,
        random.Next(100) < 55, random.Next(100) < 9, random.Next(100) < 6,
        random.Next(100) < 9 ? (StepKind)random.Next((int)StepKind.Reception, (int)StepKind.Signature + 1) : null,
        random.Next(100) < 5, random.Next(100) < 60);
}

/// <summary>
/// Lives a case through the real desks, as its plan has it. It gives the moments at which something happens; whoever runs it
/// sets the clock to each before it asks for the next, and stops asking at the present.
/// </summary>
internal sealed class MadeUpLife(
    ILifeDesk desk, IOfficials officials, WorkingCalendar calendar, SeedClock clock, Random random, string passphrase, MadeUpOutside? outside = null)
{
    private const int MostSteps = 14;

    private static readonly string[] Unclear = ["Ảnh chụp bị mờ, không đọc được số giấy tờ.", "Giấy tờ thiếu trang có chữ ký và con dấu.", "Thông tin chưa khớp với giấy tờ đã gửi.", "Ảnh bị cắt mất một góc, xin chụp lại toàn bộ trang."];
    private static readonly string[] Refusals = ["Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan này. Xin nộp tại nơi bạn cư trú.", "Qua xác minh, thông tin khai không đúng với dữ liệu hiện có.", "Bạn chưa đủ điều kiện theo quy định nêu dưới đây."];
    private static readonly string[] Returns = ["Bổ sung kết quả xác minh nơi ở trước đây.", "Xem lại căn cứ pháp luật trong phiếu trình."];
    private static readonly string?[] Praise = [null, null, "Nhanh và rõ ràng, cảm ơn cán bộ.", "Được báo từng bước nên rất yên tâm.", "Nên cho biết giờ trả kết quả sớm hơn."];

    public async IAsyncEnumerable<Instant> Live(Submission submission, Actor sender, LifePlan plan)
    {
        var sent = await desk.Send(submission, sender);
        if (!sent.Ok) yield break;
        var id = sent.Value.Case.Id;
        var applicant = submission.Applicant is { Account: { } account } person ? Actor.Citizen(account, person.Name) : sender;
        var (asked, returned) = (false, false);

        for (var step = 0; step < MostSteps && await desk.Find(id) is { Open: true } matter; step++)
        {
            if (plan.Withdrawn && step > 0)
            {
                yield return clock.Now + Hours(2, 20);
                await desk.Do(id, new WithdrawCase("Tôi không còn nhu cầu."), applicant);
                yield break;
            }
            if (matter.Status == CaseStatus.AwaitingApplicant)
            {
                if (!plan.Answers) yield break;
                yield return clock.Now + Hours(20, 90);
                await desk.Do(id, new AnswerSupplement(matter.Answers, matter.Files), applicant);
                continue;
            }
            if (matter.Work.IsEmpty)
            {
                // Without an outside it goes on with whoever runs the city.
                if (outside is null || await outside.Next(matter) is not { } next) yield break;
                yield return next.At;
                await next.Come();
                continue;
            }
            if (await WhoTakes(matter.Work[0].Queue) is not { } who) yield break;
            yield return calendar.Advance(clock.Now, Hours(0.1, 2));
            await desk.Do(id, new ClaimWork(matter.Work[0].Token), who);
            yield return calendar.Advance(clock.Now, plan.SlowAt == matter.Work[0].Step && step < 4 ? Hours(22, 44) : Hours(0.2, 4));
            if (await desk.Find(id) is not { Open: true } now || now.Work is not [var work, ..]) yield break;
            var verb = VerbOf(work, plan, asked, returned);
            (asked, returned) = (asked || verb == Verbs.Supplement, returned || verb == Verbs.Return);
            if (!(await Do(now, work, verb, who)).Ok) yield break;
        }

        if (!plan.Rated || submission.Applicant.Account is null || await desk.Find(id) is not { Status: CaseStatus.Issued or CaseStatus.Refused } closed) yield break;
        yield return clock.Now + Hours(1, 40);
        var stars = closed.Status == CaseStatus.Refused ? random.Next(2, 5) : Math.Min(5, random.Next(3, 8));
        await desk.Do(id, new RateCase(stars, Praise[random.Next(Praise.Length)]), applicant);
    }

    private static string VerbOf(WorkItem work, LifePlan plan, bool asked, bool returned)
    {
        if (plan.AskAt == work.Step && !asked && work.Actions.Contains(Verbs.Supplement)) return Verbs.Supplement;
        if (plan.Refused && work.Actions.Contains(Verbs.Refuse) && (work.Step != StepKind.Reception || plan.AskAt is null)) return Verbs.Refuse;
        if (plan.Returned && !returned && work.Actions.Contains(Verbs.Return)) return Verbs.Return;
        return work.Actions.FirstOrDefault(a => a is Verbs.Accept or Verbs.Approve or Verbs.Sign or Verbs.Agree or Verbs.Done) ?? work.Actions[0];
    }

    private async Task<Outcome<Case>> Do(Case matter, WorkItem work, string verb, Actor who)
    {
        var service = await desk.ServiceOf(matter);
        var parts = service.PartsFor(matter.Answers).Select(p => p.Id).ToList();
        if (verb == Verbs.Supplement)
        {
            var part = parts.Count > 0 ? parts[random.Next(parts.Count)] : service.Form.Fields.Keys.First(matter.Answers.ContainsKey);
            return await desk.Do(matter.Id, new AskForPapers.AskForPapers(work.Token, [new AskedItem(part, Pick(Unclear))], null), who);
        }
        if (verb is Verbs.Accept or Verbs.Approve)
            foreach (var part in parts) await desk.Do(matter.Id, new MarkOnePart(work.Token, part, true, null), who);
        if (verb == Verbs.Sign) return await desk.Sign(matter.Id, work.Token, passphrase, who);
        return await desk.Do(matter.Id, verb switch
        {
            Verbs.Accept => new AcceptCase(work.Token, Typed(service, matter, work, verb)),
            Verbs.Refuse => new DecideStep(work.Token, verb, matter.Proposal?.Reason ?? Pick(Refusals), matter.Proposal?.Law ?? LawOf(service)),
            Verbs.Return => new DecideStep(work.Token, verb, Pick(Returns), null),
            _ => new DecideStep(work.Token, verb, null, null, Typed(service, matter, work, verb)),
        }, who);
    }

    /// <summary>Made-up officials take what a step's form offers.</summary>
    private Typed? Typed(ServiceDefinition service, Case matter, WorkItem work, string verb)
    {
        if (StepQuestions.Of(service, work.Element, verb) is not { } form) return null;
        var context = StepQuestions.Context(matter, work, verb, clock.Now.InZone(calendar.Zone), HaiDang.Forms.FormCodeLists.None);
        return new Typed(StepQuestions.Begin(form, matter, work, context), context.CodeLists);
    }

    private async Task<Actor?> WhoTakes(QueueKey queue)
    {
        var holders = await officials.Holding(queue);
        if (holders.Count == 0) return null;
        var card = holders[random.Next(holders.Count)];
        return new Actor(ActorKind.Official, card.Id, card.Name, new HashSet<QueueKey> { queue });
    }

    private static string LawOf(ServiceDefinition service) =>
        service.LegalBasis.FirstOrDefault() is { } law ? string.Join(", ", new[] { law.Articles, law.Document.Vi }.OfType<string>()) : service.Name.Vi;

    private Duration Hours(double least, double most) => Duration.FromMinutes(Math.Round(60 * (least + (most - least) * random.NextDouble())));

    private string Pick(string[] of) => of[random.Next(of.Length)];
}
