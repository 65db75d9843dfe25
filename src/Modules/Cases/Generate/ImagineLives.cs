using HaiDang.Cases.Decide;
using HaiDang.Cases.Demo;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Generate;

/// <summary>When, where and for what a generated case is sent.</summary>
internal sealed record LifeSeed(Instant At, ServiceDefinition Service, Unit Unit, Channel Channel);

/// <summary>Lives cases in memory, one after another; for one thread. People, answers and the way each goes differ; the rules are the real ones.</summary>
internal sealed class ImagineLives(
    CityFolder folder, City city, IUnits units, QuestionContext contexts, MadeUpPapers papers, Specimens specimens, NumberBook numbers, Staff staff, Instant until, int seed)
{
    private const int MostLooks = 12, MostLives = 8;
    private static readonly Duration LongestOpen = Duration.FromDays(60);
    private static readonly Duration OneLook = Duration.FromHours(3);

    private readonly Random random = new(seed);
    private readonly SeedClock clock = new(until);
    private MadeUpApplications? applications;
    private Inhabitants? people;

    /// <summary>Null when nobody made up fits the service's form.</summary>
    public async Task<ImaginedCase?> Live(LifeSeed seed, CancellationToken stop)
    {
        applications ??= new MadeUpApplications(folder, city, contexts, papers, random);
        people ??= new Inhabitants(random);
        string? number = null;
        for (var tries = 1; ; tries++)
        {
            var one = people.Next(seed.At.InZone(city.Zone).Date, seed.At);
            if (await applications.Make(seed.Service, seed.Unit.Id, one.Person, seed.Channel, seed.At, stop) is not { } made) return null;
            var application = made with { Applicant = one.Person.Applicant(seed.Channel, one.Key.Subject) };
            var desk = new ImaginedDesk(seed.Service, seed.Unit, city, units, clock, specimens, numbers, until) { Number = number };
            clock.Now = seed.At;
            await Live(desk, application, await SenderOf(seed, application.Applicant), stop);
            number = desk.Number;
            if (desk.Matter is not { } matter) return null;
            // Old cases that would lie open for ever are lived again, by somebody else and under the same number.
            if (!matter.Open || seed.At > until - LongestOpen || tries == MostLives) return new ImaginedCase(matter, seed.Service, seed.Unit, one, desk.Moments);
        }
    }

    private async Task Live(ImaginedDesk desk, Submit.Submission application, Actor sender, CancellationToken stop)
    {
        var life = new MadeUpLife(desk, staff, city.Calendar, clock, random, "");
        await using (var steps = life.Live(application, sender, LifePlan.Of(random)).GetAsyncEnumerator(stop))
            while (await steps.MoveNextAsync())
            {
                await desk.WatchUntil(Instant.Min(steps.Current, until), MostLooks);
                if (steps.Current > until) return;
                clock.Now = Instant.Max(clock.Now, steps.Current);
            }
        await desk.WatchUntil(until, 1);
        if (desk.Matter is { Open: true, Asked.Lapsed: true } forgotten) await Refuse(desk, forgotten);
        await desk.WatchUntil(until, MostLooks);
    }

    /// <summary>Whoever never answers is refused by the one who asked, some hours after the time for it was over.</summary>
    private async Task Refuse(ImaginedDesk desk, Case forgotten)
    {
        clock.Now = city.Calendar.Advance(desk.Moments[^1].At, OneLook);
        if (clock.Now > until || forgotten.Work is not [var work, ..] || !work.Actions.Contains(Verbs.Refuse)) return;
        var card = (await staff.Holding(work.Queue))[0];
        await desk.Do(forgotten.Id, new DecideStep(work.Token, Verbs.Refuse, "Quá thời hạn mà chưa bổ sung hồ sơ.", "Nghị định 61/2018/NĐ-CP, Điều 17"),
            new Actor(ActorKind.Official, work.ClaimedBy ?? card.Id, work.ClaimedName ?? card.Name, new HashSet<QueueKey> { work.Queue }));
    }

    private async Task<Actor> SenderOf(LifeSeed seed, Applicant applicant)
    {
        if (seed.Channel != Channel.Counter) return Actor.Citizen(applicant.Subject, applicant.Name);
        var queue = new QueueKey(seed.Unit.Id, "counter");
        var card = (await staff.Holding(queue))[0];
        return new Actor(ActorKind.Official, card.Id, card.Name, new HashSet<QueueKey> { queue });
    }
}
