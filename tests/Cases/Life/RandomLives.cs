using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Bpmn;
using HaiDang.Cases.Accept;
using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Cases.MarkPart;
using HaiDang.Cases.Messages;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Rate;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Watch;
using HaiDang.Cases.Withdraw;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Log;
using HaiDang.Testing;
using NodaTime;

namespace HaiDang.Cases.Tests.Life;

/// <summary>
/// Lives of cases in random orders: anybody asks for anything at any time. Whatever is agreed to keeps the books of an open
/// case, and whatever is refused changes nothing.
/// </summary>
public sealed class RandomLives
{
    private enum Act { Accept, Ask, Answer, Approve, Refuse, RefuseWithoutLaw, Return, ReturnWithoutReason, Sign, Claim, Release, Mark, Withdraw, Rate, Watch, Unattended, Recompute, WrongStep, Done, Pay, Gateway, Message, JobDone, JobFails, Migrate }

    private sealed record Move(Act Act, int Who, int Minutes);

    private sealed record Life(string Service, int Example, int Begins, IReadOnlyList<Move> Moves);

    private static readonly Gen<Move> Moves =
        from act in Gen.Frequency(
            (14, Gen.Elements(Act.Accept, Act.Approve, Act.Sign)),
            (10, Gen.Elements(Act.Done, Act.JobDone, Act.Pay, Act.Message)),
            (12, Gen.Elements(Enum.GetValues<Act>())),
            (6, Gen.Elements(Act.Ask, Act.Answer, Act.Return, Act.Refuse, Act.Claim, Act.Watch, Act.Migrate)),
            (1, Gen.Constant(Act.Withdraw)))
        from who in Gen.Choose(0, 9)
        from minutes in Gen.Frequency((5, Gen.Choose(0, 200)), (2, Gen.Choose(0, 5_000)), (1, Gen.Choose(0, 120_000)), (1, Gen.Constant(0)))
        select new Move(act, who, minutes);

    private static readonly Arbitrary<Life> Lives = Arb.From(
        from service in Gen.Elements(Matter.Marital, Matter.Stall, Matter.Goods, Matter.Goods, Matter.Berth)
        from example in Gen.Choose(0, 20)
        from begins in Gen.Choose(0, 4 * 365 * 24 * 60)
        from moves in Moves.ListOf()
        select new Life(service, example, begins, [.. moves]),
        life => Enumerable.Range(0, life.Moves.Count).Select(gone => life with { Moves = [.. life.Moves.Where((_, i) => i != gone)] }));

    private static Config Runs(int count) => Trials.Of(count).WithStartSize(5).WithEndSize(60);

    [Fact]
    public void Whatever_is_agreed_to_keeps_the_books_and_whatever_is_refused_changes_nothing() => Check.One(Runs(500), Prop.ForAll(Lives, life =>
    {
        var matter = Begin(life);
        Books(matter, matter.Case);
        foreach (var move in life.Moves)
        {
            matter.Wait(Duration.FromMinutes(move.Minutes));
            var (before, written) = (matter.Case, CaseStore.Write(matter.Case));
            var decided = Command(move, matter).Decide(matter.Case, matter.Setting, Who(move, matter));
            Assert.Equal(written, CaseStore.Write(matter.Case));
            if (move.Act == Act.Migrate) Assert.Equal(matter.Case.Open, decided.Ok);
            if (decided.Ok) matter.Happen(decided.Value);
            else Assert.All(decided.Problems, p => Assert.StartsWith("cases.", p.Type.Code, StringComparison.Ordinal));
            Books(matter, before);
        }
        Told(matter);
    }));

    [Fact]
    public void The_watch_always_gets_somewhere() => Check.One(Runs(300), Prop.ForAll(Lives, life =>
    {
        var matter = Begin(life);
        foreach (var move in life.Moves)
        {
            matter.Wait(Duration.FromMinutes(move.Minutes));
            var decided = Command(move, matter).Decide(matter.Case, matter.Setting, Who(move, matter));
            if (decided.Ok) matter.Happen(decided.Value);
            if (!matter.Case.Open) return;

            var look = Expectation.NextLook(matter.Case);
            Assert.NotNull(look);
            if (look > matter.Now && (look - matter.Now) < Duration.FromMinutes(move.Minutes)) matter.Wait(look.Value - matter.Now);
            for (var round = 0; Expectation.NextLook(matter.Case) <= matter.Now; round++)
            {
                Assert.True(round < 10, "the watch turns on the spot");
                var watched = new WatchCase().Decide(matter.Case, matter.Setting, Actor.System);
                Assert.NotEmpty(watched.Value);
                matter.Happen(watched.Value);
            }
        }
    }));

