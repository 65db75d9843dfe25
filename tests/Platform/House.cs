using Dapper;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Platform.Files.Scanning;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using HaiDang.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Platform.Tests;

/// <summary>A city's platform on a database and a data folder of its own, with the diary as its only module.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private House(TestDatabase database, string data, ServiceProvider services) => (this.database, Data, this.services) = (database, data, services);

    public string Data { get; }
    public Database Database => database.Database;
    public TestClock Clock => (TestClock)Get<NodaTime.IClock>();
    public EventLog Log => Get<EventLog>();

    public static async Task<House> Open(DatabaseEngine engine, ILogReader? reader = null, bool empty = false, ClamdAddress? clamd = null)
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(Repository.City("thi-tran"), problems)!;
        var city = CityReader.Read(folder, problems)!;
        var data = System.IO.Directory.CreateTempSubdirectory("haidang-data-").FullName;
        var database = await TestDatabase.Fresh(engine);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(new CityStart(folder, city, database.Database, data, false, new Uri("http://localhost:5080")) { Clamd = clamd }, [new Diary(reader)], TestClock.At(2026, 5, 4));
        var house = new House(database, data, services.BuildServiceProvider());
        if (!empty) await house.Get<Migrations>().Apply();
        return house;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A connection of its own, as a request has one.</summary>
    public CityDb Db() => services.CreateScope().ServiceProvider.GetRequiredService<CityDb>();

    /// <summary>Appends to a stream in a transaction of its own; whether it was agreed.</summary>
    public async Task<bool> Append(string stream, long expected, IReadOnlyList<IEvent> events, string? subject = null)
    {
        await using var db = Db();
        await using var transaction = await db.Begin();
        if (!await Log.Append(transaction, stream, expected, events, Actor.System, Clock.GetCurrentInstant(), subject)) return false;
        await transaction.Commit();
        return true;
    }

    public async Task<IReadOnlyList<LoggedEvent>> Stream(string stream)
    {
        await using var db = Db();
        return await Log.Stream(db, stream);
    }

    public async Task<int> Execute(string sql, object? args = null)
    {
        await using var connection = await Database.Open();
        return await connection.ExecuteAsync(sql, args);
    }

    public async Task<T> One<T>(string sql, object? args = null)
    {
        await using var connection = await Database.Open();
        return await connection.QuerySingleAsync<T>(sql, args);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        System.IO.Directory.Delete(Data, recursive: true);
    }
}
