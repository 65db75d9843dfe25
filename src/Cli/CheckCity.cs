using System.CommandLine;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang check</c>: the compiler of a city. It needs no database and touches no data.</summary>
internal static class CheckCity
{
    internal static Command Command()
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục thành phố / the city's folder" };
        var language = new Option<string>("--lang") { Description = "Ngôn ngữ của thông báo / language of the messages", DefaultValueFactory = _ => "vi" };
        language.AcceptOnlyFromAmong("vi", "en");
        var command = new Command("check", "Kiểm tra thư mục thành phố / check a city's folder") { folder, language };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(language) == "en" ? Language.English : Language.Vietnamese));
        return command;
    }

    private static int Run(string path, Language language)
    {
        var problems = new PackProblems();
        using (var services = CityPack.Open(path, problems))
            if (services is not null)
                foreach (var check in services.GetServices<IPackCheck>())
                    check.Check(services.GetRequiredService<CityFolder>(), services.GetRequiredService<City>(), problems);
        var beside = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) ?? "";
        foreach (var problem in problems.All) Console.WriteLine((problem with { File = Place(beside, problem.File) }).In(language));
        var (errors, notes) = (problems.All.Count(p => !p.IsWarning), problems.All.Count(p => p.IsWarning));
        var noted = notes == 0 ? new LocalText("", "") : new LocalText($", {notes} lưu ý", $", {notes} notes");
        Console.WriteLine(errors == 0
            ? new LocalText($"✓ {path}: không có vấn đề nào{noted.Vi}", $"✓ {path}: no problems{noted.En}").In(language)
            : new LocalText($"✗ {path}: {errors} vấn đề{noted.Vi}", $"✗ {path}: {errors} problems{noted.En}").In(language));
        return problems.Any ? 1 : 0;
    }

    /// <summary>The path as an editor can open it, where the problem names a file that is there.</summary>
    private static string Place(string beside, string file) => Path.Combine(beside, file) is var path && File.Exists(path) ? path : file;
}
