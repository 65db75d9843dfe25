using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Contracts;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Log;

/// <summary>
/// The one ordered log. A change appends its events here in the same transaction as the state it changes; whoever else
/// changed the stream first makes the append fail and nothing is written.
/// </summary>
public sealed class EventLog(EventTypes types, WakeUp wake)
{
    private const string HeadOf = """
        select (select hash from platform_stream where stream=@stream and version=@version), (select key from platform_person_key where subject=@subject)
        """;

    private readonly LineMaker maker = new(types);

    private readonly LogHorizon horizon = new();

    /// <summary>
    /// Appends to a stream that stands at <paramref name="expectedVersion"/> (0 for a new one). False when somebody else
    /// was first: the transaction must then be left without commit.
    /// </summary>
    /// <param name="subject">Whose personal values the events hold, or null when they hold none.</param>
    public async Task<bool> Append(
        CityTransaction transaction, string stream, long expectedVersion, IReadOnlyList<IEvent> events, Actor actor, Instant at, string? subject)
    {
        if (events.Count == 0) return true;
        var (previous, key) = await Head(transaction, stream, expectedVersion, subject, at);
        return previous is not null && await Append(transaction, Chain(new StreamHead(stream, expectedVersion, previous, key), events, actor, at, subject));
    }

    /// <summary>
    /// Where a stream that stands at <paramref name="version"/> goes on; null when it does not stand there, or the person's key is not there
    /// (any more). Read without a lock: whoever is first appends, and the other's append fails.
    /// </summary>
    public static async Task<StreamHead?> Head(CityDb db, string stream, long version, string? subject, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var (hash, key) = await connection.QuerySingleAsync<(string?, byte[]?)>(HeadOf, new { stream, version, subject }, db.Current);
        return hash is null || (subject is not null && key is null) ? null : new StreamHead(stream, version, hash, key);
    }

    /// <summary>The events as the lines that come after a head, sealed and chained.</summary>
    public LogChain Chain(StreamHead head, IReadOnlyList<IEvent> events, Actor actor, Instant at, string? subject)
    {
        var (lines, previous) = (new List<LogLine>(events.Count), head.Hash);
        foreach (var happened in events)
        {
            var line = maker.Line(happened, head.Stream, head.Version + lines.Count + 1, at, actor, subject, head.Key, previous);
            lines.Add(line);
            previous = line.Hash;
        }
        return new LogChain(head, lines);
    }

    /// <summary>Appends what was made ready. False when somebody else was first: the transaction must then be left without commit.</summary>
    public async Task<bool> Append(CityTransaction transaction, LogChain chain)
    {
        var last = chain.Lines[^1];
        transaction.Later(chain.Head.Version == 0
            ? "insert into platform_stream(stream, version, hash) values (@Stream, @Version, @Hash) on conflict do nothing"
            : "update platform_stream set version=@Version, hash=@Hash where stream=@Stream and version=@Expected",
            new { last.Stream, Expected = chain.Head.Version, last.Version, last.Hash });
        var writes = WriteLines(transaction, chain.Lines);
        if ((await transaction.Flush())[^(writes + 1)] == 0) return false;
        transaction.AfterCommit(wake.Readers);
        return true;
    }

