using HaiDang.Contracts.Directory;
using HaiDang.Directory.Units;
using HaiDang.Platform;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Directory;

/// <summary>Units, officials, positions, accounts, signing in.</summary>
public sealed class DirectoryModule : IModule
{
    public string Name => "directory";

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(s => UnitsReader.Read(s.GetRequiredService<CityFolder>(), s.GetRequiredService<PackProblems>()));
        services.AddSingleton<IUnits>(s => s.GetRequiredService<CityUnits>());
    }
}
