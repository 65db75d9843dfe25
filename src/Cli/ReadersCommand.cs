using System.CommandLine;
using HaiDang.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang readers</c>: where the readers of the log stand; <c>rebuild</c> lets one begin anew.</summary>
internal static class ReadersCommand
{
    internal static Command Command()
    {
        var command = new Command("readers", "Các bộ đọc nhật ký: vị trí và độ trễ / readers of the log: positions and lag") { Rebuild() };
        var city = new CityOptions();
        city.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } start || !CityServices.HasData(start)) return 1;
            await using var services = CityServices.Of(start);
            foreach (var reader in await services.GetRequiredService<ReaderStates>().All(stop))
                Console.WriteLine($"{reader.Name,-24} {reader.Position,10}  {(reader.Lag == 0 ? "✓" : $"chậm {reader.Lag} dòng / {reader.Lag} lines behind, {reader.Behind}")}");
            return 0;
        });
        return command;
    }

    private static Command Rebuild()
    {
        var city = new CityOptions();
        var name = new Argument<string>("name") { Description = "Tên bộ đọc / name of the reader" };
        var command = new Command("rebuild", "Đọc lại từ đầu / read from zero again") { name };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } start || !CityServices.HasData(start)) return 1;
            await using var services = CityServices.Of(start);
            var (known, free) = await services.GetRequiredService<ReaderStates>().Rebuild(parsed.GetRequiredValue(name), stop);
            Console.WriteLine(!known ? "✗ không có bộ đọc này; xem 'haidang readers' / there is no such reader; see 'haidang readers'"
                : !free ? "✗ thành phố đang chạy và giữ bộ đọc này: dừng nó rồi thử lại / the running city holds this reader: stop it and try again"
                : "✓ đã đọc lại từ đầu / read from zero again");
            return known && free ? 0 : 1;
        });
        return command;
    }
}
