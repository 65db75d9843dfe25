using System.CommandLine;
using HaiDang.Cases.Transfer;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using HaiDang.Web;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang import DIR</c>: takes cases that another Hải Đăng exported; all of them, or none.</summary>
internal static class ImportCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var folder = new Argument<string>("folder") { Description = "Thư mục do 'haidang export --cases' viết / a folder that 'haidang export --cases' wrote" };
        var command = new Command("import", "Nhập hồ sơ và tệp từ nơi khác / import cases and files from elsewhere") { folder };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is { } start ? await Run(start, parsed.GetRequiredValue(folder), stop) : 1);
        return command;
    }

    private static async Task<int> Run(CityStart start, string folder, CancellationToken stop)
    {
        System.IO.Directory.CreateDirectory(start.Data);
        await using var services = CityServices.Of(start);
        await services.GetRequiredService<Migrations>().Apply(stop);
        using var scope = services.CreateScope();
        foreach (var module in Modules.All) await module.Prepare(scope.ServiceProvider, stop);
        var problems = new PackProblems();
        var report = await scope.ServiceProvider.GetRequiredService<ImportCases>().Read(folder, problems, stop);
        foreach (var problem in problems.All) Console.WriteLine((problem with { File = Path.Combine(folder, problem.File) }).In(Language.Vietnamese));
        Console.WriteLine(report is null
            ? "✗ chưa nhập gì: sửa những điều trên rồi chạy lại / nothing was imported: mend the above and run it again"
            : $"✓ {report.Cases} hồ sơ mới / new cases, {report.Known} đã có / there already, {report.Files} tệp / files");
        return report is null ? 1 : 0;
    }
}
