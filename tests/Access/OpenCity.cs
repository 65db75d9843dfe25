using System.Net;
using System.Net.Http.Headers;
using HaiDang.Directory;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using HaiDang.Testing;
using HaiDang.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Access.Tests;

/// <summary>The small town, or another city, open on a port of its own. The background runs only when a test says so.</summary>
internal sealed class OpenCity : IAsyncDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("haidang-access-").FullName;
    private readonly TestDatabase database;
    private readonly WebApplication app;

    private OpenCity(TestDatabase database, string name, Connection? gateway)
    {
        this.database = database;
        var problems = new PackProblems();
        var pack = CityFolder.Open(Repository.City(name), problems)!;
        var city = CityReader.Read(pack, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.All.Select(p => p.In(Language.English))));
        var start = new CityStart(pack, city, database.Database, folder, Demo: true, new Uri("http://localhost"))
        {
            Connections = gateway is null ? new Dictionary<string, Connection>() : new() { [Connection.Payment] = gateway },
        };
        app = CityApp.Build(start, Clock, new IPEndPoint(IPAddress.Loopback, 0), services =>
        {
            foreach (var runner in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "BackgroundRunner").ToList()) services.Remove(runner);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        });
    }

    public TestClock Clock { get; } = TestClock.At(2026, 3, 2);

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    public WebApplication App => app;

    /// <param name="gateway">Where it has people pay; null: at its counters only.</param>
    public static async Task<OpenCity> At(DatabaseEngine engine, string name = "thi-tran", Connection? gateway = null)
    {
        var city = new OpenCity(await TestDatabase.Fresh(engine), name, gateway);
        await CityApp.Prepare(city.app);
        await city.app.StartAsync();
        return city;
    }

    /// <summary>A program of others with a token of its own.</summary>
    public async Task<Program> Client(string may = "submit,read", string? unit = null, int perMinute = 0)
    {
        using var scope = Services.CreateScope();
        var added = await scope.ServiceProvider.GetRequiredService<ApiClients>().Add($"c{Uuid.Secret(8)}", unit, may.Split(','), perMinute);
        Assert.Empty(added.Problems);
        return new Program(Address, added.Value.Client, added.Value.Token);
    }

    /// <summary>A program without a token.</summary>
    public Program Nobody(string? from = null) => new(Address, null, null, from);

    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull
    {
        using var scope = Services.CreateScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
