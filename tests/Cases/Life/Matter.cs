using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Accept;
using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Examples;
using HaiDang.Cases.Life;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Submit;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Tests.Life;

/// <summary>A case of a sample service, driven through the pure rules by hand: what was done, when, and what it is now.</summary>
internal sealed class Matter
{
    public const string Marital = "xac-nhan-tinh-trang-hon-nhan";
    public const string Stall = "cho-ban-hang";
    public const string Goods = "khai-hang";
    public const string Berth = "neo-dau";

    private static readonly Dictionary<string, (ServiceDefinition Service, City City, IReadOnlyList<Example> Examples)> Read = new()
    {
        [Marital] = Of(Folder.HaiPhong, Marital),
        [Stall] = Of(Folder.ThiTran, Stall),
        [Goods] = Of(Folder.CangThu, Goods),
        [Berth] = Of(Folder.CangThu, Berth),
    };

    private readonly List<IEvent> events;

    private Matter(ServiceDefinition service, City city, Instant now, IReadOnlyList<IEvent> begun)
    {
        (Service, Calendar, Units, Zone, Now) = (service, city.Calendar, Folder.Units(city), city.Zone, now);
        events = [.. begun];
        Case = Evolve.Fold(begun);
    }

    /// <summary>The version that the case runs on.</summary>
    public ServiceDefinition Service { get; private set; }
    public WorkingCalendar Calendar { get; set; }
    public IUnits Units { get; }
    public DateTimeZone Zone { get; }
    public Instant Now { get; private set; }
    public Case Case { get; private set; }
    public IReadOnlyList<IEvent> Events => events;
    public Setting Setting => new(Service, Calendar, Units, Now);

    /// <summary>The only open step.</summary>
    public WorkItem Step => Assert.Single(Case.Work);

    public static IReadOnlyList<Example> ExamplesOf(string service) => Read[service].Examples;

    /// <param name="at">Local time: <c>2023-10-05T07:45</c>.</param>
    public static Matter Sent(string service, string at, int example = 0)
    {
        var (definition, city, _) = Read[service];
        return Sent(service, LocalTime(at, city.Zone), example);
    }

    public static Matter Sent(string service, Instant at, int example = 0)
    {
        var (definition, city, examples) = Read[service];
        var answers = (JsonObject)examples[example % examples.Count].Answers.DeepClone();
        var command = new SubmitCase
        {
            Id = Uuid.New(at), Number = "000.00.15.H24-231005-0001", SecretHash = "x", Channel = Channel.Online, Unit = definition.UnitOf(answers)!,
            Applicant = new Applicant("nam", "nam", "Đỗ Mẫu Nam", "099096000029", "0900000029", null, null), Answers = answers,
            Files = [new CaseFile("f1", "paper", "giay.pdf", "00", 1000, "application/pdf", at)],
        };
        var begun = command.Decide(new Setting(definition, city.Calendar, Folder.Units(city), at));
        Assert.True(begun.Ok, string.Join('\n', begun.Problems));
        return new Matter(definition, city, at, begun.Value);
    }

    public Matter At(string local)
    {
        Now = LocalTime(local, Zone);
        return this;
    }

    public void Wait(Duration time) => Now += time;

    public Instant When(string local) => LocalTime(local, Zone);

    /// <summary>What the rule says, without letting it happen.</summary>
    public Outcome<IReadOnlyList<IEvent>> Ask(ICaseCommand command, Actor who) => command.Decide(Case, Setting, who);

    public Matter Does(ICaseCommand command, Actor? who = null)
    {
        var decided = Ask(command, who ?? Holder());
        Assert.True(decided.Ok, string.Join('\n', decided.Problems));
        Happen(decided.Value);
        return this;
    }

    public void Happen(IReadOnlyList<IEvent> happened)
    {
        events.AddRange(happened);
        Case = happened.Aggregate(Case, Evolve.After);
        if (happened.OfType<CaseMigrated>().LastOrDefault() is { } moved) Service = OtherVersion.WithHash(moved.Definition);
    }

    public Matter Accepts() => Does(new AcceptCase(Step.Token));
    public Matter Approves() => Does(new DecideStep(Step.Token, Verbs.Approve, null, null));
    public Matter Refuses() => Does(new DecideStep(Step.Token, Verbs.Refuse, "Không cư trú tại phường", "Nghị định 123/2015/NĐ-CP, Điều 21"));
    public Matter Returns() => Does(new DecideStep(Step.Token, Verbs.Return, "Ghi rõ nơi ở cũ", null));
    public Matter Asks() => Does(new AskForPapers.AskForPapers(Step.Token, [new AskedItem(Service.Parts[0].Id, "Ảnh bị mờ")], null));
    public Matter Answers() => Does(new AnswerSupplement(Case.Answers, Case.Files), Citizen);
    public Matter Signs() => Does(new SignResult(Step.Token, Result()));
    public Matter Claims(Actor who) => Does(new ClaimWork(Step.Token), who);
    /// <summary>Somebody of the step's own queue ends it.</summary>
    public Matter Ends(string element, string verb = Verbs.Done)
    {
        var work = Assert.Single(Case.Work, w => w.Element == element);
        return Does(new DecideStep(work.Token, verb, null, null), new Actor(ActorKind.Official, "o", "Người Làm", new HashSet<QueueKey> { work.Queue }));
    }

    public Matter Pays() => Does(new TakePayment(Case.Owed!.Id, PaymentWay.Cash, "0000001/2023"), new Actor(ActorKind.Official, "q", "Người Thu", new HashSet<QueueKey> { new(Case.Owed.Unit, "counter") }));

    public Wait Job(string element) => Assert.Single(Case.Waits, w => w.Job is not null && w.Element == element);

    public Matter TimePasses() => Does(new WatchCase(), Actor.System);

    public IssuedResult Result() =>
        new("01/UBND", Now.InZone(Zone).Date, "Giấy", "ab", "cd", "lan", "Hoàng Thử Lan", "Phó Chủ tịch", Now, null);

    /// <summary>The refusal's code, and that it changed nothing.</summary>
    public void SeesProblem(ProblemType type, ICaseCommand command, Actor? who = null, string? field = null)
    {
        var before = CaseStore.Write(Case);
        var decided = Ask(command, who ?? Holder());
        Assert.False(decided.Ok, $"{command} was agreed to");
        Assert.Contains(decided.Problems, p => p.Type.Code == type.Code && (field is null || p.Field == field));
        Assert.Equal(before, CaseStore.Write(Case));
    }

    /// <summary>Somebody who holds the keys of everything that is open.</summary>
    public Actor Holder(string id = "hieu", string name = "Đặng Thử Hiếu") => new(ActorKind.Official, id, name, Case.Work.Select(w => w.Queue).ToHashSet());

    public static Actor Citizen { get; } = Actor.Citizen("nam", "Đỗ Mẫu Nam");

    private static Instant LocalTime(string local, DateTimeZone zone) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(zone).ToInstant();

    private static (ServiceDefinition, City, IReadOnlyList<Example>) Of((CityFolder Folder, City City) city, string slug)
    {
        var problems = new PackProblems();
        var examples = city.Folder.Under($"services/{slug}/examples/").OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => ExampleReader.Read(f, city.City.Zone, problems)).OfType<Example>().ToList();
        Assert.False(problems.Any);
        return (Folder.Service(city.Folder, slug), city.City, examples);
    }
}
