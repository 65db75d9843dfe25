using System.Text.Json.Nodes;
using HaiDang.Cases.Accept;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Directory;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace HaiDang.Cases.Tests.Follow;

/// <summary>A small town with a database of its own, without web or background work: what happens, a test makes happen.</summary>
internal sealed class Town : IAsyncDisposable
{
    private const string Stall = "cho-ban-hang";
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("haidang-town-").FullName;
    private readonly string? postgres;
    private readonly ServiceProvider services;

    private Town(string? postgres, MailSettings? mail, TownSetting? setting)
    {
        this.postgres = postgres;
        var database = postgres is null ? Database.AtFile(Path.Combine(data, "city.db")) : Database.AtServer(postgres);
        var (folder, city) = setting?.City ?? Folder.ThiTran;
        var all = new ServiceCollection().AddLogging();
        all.AddPlatform(new CityStart(folder, city, database, data, Demo: setting?.Sealed ?? false, new Uri("https://thi-tran.example"))
        {
            Connections = setting?.Connections ?? new Dictionary<string, Connection>(),
        }, [new DirectoryModule(), new CasesModule()], Clock);
        if (mail is not null) all.AddSingleton(mail);
        services = all.BuildServiceProvider();
    }

    public TownClock Clock { get; } = new();

    /// <param name="engine"><c>sqlite</c> or <c>postgres</c>; the latter is skipped where HAIDANG_TEST_POSTGRES names no server.</param>
    public static async Task<Town> Founded(string engine, MailSettings? mail = null, TownSetting? setting = null)
    {
        string? own = null;
        if (engine == "postgres")
        {
            var server = Environment.GetEnvironmentVariable("HAIDANG_TEST_POSTGRES");
            if (string.IsNullOrEmpty(server)) Assert.Skip("HAIDANG_TEST_POSTGRES names no server");
            var name = $"town_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";
            await using var admin = new NpgsqlConnection(server);
            await admin.OpenAsync();
            await using var create = new NpgsqlCommand($"create database {name}", admin);
            await create.ExecuteNonQueryAsync();
            own = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ToString();
        }
        var town = new Town(own, mail, setting);
        await town.services.GetRequiredService<Migrations>().Apply();
        using var scope = town.services.CreateScope();
        await new CasesModule().Prepare(scope.ServiceProvider, default);
        return town;
    }

    /// <summary>Does something in one request's services, as somebody or nobody.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work, Actor? who = null)
    {
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = who;
        return await work(scope.ServiceProvider);
    }

    public Task<Submitted> Sends(Actor who, string? email = "nam@example.vn") => In(async s =>
    {
        var service = s.GetRequiredService<ServiceCatalogue>().Find(Stall)!;
        var applicant = new Applicant(who.Id, who.Id, who.Name, null, null, email, null);
        var answers = new JsonObject { ["stall"] = "large", ["days"] = 4, ["market"] = "cho-dong" };
        var sent = await s.GetRequiredService<SubmitDesk>().Send(new Submission(service, Channel.Online, applicant, answers, []), who);
        Assert.True(sent.Ok, string.Join('\n', sent.Problems));
        return sent.Value;
    });

    public Task<Case> Accepts(Case matter) => Does(matter, new AcceptCase(matter.Work[0].Token), Holder(matter));

    public Task<Case> Does(Case matter, ICaseCommand command, Actor who) => In(async s =>
    {
        var done = await s.GetRequiredService<CaseDesk>().Do(matter.Id, command, who);
        Assert.True(done.Ok, string.Join('\n', done.Problems));
        return done.Value;
    });

    public static Actor Holder(Case matter) => new(ActorKind.Official, "lan", "Hoàng Thử Lan", matter.Work.Select(w => w.Queue).ToHashSet());

    /// <summary>
    /// The readers catch up with the log, or forget and begin anew. On PostgreSQL they wait for every transaction of the server, also
    /// for those of other tests beside this one: so they look until they stand at the end.
    /// </summary>
    public Task Reads(bool anew = false) => In(async s =>
    {
        var (feed, db) = (s.GetRequiredService<LogFeed>(), s.GetRequiredService<CityDb>());
        foreach (var reader in s.GetServices<ILogReader>())
        {
            if (anew) await feed.Rebuild(db, reader);
            for (var looks = 0; !await AtTheEnd(reader.Name); looks++)
            {
                Assert.True(looks < 500, $"{reader.Name} does not reach the end of the log");
                if (await feed.CatchUp(db, reader) == 0) await Task.Delay(20);
            }
        }
        return true;
    });

    private async Task<bool> AtTheEnd(string reader) => (await Rows<int>(
        $"select case when coalesce((select max(position) from platform_event), 0) <= coalesce((select position from platform_reader where name='{reader}'), 0) then 1 else 0 end"))[0] == 1;

    /// <summary>One round of a background work.</summary>
    public Task Does<TWork>() where TWork : IBackgroundWork => In(async s =>
    {
        await s.GetServices<IBackgroundWork>().OfType<TWork>().Single().Run(default);
        return true;
    });

    public Task Changes(string sql) => In(async s =>
    {
        await using var transaction = await s.GetRequiredService<CityDb>().Begin();
        await transaction.Execute(sql);
        await transaction.Commit();
        return true;
    });

    public Task<IReadOnlyList<T>> Rows<T>(string sql) => In(async s =>
    {
        await using var transaction = await s.GetRequiredService<CityDb>().Begin();
        return await transaction.Many<T>(sql);
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(data, recursive: true);
        if (postgres is null) return;
        var own = new NpgsqlConnectionStringBuilder(postgres);
        await using var admin = new NpgsqlConnection(Environment.GetEnvironmentVariable("HAIDANG_TEST_POSTGRES"));
        await admin.OpenAsync();
        await using var drop = new NpgsqlCommand($"drop database {own.Database} with (force)", admin);
        await drop.ExecuteNonQueryAsync();
    }
}

/// <summary>Another town than the usual one.</summary>
/// <param name="Sealed">Whether the demo's authority makes the agencies' seals.</param>
internal sealed record TownSetting((CityFolder Folder, City City) City, bool Sealed, IReadOnlyDictionary<string, Connection>? Connections = null);

/// <summary>The town's time, from 9 in the morning of 5 October 2023; it moves when a test moves it.</summary>
internal sealed class TownClock : IClock
{
    private Instant now = Instant.FromUtc(2023, 10, 5, 2, 0);

    public Instant GetCurrentInstant() => now;

    public void Advance(Duration time) => now += time;

    public void AdvanceSeconds(int seconds) => Advance(Duration.FromSeconds(seconds));

    public void AdvanceDays(int days) => Advance(Duration.FromDays(days));
}
