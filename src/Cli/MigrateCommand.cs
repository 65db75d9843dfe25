using System.CommandLine;
using HaiDang.Cases.Migrate;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using HaiDang.Web;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang migrate --service SLUG</c>: open cases go on by the version of their service that the folder holds now.</summary>
internal static class MigrateCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var service = new Option<string>("--service") { Description = "Tên thư mục của dịch vụ / the service's folder name", Required = true };
        var map = new Option<string[]>("--map") { Description = "Bước cũ thành bước mới, ví dụ review=appraisal; lặp lại được / an old step becomes a new one; may be repeated", DefaultValueFactory = _ => [] };
        var plan = new Option<string?>("--plan") { Description = "Tệp YAML có 'steps: {bước-cũ: bước-mới}' / a YAML file with 'steps: {old: new}'" };
        var dry = new Option<bool>("--dry-run") { Description = "Chỉ báo trước, không ghi gì / only tell what would be done" };
        var command = new Command("migrate", "Chuyển hồ sơ đang mở sang phiên bản mới của thủ tục / move open cases to the new version of their service") { service, map, plan, dry };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is { } start && CityServices.HasData(start)
            ? await Run(start, parsed.GetRequiredValue(service), parsed.GetRequiredValue(map), parsed.GetValue(plan), parsed.GetValue(dry), stop) : 1);
        return command;
    }

    private static async Task<int> Run(CityStart start, string slug, string[] pairs, string? plan, bool dry, CancellationToken stop)
    {
        var problems = new PackProblems();
        var steps = StepMap.Read(pairs, plan, problems);
        MigrationReport? report = null;
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        if (steps is not null)
        {
            await using var services = CityServices.Of(start);
            await services.GetRequiredService<Migrations>().Apply(stop);
            using var scope = services.CreateScope();
            foreach (var module in Modules.All) await module.Prepare(scope.ServiceProvider, stop);
            report = await scope.ServiceProvider.GetRequiredService<MigrateCases>().Run(slug, steps, dry, one =>
            {
                Tell(one);
                foreach (var code in one.Refused.Select(r => r.Type.Code).Distinct()) reasons[code] = reasons.GetValueOrDefault(code) + 1;
            }, problems, stop);
        }
        foreach (var problem in problems.All) Console.WriteLine(problem.In(Language.Vietnamese));
        if (report is null) return 1;
        Console.WriteLine((dry
            ? new LocalText("Sẽ chuyển {0} hồ sơ, giữ lại {1}; chưa ghi gì / {0} cases would move, {1} would stay; nothing was written", "")
            : new LocalText("Đã chuyển {0} hồ sơ, giữ lại {1} / {0} cases moved, {1} stayed", "")).With(report.Moved, report.Refused).Vi);
        foreach (var (code, count) in reasons) Console.WriteLine($"    {code}: {count}");
        return report.Refused == 0 ? 0 : 1;
    }

    private static void Tell(MigratedCase one)
    {
        Console.WriteLine(one.Refused.Count == 0
            ? $"✓ {one.Number}: {string.Join("; ", one.Steps.Select(s => s.Old == s.New ? s.New.Vi : $"{s.Old.Vi} → {s.New.Vi}"))}"
            : $"✗ {one.Number}");
        foreach (var problem in one.Refused) Console.WriteLine($"    {problem.Sentence.Vi} → {problem.Remedy.Vi}\n    {problem.Sentence.En} → {problem.Remedy.En}");
    }
}