    private static Matter Begin(Life life) =>
        Matter.Sent(life.Service, Instant.FromUtc(2023, 1, 1, 0, 0) + Duration.FromMinutes(life.Begins), life.Example);

    /// <summary>What is true of a case after every step.</summary>
    private static void Books(Matter matter, Case before)
    {
        var now = matter.Case;
        Assert.True(now.Version >= before.Version);
        Assert.Equal(matter.Events.Count, now.Version);
        if (now.Open)
        {
            var waits = Expectation.Of(now);
            Assert.False(string.IsNullOrEmpty(waits!.Owner));
            Assert.False(string.IsNullOrEmpty(waits.Event));
            Assert.NotEqual(default, waits.DueAt);
            Assert.NotNull(Expectation.NextLook(now));
            Assert.Null(now.ClosedAt);
            Assert.Equal(now.AcceptedAt is not null, now.Clock is not null);
            if (now.Clock is not null) Assert.Equal(now.Stands, now.Clock.IsPaused);
            Assert.Equal(now.Status == CaseStatus.AwaitingPayment, now.Owed is not null && now.Asked is not { Lapsed: false });
            if (now.Status == CaseStatus.AwaitingApplicant) Assert.NotNull(now.WorkOf(now.Asked!.Token));
            Ids(now);
        }
        else
        {
            Assert.Null(Expectation.Of(now));
            Assert.NotNull(now.ClosedAt);
            Assert.Empty(now.Work);
            Assert.Empty(now.Waits);
            Assert.Equal(now.Status == CaseStatus.Issued, now.Result is not null);
            if (now.Status == CaseStatus.Refused) Assert.True(now.Refusal is { Reason.Length: > 0 });
        }
        if (now.Clock is { } clock && before.Clock is { } earlier)
        {
            Assert.Equal(earlier.Started, clock.Started);
            Assert.Equal(earlier.Limit, clock.Limit);
            Assert.True(clock.LastAct >= earlier.LastAct && clock.LastAct <= matter.Now);
            Assert.True(clock.Spent(matter.Calendar, matter.Now).Hours >= earlier.Spent(matter.Calendar, earlier.LastAct).Hours);
        }
        if (now.AppointedAt is { } appointed && before.AppointedAt is { } promised) Assert.True(appointed >= promised, $"promised {promised}, now {appointed}");
    }

    /// <summary>Ids are unique in the case, and what is waited for is what the processes wait for.</summary>
    private static void Ids(Case now)
    {
        var ids = now.Processes.SelectMany(p => p.Instance.Tokens.Select(t => t.Id).Concat(p.Instance.Scopes.Select(s => s.Id))
            .Concat(p.Instance.Timers.Select(t => t.Id)).Concat(p.Instance.Subscriptions.Select(s => s.Id))).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(now.Processes.SelectMany(p => p.Instance.Tokens).Where(t => t.State == TokenState.Work).Select(t => t.Id).Order(), now.Work.Select(w => w.Token).Order());
        Assert.Equal(now.Processes.SelectMany(p => p.Instance.Tokens).Where(t => t.State == TokenState.Job).Select(t => t.Id).Order(), now.Waits.Where(w => w.Job is not null).Select(w => w.Id).Order());
        var heard = now.Processes.SelectMany(p => p.Instance.Subscriptions).Select(s => s.Id).ToHashSet();
        Assert.All(now.Waits.Where(w => w.Job is null), w => Assert.Contains(w.Id, heard));
        Assert.Equal(now.Payments.Count, now.Payments.Select(p => p.Receipt).Distinct().Count());
        Assert.True(now.Payments.Where(p => !p.ToReturn).GroupBy(p => p.Wait).All(p => p.Count() == 1), "paid twice");
    }

    /// <summary>The events tell the whole of the case, also after they were written down and read again.</summary>
    private static void Told(Matter matter)
    {
        var state = CaseStore.Write(matter.Case);
        Assert.Equal(state, CaseStore.Write(Evolve.Fold(matter.Events)));
        Assert.Equal(state, CaseStore.Write(CaseStore.Read(state)));
        var read = matter.Events.Select(e => (IEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(e, e.GetType(), LogJson.Options), e.GetType(), LogJson.Options)!);
        Assert.Equal(state, CaseStore.Write(Evolve.Fold(read)));
    }

