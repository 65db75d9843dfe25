using System.Net;
using HaiDang.Cases.Life;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Secrets;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using HaiDang.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Stories;

/// <summary>The small town, open on a free port with its own database, at a time that the stories set.</summary>
public abstract class City(Place place) : IAsyncLifetime
{
    public const string ClientId = "stories";

    private readonly StoryClock clock = new(OffsetDateTimePattern.ExtendedIso.Parse("2026-03-02T07:30:00+07:00").Value.ToInstant());
    private Database? database;
    private IdentitySimulator? identity;
    private WebApplication? app;

    public Place Place => place;
    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => app!.Services;
    internal IdentitySimulator Identity => identity!;
    public Instant Now => clock.Now;

    /// <summary>The folder that is run; the small town unless a city of stories has another.</summary>
    protected virtual string Pack => Path.Combine(AppContext.BaseDirectory, "cities", "thi-tran");

    /// <summary>What is different about how this city is started.</summary>
    protected virtual CityStart With(CityStart start) => start;

    public virtual async ValueTask InitializeAsync()
    {
        if (place.Missing is not null) return;
        database = await place.Open();
        identity = await IdentitySimulator.Open(clock);
        await Begin();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (identity is not null) await identity.DisposeAsync();
        await place.Remove();
        GC.SuppressFinalize(this);
    }

    /// <summary>The program ends as it is and starts again on the same data.</summary>
    public async Task Restarts()
    {
        await app!.DisposeAsync();
        await Begin();
    }

    public void Passes(Duration time) => clock.Now += time;

    /// <summary>Goes on to the next working morning, so that stories do not disturb each other.</summary>
    public void NextMorning()
    {
        var calendar = Services.GetRequiredService<Platform.Packs.City>().Calendar;
        clock.Now = calendar.NextOpening(calendar.Zone.AtStartOfDay(clock.Now.InZone(calendar.Zone).Date.PlusDays(1)).ToInstant());
    }

    /// <summary>The watchdog's round, as the background would run it.</summary>
    public async Task Watches()
    {
        using var scope = Services.CreateScope();
        await scope.ServiceProvider.GetServices<IBackgroundWork>().OfType<WatchWork>().Single().Run(TestContext.Current.CancellationToken);
    }

    public Citizen Citizen(string name = "Đỗ Mẫu Giang") => new(this, name);

    public Visitor Visitor() => new(this);

    public Desk Clerk(string unit = "cho-dong") => new(this, new QueueKey(unit, "counter"));

    public Desk Leader(string unit = "cho-dong") => new(this, new QueueKey(unit, "leader"));

    internal async Task<Case> Matter(string number)
    {
        using var scope = Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CaseDesk>().FindByNumber(number) ?? throw new InvalidOperationException($"There is no case {number}.");
    }

    /// <summary>What is different in this city.</summary>
    protected virtual void Also(IServiceCollection services) { }

    private async Task Begin()
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(Pack, problems)!;
        var city = CityReader.Read(folder, problems);
        Assert.True(city is not null, string.Join('\n', problems.All.Select(p => p.In(Language.English))));
        var start = With(new CityStart(folder, city, database!, place.Folder, Demo: true, new Uri("http://localhost")) { Oidc = new OidcSettings(identity!.Address, ClientId, null) });
        app = CityApp.Build(start, clock, new IPEndPoint(IPAddress.Loopback, 0), services =>
        {
            // Nothing happens behind a story's back: it lets the background run when it says so.
            foreach (var runner in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "BackgroundRunner").ToList()) services.Remove(runner);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            // Stories try many made-up passwords; how slowly the city hashes is tested where it is done.
            services.AddSingleton(new Passwords(iterations: 1_000));
            Also(services);
        });
        await CityApp.Prepare(app, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Urls.First());
    }

    private sealed class StoryClock(Instant begin) : IClock
    {
        public Instant Now { get; set; } = begin;

        public Instant GetCurrentInstant() => Now;
    }
}

public sealed class CityInFile() : City(new InFile());

public sealed class CityAtServer() : City(new AtServer());
