using System.CommandLine;
using HaiDang.Platform.Operations.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang backup FILE</c>: everything that the city keeps in one file, while it runs.</summary>
internal static class BackupCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var file = new Argument<string>("file") { Description = "Tệp sao lưu (.zip) / the backup file (.zip)" };
        var command = new Command("backup", "Sao lưu toàn bộ vào một tệp, khi hệ thống đang chạy cũng được / back everything up into one file, also while the city runs") { file };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } start || !CityServices.HasData(start)) return 1;
            await using var services = CityServices.Of(start);
            var done = await services.GetRequiredService<BackupCity>().Run(parsed.GetRequiredValue(file), stop);
            if (!done.Is(out var report, out var problems)) return CityServices.Refuse(problems);
            foreach (var damaged in report.Damaged) Console.WriteLine($"✗ tệp đã hỏng trên đĩa, giữ nguyên trong bản sao lưu / a file is damaged on disk, kept as it is: {damaged}");
            Console.WriteLine($"{report.File}: {report.Size} byte, {report.Files} tệp / files");
            return report.Damaged.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
