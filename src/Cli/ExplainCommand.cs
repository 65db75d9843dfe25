using System.CommandLine;
using HaiDang.Cases.Authoring;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang explain</c>: what holds in a city, and which file of which pack says so.</summary>
internal static class ExplainCommand
{
    internal static Command Command()
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục thành phố / the city's folder" };
        var slug = new Argument<string?>("service") { Description = "Dịch vụ; không có thì kể mọi dịch vụ / the service; without it all are listed", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string>("--lang") { Description = "Ngôn ngữ / language", DefaultValueFactory = _ => "vi" };
        language.AcceptOnlyFromAmong("vi", "en");
        var command = new Command("explain", "Điều gì đang có hiệu lực và lấy từ tệp nào / what holds, and from which file it comes") { folder, slug, language };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(slug), parsed.GetValue(language) == "en" ? Language.English : Language.Vietnamese));
        return command;
    }

    private static int Run(string path, string? slug, Language language)
    {
        using var services = CityPack.Open(path);
        if (services is null) return 1;
        var problems = services.GetRequiredService<PackProblems>();
        var author = ActivatorUtilities.CreateInstance<ExplainService>(services);
        var lines = slug is null ? author.All(problems, language) : author.Of(slug, problems, language);
        foreach (var problem in problems.All.Where(p => !p.IsWarning)) Console.Error.WriteLine(problem.In(language));
        if (lines is null)
        {
            if (!problems.Any) Console.Error.WriteLine(new LocalText($"Không có dịch vụ '{slug}'; xem: haidang explain {path}", $"There is no service '{slug}'; see: haidang explain {path}").In(language));
            return 1;
        }
        var (names, values) = (lines.Max(l => l.Name.In(language).Length), Math.Min(70, lines.Max(l => l.Value.Length)));
        foreach (var line in lines) Console.WriteLine($"{line.Name.In(language).PadRight(names)}  {line.Value.PadRight(values)}  {line.From}".TrimEnd());
        return problems.Any ? 1 : 0;
    }
}
