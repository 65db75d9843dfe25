using Dapper;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Access;

/// <summary>One look at personal data, with its purpose.</summary>
public sealed record Reading(Instant At, string Actor, string ActorName, string Subject, string Thing, string Purpose);

/// <summary>Writes down every look at personal data before the data is shown.</summary>
public sealed class ReadLog(CityDb db, IClock clock)
{
    /// <summary>The longest purpose that a person may state.</summary>
    public const int LongestPurpose = 300;

    /// <param name="subject">Whose data.</param>
    /// <param name="thing">What was opened, for example <c>case/0192…</c>.</param>
    /// <param name="purpose">Why: the step of the work, or the words that the person gave.</param>
    public async Task Note(Actor actor, string subject, string thing, string purpose, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        await connection.ExecuteAsync("""
            insert into platform_reading(at, actor, actor_name, subject, thing, purpose)
            values (@at, @mark, @name, @subject, @thing, @purpose)
            """, new { at = clock.GetCurrentInstant(), mark = actor.Mark, name = actor.Name, subject, thing, purpose });
    }

    /// <summary>Who looked at a thing, newest first.</summary>
    public async Task<IReadOnlyList<Reading>> Of(string thing, int most = 100, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        return (await connection.QueryAsync<Row>(
            "select at, actor, actor_name, subject, thing, purpose from platform_reading where thing=@thing order by id desc limit @most",
            new { thing, most })).Select(r => new Reading(r.At, r.Actor, r.Actor_Name, r.Subject, r.Thing, r.Purpose)).ToList();
    }

    private sealed class Row
    {
        public Instant At { get; set; }
        public string Actor { get; set; } = "";
        public string Actor_Name { get; set; } = "";
        public string Subject { get; set; } = "";
        public string Thing { get; set; } = "";
        public string Purpose { get; set; } = "";
    }
}
