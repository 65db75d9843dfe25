using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HaiDang.Cli;

/// <summary>The city's services without its web server, for commands that work beside a running city or without one.</summary>
internal static class CityServices
{
    internal static ServiceProvider Of(CityStart start)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        services.AddPlatform(start, Modules.All, WallClock.It);
        return services.BuildServiceProvider();
    }

    /// <summary>Whether there is a database to work on; otherwise says so.</summary>
    internal static bool HasData(CityStart start)
    {
        if (start.Database.Engine == DatabaseEngine.Postgres || File.Exists(Path.Combine(start.Data, "city.db"))) return true;
        Console.Error.WriteLine($"Không có dữ liệu ở {start.Data}: chỉ đúng thư mục bằng --data, hoặc --postgres / there is no data in {start.Data}: name its folder by --data, or use --postgres");
        return false;
    }

    internal static int Refuse(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine($"{problem.Sentence.Vi.TrimEnd('.')}. {problem.Remedy.Vi}\n{problem.Sentence.En.TrimEnd('.')}. {problem.Remedy.En}");
        return 1;
    }
}
