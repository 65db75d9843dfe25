using System.Reflection;
using HaiDang.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

namespace HaiDang.Testing;

/// <summary>
/// Runs a theory once on SQLite and once on PostgreSQL: <c>[Theory, OnBothDatabases]</c> over a method that takes a
/// <see cref="DatabaseEngine"/>. PostgreSQL is skipped where HAIDANG_TEST_POSTGRES names no server.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<DatabaseEngine>(DatabaseEngine.Sqlite),
        new TheoryDataRow<DatabaseEngine>(DatabaseEngine.Postgres) { Skip = TestDatabase.Server is null ? "HAIDANG_TEST_POSTGRES names no PostgreSQL server" : null },
    ]);
}

/// <summary>A fresh, empty database of one test, gone with it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? file;
    private readonly string? name;

    private TestDatabase(Database database, string? file, string? name) => (Database, this.file, this.name) = (database, file, name);

    /// <summary>Connection string of an administrator of the PostgreSQL server for tests; null when there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("HAIDANG_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public Database Database { get; }

    public static async Task<TestDatabase> Fresh(DatabaseEngine engine)
    {
        if (engine == DatabaseEngine.Sqlite)
        {
            var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("haidang-db-").FullName, "city.db");
            return new TestDatabase(Database.AtFile(file), file, null);
        }
        var name = $"haidang_test_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";
        await OnServer($"create database {name}");
        return new TestDatabase(Database.AtServer(new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString()), null, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
        {
            using (var connection = new SqliteConnection(Database.ConnectionString)) SqliteConnection.ClearPool(connection);
            System.IO.Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
        if (name is not null)
        {
            await using (var connection = new NpgsqlConnection(Database.ConnectionString)) NpgsqlConnection.ClearPool(connection);
            await OnServer($"drop database if exists {name} with (force)");
        }
    }

    private static async Task OnServer(string sql)
    {
        await using var admin = new NpgsqlConnection(Server);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }
}
