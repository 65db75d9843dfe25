using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HaiDang.Bench.Server;

/// <summary>The database of one measurement, reached beside the program: to prepare, to look, and for the limit.</summary>
internal abstract class BenchDatabase : IAsyncDisposable
{
    /// <summary>As figures name it.</summary>
    public abstract string Engine { get; }

    public abstract string ConnectionString { get; }

    public abstract Task<DbConnection> Open(CancellationToken stop = default);

    /// <summary>Sets right what a bulk load leaves behind, so that the first measurement does not pay for it.</summary>
    public abstract Task Settle(CancellationToken stop = default);

    public abstract ValueTask DisposeAsync();

    /// <summary>How many cases lie in it; none where the program has not yet made its tables.</summary>
    public async Task<long> Cases(CancellationToken stop = default) =>
        await One<long>(Engine == "sqlite" ? "select count(*) from sqlite_master where name='cases_case'" : "select count(*) from pg_tables where tablename='cases_case'", stop) == 0
            ? 0 : await One<long>("select count(*) from cases_case", stop);

    /// <summary>Which of these cases are closed by now.</summary>
    public async Task<IReadOnlyList<Guid>> Closed(IReadOnlyCollection<Guid> cases, CancellationToken stop = default)
    {
        if (cases.Count == 0) return [];
        await using var connection = await Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = ClosedOf;
        command.Parameters.Add(Ids(cases));
        await using var reader = await command.ExecuteReaderAsync(stop);
        var closed = new List<Guid>();
        while (await reader.ReadAsync(stop)) closed.Add(reader.GetGuid(0));
        return closed;
    }

    protected abstract string ClosedOf { get; }

    protected abstract DbParameter Ids(IReadOnlyCollection<Guid> ids);

    public async Task<T> One<T>(string sql, CancellationToken stop = default)
    {
        await using var connection = await Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return (T)Convert.ChangeType(await command.ExecuteScalarAsync(stop) ?? throw new InvalidOperationException($"Nothing answers: {sql}"), typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<IReadOnlyList<T>> Column<T>(string sql, CancellationToken stop = default)
    {
        await using var connection = await Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var values = new List<T>();
        while (await reader.ReadAsync(stop)) values.Add((T)reader.GetValue(0));
        return values;
    }
}

internal sealed class FileDatabase(string path) : BenchDatabase
{
    public override string Engine => "sqlite";

    public override string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 60 }.ToString();

    protected override string ClosedOf => "select id from cases_case where id in (select value from json_each($ids)) and closed_at is not null";

    protected override DbParameter Ids(IReadOnlyCollection<Guid> ids) => new SqliteParameter("$ids", JsonSerializer.Serialize(ids));

    public override async Task<DbConnection> Open(CancellationToken stop = default)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(stop);
        await using var settings = connection.CreateCommand();
        settings.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=60000;";
        await settings.ExecuteNonQueryAsync(stop);
        return connection;
    }

    public override async Task Settle(CancellationToken stop = default)
    {
        await using var connection = await Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate); analyze;";
        await command.ExecuteNonQueryAsync(stop);
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A PostgreSQL database of its own, gone with the measurement.</summary>
internal sealed class ServerDatabase : BenchDatabase
{
    private readonly string? admin;
    private readonly string name;
    private readonly NpgsqlDataSource source;

    private ServerDatabase(string connection, string name, string? admin)
    {
        (this.admin, this.name) = (admin, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(connection) { Database = name, MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 }.ToString();
        source = NpgsqlDataSource.Create(ConnectionString);
    }

    public override string Engine => "postgres";

    public override string ConnectionString { get; }

    protected override string ClosedOf => "select id from cases_case where id = any($1) and closed_at is not null";

    protected override DbParameter Ids(IReadOnlyCollection<Guid> ids) => new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] };

    /// <param name="keep">It stays; one of that name that is there is taken as it is.</param>
    public static async Task<ServerDatabase> Make(string admin, string name, bool keep, CancellationToken stop = default)
    {
        if (!keep) await OnServer(admin, $"drop database if exists \"{name}\" with (force)", stop);
        if (!keep || !await Exists(admin, name, stop)) await OnServer(admin, $"create database \"{name}\"", stop);
        return new ServerDatabase(admin, name, keep ? null : admin);
    }

    /// <summary>One that is there already and stays.</summary>
    public static ServerDatabase There(string connection) => new(connection, new NpgsqlConnectionStringBuilder(connection).Database!, null);

    public override async Task<DbConnection> Open(CancellationToken stop = default) => await source.OpenConnectionAsync(stop);

    public override async Task Settle(CancellationToken stop = default)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        foreach (var sql in (string[])["vacuum analyze", "checkpoint"])
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        if (admin is not null) await OnServer(admin, $"drop database if exists \"{name}\" with (force)", CancellationToken.None);
    }

    private static async Task<bool> Exists(string admin, string name, CancellationToken stop)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(admin) { Pooling = false }.ToString());
        await using var command = server.CreateCommand("select 1 from pg_database where datname = $1");
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    private static async Task OnServer(string admin, string sql, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(admin) { Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }
}
