using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HaiDang.Bench.Server;

/// <summary>The real program as a process of its own, started as anybody starts it.</summary>
internal sealed class CityProgram : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly Queue<string> said = new();

    private CityProgram(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan Busy
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<CityProgram> Start(Workplace place, CancellationToken stop = default)
    {
        var port = FreePort();
        var process = Launch(place, ["run", "--demo", "--city", place.City, "--data", place.Data, "--port", port.ToString(CultureInfo.InvariantCulture)]);
        var program = new CityProgram(process, new Uri($"http://127.0.0.1:{port}"));
        process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await program.Answers(stop);
        return program;
    }

    /// <summary>Runs another command of the program to its end; what it said.</summary>
    public static async Task<string> Run(Workplace place, IReadOnlyList<string> words, CancellationToken stop = default)
    {
        using var process = Launch(place, [words[0], .. words.Skip(1), "--city", place.City, "--data", place.Data]);
        var said = process.StandardOutput.ReadToEndAsync(stop);
        var wrong = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new InvalidOperationException($"haidang {string.Join(' ', words)} ended with {process.ExitCode}: {await said}{await wrong}");
        return await said;
    }

    /// <summary>The plug is pulled: SIGKILL.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends the program in order: SIGTERM, and its last words.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await term.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await Kill();
            }
        }
        process.Dispose();
    }

    public string LastWords()
    {
        lock (said) return string.Join('\n', said);
    }

    private static Process Launch(Workplace place, IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [place.Program, .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        start.Environment.Remove("HAIDANG_POSTGRES");
        if (place.Database is ServerDatabase server) start.Environment["HAIDANG_POSTGRES"] = server.ConnectionString;
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > 40) said.Dequeue();
        }
    }

    private async Task Answers(CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var begun = Stopwatch.StartNew(); begun.Elapsed < ToStart; await Task.Delay(100, stop))
        {
            if (process.HasExited) throw new InvalidOperationException($"The program ended with {process.ExitCode}:\n{LastWords()}");
            try
            {
                using var answer = await http.GetAsync("/health", stop);
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new TimeoutException($"The program did not answer within {ToStart}:\n{LastWords()}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
