using System.Diagnostics;
using System.Text;

namespace HaiDang.Documents.Tests.Pdf;

/// <summary>Programs that others wrote and that judge our files; without them a test is skipped with the reason.</summary>
internal static class Tool
{
    public static string Text(byte[] pdf, params string[] options) => Run("pdftotext", pdf, [.. options, "-enc", "UTF-8", "-eol", "unix"], ["-"]);

    public static string Check(byte[] pdf) => Run("qpdf", pdf, ["--check"], []);

    public static string Fonts(byte[] pdf) => Run("pdffonts", pdf, [], []);

    public static string Info(byte[] pdf, params string[] options) => Run("pdfinfo", pdf, options, []);

    /// <summary>Dark pixels by page at 40 dpi, to see that something was drawn.</summary>
    public static byte[] Grey(byte[] pdf, int page) => RunBytes("pdftoppm", pdf, ["-gray", "-r", "40", "-f", $"{page}", "-l", $"{page}"], []);

    private static string Run(string program, byte[] pdf, string[] before, string[] after) => Encoding.UTF8.GetString(RunBytes(program, pdf, before, after));

    private static byte[] RunBytes(string program, byte[] pdf, string[] before, string[] after)
    {
        Assert.SkipWhen(!Exists(program), $"{program} is not installed (Debian: qpdf, poppler-utils)");
        var file = Path.Combine(Path.GetTempPath(), $"hai-dang-{Environment.ProcessId}-{Interlocked.Increment(ref count)}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])[.. before, file, .. after]) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} ends with {process.ExitCode}: {errors.Result}{Encoding.UTF8.GetString(output.ToArray())}");
            Assert.Equal("", errors.Result);
            return output.ToArray();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int count;

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
