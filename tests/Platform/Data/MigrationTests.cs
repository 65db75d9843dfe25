using HaiDang.Platform.Data;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Data;

public sealed class MigrationTests
{
    [Theory, OnBothDatabases]
    internal async Task Applying_twice_changes_nothing(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await house.Append("diary/a", 0, [new Noted(1)]);
        await house.Get<Migrations>().Apply();
        Assert.Single(await house.Stream("diary/a"));
        Assert.Equal(house.Get<Migrations>().Files, await house.Get<Migrations>().Applied());
    }

    [Theory, OnBothDatabases]
    internal async Task A_file_that_changed_after_it_was_applied_stops_the_start(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        await house.Execute("update platform_migration set sha='another' where module='platform' and number=1");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => house.Get<Migrations>().Apply());
        Assert.Contains("platform/0001_platform.sql", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    internal async Task Nodes_that_start_at_once_do_not_get_in_one_anothers_way(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine, empty: true);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => house.Get<Migrations>().Apply())));
        Assert.Equal(house.Get<Migrations>().Files.Count, await house.One<long>("select count(*) from platform_migration"));
    }

    [Theory, OnBothDatabases]
    internal async Task An_older_state_of_the_schema_can_be_made(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine, empty: true);
        await house.Get<Migrations>().Apply(only: f => f.Number == 1);
        Assert.All(await house.Get<Migrations>().Applied(), f => Assert.Equal(1, f.Number));
        await house.Get<Migrations>().Apply();
        Assert.Equal(house.Get<Migrations>().Files, await house.Get<Migrations>().Applied());
    }
}
