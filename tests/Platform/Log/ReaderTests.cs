using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Log;

public sealed class ReaderTests
{
    [Theory, OnBothDatabases]
    internal async Task A_reader_takes_each_line_once_and_goes_on_where_it_stood(DatabaseEngine engine)
    {
        var memory = new Memory();
        await using var house = await House.Open(engine, memory);
        for (var n = 0; n < 450; n += 9) await house.Append($"diary/{n}", 0, [.. Enumerable.Range(n, 9).Select(i => new Noted(i))]);

        await Reaches(450, house, memory);
        Assert.Equal(0, await CatchUp(house, memory));
        await house.Append("diary/last", 0, [new Noted(450)]);
        await Reaches(451, house, memory);
        Assert.Equal(Enumerable.Range(0, 451), memory.Taken.Select(l => ((Noted)l.Event!).Number));
    }

    [Theory, OnBothDatabases]
    internal async Task A_rebuilt_reader_forgets_and_reads_from_zero(DatabaseEngine engine)
    {
        var memory = new Memory();
        await using var house = await House.Open(engine, memory);
        await house.Append("diary/a", 0, [new Noted(1), new Noted(2)]);
        await Reaches(2, house, memory);
        await using (var db = house.Db()) await house.Get<LogFeed>().Rebuild(db, memory);
        await Reaches(2, house, memory);
        Assert.Equal(1, memory.Forgotten);
        Assert.Equal([1, 2], memory.Taken.Select(l => ((Noted)l.Event!).Number));
        Assert.Equal(0, await CatchUp(house, memory));
    }

    [Theory, OnBothDatabases]
    internal async Task A_reader_never_sees_what_does_not_concern_it_and_stands_at_the_end_all_the_same(DatabaseEngine engine)
    {
        var memory = new Memory { Reads = [typeof(Noted)] };
        await using var house = await House.Open(engine, memory);
        await house.Append("diary/a", 0, [new Noted(1), new Told(2, null), new Noted(3)], subject: "somebody");
        await house.Append("diary/b", 0, [new Told(4, null)], subject: "somebody");
        await Reaches(2, house, memory);
        Assert.Equal([1, 3], memory.Taken.Select(l => ((Noted)l.Event!).Number));

        var end = await house.One<long>("select max(position) from platform_event");
        for (var looks = 0; await house.One<long>("select position from platform_reader where name='memory'") < end; looks++)
        {
            Assert.True(looks < 500, "The reader does not pass over what it does not read.");
            await CatchUp(house, memory);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task On_PostgreSQL_a_reader_waits_for_what_an_older_transaction_may_still_commit()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "HAIDANG_TEST_POSTGRES names no PostgreSQL server");
        var memory = new Memory();
        await using var house = await House.Open(DatabaseEngine.Postgres, memory);

        await using var slowDb = house.Db();
        await using var slow = await slowDb.Begin();
        Assert.True(await house.Log.Append(slow, "diary/slow", 0, [new Noted(1)], Actor.System, house.Clock.GetCurrentInstant(), null));
        Assert.True(await house.Append("diary/quick", 0, [new Noted(2)]));
        Assert.Equal(1, await house.One<long>("select count(*) from platform_event"));

        Assert.Equal(0, await CatchUp(house, memory));
        await slow.Commit();
        await Reaches(2, house, memory);
        Assert.Equal([1, 2], memory.Taken.Select(l => ((Noted)l.Event!).Number));
    }

    [Fact]
    public async Task On_PostgreSQL_a_younger_transaction_may_hold_the_earlier_place_and_is_waited_for()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "HAIDANG_TEST_POSTGRES names no PostgreSQL server");
        var memory = new Memory();
        await using var house = await House.Open(DatabaseEngine.Postgres, memory);
        await using var olderDb = house.Db();
        await using var youngerDb = house.Db();
        await using var older = await olderDb.Begin();
        await older.One<string>("select pg_current_xact_id()::text");
        await using var younger = await youngerDb.Begin();
        Assert.True(await house.Log.Append(younger, "diary/younger", 0, [new Noted(1)], Actor.System, house.Clock.GetCurrentInstant(), null));
        Assert.True(await house.Log.Append(older, "diary/older", 0, [new Noted(2)], Actor.System, house.Clock.GetCurrentInstant(), null));
        await older.Commit();
        for (var looks = 0; looks < 5; looks++) Assert.Equal(0, await CatchUp(house, memory));
        await younger.Commit();
        await Reaches(2, house, memory);
        Assert.Equal([1, 2], memory.Taken.Select(l => ((Noted)l.Event!).Number));
    }

    [Theory, OnBothDatabases]
    internal async Task However_writers_overlap_nothing_is_passed_over(DatabaseEngine engine)
    {
        var memory = new Memory();
        await using var house = await House.Open(engine, memory);
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested) await CatchUp(house, memory);
        });
        var random = new Random(20260504);
        var pauses = Enumerable.Range(0, 60).Select(_ => random.Next(0, 15)).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (n, stop) =>
        {
            await using var db = house.Db();
            await using var transaction = await db.Begin(stop);
            await house.Log.Append(transaction, $"diary/{n}", 0, [new Noted(n)], Actor.System, house.Clock.GetCurrentInstant(), null);
            await Task.Delay(pauses[n], stop);
            if (n % 7 != 0) await transaction.Commit(stop);
        });
        await done.CancelAsync();
        await reading;
        await Reaches(Enumerable.Range(0, 60).Count(n => n % 7 != 0), house, memory);

        Assert.Equal(Enumerable.Range(0, 60).Where(n => n % 7 != 0), memory.Taken.Select(l => ((Noted)l.Event!).Number).Order());
        Assert.Equal(memory.Taken.Select(l => l.Position).Order(), memory.Taken.Select(l => l.Position));
    }

    /// <summary>Reads until so many lines were taken. On PostgreSQL any older transaction of the server, even of another database, makes a reader wait.</summary>
    private static async Task Reaches(int lines, House house, Memory memory)
    {
        for (var tries = 0; memory.Taken.Count < lines && tries < 300; tries++)
            if (await CatchUp(house, memory) == 0) await Task.Delay(50);
        Assert.Equal(lines, memory.Taken.Count);
    }

    private static async Task<int> CatchUp(House house, Memory memory)
    {
        await using var db = house.Db();
        return await house.Get<LogFeed>().CatchUp(db, memory);
    }
}
