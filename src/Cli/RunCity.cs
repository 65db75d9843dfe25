using System.CommandLine;
using System.Net;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using HaiDang.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cli;

/// <summary><c>haidang run</c>: starts the city.</summary>
internal static class RunCity
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var options = new RunOptions();
        var listen = new Option<string>("--listen") { Description = "Địa chỉ lắng nghe / address to listen on", DefaultValueFactory = _ => "127.0.0.1" };
        var command = new Command("run", "Chạy thành phố / run the city") { listen };
        city.AddTo(command);
        options.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } opened || options.Complete(opened, parsed) is not { } start) return 1;
            if (!IPAddress.TryParse(parsed.GetRequiredValue(listen), out var address))
            {
                Console.Error.WriteLine("--listen: viết một địa chỉ IP như 127.0.0.1 / write an IP address such as 127.0.0.1");
                return 1;
            }
            if (start.Demo && !IPAddress.IsLoopback(address))
            {
                Console.Error.WriteLine("--demo chỉ chạy trên máy này; bỏ --listen hoặc bỏ --demo / --demo runs on loopback only; drop --listen or --demo");
                return 1;
            }
            MakeFolder(start.Data);
            await using var app = CityApp.Build(start, WallClock.It, new IPEndPoint(address, parsed.GetRequiredValue(options.Port)));
            await CityApp.Prepare(app, stop);
            var units = app.Services.GetRequiredService<IUnits>();
            var problems = app.Services.GetRequiredService<PackProblems>();
            foreach (var problem in problems.All) Console.Error.WriteLine(problem.In(Language.Vietnamese));
            if (problems.Any)
                Console.Error.WriteLine($"Thư mục thành phố có {problems.Errors} lỗi; dịch vụ có lỗi không mở cho đến khi được sửa / the city's folder has {problems.Errors} errors; a service with errors stays closed until they are mended");
            if (units.All.Count == 0)
            {
                Console.Error.WriteLine("Không có đơn vị nào nên thành phố không chạy được; sửa units.yaml / there are no units, so the city cannot run; mend units.yaml");
                return 1;
            }
            if (start.Clamd is null) Console.Error.WriteLine("Tệp gửi lên không được quét vi-rút (--clamd) / files that people send are not scanned for viruses (--clamd)");
            Console.WriteLine($"{start.City.Name.Vi}: {start.Address}");
            await app.RunAsync(stop);
            return 0;
        });
        return command;
    }

    /// <summary>What is kept there is nobody's business but the program's.</summary>
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(folder);
        else System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
