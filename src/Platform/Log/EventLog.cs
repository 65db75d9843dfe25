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
        var previous = expectedVersion == 0 ? HashChain.Start : await transaction.One<string>(
            "select hash from platform_stream where stream=@stream and version=@expectedVersion", new { stream, expectedVersion });
        if (previous is null) return false;

        var key = subject is null ? null : await KeyFor(transaction, subject, at);
        var lines = new List<LogLine>(events.Count);
        foreach (var happened in events)
        {
            var line = maker.Line(happened, stream, expectedVersion + lines.Count + 1, at, actor, subject, key, previous);
            lines.Add(line);
            previous = line.Hash;
        }

        var head = new { stream, expectedVersion, version = lines[^1].Version, hash = previous };
        var moved = expectedVersion == 0
            ? await transaction.Execute("insert into platform_stream(stream, version, hash) values (@stream, @version, @hash) on conflict do nothing", head)
            : await transaction.Execute("update platform_stream set version=@version, hash=@hash where stream=@stream and version=@expectedVersion", head);
        if (moved == 0) return false;

        await transaction.Execute("""
            insert into platform_event(stream, version, at, type, actor, subject, body, previous, hash)
            values (@Stream, @Version, @At, @Type, @Actor, @Subject, @Body, @Previous, @Hash)
            """, lines);
        transaction.AfterCommit(wake.Readers);
        return true;
    }

    /// <summary>The events of one stream in order.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> Stream(CityDb db, string stream, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var lines = await connection.QueryAsync<LogLine>(
            "select position, stream, version, at, type, actor, subject, body, previous, hash from platform_event where stream=@stream order by version",
            new { stream }, db.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null);
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

    /// <summary>The next lines after a position, in order, never past one that a transaction may still add before them.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> After(CityDb db, long position, int most, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        var final = await horizon.Find(db.Engine, connection);
        if (final <= position) return [];
        var lines = await connection.QueryAsync<LogLine>("""
            select position, stream, version, at, type, actor, subject, body, previous, hash from platform_event
            where position > @position and position <= @final
            order by position limit @most
            """, new { position, final, most });
        return await Read(db, lines.AsList(), stop);
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
                db.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null))
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

    private static async Task<byte[]> KeyFor(CityTransaction transaction, string subject, Instant at)
    {
        var key = await transaction.One<byte[]>("select key from platform_person_key where subject=@subject", new { subject });
        if (key is not null) return key;
        key = RandomNumberGenerator.GetBytes(32);
        await transaction.Execute(
            "insert into platform_person_key(subject, key, made_at) values (@subject, @key, @at) on conflict do nothing", new { subject, key, at });
        return (await transaction.One<byte[]>("select key from platform_person_key where subject=@subject", new { subject }))!;
    }
}
