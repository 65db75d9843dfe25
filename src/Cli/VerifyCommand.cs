using System.CommandLine;
using HaiDang.Platform;
using HaiDang.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cli;

/// <summary><c>haidang verify</c>: whether the log holds and the state is what the log says.</summary>
internal static class VerifyCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var command = new Command("verify", "Kiểm tra nhật ký và trạng thái có nguyên vẹn không / whether the log and the state are intact");
        city.AddTo(command);
        command.SetAction(async (parsed, stop) => city.Open(parsed) is { } start && CityServices.HasData(start) ? await Run(start, stop) : 1);
        return command;
    }

    internal static async Task<int> Run(CityStart start, CancellationToken stop)
    {
        await using var services = CityServices.Of(start);
        var report = await services.GetRequiredService<VerifyCity>().Run(stop);
        Console.WriteLine($"{report.Events} sự kiện trong {report.Streams} chuỗi / events in {report.Streams} streams");
        foreach (var state in report.States) Console.WriteLine($"{state.Compared} {state.Name}: đã so với nhật ký / compared with the log");
        foreach (var fault in report.Faults) Console.WriteLine($"✗ {fault.Stream} #{fault.Version}: {fault.Vi} / {fault.En}");
        Console.WriteLine(report.Holds ? "✓ nguyên vẹn / intact" : $"✗ {report.Faults.Count} lỗi / faults");
        return report.Holds ? 0 : 1;
    }
}
