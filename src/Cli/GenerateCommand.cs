using System.CommandLine;
using HaiDang.Cases.Generate;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Web;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang generate N</c>: made-up cases, for trying how a city is with many of them.</summary>
internal static class GenerateCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var count = new Argument<long>("count") { Description = "Số hồ sơ / how many cases" };
        var days = new Option<int>("--days") { Description = "Trải trên bao nhiêu ngày đến nay / over how many days up to now", DefaultValueFactory = _ => 365 };
        var seed = new Option<int>("--seed") { Description = "Số gieo: cùng số thì cùng những hồ sơ / the same seed gives the same lives", DefaultValueFactory = _ => 1 };
        var demo = new Option<bool>("--demo") { Description = "Có cán bộ mẫu của people.csv / with the made-up officials of people.csv" };
        var command = new Command("generate", "Làm ra hồ sơ giả để thử với số lượng lớn / make up cases, to try large numbers") { count, days, seed, demo };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() is < 1 or > 100_000_000) result.AddError("count: từ 1 đến 100.000.000 / from 1 to 100,000,000");
        });
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3_650) result.AddError("--days: từ 1 đến 3.650 / from 1 to 3,650");
        });
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is { } start
            ? await Run(start with { Demo = parsed.GetValue(demo) }, parsed.GetValue(count), parsed.GetValue(days), parsed.GetValue(seed), stop)
            : 1);
        return command;
    }

    private static async Task<int> Run(CityStart start, long count, int days, int seed, CancellationToken stop)
    {
        System.IO.Directory.CreateDirectory(start.Data);
        await using var services = CityServices.Of(start);
        await services.GetRequiredService<Migrations>().Apply(stop);
        using var scope = services.CreateScope();
        foreach (var module in Modules.All) await module.Prepare(scope.ServiceProvider, stop);
        var generate = scope.ServiceProvider.GetRequiredService<GenerateCases>();
        long told = 0;
        var done = await generate.Run(count, days, seed, progress =>
        {
            if (progress.Cases * 20 / count == told) return;
            told = progress.Cases * 20 / count;
            Console.WriteLine(Say(progress));
        }, stop);
        foreach (var slug in generate.LeftOut) Console.WriteLine($"– {slug}: chưa làm ra được hồ sơ nào / no case of it could be made up");
        Console.WriteLine($"✓ {Say(done)}");
        return done.Cases == count ? 0 : 1;
    }

    private static string Say(GenerateProgress p) =>
        $"{p.Cases} hồ sơ / cases, {p.Events} sự kiện / events, {p.Took.TotalSeconds:0} s";
}
