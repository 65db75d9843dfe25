using System.Data.Common;
using Dapper;
using HaiDang.Platform.Data;

namespace HaiDang.Platform.Log;

/// <summary>Where the log does not hold.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The first version that does not hold.</param>
/// <param name="Vi">What is wrong, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record LogFault(string Stream, long Version, string Vi, string En);

/// <summary>Walks the whole log and recomputes every hash. A single altered byte, a missing line or a cut tail is found.</summary>
public sealed class VerifyLog(Database database)
{
    public sealed record Report(long Events, long Streams, IReadOnlyList<LogFault> Faults);

    public async Task<Report> Run(CancellationToken stop = default)
    {
        await using var connection = await database.Open(stop);
        var faults = new List<LogFault>();
        long events = 0, streams = 0, version = 0, position = 0;
        string? stream = null;
        var hash = HashChain.Start;

        await foreach (var (line, headVersion, headHash) in Lines(connection))
        {
            if (line.Stream != stream)
            {
                (stream, version, position, hash) = (line.Stream, 0, 0, HashChain.Start);
                streams++;
            }
            events++;
            version++;
            if (line.Version != version)
                faults.Add(new(line.Stream, version, "thiếu một dòng", "a line is missing"));
            else if (line.Previous != hash)
                faults.Add(new(line.Stream, version, "không nối với dòng trước", "does not follow from the line before it"));
            else if (HashChain.HashOf(line) != line.Hash)
                faults.Add(new(line.Stream, version, "nội dung đã bị sửa", "its content was altered"));
            else if (line.Position <= position)
                faults.Add(new(line.Stream, version, "vị trí trong nhật ký đã bị đổi", "its place in the log was changed"));
            (version, position, hash) = (line.Version, line.Position, line.Hash);
            if (headVersion is null || (line.Version == headVersion && headHash != line.Hash))
                faults.Add(new(line.Stream, version, "đầu chuỗi không khớp", "the stream's head does not match"));
        }

        faults.AddRange(await CutTails(connection));
        return new Report(events, streams, faults);
    }

    private static async IAsyncEnumerable<(LogLine Line, long? HeadVersion, string? HeadHash)> Lines(DbConnection connection)
    {
        var rows = connection.QueryUnbufferedAsync<LogLineWithHead>("""
            select e.position, e.stream, e.version, e.at, e.type, e.actor, e.subject, e.body, e.previous, e.hash,
                   s.version as head_version, s.hash as head_hash
            from platform_event e left join platform_stream s on s.stream = e.stream
            order by e.stream, e.version
            """);
        await foreach (var row in rows)
            yield return (new LogLine
            {
                Position = row.Position, Stream = row.Stream, Version = row.Version, At = row.At, Type = row.Type, Actor = row.Actor,
                Subject = row.Subject, Body = row.Body, Previous = row.Previous, Hash = row.Hash,
            }, row.Head_Version, row.Head_Hash);
    }

    private static async Task<IEnumerable<LogFault>> CutTails(DbConnection connection) =>
        (await connection.QueryAsync<(string Stream, long Version)>("""
            select s.stream, s.version from platform_stream s
            where not exists (select 1 from platform_event e where e.stream = s.stream and e.version = s.version)
            """)).Select(s => new LogFault(s.Stream, s.Version, "mất các dòng cuối", "its last lines are gone"));

    private sealed class LogLineWithHead
    {
        public long Position { get; set; }
        public string Stream { get; set; } = "";
        public long Version { get; set; }
        public NodaTime.Instant At { get; set; }
        public string Type { get; set; } = "";
        public string Actor { get; set; } = "";
        public string? Subject { get; set; }
        public string Body { get; set; } = "";
        public string Previous { get; set; } = "";
        public string Hash { get; set; } = "";
        public long? Head_Version { get; set; }
        public string? Head_Hash { get; set; }
    }
}
