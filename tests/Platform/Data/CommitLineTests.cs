using HaiDang.Platform.Data;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Data;

public sealed class CommitLineTests
{
    private const string Line = "series";

    [Theory, OnBothDatabases]
    internal async Task Those_who_share_a_commit_are_each_kept_or_refused_by_themselves(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await Make(house, "create table counted(n bigint primary key)");

        var kept = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(async () =>
        {
            await using var db = house.Db();
            await using var transaction = await db.Begin(line: Line);
            await transaction.Execute("insert into counted(n) values (@n)", new { n = (long)n });
            if (n % 3 == 0) return false; // left without a commit
            if (n % 7 == 0) await Assert.ThrowsAnyAsync<Exception>(() => transaction.Execute("insert into nowhere(n) values (1)"));
            if (n % 7 == 0) return false;
            await transaction.Commit();
            return true;
        })));

        Assert.Equal(kept.Index().Where(k => k.Item).Select(k => (long)k.Index), await Counted(house));
    }

    [Theory, OnBothDatabases]
    internal async Task Whoever_gives_up_because_of_what_another_wrote_finds_it_written(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await Make(house, "create table counted(n bigint primary key)");
        var seen = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(async () =>
        {
            await using (var db = house.Db())
            await using (var transaction = await db.Begin(line: Line))
                if (await transaction.Execute("insert into counted(n) values (@n) on conflict do nothing", new { n = (long)(n / 20) }) == 1) await transaction.Commit();
            return (await Counted(house)).Contains(n / 20);
        })));
        Assert.All(seen, Assert.True);
    }

    [Theory, OnBothDatabases]
    internal async Task Whoever_gives_up_waiting_leaves_nobody_hanging(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await Make(house, "create table counted(n bigint primary key)");
        for (var round = 0L; round < 50; round++)
        {
            await using var db = house.Db();
            await using var first = await db.Begin(line: Line);
            await first.Execute("insert into counted(n) values (@round)", new { round });
            using var patience = new CancellationTokenSource();
            var second = Task.Run(async () =>
            {
                await using var other = house.Db();
                await using var waits = await other.Begin(patience.Token, Line);
            }, TestContext.Current.CancellationToken);
            if (round % 2 == 0) await Task.Delay(2, TestContext.Current.CancellationToken);
            var committed = first.Commit();
            await patience.CancelAsync();
            await committed.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            await second.ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        Assert.Equal(50, (await Counted(house)).Count);
    }

    [Theory, OnBothDatabases]
    internal async Task When_the_shared_commit_fails_each_who_wrote_in_it_is_told(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await Make(house, "create table counted(n bigint primary key)");
        await Make(house, "create table later(n bigint references counted(n) deferrable initially deferred)");

        // The third holds its turn until both others have written, so that all three end in one commit.
        await using var holder = house.Db();
        var hold = await holder.Begin(line: Line);
        var good = Write("insert into counted(n) values (1)");
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var bad = Write("insert into later(n) values (99)");
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await hold.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        var told = await Record.ExceptionAsync(() => good);
        Assert.Equal(told is null ? [1L] : [], await Counted(house));
        await Write("insert into counted(n) values (2)"); // the line moves on
        Assert.Contains(2L, await Counted(house));

        Task Write(string sql) => Task.Run(async () =>
        {
            await using var db = house.Db();
            await using var transaction = await db.Begin(line: Line);
            await transaction.Execute(sql);
            await transaction.Commit();
        });
    }

    private static async Task Make(House house, string sql)
    {
        await using var db = house.Db();
        await using var transaction = await db.Begin();
        await transaction.Execute(sql);
        await transaction.Commit();
    }

    private static async Task<List<long>> Counted(House house)
    {
        await using var db = house.Db();
        return [.. await Dapper.SqlMapper.QueryAsync<long>(await db.Connection(), "select n from counted order by n")];
    }
}
