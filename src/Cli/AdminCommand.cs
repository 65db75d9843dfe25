using System.CommandLine;
using HaiDang.Directory;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang admin invite</c>: the one-time link by which the first administrator comes in.</summary>
internal static class AdminCommand
{
    internal static Command Command() => new("admin", "Quản trị viên / administrators") { Invite() };

    private static Command Invite()
    {
        var city = new CityOptions();
        var email = new Option<string>("--email") { Description = "Thư điện tử công vụ / work e-mail", Required = true };
        var name = new Option<string?>("--name") { Description = "Họ và tên / full name" };
        var address = new Option<Uri?>("--address") { Description = "Địa chỉ công khai, đứng đầu liên kết / public address, with which the link begins", CustomParser = RunOptions.WebAddress };
        var command = new Command("invite", "In liên kết một lần cho quản trị viên / print a one-time link for an administrator") { email, name, address };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is { } start
            ? await Run(parsed.GetValue(address) is { } at ? start with { Address = at } : start, parsed.GetRequiredValue(email), parsed.GetValue(name), stop)
            : 1);
        return command;
    }

    private static async Task<int> Run(CityStart start, string email, string? name, CancellationToken stop)
    {
        System.IO.Directory.CreateDirectory(start.Data);
        await using var services = CityServices.Of(start);
        await services.GetRequiredService<Migrations>().Apply(stop);
        using var scope = services.CreateScope();
        var invited = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().Invite(email, name, stop);
        if (!invited.Is(out var link, out var problems)) return CityServices.Refuse(problems);
        Console.WriteLine(link);
        Console.WriteLine("Mở một lần, trong 72 giờ / opens once, within 72 hours");
        return 0;
    }
}
