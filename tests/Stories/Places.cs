using HaiDang.Platform.Data;
using Npgsql;

namespace HaiDang.Stories;

/// <summary>Where a city keeps what it knows during its stories: a folder of its own, and a database of its own.</summary>
public abstract class Place
{
    public const string Variable = "HAIDANG_TEST_POSTGRES";

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("haidang-").FullName;

    /// <summary>Why stories cannot be told here, or null.</summary>
    public virtual string? Missing => null;

    public abstract Task<Database> Open();

    public virtual Task Remove()
    {
        System.IO.Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class InFile : Place
{
    public override Task<Database> Open() => Task.FromResult(Database.AtFile(Path.Combine(Folder, "city.db")));

    public override Task Remove()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return base.Remove();
    }
}

public sealed class AtServer : Place
{
    private readonly string? admin = Environment.GetEnvironmentVariable(Variable);
    private readonly string name = $"stories_{Guid.CreateVersion7():n}";

    public override string? Missing => string.IsNullOrEmpty(admin) ? $"{Variable} does not name a PostgreSQL server (connection string of an administrator)" : null;

    public override async Task<Database> Open()
    {
        await Do($"create database {name}");
        return Database.AtServer(new NpgsqlConnectionStringBuilder(admin) { Database = name }.ToString());
    }

    public override async Task Remove()
    {
        NpgsqlConnection.ClearAllPools();
        if (Missing is null) await Do($"drop database if exists {name} with (force)");
        await base.Remove();
    }

    private async Task Do(string sql)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