    private static Actor Who(Move move, Matter matter) => move.Who switch
    {
        0 when move.Act is not (Act.JobDone or Act.JobFails or Act.Message or Act.Gateway) => Matter.Citizen,
        1 when move.Act is not (Act.JobDone or Act.JobFails or Act.Message or Act.Gateway) => new Actor(ActorKind.Official, "xa", "Người Nơi Khác", new HashSet<QueueKey> { new("noi-khac", "counter") }),
        2 when move.Act is not (Act.JobDone or Act.JobFails or Act.Message or Act.Gateway) => matter.Holder("thao", "Phạm Thử Thảo"),
        _ when move.Act is Act.JobDone or Act.JobFails or Act.Message or Act.Gateway => Actor.System,
        _ when move.Act is Act.Answer or Act.Withdraw or Act.Rate && move.Minutes % 4 != 0 => Matter.Citizen,
        _ => Counter(matter.Holder(), matter),
    };

    /// <summary>The same official, who also takes money.</summary>
    private static Actor Counter(Actor holder, Matter matter) => holder with { Queues = holder.Queues.Append(new QueueKey(matter.Case.Unit, "counter")).ToHashSet() };

    private static ICaseCommand Command(Move move, Matter matter)
    {
        var token = matter.Case.Work.Count > 0 ? matter.Case.Work[move.Minutes % matter.Case.Work.Count].Token : 1;
        var part = matter.Service.Parts.Count > 0 ? matter.Service.Parts[move.Minutes % matter.Service.Parts.Count].Id : matter.Service.Form.Fields.Keys.First();
        var wait = matter.Case.Waits.Count > 0 ? matter.Case.Waits[move.Minutes % matter.Case.Waits.Count].Id : 1;
        var receipt = $"{matter.Case.Payments.Count + 1}";
        return move.Act switch
        {
            Act.Accept => new AcceptCase(token),
            Act.Ask => new AskForPapers.AskForPapers(token, move.Minutes % 7 == 0 ? [] : [new AskedItem(part, move.Minutes % 5 == 0 ? " " : "Ảnh mờ")], "Xin cảm ơn"),
            Act.Answer => new AnswerSupplement(matter.Case.Answers, matter.Case.Files),
            Act.Approve => new DecideStep(token, Verbs.Approve, null, null),
            Act.Refuse => new DecideStep(token, Verbs.Refuse, "Thiếu điều kiện", "Điều 22"),
            Act.RefuseWithoutLaw => new DecideStep(token, Verbs.Refuse, "Thiếu điều kiện", "  "),
            Act.Return => new DecideStep(token, Verbs.Return, "Xem lại", null),
            Act.ReturnWithoutReason => new DecideStep(token, Verbs.Return, "", null),
            Act.Sign => new SignResult(token, matter.Result()),
            Act.Claim => new ClaimWork(token),
            Act.Release => new ReleaseWork(token),
            Act.Mark => new MarkOnePart(token, part, move.Minutes % 2 == 0, "Rõ"),
            Act.Withdraw => new WithdrawCase(null),
            Act.Rate => new RateCase(move.Minutes % 7, null),
            Act.Watch => new WatchCase(),
            Act.Done => new DecideStep(token, Verbs.Done, null, null, Typed(move)),
            Act.Pay => new TakePayment(wait, PaymentWay.Cash, receipt),
            Act.Gateway => new GatewayPaid($"GD-{move.Minutes % 3}", move.Minutes % 4 == 0 ? 1 : matter.Case.Owed?.Fee!.Amount ?? 7, matter.Now, receipt),
            Act.Message => new MessageArrived(move.Minutes % 5 == 0 ? "departed" : "arrived", new JsonObject { ["ship"] = "Sao" }, move.Minutes % 3 == 0 ? "m" : null),
            Act.JobDone => matter.Case.WaitOf(wait)?.Job?.Type == JobTypes.Issue ? new FinishIssue(wait, matter.Result()) : new FinishJob(wait, BpmnVariables.Of("number", "1")),
            Act.JobFails => new FailJob(wait, "hỏng", move.Minutes % 9 == 0),
            Act.Migrate => OtherVersion.Of(matter),
            Act.Unattended => new TellUnattended(token),
            Act.Recompute => new RecomputeDue("Lịch không đổi"),
            _ => new DecideStep(token + 1000, Verbs.Approve, null, null),
        };
    }

    /// <summary>What the official types at the step that asks for a code: right, wrong or nothing.</summary>
    private static Typed? Typed(Move move) => move.Minutes % 3 == 0 ? null
        : new Typed(new JsonObject { ["taxCode"] = move.Minutes % 5 == 0 ? "12" : "0100109106", ["givenBy"] = "thue-dong" }, StepLists);

    private static readonly HaiDang.Forms.FormCodeLists StepLists =
        new HaiDang.Cases.Questions.QuestionContext(Folder.CangThu.City, Folder.Units(Folder.CangThu.City)).ListsOf(Folder.Service(Folder.CangThu.Folder, Matter.Goods));
}