    /// <summary>The events of one stream in order.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> Stream(CityDb db, string stream, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var lines = await connection.QueryAsync<LogLine>(
            "select position, stream, version, at, type, actor, subject, body, previous, hash from platform_event where stream=@stream order by version",
            new { stream }, db.Current);
        return await Read(db, lines.AsList(), stop);
    }

    /// <summary>The events of several streams, each in order, in one reading.</summary>
    public async Task<ILookup<string, LoggedEvent>> Streams(CityDb db, IReadOnlyList<string> streams, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var lines = await connection.QueryAsync<LogLine>($"""
            select position, stream, version, at, type, actor, subject, body, previous, hash from platform_event
            where stream {db.Engine.Pick("in @streams", "= any(@streams)")} order by stream, version
            """, new { streams = streams.ToArray() });
        return (await Read(db, lines.AsList(), stop)).ToLookup(l => l.Stream);
    }

    /// <summary>
    /// The next lines of these types after a position, in order, never past one that a transaction may still add before them; and the
    /// position up to which nothing of them is left.
    /// </summary>
    public async Task<LogLines> After(CityDb db, long position, IReadOnlyList<Type> read, int most, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var final = await horizon.Find(db.Engine, connection);
        if (final <= position) return new(position, []);
        var lines = (await connection.QueryAsync<LogLine>($"""
            select position, stream, version, at, type, actor, subject, body, previous, hash from platform_event
            where position > @position and position <= @final and type {db.Engine.Pick("in @types", "= any(@types)")}
            order by position limit @most
            """, new { position, final, most, types = read.Select(types.NameOf).ToArray() })).AsList();
        return new(lines.Count < most ? final : lines[^1].Position, await Read(db, lines, stop));
    }

    /// <summary>Erases a person's values from the log for good. The chain holds; the values read as null.</summary>
    public static Task Erase(CityTransaction transaction, string subject) =>
        transaction.Execute("delete from platform_person_key where subject=@subject", new { subject });

    private async Task<IReadOnlyList<LoggedEvent>> Read(CityDb db, List<LogLine> lines, CancellationToken stop)
    {
        if (lines.Count == 0) return [];
        var connection = await db.Connection(stop);
        var subjects = lines.Select(l => l.Subject).OfType<string>().Distinct().ToArray();
        var keys = subjects.Length == 0
            ? []
            : (await connection.QueryAsync<(string Subject, byte[] Key)>(
                $"select subject, key from platform_person_key where subject {db.Engine.Pick("in @subjects", "= any(@subjects)")}", new { subjects },
                db.Current))
              .ToDictionary(k => k.Subject, k => k.Key);
        return lines.ConvertAll(l => new LoggedEvent(
            l.Position, l.Stream, l.Version, l.At, l.Type, l.Actor, Event(l, l.Subject is null ? null : keys.GetValueOrDefault(l.Subject))));
    }

    private IEvent? Event(LogLine line, byte[]? key)
    {
        if (types.Find(line.Type) is not { } type) return null;
        var body = JsonNode.Parse(line.Body)!.AsObject();
        PersonalValues.Open(body, key);
        return (IEvent?)body.Deserialize(type, LogJson.Options);
    }

    /// <summary>The hash to go on from, null when the stream does not stand at that version; and the person's key, made where there is none.</summary>
    private static async Task<(string? Hash, byte[]? Key)> Head(CityTransaction transaction, string stream, long version, string? subject, Instant at)
    {
        if (version == 0) return (HashChain.Start, subject is null ? null : await NewKey(transaction, subject, at));
        var (hash, key) = await transaction.One<(string?, byte[]?)>(HeadOf, new { stream, version, subject });
        return (hash, key is null && hash is not null && subject is not null ? await NewKey(transaction, subject, at) : key);
    }

    private static async Task<byte[]> NewKey(CityTransaction transaction, string subject, Instant at)
    {
        var made = new { subject, key = RandomNumberGenerator.GetBytes(32), at };
        const string Insert = "insert into platform_person_key(subject, key, made_at) values (@subject, @key, @at) on conflict do nothing";
        const string Known = "select key from platform_person_key where subject=@subject";
        if (transaction.Engine == DatabaseEngine.Sqlite)
        {
            if (await transaction.One<byte[]>(Known, made) is { } known) return known;
            await transaction.Execute(Insert, made);
            return made.key;
        }
        // Two at once: whoever waited for the other finds neither a row of its own nor, in the same moment, the other's.
        return await transaction.One<byte[]>($"with made as ({Insert} returning key) select key from made union all {Known} limit 1", made)
            ?? (await transaction.One<byte[]>(Known, made))!;
    }

    /// <summary>
    /// Leaves the lines to be written, in one statement on PostgreSQL; how many statements there are. None is written when the stream's head,
    /// written just before, is not this one's.
    /// </summary>
    private static int WriteLines(CityTransaction transaction, IReadOnlyList<LogLine> lines)
    {
        var last = lines[^1];
        if (transaction.Engine == DatabaseEngine.Sqlite)
        {
            foreach (var line in lines)
                transaction.Later("""
                    insert into platform_event(stream, version, at, type, actor, subject, body, previous, hash)
                    select @Stream, @Version, @At, @Type, @Actor, @Subject, @Body, @Previous, @Hash
                    where exists (select 1 from platform_stream where stream=@Stream and hash=@Head)
                    """, new { line.Stream, line.Version, line.At, line.Type, line.Actor, line.Subject, line.Body, line.Previous, line.Hash, Head = last.Hash });
            return lines.Count;
        }
        transaction.Later("""
            insert into platform_event(stream, version, at, type, actor, subject, body, previous, hash)
            select @Stream, version, @At, type, @Actor, @Subject, body, previous, hash
            from unnest(@Versions, @Types, @Bodies, @Previous, @Hashes) as line(version, type, body, previous, hash)
            where exists (select 1 from platform_stream where stream=@Stream and hash=@Head)
            order by version
            """, new
        {
            last.Stream, last.At, last.Actor, last.Subject, Head = last.Hash, Versions = Of(l => l.Version), Types = Of(l => l.Type),
            Bodies = Of(l => l.Body), Previous = Of(l => l.Previous), Hashes = Of(l => l.Hash),
        });
        return 1;

        T[] Of<T>(Func<LogLine, T> part) => [.. lines.Select(part)];
    }
}
