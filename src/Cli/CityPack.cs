using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Packs;
using HaiDang.Web;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary>A city's folder read by all modules, without database or data: what its authors work on.</summary>
internal static class CityPack
{
    /// <summary>The modules over this folder, or null after every problem of reading it was printed.</summary>
    internal static ServiceProvider? Open(string path)
    {
        var problems = new PackProblems();
        if (Open(path, problems) is { } services) return services;
        foreach (var problem in problems.All) Console.Error.WriteLine(problem.In(Language.Vietnamese));
        return null;
    }

    /// <summary>The modules over this folder, or null when its city.yaml cannot be read.</summary>
    internal static ServiceProvider? Open(string path, PackProblems problems)
    {
        if (CityFolder.Open(path, problems) is not { } folder || CityReader.Read(folder, problems) is not { } city) return null;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(folder);
        services.AddSingleton(city);
        services.AddSingleton(problems);
        foreach (var module in Modules.All) module.Register(services);
        return services.BuildServiceProvider();
    }
}
