using HaiDang.Contracts;
using HaiDang.Directory.Desk;
using HaiDang.Directory.Desk.New;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.SignIn.Invite;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;

namespace HaiDang.Directory.Tests;

/// <summary>The tiny city with a directory of its own, on a fresh database of either kind.</summary>
internal sealed class TestCity : IAsyncDisposable
{
    /// <summary>Hashed a few times only: dozens are tried here.</summary>
    public static Passwords QuickPasswords => new(iterations: 1_000);

    public const string Password = "bốn con ngựa đêm mưa", PostgresVariable = "HAIDANG_TEST_POSTGRES";

    /// <summary>Both databases; PostgreSQL is skipped with its reason when no server is given.</summary>
    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.Postgres];

    private readonly string data = System.IO.Directory.CreateTempSubdirectory("haidang-directory-").FullName;
    private readonly ServiceProvider services;
    private string? database;

    private TestCity(DatabaseEngine engine, bool demo, OidcSettings? oidc)
    {
        Start = StartOf(engine == DatabaseEngine.Sqlite ? Database.AtFile(Path.Combine(data, "city.db")) : NewPostgres(), data, demo, oidc);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddHttpContextAccessor();
        collection.AddPlatform(Start, [new DirectoryModule()], Clock);
        collection.AddSingleton(QuickPasswords);
        services = collection.BuildServiceProvider();
    }

    public HandClock Clock { get; } = new();
    public CityStart Start { get; }

    public static CityStart StartOf(Database database, string data, bool demo = false, OidcSettings? oidc = null)
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(Path.Combine(Root, "cities/thi-tran"), problems)!;
        return new CityStart(folder, CityReader.Read(folder, problems)!, database, data, demo, new Uri("http://localhost:5080")) { Oidc = oidc };
    }

    public static async Task<TestCity> Open(DatabaseEngine engine = DatabaseEngine.Sqlite, bool demo = false, OidcSettings? oidc = null)
    {
        if (engine == DatabaseEngine.Postgres && Environment.GetEnvironmentVariable(PostgresVariable) is null)
            Assert.Skip($"{PostgresVariable} names no PostgreSQL server.");
        var city = new TestCity(engine, demo, oidc);
        await city.services.GetRequiredService<Migrations>().Apply();
        using var scope = city.services.CreateScope();
        await new DirectoryModule().Prepare(scope.ServiceProvider, default);
        return city;
    }

    /// <summary>Does something with services of one request.</summary>
    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull
    {
        using var scope = services.CreateScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Outcome<Invited>> Invites(string email, string unit = "cho-dong", string name = "Trần Thị Thử", params string[] roles) =>
        With((InviteOfficial invite) => invite.Run(new(name, email, new PlaceAsk(unit, "Nhân viên", roles.Length == 0 ? ["counter"] : roles)), Actor.System));

    public Task<Outcome<Official>> Accepts(Uri link, byte[] secret, string password = Password) => With((AcceptInvite accept) =>
        accept.Run(TokenOf(link), new(password, password, secret, CodeOf(secret)), "127.0.0.1"));

    /// <summary>An official who has joined, and the secret of their authenticator. Time passes, so that the code of joining is not the next one.</summary>
    public async Task<(Official Official, byte[] Secret)> Joined(string email, string unit = "cho-dong", params string[] roles)
    {
        var secret = Totp.NewSecret();
        var official = (await Accepts((await Invites(email, unit, "Trần Thị Thử", roles)).Value.Link, secret)).Value;
        Clock.Pass(Duration.FromMinutes(2));
        return (official, secret);
    }

    public string CodeOf(byte[] secret) => Totp.CodeOf(secret, Totp.StepAt(Clock.Now));

    public static string TokenOf(Uri link) => link.Segments[^1];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await Admin($"drop database {database} with (force)");
        }
        System.IO.Directory.Delete(data, recursive: true);
    }

    private Database NewPostgres()
    {
        database = $"directory_{Uuid.Secret(12)}";
        Admin($"create database {database}").GetAwaiter().GetResult();
        return Database.AtServer(new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(PostgresVariable)) { Database = database }.ToString());
    }

    private static async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(PostgresVariable));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "HaiDang.slnx"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }
}
