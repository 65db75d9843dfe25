using HaiDang.Cases.Definitions;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Tests;

/// <summary>The sample cities, read once.</summary>
internal static class Folder
{
    /// <summary>Where all cities of the repository lie.</summary>
    public static readonly string All = Path.Combine(AppContext.BaseDirectory, "cities");

    public static readonly (CityFolder Folder, City City) HaiPhong = Open("hai-phong");
    public static readonly (CityFolder Folder, City City) ThiTran = Open("thi-tran");

    /// <summary>The small town with agencies of other kinds, and a service that uses everything a process may say.</summary>
    public static readonly (CityFolder Folder, City City) CangThu = Open("cang-thu");

    private static readonly Dictionary<City, IUnits> UnitsOf = new()
    {
        [HaiPhong.City] = UnitsReader.Read(HaiPhong.Folder, new PackProblems()),
        [CangThu.City] = UnitsReader.Read(CangThu.Folder, new PackProblems()),
        [ThiTran.City] = UnitsReader.Read(ThiTran.Folder, new PackProblems()),
    };

    public static IUnits Units(City city) => UnitsOf[city];

    public static ServiceDefinition Service(CityFolder folder, string slug)
    {
        var problems = new PackProblems();
        var service = ServiceReader.Read(ServiceFiles.Of(folder, slug, problems), problems);
        Assert.True(service is not null, string.Join('\n', problems.All.Select(p => p.In(Language.English))));
        return service;
    }

    public static (CityFolder Folder, City City) Open(string name)
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(Path.Combine(All, name), problems);
        var city = folder is null ? null : CityReader.Read(folder, problems);
        return folder is not null && city is not null
            ? (folder, city)
            : throw new InvalidOperationException(string.Join('\n', problems.All.Select(p => p.In(Language.English))));
    }
}
