using System.Diagnostics;
using System.Globalization;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Server;

namespace HaiDang.Bench.Limit;

/// <summary>The limit as a lifecycle over HTTP: what the machine and the database could do if nothing had to be decided.</summary>
internal sealed class Hand : ILifecycle
{
    private readonly Process process;
    private readonly HttpClient http;

    private Hand(Process process, HttpClient http) => (this.process, this.http) = (process, http);

    public static async Task<Hand> Start(BenchDatabase database, string? sqlite, CancellationToken stop)
    {
        var port = CityProgram.FreePort();
        List<string> words = [typeof(Hand).Assembly.Location, "limit", "--port", port.ToString(CultureInfo.InvariantCulture)];
        if (sqlite is not null) words.AddRange(["--sqlite", sqlite]);
        var start = new ProcessStartInfo("dotnet", words) { UseShellExecute = false };
        start.Environment[LimitServer.Variable] = database.ConnectionString;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The limit did not start.");
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 4096 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await http.GetAsync("/health", stop);
                return new Hand(process, http);
            }
            catch (HttpRequestException) when (tries < 300 && !process.HasExited)
            {
                await Task.Delay(100, stop);
            }
        }
    }

    public Task Prepare(int cases, CancellationToken stop) => Task.CompletedTask;

    public Task<string> Submit(int unit, CancellationToken stop) => Post($"/submit/{unit}", stop);

    public Task Claim(int unit, string number, CancellationToken stop) => Post($"/claim/{number}", stop);

    public Task Decide(int unit, string number, bool accept, CancellationToken stop) => Post($"/{(accept ? "accept" : "refuse")}/{number}", stop);

    public async Task Find(int unit, string number, CancellationToken stop)
    {
        var found = await http.GetStringAsync($"/find/{unit}/{number}", stop);
        if (!found.Contains(number, StringComparison.Ordinal)) throw new WrongAnswerException($"{number} is not found by hand.");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<string> Post(string path, CancellationToken stop)
    {
        using var answer = await http.PostAsync(path, null, stop);
        if (!answer.IsSuccessStatusCode) throw new WrongAnswerException($"by hand {path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(stop);
    }
}
