using System.Security.Cryptography;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Log;

/// <summary>Events that one actor caused at one moment.</summary>
public sealed record Moment(Instant At, Actor Who, IReadOnlyList<IEvent> Events);

/// <summary>Whose values are sealed with which key.</summary>
public sealed record PersonKey(string Subject, byte[] Key, Instant MadeAt)
{
    public static PersonKey New(string subject, Instant at) => new(subject, RandomNumberGenerator.GetBytes(32), at);
}

/// <summary>A whole stream as it will stand in the log: sealed and chained, not written yet.</summary>
public sealed class WholeStream
{
    internal WholeStream(IReadOnlyList<LogLine> lines) => Lines = lines;

    internal IReadOnlyList<LogLine> Lines { get; }
}

/// <summary>
/// Writes whole new streams by the hundred thousand, with the lines that <see cref="EventLog"/> would have written one by one:
/// the same words, seals and hashes.
/// </summary>
public sealed class BulkLog(EventTypes types)
{
    private static readonly string[] EventColumns = ["stream", "version", "at", "type", "actor", "subject", "body", "previous", "hash"];
    private readonly LineMaker maker = new(types);

    /// <summary>May run for many streams at once.</summary>
    public WholeStream Chain(string stream, IEnumerable<Moment> moments, PersonKey person)
    {
        var lines = new List<LogLine>();
        foreach (var moment in moments)
            foreach (var happened in moment.Events)
                lines.Add(maker.Line(happened, stream, lines.Count + 1, moment.At, moment.Who, person.Subject, person.Key, lines.Count == 0 ? HashChain.Start : lines[^1].Hash));
        return new WholeStream(lines);
    }

    /// <summary>The keys of these persons by subject, and those among them that are new and have to be written.</summary>
    public static async Task<(IReadOnlyDictionary<string, PersonKey> All, IReadOnlyList<PersonKey> New)> Keys(CityTransaction transaction, IEnumerable<string> subjects, Instant at)
    {
        var wanted = subjects.Distinct().ToArray();
        var known = (await transaction.Many<PersonRow>(
            $"select subject, key, made_at from platform_person_key where subject {transaction.Pick("in @wanted", "= any(@wanted)")}", new { wanted }))
            .ToDictionary(r => r.Subject, r => new PersonKey(r.Subject, r.Key, r.Made_At));
        var made = wanted.Where(s => !known.ContainsKey(s)).Select(s => PersonKey.New(s, at)).ToList();
        foreach (var key in made) known[key.Subject] = key;
        return (known, made);
    }

    /// <summary>Writes streams that are not there yet, and the keys of the persons who are new.</summary>
    public static async Task Write(CityTransaction transaction, IReadOnlyList<WholeStream> streams, IReadOnlyList<PersonKey> newPersons, CancellationToken stop = default)
    {
        await BulkInsert.Into(transaction, "platform_person_key", ["subject", "key", "made_at"], [.. newPersons.Select(p => new object?[] { p.Subject, p.Key, p.MadeAt })], stop);
        await BulkInsert.Into(transaction, "platform_stream", ["stream", "version", "hash"],
            [.. streams.Select(s => s.Lines[^1]).Select(l => new object?[] { l.Stream, l.Version, l.Hash })], stop);
        await BulkInsert.Into(transaction, "platform_event", EventColumns,
            [.. streams.SelectMany(s => s.Lines).Select(l => new object?[] { l.Stream, l.Version, l.At, l.Type, l.Actor, l.Subject, l.Body, l.Previous, l.Hash })], stop);
    }

    private sealed class PersonRow
    {
        public string Subject { get; set; } = "";
        public byte[] Key { get; set; } = [];
        public Instant Made_At { get; set; }
    }
}
