using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Log;

public sealed class AppendTests
{
    [Theory, OnBothDatabases]
    internal async Task What_was_appended_comes_back_in_order(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        Assert.True(await house.Append("diary/a", 0, [new Noted(1), new Noted(2)]));
        Assert.True(await house.Append("diary/b", 0, [new Noted(9)]));
        Assert.True(await house.Append("diary/a", 2, [new Noted(3)]));

        var lines = await house.Stream("diary/a");
        Assert.Equal([1L, 2L, 3L], lines.Select(l => l.Version));
        Assert.Equal([new Noted(1), new Noted(2), new Noted(3)], lines.Select(l => l.Event));
        Assert.All(lines, l => Assert.Equal(("diary.noted", "system", house.Clock.GetCurrentInstant()), (l.Type, l.Actor, l.At)));
    }

    [Theory, OnBothDatabases]
    internal async Task Who_comes_second_is_refused_and_nothing_is_written(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await house.Append("diary/a", 0, [new Noted(1)]);
        Assert.False(await house.Append("diary/a", 0, [new Noted(2)]));
        Assert.False(await house.Append("diary/a", 2, [new Noted(2)]));
        Assert.False(await house.Append("diary/new", 1, [new Noted(2)]));
        Assert.Single(await house.Stream("diary/a"));
        Assert.Empty(await house.Stream("diary/new"));
        Assert.Empty((await house.Get<VerifyLog>().Run()).Faults);
    }

    [Theory, OnBothDatabases]
    internal async Task Of_many_at_once_exactly_one_wins_each_version(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        for (var version = 0; version < 5; version++)
        {
            var expected = version;
            var won = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => house.Append("diary/a", expected, [new Noted(n)]))));
            Assert.Equal(1, won.Count(w => w));
        }
        Assert.Equal(5, (await house.Stream("diary/a")).Count);
        Assert.Empty((await house.Get<VerifyLog>().Run()).Faults);
    }

    [Theory, OnBothDatabases]
    internal async Task A_transaction_that_is_left_writes_nothing(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await using (var db = house.Db())
        await using (var transaction = await db.Begin())
            Assert.True(await house.Log.Append(transaction, "diary/a", 0, [new Noted(1)], Actor.System, house.Clock.GetCurrentInstant(), null));
        Assert.Empty(await house.Stream("diary/a"));
        Assert.True(await house.Append("diary/a", 0, [new Noted(2)]));
    }

    [Theory, OnBothDatabases]
    internal async Task Personal_values_are_sealed_and_gone_with_their_key_while_the_chain_holds(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await house.Append("diary/a", 0, [new Told(1, "Nguyễn Thị Bí Mật")], subject: "person/1");
        await house.Append("diary/b", 0, [new Told(2, "Trần Văn Khác")], subject: "person/2");
        Assert.DoesNotContain("Mật", await house.One<string>("select body from platform_event where stream='diary/a'"), StringComparison.Ordinal);
        Assert.Equal(new Told(1, "Nguyễn Thị Bí Mật"), (await house.Stream("diary/a"))[0].Event);

        await using (var db = house.Db())
        await using (var transaction = await db.Begin())
        {
            await EventLog.Erase(transaction, "person/1");
            await transaction.Commit();
        }
        Assert.Equal(new Told(1, null), (await house.Stream("diary/a"))[0].Event);
        Assert.Equal(new Told(2, "Trần Văn Khác"), (await house.Stream("diary/b"))[0].Event);
        Assert.Empty((await house.Get<VerifyLog>().Run()).Faults);
    }

    [Theory, OnBothDatabases]
    internal async Task Personal_values_without_a_person_are_refused_loudly(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Append("diary/a", 0, [new Told(1, "ai đó")]));
        Assert.Empty(await house.Stream("diary/a"));
    }
}
