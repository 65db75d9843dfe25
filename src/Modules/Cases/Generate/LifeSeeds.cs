using System.Collections.Concurrent;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Generate;

/// <summary>
/// Spreads cases over all services, over all units that settle each, and over the days: the moments come in order. People send
/// from home at any waking hour, the counter takes cases while it is open.
/// </summary>
internal sealed class LifeSeeds
{
    private const int EnoughTries = 60;
    private static readonly Duration BeforeNow = Duration.FromMinutes(5);
    private readonly City city;
    private readonly Random random;
    private readonly Instant until;
    private readonly int days;
    private readonly (ServiceDefinition Service, IReadOnlyList<Unit> Units)[] offered;
    private readonly ConcurrentDictionary<string, int> worked = new();
    private readonly ConcurrentDictionary<string, int> failed = new();

    public LifeSeeds(ServiceCatalogue services, IUnits units, City city, Instant until, int days, int seed)
    {
        (this.city, this.until, this.days, random) = (city, until, days, new Random(seed));
        offered = [.. services.All.Select(s => (s, units.Handling(s))).Where(o => o.Item2.Count > 0)];
    }

    /// <summary>The services of which at least one case was lived.</summary>
    public IEnumerable<string> Lived => worked.Keys;

    public void Worked(ServiceDefinition service) => worked.TryAdd(service.Slug, 1);

    public IEnumerable<LifeSeed> All(long count)
    {
        if (offered.Length == 0) yield break;
        var whole = Duration.FromDays(days);
        for (long i = 0; i < count; i++)
            yield return Seed(until - BeforeNow - whole + whole / count * (i + random.NextDouble()), random.Next());
    }

    /// <summary>Another in place of one that could not be lived.</summary>
    public LifeSeed Instead(LifeSeed seed, int tries)
    {
        failed.AddOrUpdate(seed.Service.Slug, 1, (_, n) => n + 1);
        return Seed(seed.At, HashCode.Combine(seed.At, tries));
    }

    private LifeSeed Seed(Instant at, int dice)
    {
        var able = offered.Where(o => worked.ContainsKey(o.Service.Slug) || failed.GetValueOrDefault(o.Service.Slug) < EnoughTries).ToArray();
        if (able.Length == 0) able = offered;
        var (service, units) = able[(uint)dice % able.Length];
        var unit = units[(int)((uint)dice / able.Length % units.Count)];
        var channel = service.Channels.Contains("counter") && (dice & 3) == 0 ? Channel.Counter : Channel.Online;
        return new LifeSeed(Moment(at, channel), service, unit, channel);
    }

    private Instant Moment(Instant at, Channel channel)
    {
        if (channel == Channel.Counter && city.Calendar.Advance(at, Duration.FromMinutes(1)) is var open && open < until) return open;
        return at.InZone(city.Zone).Hour is >= 6 and < 23 ? at : at - Duration.FromHours(8);
    }
}
