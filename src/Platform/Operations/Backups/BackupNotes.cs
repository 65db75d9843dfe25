using Dapper;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>When the city was last backed up.</summary>
public sealed record BackupNote(Instant At, string File, long Size);

/// <summary>Remembers the backups that were made, so that somebody notices when none was.</summary>
public sealed class BackupNotes(Database database)
{
    internal async Task Made(string file, long size, Instant at, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await connection.ExecuteAsync("insert into platform_backup(at, file, size) values (@at, @file, @size)", new { at, file, size });
    }

    public async Task<BackupNote?> Last(CancellationToken stop = default)
    {
        await using var connection = await database.Open(stop);
        var row = await connection.QueryFirstOrDefaultAsync<Row>("select at, file, size from platform_backup order by at desc limit 1");
        return row is null ? null : new BackupNote(row.At, row.File, row.Size);
    }

    private sealed class Row
    {
        public Instant At { get; set; }
        public string File { get; set; } = "";
        public long Size { get; set; }
    }
}
