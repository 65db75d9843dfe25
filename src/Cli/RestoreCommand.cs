using System.CommandLine;
using HaiDang.Platform.Operations.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang restore FILE</c>: takes a backup back into an empty place, and verifies it.</summary>
internal static class RestoreCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var file = new Argument<string>("file") { Description = "Tệp sao lưu / the backup file" };
        var command = new Command("restore", "Khôi phục bản sao lưu vào nơi còn trống / restore a backup into an empty place") { file };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } start) return 1;
            await using (var services = CityServices.Of(start))
            {
                var done = await services.GetRequiredService<RestoreCity>().Run(parsed.GetRequiredValue(file), stop);
                if (!done.Is(out var manifest, out var problems)) return CityServices.Refuse(problems);
                Console.WriteLine($"Đã khôi phục bản sao lưu lúc / restored the backup of {manifest.Made}");
            }
            return await VerifyCommand.Run(start, stop);
        });
        return command;
    }
}
