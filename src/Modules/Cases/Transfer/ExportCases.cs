using System.Text;
using System.Text.Json;
using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;

namespace HaiDang.Cases.Transfer;

/// <summary>How many cases and files went over, and what could not.</summary>
/// <param name="Known">Cases that were there already; an export has none.</param>
/// <param name="Missing">Files that cases name and that are gone.</param>
public sealed record TransferReport(long Cases, long Known, long Files, IReadOnlyList<string> Missing);

/// <summary>
/// Writes cases with their whole lives and files into a folder that another city, or another program, can read:
/// <c>cases.jsonl</c>, <c>definitions/</c>, <c>files/</c>, <c>serials.json</c>. The folder holds personal values in clear.
/// </summary>
public sealed class ExportCases(CityDb db, EventLog log, IBlobStore files)
{
    private const int Batch = 200;

    /// <summary>Writes into an empty or new folder; of one unit and one service where they are named.</summary>
    public async Task<TransferReport> Write(string folder, string? unit, string? service, CancellationToken stop = default)
    {
        TransferFolder.MakeOwn(folder);
        await using var lines = new StreamWriter(Path.Combine(folder, TransferFolder.Cases), false, new UTF8Encoding(false)) { NewLine = "\n" };
        var (definitions, copied, missing) = (new HashSet<string>(), new HashSet<string>(), new List<string>());
        long count = 0;
        for (var last = Guid.Empty; await Next(last, unit, service, stop) is { Count: > 0 } cases; last = cases[^1].Id)
        {
            var lives = await log.Streams(db, [.. cases.Select(c => c.Stream)], stop);
            foreach (var matter in cases)
            {
                var life = lives[matter.Stream].ToList();
                await lines.WriteLineAsync(CaseLine.Of(matter, life).Write());
                definitions.Add(matter.Definition);
                foreach (var hash in CaseLine.FilesOf(life.Select(l => l.Event!)))
                    if (copied.Add(hash) && !await Copy(folder, hash, stop)) missing.Add(hash);
                count++;
            }
        }
        await WriteSerials(folder, stop);
        foreach (var hash in definitions) await CopyDefinition(folder, hash, stop);
        return new TransferReport(count, 0, copied.Count - missing.Count, missing);
    }

    private async Task<List<Case>> Next(Guid after, string? unit, string? service, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var states = await connection.QueryAsync<string>($"""
            select state from cases_case
            where id > @after {(unit is null ? "" : "and unit = @unit")} {(service is null ? "" : "and service = @service")}
            order by id limit @Batch
            """, new { after, unit, service, Batch });
        return [.. states.Select(CaseStore.Read)];
    }

    private async Task<bool> Copy(string folder, string hash, CancellationToken stop)
    {
        await using var content = files.Open(hash);
        if (content is null) return false;
        var path = TransferFolder.File(folder, hash);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var copy = new FileStream(path, FileMode.Create, FileAccess.Write);
        await content.CopyToAsync(copy, stop);
        return true;
    }

    private async Task WriteSerials(string folder, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var serials = (await connection.QueryAsync<(string Name, long Last)>("select name, last from cases_serial order by name")).ToDictionary(s => s.Name, s => s.Last);
        await File.WriteAllTextAsync(Path.Combine(folder, TransferFolder.Serials), JsonSerializer.Serialize(serials, LogJson.Options), stop);
    }

    private async Task CopyDefinition(string folder, string hash, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var (slug, packed) = await connection.QuerySingleAsync<(string Slug, byte[] Files)>("select slug, files from cases_definition where hash=@hash", new { hash });
        var target = Path.Combine(folder, TransferFolder.Definitions);
        System.IO.Directory.CreateDirectory(target);
        await File.WriteAllBytesAsync(Path.Combine(target, $"{slug}.{hash}.br"), packed, stop);
    }
}
