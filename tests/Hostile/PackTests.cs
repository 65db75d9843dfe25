using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HaiDang.Testing;

namespace HaiDang.Hostile.Tests;

/// <summary>A city folder that is broken: both the check and the run say plainly what, where and how to mend it, and nothing starts.</summary>
public sealed class PackTests : IDisposable
{
    private const string Service = "services/cho-ban-hang";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("haidang-pack-").FullName;

    private string Town => Path.Combine(folder, "thi-tran");

    public PackTests() => Packs.Copy(Repository.City("thi-tran"), Town);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("city.yaml", "name:", "nmae:", "city.yaml:2")]
    [InlineData("city.yaml", "name:", "name: [", "city.yaml:")]
    [InlineData("units.yaml", "- ", "-- ", "units.yaml:")]
    public async Task A_broken_city_is_told_by_file_and_line_and_does_not_start(string file, string from, string to, string where)
    {
        Packs.Change(Path.Combine(Town, file), from, to);
        foreach (var said in new[] { await Haidang(null, "check", Town), await Runs() })
        {
            Assert.NotEqual(0, said.Code);
            IsPlain(said.Words, where);
        }
    }

    [Theory]
    [InlineData("service.yaml", "{default: P1D}", "{default: một ngày}", "service.yaml:")]
    [InlineData("form.json", "\"type\": \"select\"", "\"type\": \"selec\"", "form.json:")]
    [InlineData("form.json", "\"components\": [", "\"components\": [,", "form.json:")]
    [InlineData("process.bpmn", "</bpmn:process>", "", "process.bpmn:")]
    [InlineData("process.bpmn", "</bpmn:process>", "<bpmn:userTask id=\"lost\" name=\"Bước bị quên\" /></bpmn:process>", "Không luồng nào dẫn đến \"Bước bị quên\" → Hãy nối luồng đến nó hoặc xóa nó")]
    [InlineData("fee.dmn", "</definitions>", "", "fee.dmn:")]
    public async Task A_broken_service_is_told_by_file_and_line_and_stays_closed_while_the_city_runs(string file, string from, string to, string where)
    {
        Packs.Change(Path.Combine(Town, Service, file), from, to);
        var check = await Haidang(null, "check", Town);
        Assert.NotEqual(0, check.Code);
        IsPlain(check.Words, where);
        var run = await Runs();
        IsPlain(run.Words, where);
        Assert.Contains("dịch vụ có lỗi không mở cho đến khi được sửa", run.Words, StringComparison.Ordinal);
        Assert.Contains("Thị trấn Sông Nhỏ: http://", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_folder_is_told_too()
    {
        foreach (var said in new[] { await Haidang(null, "check", "/nowhere/at-all"), await Haidang(null, "run", "--city", "/nowhere/at-all", "--data", Path.Combine(folder, "data")) })
        {
            Assert.NotEqual(0, said.Code);
            IsPlain(said.Words, "/nowhere/at-all");
        }
    }

    private static void IsPlain(string words, string where)
    {
        Assert.Contains(where, words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Runs the town until it says where it is, or ends by itself.</summary>
    private Task<(int Code, string Words)> Runs() =>
        Haidang("Thị trấn Sông Nhỏ: http", "run", "--city", Town, "--data", Path.Combine(folder, "data"), "--port", $"{FreePort()}");

    private static async Task<(int Code, string Words)> Haidang(string? until, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "haidang.dll"), .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var words = new StringBuilder();
        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (words) words.AppendLine(line.Data);
            if (until is not null && line.Data?.Contains(until, StringComparison.Ordinal) == true) process.Kill();
        }
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, words.ToString());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
