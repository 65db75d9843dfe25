using HaiDang.Platform;
using HaiDang.Stories;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>The small town with everything set up that an endpoint may need.</summary>
public sealed class HostileInFile() : City(new InFile())
{
    protected override CityStart With(CityStart start) => WithAll(start);

    internal static CityStart WithAll(CityStart start) => start with
    {
        Connections = new Dictionary<string, Connection> { [Connection.Payment] = new(new Uri("http://127.0.0.1:9/"), "a secret of these tests") },
    };
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class HostileAtServer() : City(new AtServer())
{
    protected override CityStart With(CityStart start) => HostileInFile.WithAll(start);
}
