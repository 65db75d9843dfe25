using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HaiDang.Browser.Tests;

/// <summary>
/// The demo city as <c>./dev run</c> starts it: the program itself, with the simulators of e-ID, mailbox, payment gateway and traffic police beside it, on
/// ports of its own and data of its own. On the embedded database, or on the PostgreSQL server that HAIDANG_TEST_POSTGRES names.
/// </summary>
public sealed class LineCity : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromMinutes(3);

    private readonly List<Process> running = [];
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("haidang-line-").FullName;
    private readonly Dictionary<Process, List<string>> said = [];

    /// <summary>What the city and the simulators share, of this run only.</summary>
    private readonly Dictionary<string, string> secrets = new() { ["GATEWAY_SECRET"] = GatewaySecret, ["HAIDANG_CONNECTION_PAYMENT_SECRET"] = GatewaySecret };
    private static readonly string GatewaySecret = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24));

    private LineCity(string address) => Address = address;

    public string Address { get; }

    /// <summary>Starts the city and waits until it answers; says what the programs said when it does not.</summary>
    public static async Task<LineCity> Starts(string? postgres = null)
    {
        // A city that runs already, for whoever writes these stories.
        if (Environment.GetEnvironmentVariable("HAIDANG_RUNNING") is { Length: > 0 } runs) return new LineCity(runs);
        var (port, eid, smtp, mail, gateway) = (FreePort(), FreePort(), FreePort(), FreePort(), FreePort());
        var city = new LineCity($"http://localhost:{port}");
        var root = Repository();
        city.Starts("node", root, "tools/e-id/server.mjs", "--port", $"{eid}", "--people", city.Citizens(root), "--redirect", $"{city.Address}/dang-nhap/tro-ve");
        city.Starts("node", root, "tools/mailbox/server.mjs", "--smtp-port", $"{smtp}", "--http-port", $"{mail}");
        city.Starts("node", root, "tools/payment-gateway/server.mjs", "--port", $"{gateway}");
        await city.Answers($"http://localhost:{eid}/.well-known/openid-configuration");
        string[] place = ["--city", Path.Combine(root, "cities", "hai-phong"), "--data", city.data, .. postgres is null ? (string[])[] : ["--postgres", postgres]];
        city.secrets["POLICE_TOKEN"] = await city.Says("api-client", ["add", "canh-sat-giao-thong", "--unit", "phong-canh-sat-giao-thong", "--may", "message:violation-check,webhook", .. place]);
        city.Starts("node", root, "tools/traffic-police/server.mjs", "--port", $"{FreePort()}", "--city", city.Address);
        List<string> run =
        [
            Path.Combine(AppContext.BaseDirectory, "haidang.dll"), "run", .. place, "--port", $"{port}", "--address", city.Address, "--demo", "--oidc-authority", $"http://localhost:{eid}", "--oidc-client-id", "haidang",
            "--smtp", $"localhost:{smtp}", "--connection", $"payment=http://localhost:{gateway}",
        ];
        city.Starts("dotnet", city.data, [.. run]);
        await city.Answers($"{city.Address}/health");
        city.Mailbox = new Uri($"http://localhost:{mail}/api/messages");
        return city;
    }

    /// <summary>All mail that the city sent, as the mailbox tells it.</summary>
    public Uri Mailbox { get; private set; } = null!;

    public async ValueTask DisposeAsync()
    {
        foreach (var program in running)
        {
            try
            {
                program.Kill(entireProcessTree: true);
                await program.WaitForExitAsync();
            }
            catch (InvalidOperationException)
            {
                // it had ended by itself
            }
            program.Dispose();
        }
        System.IO.Directory.Delete(data, recursive: true);
    }

    private void Starts(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HAIDANG_POSTGRES"] = "";
        foreach (var (name, secret) in secrets) start.Environment[name] = secret;
        var process = Process.Start(start)!;
        var lines = said[process] = [];
        DataReceivedEventHandler keep = (_, line) =>
        {
            if (line.Data is { } text) lock (lines) lines.Add(text);
        };
        process.OutputDataReceived += keep;
        process.ErrorDataReceived += keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        running.Add(process);
    }

    /// <summary>Runs another command of the program to its end; the first line that it said.</summary>
    private async Task<string> Says(string command, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "haidang.dll"), command, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (words, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"haidang {command}: {await words}{await wrong}");
        return (await words).Split('\n')[0].Trim();
    }

    private async Task Answers(string address)
    {
        using var http = new HttpClient();
        for (var begun = Stopwatch.StartNew(); begun.Elapsed < ToStart;)
        {
            if (running.Find(p => p.HasExited) is { } dead) throw new InvalidOperationException($"{dead.StartInfo.FileName} ended:\n{Said(dead)}");
            try
            {
                if ((await http.GetAsync(address)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            await Task.Delay(100);
        }
        throw new TimeoutException($"{address} did not answer:\n{Said(running[^1])}");
    }

    private string Said(Process program)
    {
        lock (said[program]) return string.Join('\n', said[program].TakeLast(30));
    }

    /// <summary>The e-ID knows the citizens among the city's demo people, and calls their id <c>sub</c>.</summary>
    private string Citizens(string root)
    {
        var lines = File.ReadAllLines(Path.Combine(root, "cities", "hai-phong", "people.csv"));
        var file = Path.Combine(data, "citizens.csv");
        File.WriteAllLines(file, lines.Where((line, i) => i == 0 || line.StartsWith("citizen,", StringComparison.Ordinal))
            .Select((line, i) => i == 0 ? line.Replace("kind,id,", "sub,", StringComparison.Ordinal) : line["citizen,".Length..]));
        return file;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "HaiDang.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("The repository is not above the test program.");
    }
}
