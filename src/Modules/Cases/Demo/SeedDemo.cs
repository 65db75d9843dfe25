using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Cases.Apply;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Submit;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform;
using HaiDang.Platform.Background;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.Logging;
using NodaTime;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace HaiDang.Cases.Demo;

/// <summary>
/// Fills an empty demo with cases in every state, made by the real desks under a clock that walks through the last weeks
/// up to now. Runs while the city is already open.
/// </summary>
internal sealed partial class SeedDemo(
    CityStart start, CityDb db, EventLog log, ServiceCatalogue services, IUnits units, IOfficials officials, ISigningFiles signing, IDemoPeople people,
    LetterFacts facts, IBlobStore files, QuestionContext contexts, Seeding seeding, IClock wall, ILogger<SeedDemo> tell) : IBackgroundWork
{
    public const int Cases = 200;
    private const int Days = 35, Seed = 2023;
    private static readonly Duration BetweenLooks = Duration.FromMinutes(30);

    private readonly Random random = new(Seed);

    public string Name => "cases-demo";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task Run(CancellationToken stop) => start.Demo ? Fill(Cases, stop) : Task.CompletedTask;

    /// <summary>Makes that many cases, if there are none.</summary>
    public async Task Fill(int count, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        if (await connection.QueryFirstOrDefaultAsync<int>("select 1 from cases_case limit 1") == 1) return;
        var watch = Stopwatch.StartNew();
        (seeding.Running, seeding.MadeUpBefore) = (true, wall.GetCurrentInstant());
        try
        {
            await Walk(count, wall.GetCurrentInstant(), stop);
        }
        finally
        {
            seeding.Running = false;
        }
        Filled(count, watch.ElapsedMilliseconds);
    }

    private async Task Walk(int count, Instant until, CancellationToken stop)
    {
        var clock = new SeedClock(until - Duration.FromDays(Days));
        var city = start.City;
        var desk = new CaseDesk(db, log, services, city, units, clock);
        var submit = new SubmitDesk(db, log, city, units, clock);
        var applications = new MadeUpApplications(start.Folder, city, contexts, new MadeUpPapers(files), random);
        var outside = new MadeUpOutside(desk, new PaymentDesk(desk, city), applications, officials, city.Calendar, clock, random);
        var life = new MadeUpLife(new RealDesk(submit, desk, new SignDesk(desk, facts, officials, signing, files, city)), officials, city.Calendar, clock, random, people.SigningPassphrase, outside);
        var citizens = (await people.Citizens(stop)).Select(MadeUpPerson.Of).ToList();
        var counters = await Counters(stop);
        if (counters.Count == 0) return;

        var next = new PriorityQueue<IAsyncEnumerator<Instant>, Instant>();
        next.Enqueue(Watch(desk, clock, stop).GetAsyncEnumerator(stop), clock.Now);
        var names = new MadeUpPeople(random);
        for (var i = 0; i < count; i++)
        {
            var (service, unit, counter) = counters[random.Next(counters.Count)];
            var citizen = citizens.Count > 0 && i % 5 == 0 ? citizens[i / 5 % citizens.Count] : null;
            var channel = citizen is null && random.Next(2) == 0 ? Channel.Counter : Channel.Online;
            var at = Moment(until, channel);
            var person = citizen ?? names.Next(at.InZone(city.Zone).Date);
            if (await applications.Make(service, unit, person, channel, at, stop) is not { } application) continue;
            var sender = channel == Channel.Counter ? counter : Actor.Citizen(application.Applicant.Subject, person.Name);
            next.Enqueue(life.Live(application, sender, LifePlan.Of(random)).GetAsyncEnumerator(stop), at);
        }
        while (next.TryDequeue(out var one, out var at))
        {
            if (at <= until)
            {
                clock.Now = at;
                if (await one.MoveNextAsync())
                {
                    next.Enqueue(one, Instant.Max(one.Current, at));
                    continue;
                }
            }
            await one.DisposeAsync();
        }
        await KeepDrafts(applications, counters, citizens, clock, until, stop);
    }

    /// <summary>The services with the units that have somebody at the counter, and who that is.</summary>
    private async Task<List<(ServiceDefinition Service, string Unit, Actor Counter)>> Counters(CancellationToken stop)
    {
        var all = new List<(ServiceDefinition, string, Actor)>();
        foreach (var service in services.All)
            foreach (var unit in units.Handling(service))
            {
                var queue = new QueueKey(unit.Id, "counter");
                if (await officials.Holding(queue, stop) is [var card, ..])
                    all.Add((service, unit.Id, new Actor(ActorKind.Official, card.Id, card.Name, new HashSet<QueueKey> { queue })));
            }
        return all;
    }

    /// <summary>People send from home at any waking hour; the counter takes cases while it is open. More of them lately.</summary>
    private Instant Moment(Instant until, Channel channel)
    {
        var back = Math.Pow(random.NextDouble(), 1.6) * (Days - 1);
        var at = until - Duration.FromDays(back) - Duration.FromMinutes(5);
        if (channel == Channel.Counter) return Instant.Min(start.City.Calendar.Advance(at, Duration.FromMinutes(random.Next(1, 60))), until - Duration.FromMinutes(random.Next(2, 90)));
        var local = at.InZone(start.City.Zone);
        return local.Hour is >= 6 and < 23 ? at : at - Duration.FromHours(8);
    }

    /// <summary>Time itself: lapses, lateness and apologies come when they were due, not when the demo began.</summary>
    private async IAsyncEnumerable<Instant> Watch(CaseDesk desk, SeedClock clock, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            var connection = await db.Connection(stop);
            foreach (var id in (await connection.QueryAsync<Guid>("select id from cases_case where next_look_at <= @Now order by next_look_at", new { clock.Now })).AsList())
                await desk.Do(id, new WatchCase(), Actor.System, stop);
            yield return clock.Now + BetweenLooks;
        }
    }

    private async Task KeepDrafts(
        MadeUpApplications applications, List<(ServiceDefinition Service, string Unit, Actor Counter)> counters, List<MadeUpPerson> citizens, SeedClock clock, Instant until, CancellationToken stop)
    {
        var drafts = new Drafts(db, clock);
        foreach (var person in citizens.Where((_, i) => i % 3 == 0))
        {
            clock.Now = until - Duration.FromHours(random.Next(2, 100));
            var (service, unit, _) = counters[random.Next(counters.Count)];
            if (await applications.Make(service, unit, person, Channel.Online, clock.Now, stop) is not { } whole) continue;
            var first = service.Form.Pages.Take(2).SelectMany(p => service.Form.At(whole.Answers).Pages.Where(v => v.Id == p.Id)).SelectMany(v => v.Fields).Select(n => n.Path).ToHashSet();
            var begun = new JsonObject(whole.Answers.Where(a => first.Contains(a.Key) && !whole.Files.Exists(f => f.Field == a.Key)).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())));
            await drafts.Begin(Actor.Citizen(person.Account!, person.Name), service, begun, ImmutableList<CaseFile>.Empty, null, null, stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo has {Count} made-up cases, made in {Milliseconds} ms")]
    private partial void Filled(int count, long milliseconds);
}
