using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>Files that a client sent for cases to come. No client finds the file of another.</summary>
internal sealed class SentFiles(CityDb db, CurrentActor current, IClock clock)
{
    /// <summary>How long a file waits for its case.</summary>
    public static readonly Duration Life = Duration.FromDays(7);

    public async Task Keep(CaseFile file, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        await transaction.Execute("delete from cases_sent_file where client=@Client and expires_at <= @now", new { Client = current.Required.Id, now = clock.GetCurrentInstant() });
        await transaction.Execute("""
            insert into cases_sent_file(id, client, name, hash, size, type, scanned, added_at, expires_at)
            values (@Id, @Client, @Name, @Hash, @Size, @Type, @Scanned, @AddedAt, @until)
            """, new { file.Id, Client = current.Required.Id, file.Name, file.Hash, file.Size, file.Type, file.Scanned, file.AddedAt, until = file.AddedAt + Life });
        await transaction.Commit(stop);
    }

    public async Task<CaseFile?> Find(string id, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var row = await connection.QueryFirstOrDefaultAsync<Row>(
            "select id, name, hash, size, type, scanned, added_at from cases_sent_file where id=@id and client=@Client and expires_at > @now",
            new { id, Client = current.Required.Id, now = clock.GetCurrentInstant() });
        return row is null ? null : new CaseFile(row.Id, "", row.Name, row.Hash, row.Size, row.Type, row.Added_At, row.Scanned);
    }

    private sealed class Row
    {
        public string Id { get; set; } = "";
        public string Name { get; set; } = "";
        public string Hash { get; set; } = "";
        public long Size { get; set; }
        public string Type { get; set; } = "";
        public bool Scanned { get; set; }
        public Instant Added_At { get; set; }
    }
}
