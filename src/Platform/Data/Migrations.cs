using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using NodaTime;

namespace HaiDang.Platform.Data;

/// <summary>One numbered schema file of a module, as it was or will be applied.</summary>
/// <param name="Sha">SHA-256 of its text, hexadecimal.</param>
public sealed record SchemaFile(string Module, int Number, string Name, string Sha)
{
    public override string ToString() => $"{Module}/{Number:0000}_{Name}.sql";
}

/// <summary>
/// Applies the numbered SQL files of each module (<c>Data/Sql/Sqlite</c>, <c>Data/Sql/Postgres</c>) that are not applied
/// yet, one transaction each, under a lock. A file that changed after it was applied stops the start.
/// </summary>
public sealed partial class Migrations(Database database, IReadOnlyList<IModule> modules, IClock clock)
{
    private sealed record Script(SchemaFile File, string Sql);

    /// <summary>The schema files that this program brings, in the order in which they are applied.</summary>
    public IReadOnlyList<SchemaFile> Files => [.. Scripts().Select(s => s.File)];

    /// <summary>The schema files that the database has had.</summary>
    public async Task<IReadOnlyList<SchemaFile>> Applied(CancellationToken stop = default)
    {
        await using var connection = await database.Open(stop);
        var rows = await connection.QueryAsync<(string Module, long Number, string Name, string Sha)>(
            "select module, cast(number as bigint), name, sha from platform_migration order by module, number");
        return [.. rows.Select(r => new SchemaFile(r.Module, (int)r.Number, r.Name, r.Sha))];
    }

    /// <param name="only">Which files to apply: all of them unless an older state is to be rebuilt.</param>
    public async Task Apply(CancellationToken stop = default, Func<SchemaFile, bool>? only = null)
    {
        Columns.Register();
        await using var connection = await database.Open(stop);
        if (database.Engine == DatabaseEngine.Postgres)
            await connection.ExecuteAsync("select pg_advisory_lock(727701)");
        try
        {
            await connection.ExecuteAsync("""
                create table if not exists platform_migration(
                    module text not null, number integer not null, name text not null, sha text not null, applied_at text not null,
                    primary key (module, number))
                """);
            foreach (var script in Scripts())
                if (only is null || only(script.File)) await Apply(connection, script, stop);
        }
        finally
        {
            if (database.Engine == DatabaseEngine.Postgres)
                await connection.ExecuteAsync("select pg_advisory_unlock(727701)");
        }
    }

    private async Task Apply(DbConnection connection, Script script, CancellationToken stop)
    {
        var file = script.File;
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var applied = await connection.QueryFirstOrDefaultAsync<string>(
            "select sha from platform_migration where module=@Module and number=@Number", new { file.Module, file.Number }, transaction);
        if (applied == file.Sha) return;
        if (applied is not null)
            throw new InvalidOperationException(
                $"The schema file {file} was changed after it was applied. Put the old file back and write the change as a new file with the next number.");
        await connection.ExecuteAsync(script.Sql, transaction: transaction);
        await connection.ExecuteAsync(
            "insert into platform_migration(module, number, name, sha, applied_at) values (@Module, @Number, @Name, @Sha, @At)",
            new { file.Module, file.Number, file.Name, file.Sha, At = Columns.Text.Format(clock.GetCurrentInstant()) }, transaction);
        await transaction.CommitAsync(stop);
    }

    private IEnumerable<Script> Scripts() =>
        Of("platform", typeof(Migrations).Assembly).Concat(modules.SelectMany(m => Of(m.Name, m.GetType().Assembly)));

    private IEnumerable<Script> Of(string module, Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        let match = ResourceName().Match(resource)
        where match.Success && match.Groups["engine"].Value == database.Engine.ToString()
        orderby resource
        let sql = Text(assembly, resource)
        select new Script(new SchemaFile(module, int.Parse(match.Groups["number"].ValueSpan), match.Groups["name"].Value, Sha(sql)), sql);

    private static string Sha(string sql) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sql)));

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.Sql\.(?<engine>Sqlite|Postgres)\.(?:_)?(?<number>\d{4})_(?<name>\w+)\.sql$")]
    private static partial Regex ResourceName();
}
