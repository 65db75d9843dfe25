using System.Diagnostics;
using System.Text;

namespace HaiDang.Documents.Tests.Signing;

/// <summary>What poppler and qpdf make of signed files; without them a test is skipped with the reason.</summary>
internal static class Judge
{
    private static int count;

    /// <summary>What <c>pdfsig</c> says of the signatures.</summary>
    public static string Signatures(byte[] pdf) => Encoding.UTF8.GetString(Run("pdfsig", pdf, [], []));

    /// <summary>The same document with object streams and a cross-reference stream.</summary>
    public static byte[] WithObjectStreams(byte[] pdf) => Run("qpdf", pdf, ["--object-streams=generate", "--stream-data=compress"], ["-"]);

    /// <summary>The same document with a password.</summary>
    public static byte[] Encrypted(byte[] pdf) => Run("qpdf", pdf, ["--encrypt", "a", "b", "256", "--"], ["-"]);

    private static byte[] Run(string program, byte[] pdf, string[] before, string[] after)
    {
        var known = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(known, $"{program} is not installed (Debian: qpdf, poppler-utils)");
        var folder = Directory.CreateTempSubdirectory("hai-dang-signing-");
        try
        {
            var file = Path.Combine(folder.FullName, $"{Interlocked.Increment(ref count)}.pdf");
            File.WriteAllBytes(file, pdf);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])[.. before, file, .. after]) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} ends with {process.ExitCode}: {errors.Result}{Encoding.UTF8.GetString(output.ToArray())}");
            return output.ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
