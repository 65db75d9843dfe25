using System.Globalization;
using Dapper;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Log;

/// <summary>Whatever somebody with the database in their hands changes in the log, verifying finds it.</summary>
public sealed class VerifyTests
{
    private static readonly string[] TextColumns = ["stream", "type", "actor", "subject", "body", "previous", "hash"];

    [Theory, OnBothDatabases]
    internal async Task An_untouched_log_holds(DatabaseEngine engine)
    {
        await using var house = await Filled(engine);
        var report = await house.Get<VerifyLog>().Run();
        Assert.Empty(report.Faults);
        Assert.Equal((12, 4), (report.Events, report.Streams));
    }

    [Theory, OnBothDatabases]
    internal async Task One_altered_byte_is_found_in_every_column_at_every_place(DatabaseEngine engine)
    {
        await using var house = await Filled(engine);
        var random = new Random(7);
        var positions = await Positions(house);
        foreach (var column in TextColumns)
        foreach (var position in positions.OrderBy(_ => random.Next()).Take(4))
        {
            var whole = await house.One<string>($"select {column} from platform_event where position=@position", new { position });
            var places = whole.Length <= 12 ? Enumerable.Range(0, whole.Length) : Enumerable.Range(0, 12).Select(_ => random.Next(whole.Length));
            foreach (var place in places)
            {
                var altered = $"{whole[..place]}{(char)(whole[place] ^ 1)}{whole[(place + 1)..]}";
                await Set(house, column, position, altered);
                Assert.True(await Faulty(house), $"{column} of line {position}: '{whole}' altered at {place}");
                await Set(house, column, position, whole);
            }
        }
        Assert.False(await Faulty(house));
    }

    [Theory, OnBothDatabases]
    internal async Task An_altered_time_or_version_is_found(DatabaseEngine engine)
    {
        await using var house = await Filled(engine);
        foreach (var position in await Positions(house))
        {
            var at = await house.One<NodaTime.Instant>("select at from platform_event where position=@position", new { position });
            await house.Execute("update platform_event set at=@at where position=@position", new { position, at = at + NodaTime.Duration.FromMilliseconds(1) });
            Assert.True(await Faulty(house), string.Create(CultureInfo.InvariantCulture, $"time of line {position}"));
            await house.Execute("update platform_event set at=@at where position=@position", new { position, at });

            await house.Execute("update platform_event set version=version+1000 where position=@position", new { position });
            Assert.True(await Faulty(house), string.Create(CultureInfo.InvariantCulture, $"version of line {position}"));
            await house.Execute("update platform_event set version=version-1000 where position=@position", new { position });
        }
        Assert.False(await Faulty(house));
    }

    [Theory, OnBothDatabases]
    internal async Task A_missing_line_a_cut_tail_and_a_lost_stream_are_found(DatabaseEngine engine)
    {
        foreach (var cut in (string[])
                 [
                     "delete from platform_event where stream='diary/e' and version=2",
                     "delete from platform_event where stream='diary/e' and version=3",
                     "delete from platform_event where stream='diary/e' and version=1",
                     "delete from platform_event where stream='diary/e'",
                     "delete from platform_stream where stream='diary/e'",
                     "update platform_stream set version=2 where stream='diary/e'",
                     "update platform_stream set hash='x' || substr(hash, 2) where stream='diary/e'",
                 ])
        {
            await using var house = await Filled(engine);
            Assert.Equal(cut.Contains("event where stream='diary/e'", StringComparison.Ordinal) && !cut.Contains("version", StringComparison.Ordinal) ? 3 : 1, await house.Execute(cut));
            Assert.True(await Faulty(house), cut);
        }
    }

    [Theory, OnBothDatabases]
    internal async Task Lines_of_a_stream_that_changed_places_are_found(DatabaseEngine engine)
    {
        await using var house = await Filled(engine);
        var first = await house.One<long>("select position from platform_event where stream='diary/e' and version=1");
        if (engine == DatabaseEngine.Postgres) await house.Execute("alter table platform_event alter column position drop identity");
        await house.Execute("update platform_event set position=1000 where position=@first", new { first });
        Assert.True(await Faulty(house));
    }

    [Theory, OnBothDatabases]
    internal async Task A_forged_line_that_hashes_itself_anew_still_breaks_the_chain(DatabaseEngine engine)
    {
        await using var house = await Filled(engine);
        await house.Execute("""
            update platform_event set body = (select body from platform_event where stream='diary/i' and version=2),
                                      hash = (select hash from platform_event where stream='diary/i' and version=2)
            where stream='diary/e' and version=2
            """);
        Assert.True(await Faulty(house));
    }

    private static async Task<House> Filled(DatabaseEngine engine)
    {
        var house = await House.Open(engine);
        for (var n = 0; n < 4; n++)
        {
            await house.Append(Stream(n), 0, [new Told(n, "Lê Văn Riêng")], subject: $"person/{n}");
            house.Clock.Pass(NodaTime.Duration.FromHours(1));
            await house.Append(Stream(n), 1, [new Told(n + 10, "lần hai"), new Told(n + 20, null)], subject: $"person/{n}");
        }
        return house;
    }

    /// <summary>Names so far apart that one altered byte never makes one into another.</summary>
    private static string Stream(int n) => $"diary/{(char)('a' + 4 * n)}";

    private static async Task<bool> Faulty(House house) => (await house.Get<VerifyLog>().Run()).Faults.Count > 0;

    private static Task Set(House house, string column, long position, string value) =>
        house.Execute($"update platform_event set {column}=@value where position=@position", new { value, position });

    private static async Task<IReadOnlyList<long>> Positions(House house)
    {
        await using var connection = await house.Database.Open();
        return (await connection.QueryAsync<long>("select position from platform_event")).AsList();
    }
}
