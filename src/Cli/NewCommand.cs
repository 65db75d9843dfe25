using System.CommandLine;
using HaiDang.Cases.Authoring;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang new service</c>: the folder of a new service, complete from the first minute.</summary>
internal static class NewCommand
{
    internal static Command Command() => new("new", "Bắt đầu một thứ mới trong thư mục thành phố / begin something new in a city's folder") { Service() };

    private static Command Service()
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục thành phố / the city's folder" };
        var slug = new Argument<string>("slug") { Description = "Tên thư mục của dịch vụ: cap-giay-phep / name of the service's folder" };
        var name = new Option<string>("--name") { Description = "Tên thủ tục / its name in Vietnamese", Required = true };
        var english = new Option<string>("--name-en") { Description = "Tên bằng tiếng Anh / its name in English", Required = true };
        var handledBy = new Option<string?>("--handled-by") { Description = "Cấp hay loại đơn vị giải quyết / level or kind of the units that settle it" };
        var command = new Command("service", "Viết một dịch vụ đủ mọi phần để sửa tiếp / write a service with all its parts, to go on from") { folder, slug, name, english, handledBy };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(slug), new LocalText(parsed.GetRequiredValue(name), parsed.GetRequiredValue(english)), parsed.GetValue(handledBy)));
        return command;
    }

    private static int Run(string path, string slug, LocalText name, string? handledBy)
    {
        using var services = CityPack.Open(path);
        if (services is null) return 1;
        var author = ActivatorUtilities.CreateInstance<NewService>(services);
        if (!author.Write(Path.GetFullPath(path), slug, name, handledBy).Is(out var written, out var problems)) return CityServices.Refuse(problems);
        foreach (var file in written) Console.WriteLine($"+ {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
        Console.WriteLine($"→ haidang check {path}");
        return 0;
    }
}
