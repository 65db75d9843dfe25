using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Testing;
using NodaTime;

namespace HaiDang.Platform.Tests.Data;

public sealed class LeaseTests
{
    [Theory, OnBothDatabases]
    internal async Task One_node_holds_a_name_until_it_stops_renewing(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        var (one, other) = (new Lease(house.Clock), new Lease(house.Clock));
        Assert.True(await Take(house, one, "reader"));
        Assert.False(await Take(house, other, "reader"));
        Assert.True(await Take(house, other, "another"));

        house.Clock.Pass(Duration.FromSeconds(20));
        Assert.True(await Take(house, one, "reader"));
        house.Clock.Pass(Duration.FromSeconds(20));
        Assert.False(await Take(house, other, "reader"));

        house.Clock.Pass(Duration.FromSeconds(11));
        Assert.True(await Take(house, other, "reader"));
        Assert.False(await Take(house, one, "reader"));
    }

    [Theory, OnBothDatabases]
    internal async Task Of_many_nodes_exactly_one_is_elected(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        var elected = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Take(house, new Lease(house.Clock), "watch"))));
        Assert.Equal(1, elected.Count(e => e));
    }

    private static async Task<bool> Take(House house, Lease lease, string name)
    {
        await using var db = house.Db();
        return await lease.Take(db, name, TestContext.Current.CancellationToken);
    }
}
