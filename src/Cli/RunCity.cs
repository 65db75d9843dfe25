using System.CommandLine;
using System.Net;
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
        var port = new Option<int>("--port") { Description = "Cổng / port", DefaultValueFactory = _ => 5080 };
        var listen = new Option<string>("--listen") { Description = "Địa chỉ lắng nghe / address to listen on", DefaultValueFactory = _ => "127.0.0.1" };
        var command = new Command("run", "Chạy thành phố / run the city") { port, listen };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var problems = new PackProblems();
            if (city.Open(parsed, problems) is not { } start) return 1;
            var address = IPAddress.Parse(parsed.GetRequiredValue(listen));
            if (start.Demo && !IPAddress.IsLoopback(address))
            {
                Console.Error.WriteLine("--demo chỉ chạy trên máy này; bỏ --listen hoặc bỏ --demo / --demo runs on loopback only; drop --listen or --demo");
                return 1;
            }
            await using var app = CityApp.Build(start, WallClock.It, new IPEndPoint(address, parsed.GetRequiredValue(port)));
            await CityApp.Prepare(app, stop);
            Console.WriteLine($"{start.City.Name.Vi}: {start.Address}");
            await app.RunAsync(stop);
            return 0;
        });
        return command;
    }
}
