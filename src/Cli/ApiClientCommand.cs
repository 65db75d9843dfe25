using System.CommandLine;
using HaiDang.Directory;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang api-client</c>: the programs of others that may call the API.</summary>
internal static class ApiClientCommand
{
    internal static Command Command() => new("api-client", "Ứng dụng được gọi API / programs that may call the API") { Add(), List(), Token(), Revoke() };

    private static Command Add()
    {
        var city = new CityOptions();
        var name = new Argument<string>("name") { Description = "Tên: chữ thường, số, gạch nối / name: lower-case letters, digits, hyphens" };
        var unit = new Option<string?>("--unit") { Description = "Chỉ cho đơn vị này và cấp dưới / only for this unit and those below" };
        var may = new Option<string>("--may")
        {
            Description = $"Được làm gì, cách nhau bằng dấu phẩy: {string.Join(", ", ApiPermit.Words)}, message:TÊN / what it may do, separated by commas",
            DefaultValueFactory = _ => $"{ApiPermit.Submit},{ApiPermit.Read}",
        };
        var rate = new Option<int>("--per-minute") { Description = "Số yêu cầu mỗi phút; 0 là không giới hạn / requests a minute; 0 for no limit", DefaultValueFactory = _ => ApiPermit.UsualPerMinute };
        var command = new Command("add", "Thêm và in mã truy cập một lần / add, and print the token once") { name, unit, may, rate };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } start) return 1;
            System.IO.Directory.CreateDirectory(start.Data);
            return await With(start, async clients =>
            {
                var words = parsed.GetRequiredValue(may).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (!(await clients.Add(parsed.GetRequiredValue(name), parsed.GetValue(unit), words, parsed.GetRequiredValue(rate), stop: stop)).Is(out var added, out var problems)) return CityServices.Refuse(problems);
                Console.WriteLine(added.Token);
                Console.Error.WriteLine("Chỉ hiện một lần; gửi kèm mỗi yêu cầu: Authorization: Bearer … / shown once; send it with each request: Authorization: Bearer …");
                return 0;
            }, stop);
        });
        return command;
    }

    private static Command List()
    {
        var city = new CityOptions();
        var command = new Command("list", "Danh sách / list them");
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is not { } start || !CityServices.HasData(start) ? 1 : await With(start, async clients =>
        {
            foreach (var client in await clients.All(stop))
                Console.WriteLine($"{client.Name,-30} {client.Unit ?? "*",-20} {string.Join(',', client.May),-30} {client.AddedAt:uuuu-MM-dd}  {State(client)}");
            return 0;
        }, stop));
        return command;
    }

    private static Command Token()
    {
        var city = new CityOptions();
        var name = new Argument<string>("name") { Description = "Tên / name" };
        var command = new Command("token", "Cấp và in mã truy cập mới, mã cũ hết hiệu lực ngay / give and print a new token; the old one ends at once") { name };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is not { } start || !CityServices.HasData(start) ? 1 : await With(start, async clients =>
        {
            if (!(await clients.RenewToken(parsed.GetRequiredValue(name), stop)).Is(out var given, out var problems)) return CityServices.Refuse(problems);
            Console.WriteLine(given.Token);
            return 0;
        }, stop));
        return command;
    }

    private static Command Revoke()
    {
        var city = new CityOptions();
        var name = new Argument<string>("name") { Description = "Tên / name" };
        var command = new Command("revoke", "Thu hồi mã truy cập, có hiệu lực ngay / revoke the token at once") { name };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is not { } start || !CityServices.HasData(start) ? 1 : await With(start, async clients =>
        {
            if (!(await clients.Revoke(parsed.GetRequiredValue(name), stop)).Is(out var revoked, out var problems)) return CityServices.Refuse(problems);
            Console.WriteLine($"✓ {revoked.Name}: đã thu hồi / revoked");
            return 0;
        }, stop));
        return command;
    }

    private static string State(ApiClient client) =>
        client.RevokedAt is { } revoked ? $"đã thu hồi / revoked {revoked:uuuu-MM-dd}" : client.SuspendedAt is { } suspended ? $"tạm dừng / suspended {suspended:uuuu-MM-dd}" : "✓";

    private static async Task<int> With(CityStart start, Func<ApiClients, Task<int>> work, CancellationToken stop)
    {
        await using var services = CityServices.Of(start);
        await services.GetRequiredService<Migrations>().Apply(stop);
        using var scope = services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<ApiClients>());
    }
}
