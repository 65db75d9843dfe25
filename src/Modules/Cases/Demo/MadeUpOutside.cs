using System.Text.Json.Nodes;
using HaiDang.Cases.Counter;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Cases.Pay;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Demo;

/// <summary>
/// What comes to made-up cases from outside the desks: money, answers of other systems, and time. What a message says is taken from
/// the service's own examples.
/// </summary>
internal sealed class MadeUpOutside(CaseDesk desk, PaymentDesk payments, MadeUpApplications applications, IOfficials officials, WorkingCalendar calendar, SeedClock clock, Random random)
{
    /// <summary>The watch passes only now and then: what a timer does is seen a little later.</summary>
    private static readonly Duration UntilSeen = Duration.FromMinutes(45);

    /// <summary>When the next thing comes to the case and what it is; null when nothing will.</summary>
    public async Task<(Instant At, Func<Task> Come)?> Next(Case matter)
    {
        var forgotten = random.Next(100) < 10;
        if (!forgotten && matter.Owed is { } owed && await Counter(owed.Unit) is { } cashier)
            return (calendar.Advance(clock.Now, Minutes(60, 1200)), () => payments.Take(matter.Id, owed.Id, random.Next(3) == 0 ? PaymentWay.Cash : PaymentWay.Transfer, cashier));
        if (!forgotten && matter.Waits.Find(w => w.Kind == WaitKind.Message) is { Message: { } name } && applications.MessageOf(await desk.ServiceOf(matter), name) is { } data)
            return (clock.Now + Minutes(1, 180), () => desk.Do(matter.Id, new MessageArrived(name, data), Actor.System));
        return matter.Timers.FirstOrDefault() is { } timer
            ? (Instant.Max(clock.Now, Instant.FromDateTimeOffset(timer.Due)) + UntilSeen, () => Task.CompletedTask)
            : null;
    }

    private async Task<Actor?> Counter(string unit)
    {
        var queue = new QueueKey(unit, CounterDesk.Role);
        return await officials.Holding(queue) is [var card, ..] ? new Actor(ActorKind.Official, card.Id, card.Name, new HashSet<QueueKey> { queue }) : null;
    }

    private Duration Minutes(int least, int most) => Duration.FromMinutes(random.Next(least, most));
}
