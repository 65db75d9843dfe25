using System.Diagnostics;

namespace HaiDang.Testing;

/// <summary>A real clamd of its own on a socket of its own. Its only signature is that of the EICAR test file, so nothing needs to be downloaded.</summary>
internal sealed class RealClamd : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";

    private readonly string folder;
    private readonly Process process;

    private RealClamd(string folder, Process process) => (this.folder, this.process) = (folder, process);

    /// <summary>Why there is none here, or null.</summary>
    public static string? Missing => File.Exists(Program) ? null : "clamd is not installed (Debian: clamav-daemon)";

    public string Address => Path.Combine(folder, "clamd.ctl");

    /// <param name="mostBytes">The longest content that it takes to scan.</param>
    public static async Task<RealClamd> Open(int mostBytes = 30_000_000)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("haidang-clamd-").FullName;
        var signatures = System.IO.Directory.CreateDirectory(Path.Combine(folder, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "eicar.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"""
            DatabaseDirectory {signatures}
            LocalSocket {folder}/clamd.ctl
            TemporaryDirectory {folder}
            StreamMaxLength {mostBytes}
            Foreground yes

            """);
        var process = Process.Start(new ProcessStartInfo(Program, ["-c", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var clamd = new RealClamd(folder, process);
        for (var tries = 0; tries < 300 && !File.Exists(clamd.Address); tries++) await Task.Delay(50);
        return clamd;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
