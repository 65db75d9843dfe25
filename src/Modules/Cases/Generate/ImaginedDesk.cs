using HaiDang.Cases.Demo;
using HaiDang.Cases.Life;
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
/// One case's desks without a database: the same rules decide, what they answer is kept as moments. Numbers are given when
/// the case is written; until then the places for them are empty.
/// </summary>
internal sealed class ImaginedDesk(ServiceDefinition service, City city, IUnits units, SeedClock clock, Specimens specimens) : ILifeDesk
{
    private readonly List<Moment> moments = [];
    private Case? matter;

    public Case? Matter => matter;

    public IReadOnlyList<Moment> Moments => moments;

    public Task<Outcome<Submitted>> Send(Submission sent, Actor who)
    {
        var command = new SubmitCase
        {
            Id = Uuid.New(clock.Now), Number = "", SecretHash = SubmitDesk.HashOf(Uuid.Secret(12)), Unit = sent.Unit!, Channel = sent.Channel,
            Applicant = sent.Applicant, Answers = sent.Answers, Files = sent.Files,
        };
        if (!command.Decide(Setting(clock.Now)).Is(out var events, out var problems)) return Task.FromResult(Outcome.Refuse<Submitted>(problems));
        matter = Evolve.Fold(events);
        moments.Add(new Moment(clock.Now, who, events));
        return Task.FromResult(Outcome.Agree(new Submitted(matter, "")));
    }

    public Task<Outcome<Case>> Do(Guid id, ICaseCommand command, Actor who) => Task.FromResult(Do(command, who, clock.Now));

    public async Task<Outcome<Case>> Sign(Guid id, int token, string passphrase, Actor who)
    {
        var date = clock.Now.InZone(city.Zone).Date;
        var result = new IssuedResult(
            service.Result.Number, date, service.Result.Name.Vi, "", Uuid.Secret(16), who.Id, who.Name, "Lãnh đạo", clock.Now,
            service.Result.Validity is { } validity ? date + validity : null);
        result = result with { FileHash = await specimens.Of(matter!, service, result) };
        return Do(new SignResult(token, result), who, clock.Now);
    }

    public Task<Case?> Find(Guid id) => Task.FromResult(matter);

    public Task<ServiceDefinition> ServiceOf(Case c) => Task.FromResult(service);

    /// <summary>What time itself does to the case up to a moment, each thing at its own moment.</summary>
    public void WatchUntil(Instant until, int most)
    {
        for (var done = 0; done < most && matter is { Open: true } c && Expectation.NextLook(c) is { } look && look <= until; done++)
        {
            var at = Instant.Max(look, moments[^1].At);
            if (!Do(new WatchCase(), Actor.System, at).Is(out var after, out _) || after == c) return;
        }
    }

    private Outcome<Case> Do(ICaseCommand command, Actor who, Instant at)
    {
        if (!command.Decide(matter!, Setting(at), who).Is(out var events, out var problems)) return Outcome.Refuse<Case>(problems);
        if (events.Count == 0) return matter!;
        matter = events.Aggregate(matter!, Evolve.After);
        moments.Add(new Moment(at, who, events));
        return matter;
    }

    private Setting Setting(Instant at) => new(service, city.Calendar, units, at);
}
