using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace HaiDang.Platform.Data;

/// <summary>
/// The one database of a city. Modules contribute their entities through <see cref="IModule.MapModel"/>; hot paths write
/// their SQL and run it through a <see cref="CityTransaction"/> on the same connection.
/// </summary>
public sealed class CityDb(DbContextOptions<CityDb> options, Database database, IEnumerable<IModule> modules) : DbContext(options)
{
    // Most requests only read: they need a connection, and the mapper's own machinery is not begun for them.
    private DbConnection? reading;
    private bool writing;

    public Database Engine => database;

    /// <summary>
    /// Begins a writing transaction. On SQLite it takes the single writer's place at once, so that a transaction never
    /// fails half-way because another began to write.
    /// </summary>
    public async Task<CityTransaction> Begin(CancellationToken stop = default)
    {
        var gate = await WriterGate.Enter(database, stop);
        try
        {
            writing = true;
            return new CityTransaction(this, await Database.BeginTransactionAsync(stop), gate);
        }
        catch
        {
            gate?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The connection for reads outside a transaction. On PostgreSQL it is open only while a query or a transaction runs (Dapper opens and
    /// closes it): a request that kept its connections while it waits for one more would stop everybody once the pool is empty.
    /// </summary>
    public async Task<DbConnection> Connection(CancellationToken stop = default)
    {
        if (database.Engine == DatabaseEngine.Postgres && !writing) return reading ??= database.Connection();
        if (database.Engine == DatabaseEngine.Sqlite) await Database.OpenConnectionAsync(stop);
        return Database.GetDbConnection();
    }

    /// <summary>The transaction that is open here; null when there is none.</summary>
    public DbTransaction? Current => writing ? Database.CurrentTransaction?.GetDbTransaction() : null;

    public override void Dispose()
    {
        reading?.Dispose();
        base.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        if (reading is not null) await reading.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var module in modules) module.MapModel(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            conventions.Properties<Instant>().HaveConversion<InstantAsText>();
            conventions.Properties<Guid>().HaveConversion<GuidAsText>();
        }
        else
        {
            conventions.Properties<Instant>().HaveConversion<InstantAsTimestamp>();
        }
        conventions.Properties<LocalDate>().HaveConversion<LocalDateAsText>();
    }
}

internal sealed class SqliteSettingsOnOpen : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Data.Database.SqliteSettings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Data.Database.SqliteSettings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
