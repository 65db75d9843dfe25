using System.Text.Json;
using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Platform.Background;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Cases.Files;

/// <summary>
/// Removes the files of drafts that are gone. A file waits a while after its last draft let go of it: a backup that was begun
/// before still finds every file that its database names.
/// </summary>
internal sealed partial class SweepFiles(CityDb db, IBlobStore store, IClock clock, ILogger<SweepFiles> log) : IBackgroundWork
{
    public static readonly Duration Grace = Duration.FromDays(2);
    private const int Batch = 500;

    public string Name => "cases-files";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var connection = await db.Connection(stop);
        var noted = (await connection.QueryAsync<Row>(
            "select hash, mark, unnamed_since from cases_upload where at < @old order by coalesce(unnamed_since, at) limit @Batch", new { old = now - Grace, Batch })).AsList();
        if (noted.Count == 0) return;
        var named = await Named(stop);
        var removed = 0;
        foreach (var file in noted)
            if (named.Contains(file.Hash)) await connection.ExecuteAsync("update cases_upload set at=@now, unnamed_since=null where hash=@Hash", new { file.Hash, now });
            else if (file.Unnamed_Since is not { } since) await connection.ExecuteAsync("update cases_upload set unnamed_since=@now where hash=@Hash and mark=@Mark", new { file.Hash, file.Mark, now });
            else if (since < now - Grace)
            {
                await connection.ExecuteAsync("delete from cases_upload where hash=@Hash and mark=@Mark", new { file.Hash, file.Mark });
                if (store.Remove(file.Hash, file.Mark)) removed++;
            }
        if (removed > 0) Removed(removed);
    }

    private async Task<HashSet<string>> Named(CancellationToken stop)
    {
        var named = new HashSet<string>();
        var connection = await db.Connection(stop);
        foreach (var files in await connection.QueryAsync<string>("select files from cases_draft where files <> '[]'"))
            named.UnionWith(JsonSerializer.Deserialize<List<CaseFile>>(files, LogJson.Options)!.Select(f => f.Hash));
        return named;
    }

    private sealed class Row
    {
        public string Hash { get; set; } = "";
        public long Mark { get; set; }
        public Instant? Unnamed_Since { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files of drafts that are gone were removed")]
    private partial void Removed(int count);
}
