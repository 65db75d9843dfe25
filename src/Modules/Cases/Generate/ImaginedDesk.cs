using System.Globalization;
using HaiDang.Bpmn;
using HaiDang.Cases.Demo;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Submit;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Generate;

/// <summary>
/// One case's desks without a database: the same rules decide, what they answer is kept as moments. Automatic steps are done within
/// seconds, a system outside never answers so that people take over, and what is owed is paid within the hour.
/// </summary>
internal sealed class ImaginedDesk(
    ServiceDefinition service, Unit unit, City city, IUnits units, SeedClock clock, Specimens specimens, NumberBook numbers, Instant until) : ILifeDesk
{
    private const int MostWaits = 12;
    private static readonly Duration JobTakes = Duration.FromSeconds(7), PayingTakes = Duration.FromMinutes(47);

    private readonly List<Moment> moments = [];
    private Case? matter;
    private bool doing;

    /// <summary>The number that the case gets, or has got.</summary>
    public string? Number { get; set; }

    public Case? Matter => matter;

    public IReadOnlyList<Moment> Moments => moments;

    public async Task<Outcome<Submitted>> Send(Submission sent, Actor who)
    {
        var date = clock.Now.InZone(city.Zone).Date;
        Number ??= CaseNumbers.Fill(city.CaseNumber, unit.Identifier, date, numbers.Next(CaseNumbers.Series(unit, date)));
        var command = new SubmitCase
        {
            Id = Uuid.New(clock.Now), Number = Number, SecretHash = SubmitDesk.HashOf(Uuid.Secret(12)), Unit = sent.Unit!, Channel = sent.Channel,
            Applicant = sent.Applicant, Answers = sent.Answers, Files = sent.Files,
        };
        if (!command.Decide(Setting(clock.Now)).Is(out var events, out var problems)) return Outcome.Refuse<Submitted>(problems);
        matter = Evolve.Fold(events);
        moments.Add(new Moment(clock.Now, who, events));
        await DoWhatWaits(clock.Now);
        return new Submitted(matter, "");
    }

    public Task<Outcome<Case>> Do(Guid id, ICaseCommand command, Actor who) => Do(command, who, clock.Now);

    public async Task<Outcome<Case>> Sign(Guid id, int token, string passphrase, Actor who)
    {
        if (!Guard.Work(matter!, token, Verbs.Sign, who).Is(out _, out var problems)) return Outcome.Refuse<Case>(problems);
        return await Do(new SignResult(token, await Result(who.Id, who.Name, "Lãnh đạo", clock.Now)), who, clock.Now);
    }

    public Task<Case?> Find(Guid id) => Task.FromResult(matter);

    public Task<ServiceDefinition> ServiceOf(Case c) => Task.FromResult(service);

    /// <summary>What time itself does to the case up to a moment, each thing at its own moment.</summary>
    public async Task WatchUntil(Instant moment, int most)
    {
        for (var done = 0; done < most && matter is { Open: true } c && Expectation.NextLook(c) is { } look && look <= moment; done++)
            if (!(await Do(new WatchCase(), Actor.System, Instant.Max(look, moments[^1].At))).Is(out var after, out _) || after == c) return;
    }

    private async Task<Outcome<Case>> Do(ICaseCommand command, Actor who, Instant at)
    {
        if (!command.Decide(matter!, Setting(at), who).Is(out var events, out var problems)) return Outcome.Refuse<Case>(problems);
        if (events.Count == 0) return matter!;
        matter = events.Aggregate(matter!, Evolve.After);
        moments.Add(new Moment(at, who, events));
        if (!doing) await DoWhatWaits(at);
        return matter;
    }

    /// <summary>Steps that no official does. While they are done, none is begun within another.</summary>
    private async Task DoWhatWaits(Instant from)
    {
        doing = true;
        for (var (at, count) = (from, 0); count < MostWaits && matter is { Open: true, Waits: [_, ..] waits } && waits.Find(w => w.Kind != WaitKind.Message) is { } wait; count++)
        {
            at += wait.Kind == WaitKind.Job ? JobTakes : PayingTakes;
            if (at > until || await CommandFor(wait, at) is not { } command || !(await Do(command, Actor.System, at)).Ok) break;
            clock.Now = Instant.Max(clock.Now, at);
        }
        doing = false;
    }

    private async Task<ICaseCommand?> CommandFor(Wait wait, Instant at) => wait switch
    {
        { Kind: WaitKind.Payment, Fee: { } fee } => new GatewayPaid(Uuid.Secret(10), fee.Amount, at, Uuid.Secret(8)),
        { Job.Type: JobTypes.Issue } => new FinishIssue(wait.Id, await Result("system", units.Find(wait.Unit)?.Name.Vi ?? wait.Unit, "Con dấu của cơ quan", at)),
        { Job.Type: JobTypes.Number } => new FinishJob(wait.Id, BpmnVariables.Of("number", numbers.Next($"generated/{service.Slug}/{wait.Element}").ToString("D10", CultureInfo.InvariantCulture))),
        { Job: not null } => new FailJob(wait.Id, "Hệ thống bên ngoài không trả lời.", Final: true),
        _ => null,
    };

    private async Task<IssuedResult> Result(string signer, string name, string title, Instant at)
    {
        var date = at.InZone(city.Zone).Date;
        var number = ResultNumbers.Fill(service, unit, date, numbers.Next(CaseNumbers.ResultSeries(matter!, date)));
        var result = new IssuedResult(
            number, date, service.Result.Name.Vi, "", Uuid.Secret(16), signer, name, title, at,
            service.Result.Validity is { } validity ? date + validity : null);
        return result with { FileHash = await specimens.Of(matter!, service, result) };
    }

    private Setting Setting(Instant at) => new(service, city.Calendar, units, at);
}
